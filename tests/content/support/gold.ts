import type { Fact } from '#core'

type Amount = number | readonly [number, number]

/** A fact written down by hand: content/gold/README.md. */
export interface GoldFact {
  readonly family: string
  readonly quote: string
  readonly subject: string
  readonly measure?: string | undefined
  readonly object?: string | undefined
  readonly value?: Amount | undefined
  readonly unit?: string | undefined
  readonly direction?: 'up' | 'down' | undefined
  readonly by?: Amount | undefined
  readonly by_unit?: string | undefined
  readonly from?: Amount | undefined
  readonly to?: Amount | undefined
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The facts whose passage states what the quotation does: one holds the other. */
const ofPassage = ({ quote }: GoldFact, facts: readonly Fact[]): Fact[] =>
  facts.filter(({ evidence }) =>
    evidence.some((each) => {
      const said = plain(each.quote)
      return said.includes(plain(quote)) || plain(quote).includes(said)
    }),
  )

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

const isSame = (a: Amount, b: Amount): boolean => {
  const [left, right] = [a, b].map((each) => (typeof each === 'number' ? [each, each] : each))
  return left !== undefined && right !== undefined && near(left[0], right[0]) && near(left[1], right[1])
}

interface Figures {
  readonly value?: Amount | undefined
  readonly by?: Amount | undefined
  readonly from?: Amount | undefined
  readonly to?: Amount | undefined
}

/** Every figure of a fact. */
const figuresOf = ({ value, by, from, to }: Figures): Amount[] =>
  [value, by, from, to].filter((each): each is Amount => each !== undefined)

const SMALL = new Set(
  'the a an of in on at to for and by its his her their with from that which was is were'.split(' '),
)

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 1 && !SMALL.has(word))
    .map((word) => word.replace(/(?:s|es|ed|ing)$/, ''))

/** The share of the words of one text that stand in another. */
function overlap(part: string, whole: string): number {
  const held = new Set(wordsOf(whole))
  const words = wordsOf(part)
  return words.length === 0 ? 1 : words.filter((word) => held.has(word)).length / words.length
}

const tellingOf = ({
  subject,
  measure = '',
  object = '',
}: Pick<Fact, 'subject' | 'measure' | 'object'>): string => `${subject} ${measure} ${object}`

const ENOUGH = 0.6

/** Whether the engine found it: in its passage a fact, or several beside each other, with all its figures, or, where it has none, with most of its words. */
export function isFound(gold: GoldFact, facts: readonly Fact[]): boolean {
  const here = ofPassage(gold, facts)
  if (here.length === 0) return false
  const wanted = figuresOf(gold)
  if (wanted.length > 0)
    return wanted.every((figure) =>
      here.some((fact) => figuresOf(fact).some((found) => isSame(found, figure))),
    )
  const told = here.map(tellingOf).join(' ')
  return overlap(`${gold.subject} ${gold.measure ?? ''} ${gold.object ?? ''}`, told) >= ENOUGH
}

const isAbout = (gold: GoldFact, fact: Fact): boolean =>
  overlap(`${gold.subject} ${gold.measure ?? ''}`, tellingOf(fact)) === 1

/** Families of which a passage states one figure for each place. */
const MEASURED = /^(?:level|change|share)$/

/** Whether the engine says otherwise: of the same measure of the same subject, in that passage, another direction; or, where none of its facts there has the right figure in its place, another one. */
export function isContradicted(gold: GoldFact, facts: readonly Fact[]): boolean {
  if (!MEASURED.test(gold.family)) return false
  const same = ofPassage(gold, facts).filter((fact) => fact.family === gold.family && isAbout(gold, fact))
  if (same.length === 0) return false
  const turned = same.every(
    ({ direction }) =>
      direction !== undefined && gold.direction !== undefined && direction !== gold.direction,
  )
  return (
    turned ||
    (['value', 'by', 'from', 'to'] as const).some((place) => {
      const said = gold[place]
      const found = same.map((fact) => fact[place]).filter((each): each is Amount => each !== undefined)
      return said !== undefined && found.length > 0 && !found.some((each) => isSame(said, each))
    })
  )
}
