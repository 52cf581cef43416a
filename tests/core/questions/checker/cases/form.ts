import {
  type Cases,
  choice,
  cloze,
  estimate,
  matching,
  multipleResponse,
  number,
  options,
  ordering,
  person,
  trueFalse,
  truth,
} from './case.ts'

export const form = {
  'no-negative': {
    breaks: [
      ['not', choice({ stem: 'By how much did the revenue of Harbour Foods not rise in 2024?' })],
      ['except', person({ stem: 'Who works for Harbour Foods except Tom Vale in 2025?' })],
      ["didn't", choice({ stem: "By how much didn't the revenue of Harbour Foods rise in 2024?" })],
      ['never', truth({ stem: 'Harbour Foods never spent £72.5m in 2024.' })],
      ['cannot', number({ stem: 'What cannot Harbour Foods spend in 2024?' })],
    ],
    keeps: [
      ['a plain question', choice()],
      ['NOT set off', person({ stem: 'Who is NOT named as working for Harbour Foods in 2025?' })],
      [
        'a name that holds the letters',
        choice({ stem: 'By how much did the revenue of Notting Hill Foods rise in 2024?' }),
      ],
      [
        'not only',
        choice({ stem: 'By how much did not only costs but the revenue of Harbour Foods rise in 2024?' }),
      ],
      [
        'a gap sentence in the words of the article',
        cloze({ stem: 'In 2024 the revenue of Harbour Foods rose _____, not its profit.' }),
      ],
    ],
  },
  'no-absolutes': {
    breaks: [
      ['always', truth({ stem: 'Harbour Foods always spent £72.5m in 2024.' })],
      ['only', choice({ stem: 'By how much did only the revenue of Harbour Foods rise in 2024?' })],
      ['never in an option', choice(options('never', '8%*', '12%'))],
      [
        'significantly',
        cloze({ stem: 'In 2024 the revenue of Harbour Foods rose significantly, by _____.' }),
      ],
      ['many', number({ stem: 'What was the capital expenditure of Harbour Foods on many stores in 2024?' })],
    ],
    keeps: [
      ['a plain question', choice()],
      [
        'several in the words of the passage',
        choice({
          stem: 'Which bank lends to several grocers?',
          evidence: [{ start: 0, end: 0, quote: 'Northgate Bank lends to several grocers' }],
        }),
      ],
      ['a plain statement', truth()],
      [
        'a name that holds the letters',
        choice({ stem: 'By how much did the revenue of Alliance rise in 2024?' }),
      ],
      ['how much', number()],
    ],
  },
  'stem-is-a-question': {
    breaks: [
      ['no question mark', choice({ stem: 'By how much did the revenue of Harbour Foods rise in 2024' })],
      [
        'too long',
        choice({ stem: `By how much did the revenue of Harbour Foods rise in 2024${' or so'.repeat(12)}?` }),
      ],
      [
        'a preposition without its noun',
        choice({ stem: 'By how much did the revenue of Harbour Foods during rise in 2024?' }),
      ],
      [
        'a past that lies ahead',
        choice({ stem: 'By how much did the revenue of Harbour Foods rise over the next three years?' }),
      ],
      [
        'which of the following',
        choice({ stem: 'Which of the following was the rise of revenue at Harbour Foods in 2024?' }),
      ],
      ['a sentence with a question mark', choice({ stem: 'Harbour Foods revenue in 2024?' })],
      [
        'given below',
        number({ stem: 'What is the capital expenditure of Harbour Foods in 2024, given below?' }),
      ],
    ],
    keeps: [
      ['a question', choice()],
      [
        'exactly thirty words',
        choice({ stem: `By how much did the revenue of Harbour Foods rise in 2024${' x'.repeat(18)}?` }),
      ],
      [
        'a rise as a noun',
        choice({ stem: 'If revenue of Harbour Foods rose to £280m in 2024, what was it before the rise?' }),
      ],
      [
        'a plan for years ahead',
        choice({ stem: 'How much will Harbour Foods spend over the next three years?' }),
      ],
      ['which company', choice({ stem: 'Which company had revenue of £280m in 2024?' })],
      ['a period first', choice({ stem: 'In 2024, by how much did the revenue of Harbour Foods rise?' })],
      [
        'following as an ordinary word',
        choice({ stem: 'How much did Harbour Foods spend in 2024, following a year of £24m?' }),
      ],
    ],
  },
  'one-slot-altered': {
    breaks: [
      [
        'two figures altered',
        trueFalse({ stem: 'The capital expenditure of Harbour Foods reached £37.8m in 2023.' }),
      ],
      [
        'figure and name altered',
        trueFalse({ stem: 'The capital expenditure of Oldbury reached £37.8m in 2024.' }),
      ],
      [
        'a word put in',
        trueFalse({ stem: 'The capital expenditure of Harbour Foods nearly reached £72.5m in 2024.' }),
      ],
      [
        'another sentence altogether',
        trueFalse({
          stem: 'Brightmart bought Pennywise from Northgate Bank for a very large sum of money in all.',
        }),
      ],
      [
        'a name for a figure',
        trueFalse({ stem: 'The capital expenditure of Harbour Foods reached Brightmart in 2024.' }),
      ],
      ['a question', trueFalse({ stem: 'Was the capital expenditure of Harbour Foods £37.8m in 2024?' })],
      ['no full stop', truth({ stem: 'The capital expenditure of Harbour Foods reached £72.5m in 2024' })],
    ],
    keeps: [
      ['one figure', trueFalse()],
      ['a true statement', truth()],
      [
        'one name',
        trueFalse({
          stem: 'Tom Vale was chief executive of Harbour Foods in March 2025.',
          correction: 'Anna Reid was chief executive of Harbour Foods in March 2025.',
        }),
      ],
      [
        'a figure and its article',
        trueFalse({
          stem: 'Harbour Foods reported a 12% rise in 2024.',
          correction: 'Harbour Foods reported an 8% rise in 2024.',
        }),
      ],
      [
        'the last word',
        trueFalse({ stem: 'Brightmart bought Oldbury.', correction: 'Brightmart bought Pennywise.' }),
      ],
      [
        'a figure with its noun',
        trueFalse({ stem: 'It opened 20 new stores.', correction: 'It opened 40 new stores.' }),
      ],
    ],
  },
  'one-gap': {
    breaks: [
      ['no gap', cloze({ stem: 'In 2024 the revenue of Harbour Foods rose 8%.' })],
      ['two gaps', cloze({ stem: 'In 2024 the revenue of _____ rose _____ to £280m.' })],
      ['a gap at the start', cloze({ stem: '_____ was the rise in revenue of Harbour Foods in 2024.' })],
      [
        'the answer elsewhere in the sentence',
        cloze({ stem: 'The revenue of Harbour Foods rose _____, that is by 8%, to £280m in 2024.' }),
      ],
      [
        'a small word',
        cloze({
          stem: 'In 2024 the revenue _____ Harbour Foods rose 8% to £280m.',
          answer: 'of',
          accepts: [],
        }),
      ],
      ['another figure accepted', cloze({ accepts: ['8 percent', '9%'] })],
      [
        'another person accepted',
        cloze({
          stem: 'In March 2025 the chief executive of Harbour Foods was _____.',
          answer: 'Anna Reid',
          accepts: ['Tom Vale'],
        }),
      ],
      ['nothing left of the sentence', cloze({ stem: 'It rose _____ then.' })],
    ],
    keeps: [
      ['one gap', cloze()],
      ['a bare number accepted', cloze({ accepts: ['8'] })],
      [
        'the surname accepted',
        cloze({
          stem: 'In March 2025 the chief executive of Harbour Foods was _____.',
          answer: 'Anna Reid',
          accepts: ['Reid', 'Ms Reid'],
        }),
      ],
      ['the gap at the end', cloze({ stem: 'In 2024 the revenue of Harbour Foods rose by _____.' })],
      [
        'a longer scale accepted',
        cloze({
          stem: 'In 2024 the revenue of Harbour Foods rose to _____.',
          answer: '£280m',
          accepts: ['£280 million', '280 million pounds'],
        }),
      ],
    ],
  },
  'number-readable': {
    breaks: [
      ['a unit that cuts a big number down', number({ answer: 72_500_000, unit: 'million pounds (£m)' })],
      ['a scale of thousands of billions', number({ answer: 1_000_000, unit: 'billion pounds (£bn)' })],
      ['no number', number({ answer: Number.POSITIVE_INFINITY })],
      ['a number that is none', number({ answer: Number.NaN })],
      ['a number too small to be typed', number({ answer: 1e-9, unit: '%' })],
    ],
    keeps: [
      ['millions of pounds', number()],
      ['percent', number({ answer: 8, unit: '%' })],
      ['a negative number', number({ answer: -3.5, unit: '%' })],
      ['people', number({ answer: 12400, unit: 'people' })],
      ['points', number({ answer: 2, unit: 'percentage points' })],
    ],
  },
} as const satisfies Readonly<Record<string, Cases>>

export const untouched = [
  choice(),
  person(),
  trueFalse(),
  number(),
  cloze(),
  multipleResponse(),
  ordering(),
  matching(),
  estimate(),
  person(options('Tom Vale', 'Anna Reid*', 'Mary Hollin')),
]
