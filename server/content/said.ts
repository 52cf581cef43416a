import { type Evidence, type Fact, isClausal, type Reading } from '#core'

type Quantity = Reading['quantities'][number]

/** A fact in a few words, for the list beside the article. */
export interface SaidFact {
  /** 'Norvale, cloud revenue' */
  readonly label: string
  /** 'up 13% to RMB31.742bn' */
  readonly value: string
}

/** Cents and fractions are told by facts in dollars and percent. */
const FACTORS = [1, 100, 0.01]

/** The figures of a fact that its passages print, in the order of the text. */
export function printedFigures(reading: Reading, fact: Fact): Quantity[] {
  const numbers = [fact.value, fact.by, fact.from, fact.to].flatMap((figure) => figure ?? [])
  return reading.quantities.filter(
    (quantity) =>
      fact.evidence.some(({ start, end }) => quantity.start >= start && quantity.end <= end) &&
      numbers.some((number) => FACTORS.some((factor) => isSame(quantity.value * factor, number))),
  )
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-6

/** How families that tell of two things put them. */
const TOLD_WITH_OBJECT: Partial<
  Readonly<Record<Fact['family'], (subject: string, measure: string, object: string) => SaidFact>>
> = {
  cause: (subject, measure, object) => ({ label: subject, value: `${measure}: ${object}` }),
  relation: (subject, measure, object) => ({
    label: subject,
    value: measure.includes(object) ? measure : `${measure} ${object}`,
  }),
  term: (subject, measure, object) => ({ label: subject, value: `${measure} ${object}` }),
  comparison: (subject, measure, object) => ({ label: `${subject}, ${measure}`, value: object }),
}

/** A fact as the margin says it, with its figures as the article prints them. */
export function sayFact(reading: Reading, fact: Fact): SaidFact {
  const { family, subject, measure = '', object } = fact
  const name = measure === '' || measure === subject ? subject : `${subject}, ${measure}`
  // 'Norvale, Norvale's revenue' says it twice.
  const label = measure.toLowerCase().includes(subject.toLowerCase()) ? measure : name
  if (family === 'role') return { label: subject, value: [measure, object].filter(Boolean).join(', ') }
  if (object !== undefined && TOLD_WITH_OBJECT[family])
    return TOLD_WITH_OBJECT[family](subject, measure, object)
  if (isClausal(fact)) return { label: subject, value: measure }
  const print = (number: Fact['by']): string => printed(reading, fact, number)
  const value = print(fact.value)
  // What employs 12,400 people has its figure in its words.
  if (family === 'level' && value !== '' && measure.includes(value)) return { label: subject, value: measure }
  if (family !== 'change') return { label, value }
  const steps = [
    fact.direction ?? '',
    print(fact.by),
    fact.from === undefined ? '' : `from ${print(fact.from)}`,
    fact.to === undefined ? '' : `to ${print(fact.to)}`,
  ]
  return { label, value: steps.filter((step) => step !== '').join(' ') }
}

/** A figure of the fact in the article's own writing; '' for none, or one the passage does not print. */
function printed(reading: Reading, fact: Fact, figure: Fact['by']): string {
  if (figure === undefined) return ''
  const number = typeof figure === 'number' ? figure : figure[0]
  const quantity = printedFigures(reading, { ...strip(fact), value: number })[0]
  return quantity ? reading.text.slice(quantity.outerStart, quantity.end) : ''
}

const strip = ({ by: _by, from: _from, to: _to, ...fact }: Fact): Fact => fact

/** Where the key of a question stands in its passages: its words, or the figures of its facts. */
export function findMarks(
  reading: Reading,
  evidence: readonly Evidence[],
  key: string,
  facts: readonly Fact[],
) {
  const words = evidence.flatMap((piece) => {
    const at = key === '' ? -1 : findWord(piece.quote, key)
    return at === -1 ? [] : [{ start: piece.start + at, end: piece.start + at + key.length }]
  })
  return words.length > 0 ? words.slice(0, 1) : facts.flatMap((fact) => figuresOf(reading, fact))
}

/** What a worked-out fact was worked out from is every figure of its passages. */
const figuresOf = (reading: Reading, fact: Fact): readonly Quantity[] =>
  fact.family === 'derived'
    ? reading.quantities.filter((quantity) =>
        fact.evidence.some(({ start, end }) => quantity.start >= start && quantity.end <= end),
      )
    : printedFigures(reading, fact)

/** The first place where the word stands by itself: '8%' is not in '18%'. */
function findWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const isOwn = (character: string) => !/[\p{L}\p{N}]/u.test(character)
    if (isOwn(text.charAt(at - 1)) && isOwn(text.charAt(at + word.length))) return at
  }
  return -1
}
