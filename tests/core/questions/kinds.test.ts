import { describe, expect, it } from 'vitest'
import { markOf } from '../../../core/learning/mark.ts'
import { arrange, feedback, kinds, readAnswer, show } from '../../../core/questions/kinds.ts'
import { KINDS, type Kind, type Question, type QuestionOf } from '../../../core/questions/question.ts'
import { createRandom } from '../../../core/random.ts'
import { asks, facts, figure, seriesAsks, sound } from './support/sample.ts'

const random = () => createRandom(1)
const IDS = ['id-a', 'id-b', 'id-c', 'id-d', 'id-e', 'id-f']

const examples: { readonly [K in Kind]: QuestionOf<K> } = {
  choice: sound.choice,
  'true-false': sound.trueFalse,
  number: sound.number,
  cloze: sound.cloze,
  'multiple-response': sound.multipleResponse,
  ordering: sound.ordering,
  matching: sound.matching,
  estimate: sound.estimate,
}

/** Versions of one question that differ only in what is the key, by kind. */
const twins: { readonly [K in Kind]: readonly [QuestionOf<K>, QuestionOf<K>] } = {
  choice: [
    sound.choice,
    {
      ...sound.choice,
      answer: '32%',
      options: sound.choice.options.map((option) => ({ ...option, correct: option.text === '32%' })),
    },
  ],
  'true-false': [
    sound.trueFalse,
    { ...sound.trueFalse, answer: true, correction: undefined } as unknown as QuestionOf<'true-false'>,
  ],
  number: [sound.number, { ...sound.number, answer: 24.3 }],
  cloze: [sound.cloze, { ...sound.cloze, answer: '11%', accepts: ['eleven percent', '11', '11.0%'] }],
  'multiple-response': [
    sound.multipleResponse,
    {
      ...sound.multipleResponse,
      answer: ['Northgate Bank', 'Pennywise'],
      options: sound.multipleResponse.options.map((option) => ({ ...option, correct: !option.correct })),
    },
  ],
  ordering: [
    sound.ordering,
    {
      ...sound.ordering,
      answer: [...sound.ordering.answer].reverse(),
      reasons: [...sound.ordering.reasons].reverse(),
    },
  ],
  matching: [
    sound.matching,
    {
      ...sound.matching,
      answer: sound.matching.answer
        .map(([left], i, all) => [left, all[(i + 1) % all.length]?.[1] ?? ''] as const)
        .reverse(),
    },
  ],
  estimate: [sound.estimate, { ...sound.estimate, answer: 31 }],
}

/** What a learner sees, as bytes, with the random ids masked. */
function shownBytes(question: Question, draw: (question: Question) => unknown): string {
  return JSON.stringify(draw(question)).replaceAll(/id-[a-f]/g, 'id')
}

const drawn = (question: Question) => {
  const arrangement = arrange(question, IDS, random())
  return { arrangement, shown: show(question, arrangement) }
}

describe.each(KINDS)('before the answer, a %s question', (kind) => {
  it('shows the same bytes whatever the key is', () => {
    const [one, other] = twins[kind]
    expect(one).not.toEqual(other)
    expect(shownBytes(other, drawn)).toBe(shownBytes(one, drawn))
  })

  it('shows nothing of reasons, explanation, evidence or facts', () => {
    const bytes = shownBytes({ ...examples[kind], hint: 'a hint' } as Question, drawn)
    const question = examples[kind]
    expect(bytes).not.toContain(question.explanation)
    expect(bytes).not.toContain(question.facts[0])
    expect(bytes).not.toContain('a hint')
    expect(bytes).not.toContain('"correct"')
  })

  it('is caught when a leak is planted', () => {
    const leaky = (question: Question) => ({ ...drawn(question), answer: question.answer })
    const [one, other] = twins[kind]
    expect(shownBytes(other, leaky)).not.toBe(shownBytes(one, leaky))
  })
})

describe('a choice whose key comes first when stored', () => {
  it('is caught by the same comparison', () => {
    const [one, other] = twins.choice
    const keyFirst = (question: Question) => {
      const { options } = question as QuestionOf<'choice'>
      return [...options].sort((a, b) => Number(b.correct) - Number(a.correct)).map(({ text }) => text)
    }
    expect(shownBytes(other, keyFirst)).not.toBe(shownBytes(one, keyFirst))
  })
})

describe('the tolerance and unit of a number', () => {
  it.each([
    [72.5, 24.3],
    [18.1, 99.9],
    [45.6, 10.1],
  ])('are the same for %d and %d, so that they say nothing of the key', (a, b) => {
    const draftOf = (value: number) =>
      kinds.number.draft(
        { ...asks.capex, key: { ...asks.capex.key, value: value * 1e6, text: `£${value}m` } },
        random(),
      )
    expect(draftOf(a)).toMatchObject({ tolerance: 0, unit: 'million pounds (£m)' })
    expect(draftOf(b)).toMatchObject({ tolerance: 0, unit: 'million pounds (£m)' })
  })

  it('leaves room where the article says about', () => {
    const fact = { ...facts.openings, exactness: 'about' }
    const draft = kinds.number.draft(
      { ...asks.level, fact, key: figure('12,400 people', 12400, 'person') },
      random(),
    )
    expect(draft?.tolerance).toBe(100)
  })

  it('asks for long figures within a step that depends on their length alone', () => {
    const tolerance = (value: number) =>
      kinds.number.draft(
        { ...asks.level, key: figure(`${value}`, value, 'person', { decimals: 1 }) },
        random(),
      )?.tolerance
    expect(tolerance(1234.5)).toBe(tolerance(9876.5))
  })
})

describe('drafts', () => {
  it('of a choice put rivals of the article first and sort figures', () => {
    const draft = kinds.choice.draft(asks.capex, random(), { ranks: [2] })
    expect(draft?.options.map(({ text }) => text)).toEqual(['£24m', '£37.8m', '£72.5m', '£136m'])
    expect(draft?.options.find(({ text }) => text === '£24m')?.why).toBe(
      'That was the capital expenditure of 2023.',
    )
  })

  it('of a choice put the key in the place wished for where the article allows it', () => {
    const places = [1, 2].map((rank) => {
      const draft = kinds.choice.draft(asks.growth, random(), { ranks: [rank] })
      return draft?.options.findIndex(({ correct }) => correct)
    })
    expect(places).toEqual([1, 2])
  })

  it('of a choice make up figures in the style of the key, with an honest reason', () => {
    const draft = kinds.choice.draft({ ...asks.capex, rivals: [] }, random(), { ranks: [1] })
    expect(draft?.options).toHaveLength(4)
    for (const { text, correct, why } of draft?.options ?? []) {
      expect(text).toMatch(/^£\d+\.\d[m]$/)
      if (!correct) expect(why).toMatch(/^The article gives no such figure\. .*£72\.5m/)
    }
  })

  it('of a choice never make up a figure that the article gives', () => {
    const taken = Array.from({ length: 400 }, (_, index) => ({ value: index * 1e6, unit: 'GBP' }))
    const draft = kinds.choice.draft({ ...asks.level, rivals: [] }, random(), { taken })
    expect(draft).toBeNull()
  })

  it('of a choice need two good rivals', () => {
    const [first] = asks.chief.rivals
    expect(kinds.choice.draft({ ...asks.chief, rivals: [first] }, random())).toBeNull()
    expect(
      kinds.choice.draft({ ...asks.chief, rivals: asks.chief.rivals.slice(0, 2) }, random())?.options,
    ).toHaveLength(3)
  })

  it('of a statement are true or false as wished, the false one with its correction', () => {
    expect(kinds['true-false'].draft(asks.growth, random(), { truth: true })).toMatchObject({
      stem: 'The revenue of Harbour Foods rose 8% in 2024.',
      answer: true,
    })
    expect(kinds['true-false'].draft(asks.growth, random(), { truth: false })).toMatchObject({
      answer: false,
      correction: 'The revenue of Harbour Foods rose 8% in 2024.',
    })
  })

  it('of a statement let a and an follow what fills the slot', () => {
    const statement = 'Harbour Foods reported an {} rise in revenue in 2024.'
    const draft = kinds['true-false'].draft({ ...asks.growth, statement }, random(), { truth: false })
    expect(draft?.stem).toMatch(/reported a (5|32)% rise/)
    expect(draft?.correction).toContain('reported an 8% rise')
  })

  it('of a gap sentence accept the usual writings', () => {
    expect(kinds.cloze.draft(asks.growth, random())).toMatchObject({
      stem: 'The revenue of Harbour Foods rose _____ to £280m in 2024.',
      answer: '8%',
      accepts: ['8', '8 percent', '8 per cent'],
    })
  })

  it('of a gap sentence are not made where the gap opens it', () => {
    expect(kinds.cloze.draft({ ...asks.chief, sentence: '{} is chief executive.' }, random())).toBeNull()
  })

  it('of a number are made of single figures only', () => {
    expect(kinds.number.draft(asks.chief, random())).toBeNull()
    expect(kinds.number.draft({ ...asks.growth, key: { ...asks.growth.key, high: 9 } }, random())).toBeNull()
    expect(kinds.number.draft(asks.capex, random())).toMatchObject({
      answer: 72.5,
      unit: 'million pounds (£m)',
    })
  })

  it.each(KINDS)('of kind %s are the same for the same ask and seed', (kind) => {
    for (const ask of [...Object.values(asks), ...Object.values(seriesAsks)]) {
      expect(kinds[kind].draft(ask, createRandom(7))).toEqual(kinds[kind].draft(ask, createRandom(7)))
    }
  })
})

const answered = (question: Question, raw: unknown) => {
  const arrangement = arrange(question, IDS, random())
  const answer = readAnswer(question, raw, arrangement)
  return answer === undefined ? undefined : feedback(question, answer, arrangement)
}

describe('an answer', () => {
  const idOf = (text: string) => {
    const arrangement = arrange(sound.choice, IDS, random())
    const shown = show(sound.choice, arrangement)
    return shown.kind === 'choice' ? shown.options.find((option) => option.text === text)?.id : undefined
  }

  it('to a choice is right for the key and says why another is wrong', () => {
    expect(answered(sound.choice, idOf('8%'))).toMatchObject({
      mark: 1,
      key: '8%',
      given: '8%',
      keyId: idOf('8%'),
    })
    expect(answered(sound.choice, idOf('8%'))).not.toHaveProperty('why')
    expect(answered(sound.choice, idOf('32%'))).toMatchObject({
      mark: 0,
      given: '32%',
      why: 'That is how much online sales rose.',
    })
  })

  it('to a false statement shows the true one', () => {
    expect(answered(sound.trueFalse, false)).toMatchObject({
      mark: 1,
      correction: sound.trueFalse.correction,
    })
    expect(answered(sound.trueFalse, 'true')).toMatchObject({
      mark: 0,
      correction: sound.trueFalse.correction,
    })
  })

  it('as a number is right within the tolerance', () => {
    expect(answered(sound.number, 72.5)).toMatchObject({ mark: 1, key: '72.5 million pounds' })
    expect(answered(sound.number, 72.4)).toMatchObject({
      mark: 0,
      given: '72.4 million pounds',
    })
    expect(answered({ ...sound.number, tolerance: 0.5 }, 73)).toMatchObject({ mark: 1 })
    expect(answered({ ...sound.number, answer: 0.3, tolerance: 0 }, 0.1 + 0.2)).toMatchObject({ mark: 1 })
  })

  it.each([
    [sound.trueFalse, true],
    [sound.number, 72.4],
    [sound.cloze, '9%'],
  ])('that is wrong gets no reason where the right one says it all', (question, raw) => {
    expect(answered(question, raw)).toMatchObject({ mark: 0 })
    expect(answered(question, raw)).not.toHaveProperty('why')
  })

  it('in a gap is right in any accepted spelling', () => {
    for (const text of ['8%', ' 8 percent ', '8', '8 PER CENT'])
      expect(answered(sound.cloze, text)).toMatchObject({ mark: 1 })
    expect(answered(sound.cloze, '9%')).toMatchObject({ mark: 0, key: '8%', given: '9%' })
  })

  it.each([
    [sound.choice, 'no-such-id'],
    [sound.choice, 3],
    [sound.trueFalse, 'yes'],
    [sound.trueFalse, 1],
    [sound.trueFalse, ['true']],
    [sound.number, '72.5'],
    [sound.number, Number.NaN],
    [sound.number, {}],
    [sound.cloze, 8],
    [sound.cloze, 'x'.repeat(1000)],
    [sound.cloze, undefined],
    [sound.multipleResponse, 'id-a'],
    [sound.multipleResponse, ['id-a', 'id-a']],
    [sound.multipleResponse, ['id-a', 'no-such-id']],
    [sound.ordering, ['id-a', 'id-b']],
    [sound.ordering, ['id-a', 'id-b', 'id-b']],
    [sound.ordering, [['id-a'], 'id-b', 'id-c']],
    [sound.matching, ['id-a', 'id-d']],
    [sound.matching, [['id-d', 'id-a']]],
    [
      sound.matching,
      [
        ['id-a', 'id-d'],
        ['id-b', 'id-d'],
      ],
    ],
    [sound.matching, [['id-a', 'id-d', 'id-e']]],
    [sound.estimate, '72.5'],
    [sound.estimate, Number.POSITIVE_INFINITY],
  ])('that is none to this question is told apart from a wrong one', (question, raw) => {
    expect(answered(question, raw)).toBeUndefined()
  })

  it.each(Object.values(examples))('left blank earns nothing', (question) => {
    expect(answered(question, null)).toMatchObject({ mark: 0, given: '' })
    expect(answered(question, null)).not.toHaveProperty('why')
  })
})

/** The ids under which an attempt shows these texts. */
function idsOf(question: Question, ...texts: readonly string[]): string[] {
  const shown = show(question, arrange(question, IDS, random()))
  const parts =
    shown.kind === 'ordering'
      ? shown.items
      : shown.kind === 'matching'
        ? [...shown.lefts, ...shown.rights]
        : 'options' in shown
          ? shown.options
          : []
  return texts.map((text) => parts.find((part) => part.text === text)?.id ?? '')
}

describe('an answer of several parts', () => {
  it('to a multiple response earns a share for each right option and loses one for each wrong one', () => {
    const { multipleResponse } = sound
    const mark = (...texts: string[]) => answered(multipleResponse, idsOf(multipleResponse, ...texts))?.mark
    expect(mark('Brightmart', 'Oldbury')).toBe(1)
    expect(mark('Brightmart')).toBe(0.5)
    expect(mark('Brightmart', 'Pennywise')).toBe(0)
    expect(mark('Brightmart', 'Oldbury', 'Pennywise')).toBe(0.5)
    expect(mark('Pennywise', 'Northgate Bank')).toBe(0)
  })

  it('to a multiple response is told of each option whether it was rightly left or taken, and why', () => {
    const { multipleResponse } = sound
    const told = answered(multipleResponse, idsOf(multipleResponse, 'Brightmart', 'Pennywise'))
    const [taken, missed] = idsOf(multipleResponse, 'Brightmart', 'Oldbury')
    expect(told?.parts).toHaveLength(4)
    expect(told?.parts?.find(({ id }) => id === taken)).toEqual({
      id: taken,
      isRight: true,
      key: 'right',
      why: 'Harbour Foods competes with Brightmart.',
    })
    expect(told?.parts?.find(({ id }) => id === missed)).toMatchObject({ isRight: false, key: 'right' })
  })

  it('to an ordering earns Kendall’s tau, nothing below zero', () => {
    const { ordering } = sound
    const mark = (...texts: string[]) => answered(ordering, idsOf(ordering, ...texts))?.mark
    expect(mark('Online sales', 'Revenue', 'Store sales')).toBe(1)
    expect(mark('Revenue', 'Online sales', 'Store sales')).toBeCloseTo(1 / 3)
    expect(mark('Store sales', 'Revenue', 'Online sales')).toBe(0)
  })

  it('to an ordering is told the right place of each item and its figure', () => {
    const { ordering } = sound
    const told = answered(ordering, idsOf(ordering, 'Revenue', 'Online sales', 'Store sales'))
    expect(told?.parts?.map(({ isRight, key, why }) => [isRight, key, why])).toEqual([
      [false, '1', 'Online sales climbed 32%.'],
      [false, '2', 'Revenue rose 8%.'],
      [true, '3', 'Store sales increased 5%.'],
    ])
    expect(told?.parts?.map(({ id }) => id)).toEqual(idsOf(ordering, ...ordering.answer))
  })

  it('to a matching earns the share of its pairs, those left out counting as wrong', () => {
    const { matching } = sound
    const pairs = matching.answer.map((pair) => idsOf(matching, ...pair))
    expect(answered(matching, pairs)).toMatchObject({ mark: 1 })
    expect(answered(matching, pairs.slice(1))?.mark).toBeCloseTo(2 / 3)
    const [[a, x] = [], [b, y] = [], [c, z] = []] = pairs
    expect(
      answered(matching, [
        [a, y],
        [b, x],
        [c, z],
      ])?.mark,
    ).toBeCloseTo(1 / 3)
    expect(answered(matching, [[a, y]])?.parts?.find(({ id }) => id === a)).toEqual({
      id: a,
      isRight: false,
      key: 'chief executive of Harbour Foods',
      why: 'Anna Reid is chief executive of Harbour Foods.',
    })
  })

  it('as an estimate earns the less the farther off it is, nothing from a quarter beyond the tolerance', () => {
    const mark = (value: number) => answered(sound.estimate, value)?.mark
    expect(mark(72.5)).toBe(1)
    expect(mark(77.5)).toBe(1)
    expect(mark(77.5 + 72.5 / 8)).toBeCloseTo(0.5)
    expect(mark(67.5 - 72.5 / 8)).toBeCloseTo(0.5)
    expect(mark(77.5 + 72.5 / 4)).toBe(0)
    expect(mark(20)).toBe(0)
  })
})

describe('an estimate', () => {
  const drafted = (value: number, seed: number) =>
    kinds.estimate.draft(
      { ...asks.capex, key: { ...asks.capex.key, value: value * 1e6, text: `£${value}m` } },
      createRandom(seed),
    )

  it('stands anywhere on its scale, so that its place tells nothing', () => {
    const places = Array.from({ length: 200 }, (_, seed) => {
      const draft = drafted(72.5, seed)
      return draft ? (draft.answer - draft.low) / (draft.high - draft.low) : -1
    })
    for (const from of [0.1, 0.3, 0.5, 0.7])
      expect(places.filter((place) => place >= from && place < from + 0.2).length).toBeGreaterThan(25)
    expect(Math.min(...places)).toBeGreaterThan(0.05)
    expect(Math.max(...places)).toBeLessThan(0.95)
  })

  it('has round ends and a tolerance that follows from them alone', () => {
    for (let seed = 0; seed < 50; seed++) {
      const draft = drafted(41.9, seed)
      if (!draft) throw new Error('no draft')
      const shown = kinds.estimate.show(draft, { ids: [], order: [] })
      expect(
        Number.isInteger(Math.round((draft.high - draft.low) * 1e6) / Math.round(shown.step * 1e6)),
      ).toBe(true)
      expect(draft.tolerance).toBeGreaterThanOrEqual(shown.step)
      expect(kinds.estimate.show({ ...draft, answer: draft.low + 1 }, { ids: [], order: [] })).toEqual(shown)
    }
  })

  it('is not made of small figures, ranges and names', () => {
    expect(drafted(4, 1)).toBeNull()
    expect(kinds.estimate.draft(asks.chief, random())).toBeNull()
    expect(
      kinds.estimate.draft({ ...asks.capex, key: { ...asks.capex.key, high: 80e6 } }, random()),
    ).toBeNull()
  })
})

describe('marks', () => {
  it.each(['choice', 'true-false', 'number', 'cloze'] as const)('for %s are all or nothing', (kind) => {
    expect(markOf(kind, { right: true })).toBe(1)
    expect(markOf(kind, { right: false })).toBe(0)
    expect(markOf(kind, null)).toBe(0)
  })

  it('are halved by each further try', () => {
    expect(markOf('choice', { right: true }, 2)).toBe(0.5)
    expect(markOf('choice', { right: true }, 3)).toBe(0.25)
  })
})
