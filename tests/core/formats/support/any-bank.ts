import fc from 'fast-check'
import { type Bank, type Carried, KINDS, type Kind } from '#core'
import { GAP } from '../../../../core/questions/question.ts'

/** Signs that one format or another reads as its own, among letters of several scripts. */
const SIGN = fc.constantFrom(...('~=#{}:\\[]%*<>&"\',;@+-/|$“”‘’–€é日😀.?!_()'.match(/./gu) ?? []))
const WORD = fc.string({ unit: fc.oneof(fc.constantFrom(...'abcXYZ019'), SIGN), minLength: 1, maxLength: 12 })
const TROUBLE = fc.constantFrom(
  '->',
  '&&061;',
  '%50%',
  '[html]',
  '####',
  '//',
  '::',
  '=A1',
  '-5',
  '+1',
  '@x',
  "'=x",
  '&amp;',
  '<b>',
  ']]>',
  '$CATEGORY:',
  'TRUE',
)
const words = (most: number) =>
  fc
    .array(fc.oneof({ weight: 9, arbitrary: WORD }, TROUBLE), { minLength: 1, maxLength: most })
    .map((all) => all.join(' '))
const text = words(6)
const short = words(3)
const maybe = fc.oneof(fc.constant(''), short)
const figure = fc
  .oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.double({ min: -1e18, max: 1e18, noNaN: true }).map((n) => Number(n.toPrecision(6))),
    fc.double({ min: -1e-6, max: 1e-6, noNaN: true }).map((n) => Number(n.toPrecision(6))),
  )
  .map((n) => (n === 0 ? 0 : n))
const size = figure.map(Math.abs)

const base = { stem: text, explanation: maybe, hint: fc.option(short, { nil: undefined }) }
const distinct = (most: number, least = 2) => fc.uniqueArray(short, { minLength: least, maxLength: most })

const options = (right: (count: number) => fc.Arbitrary<number[]>) =>
  distinct(8, 3).chain((texts) =>
    fc
      .tuple(right(texts.length), fc.array(maybe, { minLength: texts.length, maxLength: texts.length }))
      .map(([places, whys]) =>
        texts.map((each, i) => ({ text: each, correct: places.includes(i), why: whys[i] ?? '' })),
      ),
  )
const withReasons = <Item>(items: fc.Arbitrary<Item[]>) =>
  items.chain((answer) =>
    fc
      .array(maybe, { minLength: answer.length, maxLength: answer.length })
      .map((reasons) => ({ answer, reasons })),
  )

/** Parts of any question of a kind. */
const PARTS: { readonly [K in Kind]: fc.Arbitrary<Record<string, unknown>> } = {
  choice: fc.record({ ...base, options: options((count) => fc.nat(count - 1).map((i) => [i])) }),
  'multiple-response': fc.record({
    ...base,
    options: options((count) => fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count - 1 })),
  }),
  'true-false': fc
    .record({ ...base, answer: fc.boolean(), correction: text })
    .map(({ correction, ...rest }) => (rest.answer ? rest : { ...rest, correction })),
  number: fc.record({ ...base, answer: figure, unit: maybe, tolerance: size }),
  cloze: fc
    .record({ ...base, answer: short, accepts: fc.array(short, { maxLength: 3 }) })
    .map(({ stem, ...rest }) => ({ ...rest, stem: `${stem} ${GAP} ${stem}` })),
  ordering: fc.tuple(fc.record(base), withReasons(distinct(10))).map(([a, b]) => ({ ...a, ...b })),
  matching: fc
    .tuple(
      fc.record(base),
      withReasons(
        fc
          .tuple(distinct(6), distinct(6))
          .map(([lefts, rights]) => lefts.slice(0, rights.length).map((left, i) => [left, rights[i] ?? ''])),
      ),
    )
    .map(([a, b]) => ({ ...a, ...b })),
  estimate: fc.record({ ...base, answer: figure, unit: maybe, tolerance: size, low: figure, high: figure }),
}

const ORDER = [
  'kind',
  'stem',
  'options',
  'answer',
  'unit',
  'tolerance',
  'low',
  'high',
  'accepts',
  'correction',
  'reasons',
  'explanation',
  'hint',
]

/** Any question of a kind, as it leaves the house: what may stand in one, with signs that formats read as their own. */
export const anyOf = (kind: Kind): fc.Arbitrary<Carried> =>
  fc
    .record({ parts: PARTS[kind], id: fc.uuid(), passages: fc.array(text, { maxLength: 3 }) })
    .map(({ parts, id, passages }) => {
      const given: Record<string, unknown> = { ...parts, kind }
      const says = Object.fromEntries(
        ORDER.flatMap((part) => (given[part] === undefined ? [] : [[part, given[part]]])),
      )
      return { id, says, passages, evidence: [], source: null } as unknown as Carried
    })

/** Any bank with a question of every kind. */
export const anyBank: fc.Arbitrary<Bank> = fc
  .tuple(...KINDS.map(anyOf))
  .map((questions) => ({ title: 'A bank', sources: [], questions }))
