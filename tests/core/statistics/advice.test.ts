import { describe, expect, it } from 'vitest'
import { ADVICE, type Advice, adviceOn, FEWEST_PEOPLE, type Judged, setStatistics, sumsOf } from '#core'
import { answer } from '../../support/answer-matrices.ts'
import { choice, OPTIONS, statisticsOf } from './support/judged.ts'

const plain = (more: Parameters<typeof statisticsOf>[0], chance = 0): Judged => ({
  statistics: statisticsOf(more),
  options: [],
  chance,
})
const given = (judged: Judged): Advice[] => adviceOn(judged).map(({ advice }) => advice)
const SECOND_KEY = { text: '13%', correct: true, why: 'The article says this as well.' }
const negative = { value: -0.1, people: 40 }

/** For each advice where it is given, with its words, and where it is only just not. */
const CASES: Readonly<
  Record<
    Advice,
    { readonly yes: Judged; readonly says: string; readonly option?: number; readonly no: readonly Judged[] }
  >
> = {
  'too-few': {
    yes: plain({ people: 9, right: 9 }),
    says: 'Too few answers to say: 9 so far, and it takes 10.',
    no: [plain({ people: FEWEST_PEOPLE, right: 5 })],
  },
  'key-doubted': {
    yes: plain({ people: 40, right: 20, correlation: negative, upperLower: negative }),
    says: 'Those who did well were wrong more often than those who did badly: look at the key.',
    no: [
      plain({ people: 29, right: 15, correlation: negative, upperLower: negative }),
      plain({ people: 40, right: 20, correlation: negative }),
      plain({ people: 40, right: 20, upperLower: negative }),
      plain({ people: 40, right: 20, correlation: { value: null, people: 40 }, upperLower: negative }),
    ],
  },
  'wrong-for-the-able': {
    yes: choice([20, 10, 10], { rests: [0.5, 0.6, 0.4] }),
    says: 'Those who chose ‘32%’ did better on the other questions than those who chose the key: it may be right as well.',
    option: 1,
    no: [
      choice([20, 10, 10], { rests: [0.5, 0.5, 0.4] }),
      choice([20, 4, 16], { rests: [0.5, 0.9, 0.4] }),
      choice([4, 26, 10], { rests: [0.5, 0.6, 0.4] }),
      choice([15, 7, 7], { rests: [0.5, 0.6, 0.4] }),
      // Two of the three are right.
      { ...choice([20, 10, 10], { rests: [0.5, 0.6, 0.4] }), options: OPTIONS.with(2, SECOND_KEY) },
    ],
  },
  poor: {
    yes: plain({ people: 40, right: 20, upperLower: { value: 0.19, people: 40 } }),
    says: 'Those who did well did hardly better here than those who did badly: it may ask something else, or not be clear.',
    no: [
      plain({ people: 40, right: 20, upperLower: { value: 0.2, people: 40 } }),
      plain({ people: 40, right: 20, upperLower: { value: null, people: 40 } }),
      plain({ people: 29, right: 15, upperLower: { value: 0, people: 29 } }),
      plain({ people: 40, right: 37, upperLower: { value: 0.1, people: 40 } }),
      plain({ people: 40, right: 3, upperLower: { value: 0.1, people: 40 } }),
      plain({ people: 40, right: 20, correlation: negative, upperLower: negative }),
    ],
  },
  'nearly-all-right': {
    yes: plain({ people: 30, right: 28 }),
    says: 'Nearly everybody had it right (28 of 30).',
    no: [plain({ people: 30, right: 27 })],
  },
  'hardly-any-right': {
    yes: plain({ people: 40, right: 3 }),
    says: 'Hardly anybody had it right (3 of 40): read the passage again together, and look at the key.',
    no: [plain({ people: 40, right: 4 })],
  },
  'no-better-than-chance': {
    yes: plain({ people: 40, right: 10 }, 1 / 4),
    says: 'It was answered no better than by chance.',
    no: [
      plain({ people: 40, right: 11 }, 1 / 4),
      plain({ people: 40, right: 10 }, 0),
      plain({ people: 40, right: 3 }, 1 / 4),
    ],
  },
  'most-chose': {
    yes: choice([20, 7, 2]),
    says: 'Most who were wrong chose ‘32%’ (7 of 9). 32% is the growth of the international business, not of the group.',
    option: 1,
    no: [
      choice([20, 5, 5]),
      choice([20, 4, 0]),
      // Whoever is wrong has nothing else to choose.
      { ...choice([20, 9, 0]), options: OPTIONS.slice(0, 2) },
    ],
  },
  'nobody-chose': {
    yes: choice([20, 10, 0]),
    says: 'Nobody chose ‘13%’: it does no work.',
    option: 2,
    no: [choice([20, 9, 0]), choice([20, 9, 1]), choice([0, 20, 20]), choice([37, 3, 0])],
  },
  'few-chose': {
    yes: choice([40, 18, 2]),
    says: 'Hardly anybody chose ‘13%’ (2 of 60).',
    option: 2,
    no: [choice([40, 17, 2]), choice([40, 17, 3]), choice([40, 20, 0]), choice([56, 2, 2])],
  },
  'certain-but-wrong': {
    yes: plain({ certain: 3, sure: 6 }),
    says: 'Of 6 who were wrong and said how sure they were, 3 were certain: worth talking over.',
    no: [plain({ certain: 3, sure: 7 }), plain({ certain: 4, sure: 4 })],
  },
  'many-blank': {
    yes: plain({ people: 40, right: 20, blanks: 8 }),
    says: '8 of 40 left it blank: it may not be clear what is asked for.',
    no: [plain({ people: 40, right: 20, blanks: 7 })],
  },
}

describe.each(ADVICE)('the advice %s', (advice) => {
  const { yes, says, option = null, no } = CASES[advice]

  it('is given in these words', () => {
    expect(adviceOn(yes)).toContainEqual({ advice, says, option })
  })

  it.each(no.map((judged, i) => [i + 1, judged] as const))(
    'is not given just beside it (%i)',
    (_, judged) => {
      expect(given(judged)).not.toContain(advice)
    },
  )
})

describe('advice', () => {
  it('is not given where all is well', () => {
    expect(adviceOn(choice([60, 20, 20]))).toEqual([])
  })

  it('of too few answers stands alone', () => {
    expect(given(choice([1, 8, 0], { certain: 8, sure: 8 }))).toEqual(['too-few'])
  })

  it('comes in its order, the gravest first', () => {
    const judged = choice([3, 57, 0], { correlation: negative, upperLower: negative, certain: 30, sure: 57 })
    expect(given(judged)).toEqual([
      'key-doubted',
      'hardly-any-right',
      'most-chose',
      'nobody-chose',
      'certain-but-wrong',
    ])
  })

  it('takes a question without answers for one with too few', () => {
    expect(given(plain({ people: 0, right: 0 }))).toEqual(['too-few'])
  })

  it('finds a wrong key from the answers themselves', () => {
    // The able, who have the other four right, all choose the second option; the key says the first.
    const rows = Array.from({ length: 40 }, (_, person) => {
      const able = person % 2 === 0
      return [
        answer(able ? 0 : 1, { chosen: [able ? 1 : 0] }),
        ...[0, 1, 2, 3].map((i) => answer(able || i === person % 4 ? 1 : 0)),
      ]
    })
    const [statistics] = setStatistics(sumsOf(rows, [3, 0, 0, 0, 0])).items
    if (!statistics) throw new Error('a question has no statistics')
    expect(given({ statistics, options: OPTIONS, chance: 1 / 3 })).toEqual([
      'key-doubted',
      'wrong-for-the-able',
      'most-chose',
      'nobody-chose',
    ])
  })
})
