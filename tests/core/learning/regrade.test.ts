import { describe, expect, it } from 'vitest'
import {
  type AnswerByKind,
  arrangePlainly,
  judge,
  KINDS,
  type Kind,
  type QuestionOf,
  type Remedy,
  readAnswer,
  rekey,
  show,
  standUnder,
} from '#core'
import type { ShownOf, ShownPart } from '../../../core/learner.ts'
import { sound } from '../questions/support/sample.ts'

type Answer = AnswerByKind[Kind]

interface Case<K extends Kind> {
  readonly question: QuestionOf<K>
  /** What its own key says, what another key is to say, and what neither does. */
  readonly own: Answer
  readonly other: Answer
  readonly neither: Answer
  /** What the own answer comes to under the other key, and the other one under its own, reckoned by hand. */
  readonly ownByOther: number
  readonly otherByOwn: number
  /** A key that leaves part of it open; absent where none can. */
  readonly open?: Answer
  /** The other key in words. */
  readonly words: string
}

const shownOf = <K extends Kind>(question: QuestionOf<K>) =>
  show(question as never, arrangePlainly(question as never)) as ShownOf<K>
const idsOf = (parts: readonly ShownPart[], ...texts: readonly string[]): readonly string[] =>
  texts.map((text) => {
    const part = parts.find((each) => each.text === text)
    if (!part) throw new Error(`nothing says '${text}'`)
    return part.id
  })

const options = shownOf<'choice'>(sound.choice).options
const several = shownOf<'multiple-response'>(sound.multipleResponse).options
const items = shownOf<'ordering'>(sound.ordering).items
const { lefts, rights } = shownOf<'matching'>(sound.matching)
const pairs = (by: number) =>
  sound.matching.answer.map(([left], i, all) => {
    const [right] = idsOf(rights, all[(i + by) % all.length]?.[1] ?? '')
    return [idsOf(lefts, left)[0] ?? '', right ?? ''] as const
  })

const CASES: { readonly [K in Kind]: Case<K> } = {
  choice: {
    question: sound.choice,
    own: idsOf(options, '8%')[0] ?? '',
    other: idsOf(options, '32%')[0] ?? '',
    neither: idsOf(options, '5%')[0] ?? '',
    ...{ ownByOther: 0, otherByOwn: 0, words: '32%' },
  },
  'multiple-response': {
    question: sound.multipleResponse,
    own: idsOf(several, 'Brightmart', 'Oldbury'),
    other: idsOf(several, 'Brightmart'),
    neither: idsOf(several, 'Pennywise'),
    open: [],
    // One of one is right and one wrong; one of two is found.
    ...{ ownByOther: 0, otherByOwn: 0.5, words: 'Brightmart' },
  },
  'true-false': {
    question: sound.trueFalse,
    ...{ own: false, other: true, neither: '' as never },
    ...{ ownByOther: 0, otherByOwn: 0, words: 'True' },
  },
  number: {
    question: sound.number,
    ...{ own: 72.5, other: 24, neither: 1 },
    ...{ ownByOther: 0, otherByOwn: 0, words: '24 million pounds' },
  },
  cloze: {
    question: sound.cloze,
    ...{ own: '8%', other: '11%', neither: 'a lot' },
    ...{ ownByOther: 0, otherByOwn: 0, words: '11%' },
  },
  ordering: {
    question: sound.ordering,
    own: idsOf(items, 'Online sales', 'Revenue', 'Store sales'),
    other: idsOf(items, 'Revenue', 'Online sales', 'Store sales'),
    neither: idsOf(items, 'Store sales', 'Revenue', 'Online sales'),
    open: idsOf(items, 'Revenue'),
    // Two of three pairs stand the right way round: (2 - 1) / 3.
    ...{ ownByOther: 1 / 3, otherByOwn: 1 / 3, words: 'Revenue, Online sales, Store sales' },
  },
  matching: {
    question: sound.matching,
    ...{ own: pairs(0), other: pairs(1), neither: pairs(2) },
    open: pairs(1).slice(1),
    ...{ ownByOther: 0, otherByOwn: 0 },
    words: sound.matching.answer
      .map(([left], i, all) => `${left}: ${all[(i + 1) % all.length]?.[1]}`)
      .join('; '),
  },
  estimate: {
    question: sound.estimate,
    ...{ own: 72.5, other: 10, neither: 40 },
    ...{ ownByOther: 0, otherByOwn: 0, words: '10 million pounds' },
  },
}

describe.each(KINDS)('a %s question', (kind) => {
  const { question, own, other, neither, ownByOther, otherByOwn, open, words } = CASES[kind] as Case<Kind>
  const arrangement = arrangePlainly(question)
  const isSound = readAnswer(question, neither, arrangement) !== null
  const key = (remedy: 'accept-also' | 'corrected-key', of = other): Remedy => ({
    remedy,
    key: of,
    arrangement,
  })
  const under = (remedies: readonly Remedy[], answer: Answer | null, tries = 1) =>
    judge(standUnder(question, remedies), [{ answer, tries }], arrangement)
  const marks = (remedies: readonly Remedy[]) =>
    [own, other, null].map((answer) => under(remedies, answer).mark)

  it('is marked by its own key where nothing was done about it', () => {
    expect(under([], own).mark).toBe(1)
    expect(under([], other).mark).toBeCloseTo(otherByOwn, 9)
    expect(under([], null).mark).toBe(0)
    if (isSound) expect(under([], neither).mark).toBeLessThan(1)
  })

  it('is out of the score where it is void', () => {
    expect(marks([{ remedy: 'void' }])).toEqual([null, null, null])
    // What it would have come to can still be told.
    expect(under([{ remedy: 'void' }], own)).toMatchObject({
      credit: 'nothing',
      shows: null,
      feedback: { mark: 1 },
    })
  })

  it('gives the whole mark to everybody, which shows nothing of anybody', () => {
    expect(marks([{ remedy: 'full-credit' }])).toEqual([1, 1, 1])
    expect(under([{ remedy: 'full-credit' }], null, 3)).toMatchObject({
      mark: 1,
      shows: null,
      feedback: { mark: 0 },
    })
  })

  it('takes the better of two keys where another answer is accepted too', () => {
    expect(marks([key('accept-also')])).toEqual([1, 1, 0])
    expect(under([key('accept-also')], other)).toMatchObject({ shows: 1, credit: 'mark' })
    expect(under([key('accept-also')], null).feedback.key).toBe(`${under([], null).feedback.key} or ${words}`)
  })

  it('is marked by the new key alone where its key is corrected, and told by it', () => {
    const [byOwn, byOther, blank] = marks([key('corrected-key')])
    expect(byOwn).toBeCloseTo(ownByOther, 9)
    expect([byOther, blank]).toEqual([1, 0])
    const { feedback } = under([key('corrected-key')], null)
    expect(feedback.key).toBe(words)
    // Why the old key was right is no reason any more.
    expect(feedback.explanation).toBe('')
  })

  it('goes by the last that was done, to which a further key is added', () => {
    const all = [{ remedy: 'void' }, key('corrected-key'), { remedy: 'full-credit' }] as const
    expect(marks([key('corrected-key'), { remedy: 'void' }])).toEqual([null, null, null])
    expect(marks(all)).toEqual([1, 1, 1])
    expect(marks([...all, key('accept-also', own)])).toEqual([1, 1, 0])
    expect(marks([...all, key('corrected-key', own)])[0]).toBe(1)
    expect(marks([...all, key('corrected-key', own)])[1]).toBeCloseTo(otherByOwn, 9)
  })

  it('halves the mark for later tries, and takes the first that would have been the last', () => {
    const standing = standUnder(question, [key('corrected-key')])
    const first = { answer: other, tries: 1 }
    const second = { answer: own, tries: 2 }
    expect(judge(standing, [first, second], arrangement)).toMatchObject({ mark: 1, counted: first })
    const later = [
      { answer: own, tries: 1 },
      { answer: other, tries: 2 },
    ]
    expect(judge(standing, later, arrangement)).toMatchObject({ mark: 0.5, counted: later[1] })
    // By its own key an answer comes to what it was marked with as it was given.
    const given = [first, second]
    expect(judge(standUnder(question, []), given, arrangement)).toMatchObject({ mark: 0.5, counted: second })
  })

  it('takes no key that leaves part of it open, and shows the same whatever its key', () => {
    if (open !== undefined) {
      expect(rekey(question, open, arrangement)).toBeNull()
      expect(() => standUnder(question, [key('accept-also', open)])).toThrow('leaves part')
    }
    const keyed = rekey(question, other, arrangement)
    if (!keyed) throw new Error('the key was not taken')
    const { count: _, ...shown } = { count: 0, ...show(keyed, arrangement) }
    const { count: __, ...before } = { count: 0, ...show(question, arrangement) }
    expect(shown).toEqual(before)
    expect(judge(standUnder(keyed, []), [{ answer: other, tries: 1 }], arrangement).mark).toBe(1)
  })

  it('is left as it was', () => {
    const before = JSON.stringify(question)
    marks([key('accept-also'), key('corrected-key')])
    expect(JSON.stringify(question)).toBe(before)
  })
})
