import type { Reading } from '../../article/reading.ts'
import { isOnlyCited, mentionsOf } from '../../article/things.ts'
import { tellingTitle } from '../../article/title.ts'
import type { StatementFinding } from '../../facts/finding.ts'
import type { Ask } from '../ask.ts'
import { rootsOf } from '../checker/words.ts'
import type { AskScene } from './ask-scene.ts'
import { askedWord } from './kind-words.ts'
import { nameRivals, phrase, slotFor } from './names.ts'
import { askedOf, beginsWithGap, isShort, needsArticle, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

const OFFICES =
  /\b(?:chief \w+|chairman|chairwoman|president|founder|co-founder|minister|secretary|governor|chancellor|director general|general secretary|managing director|senator|leader|head|boss|ceo|cfo|chair|premier|commissioner)\b/

/** Worth knowing who said it: a company or body of itself, or a holder of an office. What a quoted trader felt is not. */
function isWeighty({ reading, roles, scene }: AskScene, { speaker, sort }: StatementFinding): boolean {
  if (sort !== 'person') return speaker === scene.main || mentionsOf(reading, speaker).length > 1
  if (roles.byPerson.get(speaker)?.some(({ title }) => OFFICES.test(title))) return true
  const mention = mentionsOf(reading, speaker).find(({ text }) => text === speaker)
  if (!mention) return false
  const around = reading.text.slice(Math.max(0, mention.start - 60), mention.end + 60)
  return (
    OFFICES.test(around.toLowerCase()) &&
    !/analyst|economist|strategist|trader|fund manager|dealer/i.test(around)
  )
}

/** Who said which words by heart is worth little; what was said matters. */
const QUOTED = 0.3
/** More where the words alone tell what somebody thinks of the matter. */
const QUOTED_WHOLE = 0.55
const FEWEST_QUOTED = 9
/** Words by which a speech leans on whoever hears it. */
const OF_THE_SPEECH =
  /\b(?:I|we|us|our|ours|my|me|you|your|it|its|they|them|their|he|she|his|her|this|that|these|those|here|there)\b|['’]ve\b|['’]m\b/i

/** Whether quoted words stand by themselves and speak of something that the title names: 'The outlook for steel is good'. */
function isWholeQuote(reading: Reading, content: string): boolean {
  const title = new Set(rootsOf(tellingTitle(reading)))
  return (
    content.split(' ').length >= FEWEST_QUOTED &&
    !OF_THE_SPEECH.test(content) &&
    (rootsOf(content).some((root) => title.has(root)) || /(?<!^[“"])\b\p{Lu}\p{Ll}+/u.test(content))
  )
}

/** How much less it is worth to ask who said something where it is told in the speaker's own words. */
const priceOfQuote = (reading: Reading, content: string): number =>
  content.startsWith('“') ? (isWholeQuote(reading, content) ? QUOTED_WHOLE : QUOTED) : 1

/** 'says', 'warns that'. */
const isPresent = (verb: string): boolean => /^(?:\p{L}+s|have|is|are)$/u.test(verb.split(' ')[0] ?? '')

/** 'who', 'which country', 'which central bank' */
function whoIn({ reading }: AskScene, { speaker, sort, marked }: StatementFinding): string {
  if (sort !== 'organisation') return sort === 'person' ? 'who' : 'which country'
  const [name] = mentionsOf(reading, speaker)
  return `which ${name ? askedWord(reading, marked, name) : 'organisation'}`
}

/** Who said it. */
export function statementAsks(ask: AskScene, finding: StatementFinding): Ask[] {
  const { speaker, sort, verb, content } = finding
  if (isOnlyCited(ask.reading, speaker)) return []
  const { reading } = ask
  const key = { key: speaker }
  const stem = opened(reading, finding, `${words(whoIn(ask, finding), verb, content)}?`, key)
  const slot = slotFor(reading, speaker)
  const statement = opened(reading, finding, `${words(slot, verb, content)}.`, key)
  const split = `it ${isPresent(verb) ? 'is' : 'was'} ${slot} ${sort === 'person' ? 'who' : 'that'}`
  const [surname] = speaker.split(' ').slice(-1)
  return [
    {
      slot: 'speaker',
      ...(isShort(stem) ? { stem } : {}),
      key: phrase(sort, speaker, sort === 'person' && surname ? [surname] : []),
      rivals: nameRivals(ask, finding.marked, sort, speaker),
      statement,
      sentence: beginsWithGap(statement)
        ? opened(reading, finding, `${words(split, verb, content)}.`, key)
        : statement,
      needsArticle: needsArticle(reading, finding.when),
      worth:
        worthOf(reading, finding, 0.55) *
        (isWeighty(ask, finding) ? 1 : 0.3) *
        priceOfQuote(reading, content),
      ...askedOf(reading, finding, speaker),
    },
  ]
}
