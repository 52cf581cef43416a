import type { Name } from '../../../core/article/name.ts'
import type { Random } from '../../../core/random.ts'
import type { Said } from '../said.ts'
import { reword } from './rewordings.ts'

/** What a fault may need besides the question it is planted in. */
export interface Around {
  /** The names of its article. */
  readonly names: readonly Pick<Name, 'text' | 'sort'>[]
  /** A question on another article; null where there is only one. */
  readonly foreign: Said | null
}

interface Fault {
  /** The criteria by their numbers, any of which a judge who sees it answers with no. */
  readonly breaks: readonly number[]
  /** The question with the fault in it; null where it cannot have this fault. */
  plant(said: Said, around: Around, random: Random): Said | null
}

/** Another option as the key, or the other truth of a statement. */
function swapKey(said: Said, _: Around, random: Random): Said | null {
  if (said.key === 'True') return { ...said, key: 'False' }
  if (said.key.startsWith('False')) return { ...said, key: 'True' }
  const others = said.options.filter((option) => option !== said.key)
  const put = others[random.integer(others.length)]
  return others.length === said.options.length || put === undefined ? null : { ...said, key: put }
}

const YEAR = /\b(?:19|20)\d\d\b/
const NUMERAL = /\d+(?:,\d{3})*(?:\.\d+)?/

/** Another figure as the key, written like it. */
function changeFigure(said: Said, _: Around, random: Random): Said | null {
  if (said.options.length > 0) return null
  const later = 1 + random.integer(3)
  if (YEAR.test(said.key))
    return { ...said, key: said.key.replace(YEAR, (year) => String(Number(year) - later)) }
  const numeral = NUMERAL.exec(said.key)?.[0]
  if (numeral === undefined) return null
  const decimals = numeral.split('.')[1]?.length ?? 0
  const more = Number(numeral.replaceAll(',', '')) * (1 + later / 5) + 10 ** -decimals
  const shown = more.toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: numeral.includes(','),
  })
  return { ...said, key: said.key.replace(numeral, shown) }
}

/** A person by the surname alone. */
const surnameOf = (key: string, { names }: Around): string | null =>
  names.some(({ text, sort }) => text === key && sort === 'person')
    ? (/(?<= )\S+$/.exec(key)?.[0] ?? null)
    : null

/** The key a second time, in other words, in place of a wrong option. */
function doubleKey(said: Said, around: Around, random: Random): Said | null {
  const { options, key } = said
  const wrong = options.filter((option) => option !== key)
  const twin = reword(key) ?? surnameOf(key, around)
  const gone = wrong[random.integer(wrong.length)]
  if (wrong.length === options.length || twin === null || gone === undefined) return null
  return {
    ...said,
    options: options
      .filter((option) => option !== gone)
      .flatMap((option) => (option === key ? [key, twin] : [option])),
  }
}

const VAGUE: Readonly<Record<Name['sort'], string>> = {
  organisation: 'the company',
  person: 'the person',
  place: 'the place',
  other: 'it',
}

/** A name of the stem as something that could be anybody. */
function hideSubject(said: Said, { names }: Around): Said | null {
  const [name] = names
    .filter(({ text, sort }) => sort !== 'other' && text !== said.key && said.stem.includes(text))
    .sort((a, b) => b.text.length - a.text.length)
  if (!name) return null
  const stem = said.stem.replace(name.text, VAGUE[name.sort]).replace(/\b(the|a) the /i, 'the ')
  return { ...said, stem: stem.charAt(0).toUpperCase() + stem.slice(1) }
}

const GRAMMAR: readonly (readonly [RegExp, string])[] = [
  [/ (?:did|does|do) /, ' '],
  [/ was /, ' were '],
  [/ is /, ' are '],
  [/ has /, ' have '],
  [/ of the /, ' the of '],
]

/** A stem that nobody would write. */
function breakGrammar(said: Said): Said | null {
  const row = GRAMMAR.find(([pattern]) => pattern.test(said.stem))
  return row ? { ...said, stem: said.stem.replace(row[0], row[1]) } : null
}

/** THE TABLE of faults that are planted among what is judged, to see whether judges find them. */
export const FAULTS = {
  'key swapped': { breaks: [1], plant: swapKey },
  'figure changed': { breaks: [1], plant: changeFigure },
  'second key': { breaks: [2], plant: doubleKey },
  'subject hidden': { breaks: [2, 3, 4], plant: hideSubject },
  'grammar broken': { breaks: [4], plant: breakGrammar },
  'another article': { breaks: [1, 3], plant: (_, { foreign }) => foreign },
} as const satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof FAULTS
export const FAULT_NAMES = Object.keys(FAULTS) as [FaultName, ...FaultName[]]

/** Plants the first of these faults that the question can have; null where it can have none. */
export function plantOneOf(
  order: readonly FaultName[],
  said: Said,
  around: Around,
  random: Random,
): { readonly fault: FaultName; readonly said: Said } | null {
  for (const fault of order) {
    const { plant }: Fault = FAULTS[fault]
    const planted = plant(said, around, random)
    if (planted) return { fault, said: planted }
  }
  return null
}
