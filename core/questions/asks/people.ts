import type { Reading } from '../../article/reading.ts'
import { mentionsOf } from '../../article/things.ts'
import { type Marked, wordAt } from '../../facts/sentence/marked.ts'
import { keepWith } from '../../remember.ts'

/** What a person does, as far as the words beside the name tell. */
type Walk = 'analysis' | 'state' | 'business'

/** Everybody knows what President Okafor is, and so what he is not. */
const HIGH_OFFICE = /(?:President|Prime Minister|Chancellor|King|Queen|Pope|Senator) $/

const WALKS: readonly (readonly [Walk, RegExp])[] = [
  ['analysis', /\b(?:analyst|economist|strategist|trader|dealer|fund manager|professor|consultant)\b/i],
  [
    'state',
    /\b(?:prime minister|minister|senator|congressman|congresswoman|representative|treasury secretary|secretary of state|chancellor|mayor|MP|Republican|Democrat|opposition|minority leader|majority leader)\b/i,
  ],
  [
    'business',
    /\b(?:chief executive|chief \w+ officer|CEO|CFO|chairman|chairwoman|director|founder|co-founder|boss|owner|spokesman|spokeswoman|general secretary|partner|head of)\b/i,
  ],
]

const AROUND = 45
const MOST_MENTIONS = 3

interface Person {
  readonly holdsHighOffice: boolean
  readonly walk?: Walk
  readonly sex?: Sex
}

type Sex = 'man' | 'woman'

const SEX_BEFORE: readonly (readonly [Sex, RegExp])[] = [
  ['woman', /\b(?:Mrs|Ms|Miss|Dame|Lady)\.? $/],
  ['man', /\b(?:Mr|Sir|Lord)\.? $/],
]

function look(reading: Reading, canonical: string): Person {
  const { text, lexicon } = reading
  const mentions = mentionsOf(reading, canonical)
  const before = (start: number, reach: number) => text.slice(Math.max(0, start - reach), start)
  const around = mentions
    .slice(0, MOST_MENTIONS)
    .map(({ start, end }) => `${before(start, AROUND)} ${text.slice(end, end + AROUND)}`)
    .join(' ')
  const walk = WALKS.find(([, words]) => words.test(around))?.[0]
  const told = SEX_BEFORE.find(([, title]) => mentions.some(({ start }) => title.test(before(start, 6))))?.[0]
  const sex = told ?? (lexicon.women.has(canonical.split(' ')[0] ?? '') ? 'woman' : undefined)
  return {
    holdsHighOffice: mentions.some(({ start }) => HIGH_OFFICE.test(before(start, 20))),
    ...(walk === undefined ? {} : { walk }),
    ...(sex === undefined ? {} : { sex }),
  }
}

/** The people of an article that have been looked at. */
const known = keepWith((_reading: Reading) => new Map<string, Person>())

function personOf(reading: Reading, canonical: string): Person {
  const people = known(reading)
  const seen = people.get(canonical)
  if (seen) return seen
  const person = look(reading, canonical)
  people.set(canonical, person)
  return person
}

const SEX_WORDS: Readonly<Record<Sex, RegExp>> = {
  man: /^(?:he|his|him|himself)$/,
  woman: /^(?:she|her|hers|herself|woman)$/,
}

/** Whether a sentence says of the one it tells of that it is a man or a woman; undefined where it says neither, or both of different people. */
function sexTold(marked: Marked): Sex | undefined {
  const said = (Object.keys(SEX_WORDS) as Sex[]).filter((sex) =>
    marked.tokens.some((_, i) => !marked.quoted[i] && SEX_WORDS[sex].test(wordAt(marked, i))),
  )
  return said.length === 1 ? said[0] : undefined
}

/** Whether someone else of the article could be taken for the person a sentence tells of: no head of state beside an analyst, no man where it says 'her'. */
export function mayBeTakenFor(reading: Reading, marked: Marked, key: string): (other: string) => boolean {
  const asked = personOf(reading, key)
  const sex = sexTold(marked)
  return (other) => {
    const person = personOf(reading, other)
    if (person.holdsHighOffice && asked.walk !== 'state' && !asked.holdsHighOffice) return false
    // A politician's deed is no analyst's.
    const walks = [asked.walk, person.walk]
    if (walks.includes('state') && walks.includes('analysis')) return false
    if (sex === 'woman' && asked.sex !== 'man') return person.sex === 'woman'
    return !(sex === 'man' && person.sex === 'woman')
  }
}

/** How alike two people of an article are by what they do: 2 the same, 1 not known, 0 something else. */
export function likenessOf(reading: Reading, one: string, other: string): number {
  const [ours, theirs] = [personOf(reading, one).walk, personOf(reading, other).walk]
  return ours === undefined || theirs === undefined ? 1 : ours === theirs ? 2 : 0
}
