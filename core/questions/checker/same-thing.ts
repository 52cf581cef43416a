import type { Reading } from '../../article/reading.ts'
import { indexOf } from './article-index.ts'
import { plainWords, standsIn } from './words.ts'

/** Names of one place or office that share no word. */
const ONE_THING: readonly (readonly string[])[] = [
  ['us', 'u s', 'usa', 'america', 'united states', 'united states of america', 'the us', 'the united states'],
  ['uk', 'u k', 'britain', 'great britain', 'united kingdom', 'the uk', 'the united kingdom', 'england'],
  ['eu', 'e u', 'european union', 'the eu', 'the european union', 'europe', 'brussels'],
  ['uae', 'united arab emirates', 'the uae', 'emirates'],
  ['holland', 'netherlands', 'the netherlands'],
  ['south korea', 'korea'],
  ['russia', 'russian federation', 'moscow', 'kremlin', 'the kremlin'],
  ['washington', 'us government', 'white house', 'the white house'],
  ['chief executive', 'chief executive officer', 'ceo', 'c e o'],
  ['chairman', 'chairwoman', 'chairperson', 'chair'],
  ['finance director', 'chief financial officer', 'cfo', 'finance chief', 'head of finance'],
  ['chief operating officer', 'coo'],
  ['managing director', 'md'],
  ['fed', 'federal reserve', 'us federal reserve', 'us central bank'],
]

const NAMED_SO = new Map(ONE_THING.flatMap((names) => names.map((name) => [name, names])))

const thingNamed = (text: string) => NAMED_SO.get(plainWords(text))

/** The thing a text names in this article: 'Ruiz' names Ana Ruiz. */
const thingOf = (text: string, reading: Reading): string | undefined => {
  const name = indexOf(reading).names.called.get(plainWords(text))
  return name && plainWords(name.canonical)
}

/** The first letters of a name's capitalised words: CML for 'Council of Mortgage Lenders'. */
const initialsOf = (name: string): string => (name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('')

const isInitialsOf = (short: string, long: string): boolean =>
  /^\p{Lu}{2,6}$/u.test(short) && initialsOf(long) === short

/** As far behind a name as brackets may open that hold its other name ('Oak Holdings plc (Oakes)'). */
const BRACKETS_BEHIND = 12

/** Whether the article gives the second name in brackets behind the first. */
function isInBracketsBehind(name: string, other: string, text: string): boolean {
  if (!text.includes(`(${other}`)) return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const behind = text.slice(at + name.length, at + name.length + BRACKETS_BEHIND + other.length)
    const open = behind.indexOf('(')
    if (open >= 0 && open <= BRACKETS_BEHIND && behind.startsWith(other, open + 1)) return true
  }
  return false
}

/** Whether two phrases name one thing: the same words, one within the other, two names of one place, initials, two mentions of one name in the article, or one in brackets behind the other. */
export function isSameThing(a: string, b: string, reading: Reading): boolean {
  if (standsIn(a, b) || standsIn(b, a)) return true
  const alike = thingNamed(a)
  if (alike !== undefined && alike === thingNamed(b)) return true
  if (isInitialsOf(a, b) || isInitialsOf(b, a)) return true
  const thing = thingOf(a, reading)
  if (thing !== undefined && thing === thingOf(b, reading)) return true
  return isInBracketsBehind(a, b, reading.text) || isInBracketsBehind(b, a, reading.text)
}
