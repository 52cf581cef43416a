import type { Name } from '../../article/name.ts'
import { mentionsOf } from '../../article/things.ts'
import type { Sight } from '../checker/sight.ts'
import { inSentence, speaksOf } from './country.ts'
import type { HintScene } from './hint-scene.ts'

/** What the article and the lists know of an organisation. */
function organisation({ reading }: Sight, text: string): Pick<Name, 'country' | 'sector'> | undefined {
  const [name] = mentionsOf(reading, text)
  if (name) return name.sort === 'organisation' ? name : undefined
  return reading.lexicon.organisations.get(text)
}

/** The organisation at which a person of the article holds an office, by what it says; '' where it names none. */
function workplace({ reading }: Sight, person: string, scene: HintScene): string | undefined {
  const place = scene.roleOf(person)?.organisation
  if (mentionsOf(reading, person)[0]?.sort !== 'person') return undefined
  return place !== undefined && mentionsOf(reading, place)[0]?.sort === 'organisation' ? place : ''
}

/** Something to know a name by. */
interface Trait {
  readonly of: (sight: Sight, text: string, scene: HintScene) => string | undefined
  readonly say: (trait: string) => string
}

const TRAITS: readonly Trait[] = [
  { of: workplace, say: (place) => `It is somebody at ${place}.` },
  { of: (sight, text) => organisation(sight, text)?.sector, say: (sector) => `Its field is ${sector}.` },
  {
    of: (sight, text) => organisation(sight, text)?.country,
    say: (country) => `Its home is in ${inSentence(country)}.`,
  },
]

/** As many options must share what a hint says of the right one: it halves what is left, it does not end it. */
const FEWEST_SHARING = 2

/** What the right name of several shares with some of the others and not with all; said only where it is known of most. */
export function traitHints(sight: Sight, scene: HintScene): string[] {
  const { question, key, wrong } = sight
  if (!key || question.kind !== 'choice') return []
  return TRAITS.flatMap(({ of, say }) => {
    const trait = of(sight, key.text, scene)
    if (!trait || speaksOf(sight, trait)) return []
    const others = wrong.map(({ text }) => of(sight, text, scene))
    const sharing = 1 + others.filter((other) => other === trait).length
    const differing = others.filter((other) => other !== undefined && other !== trait).length
    return sharing >= FEWEST_SHARING && sharing + differing > wrong.length && differing > 0
      ? [say(trait)]
      : []
  })
}
