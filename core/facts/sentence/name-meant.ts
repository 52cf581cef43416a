import { wordSet } from '../../word-set.ts'
import { REACH } from './introduced.ts'
import { type Marked, wordAt } from './marked.ts'
import type { Scene } from './scene.ts'

/** 'The country', the noun at token `at`: the one country that this sentence or the one before names. */
export function countryMeant(
  scene: Scene,
  marked: Marked,
  at: number,
): { text: string; to: number } | undefined {
  const previous = scene.marked[marked.sentence.index - 1]
  if (!previous || previous.isTitle || previous.sentence.block < marked.sentence.block - 1) return undefined
  const here = countriesIn(marked, at)
  const [only, another] = here.size > 0 ? here : countriesIn(previous, previous.tokens.length)
  return only !== undefined && another === undefined ? { text: only, to: at + 1 } : undefined
}

const countriesIn = ({ names }: Marked, limit: number): Set<string> =>
  new Set(names.slice(0, limit).flatMap((name) => (name?.isCountry ? [name.canonical] : [])))

const NAMED_BY_KIND = wordSet(
  'union bank commission agency council board association ministry department university court committee federation institute exchange administration authority senate house party fund centre center temple airport museum foundation institution society corporation',
)

/** 'The union', the noun at token `at`, after 'the Dockers Union': the one body whose name ends with the word. */
export function bodyMeant(
  { reading, marked: all }: Scene,
  marked: Marked,
  noun: string,
  at: number,
): { text: string; to: number } | undefined {
  if (!NAMED_BY_KIND.has(noun)) return undefined
  const first = all[Math.max(0, marked.sentence.index - REACH)]?.sentence.start ?? 0
  const bodies = new Set(
    reading.names
      .filter(
        ({ sort, canonical, start }) =>
          sort !== 'person' &&
          start >= first &&
          start < marked.sentence.start &&
          canonical.toLowerCase().split(' ').includes(noun) &&
          canonical.includes(' '),
      )
      .map(({ canonical }) => canonical),
  )
  const [only, another] = bodies
  if (only === undefined || another !== undefined) return undefined
  // 'A US court' before 'the court' may be what is meant.
  const told = all.slice(Math.max(0, marked.sentence.index - REACH), marked.sentence.index)
  if (told.some((sentence) => namesOneMore(sentence, noun))) return undefined
  return { text: `the ${only}`, to: at + 1 }
}

/** 'A court', 'a US court': one without a name. */
const namesOneMore = ({ tokens }: Marked, noun: string): boolean =>
  tokens.some(
    ({ lower }, i) =>
      lower === noun &&
      tokens.slice(Math.max(0, i - 2), i).some((before) => /^(?:an?|one)$/.test(before.lower)),
  )

/** Offices of two words of which there is one holder. */
export const TWO_WORD_OFFICES: ReadonlySet<string> = new Set([
  'prime minister',
  'chief executive',
  'finance minister',
  'treasury secretary',
])

const OFFICE_REACH = 40

/** ', the US president,', ', Norvale’s chief executive,': the apposition right behind a name gives it the office. */
function isOfficeBehind(behind: string, office: string): boolean {
  const [, aside] = behind.toLowerCase().split(',')
  return behind.startsWith(',') && aside !== undefined && aside.trimEnd().endsWith(office)
}

/** 'The president', 'the prime minister' after 'President Barack Obama': the one person the article gives the office. */
export function holderMeant(
  { reading }: Scene,
  marked: Marked,
  i: number,
): { text: string; to: number } | undefined {
  const two = `${wordAt(marked, i + 1)} ${wordAt(marked, i + 2)}`
  const office = TWO_WORD_OFFICES.has(two) ? two : wordAt(marked, i + 1)
  if (office !== two && !/^(?:president|chancellor|chairman|chairwoman|governor)$/.test(office))
    return undefined
  const holders = new Set(
    reading.names
      .filter(
        ({ sort, start, end, canonical }) =>
          sort === 'person' &&
          canonical.includes(' ') &&
          start < marked.sentence.start &&
          (reading.text
            .slice(Math.max(0, start - office.length - 3), start)
            .toLowerCase()
            .includes(office) ||
            isOfficeBehind(reading.text.slice(end, end + OFFICE_REACH), office)),
      )
      .map(({ canonical }) => canonical),
  )
  const [only, another] = holders
  return only !== undefined && another === undefined
    ? { text: only, to: i + 1 + office.split(' ').length }
    : undefined
}
