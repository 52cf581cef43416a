import { facts } from '../../support/sample.ts'
import { type Cases, choice, cloze, number, options, person, trueFalse, truth } from './case.ts'

const capex = {
  facts: ['f-capex'],
  evidence: facts.capex.evidence,
  stem: 'What was the capital expenditure of Harbour Foods in 2024?',
}
const revenue = { facts: ['f-revenue'], evidence: facts.revenue.evidence }
const shares = { facts: ['f-shares'], evidence: facts.shares.evidence }
const purchase = { facts: ['f-purchase'], evidence: facts.purchase.evidence }
const rivals = { facts: ['f-rivals'], evidence: facts.rivals.evidence }
const bankruptcy = {
  facts: ['f-bankruptcy'],
  evidence: facts.bankruptcy.evidence,
  stem: 'On what date did Oldbury file for bankruptcy?',
}

export const keys = {
  'no-second-key': {
    breaks: [
      ['the key rounded', choice({ ...capex, ...options('£24m', '£72.5m*', '£73m') })],
      ['the key in another scale', choice({ ...capex, ...options('£0.0725bn', '£72.5m*', '£90m') })],
      [
        'the amount in brackets behind the key',
        choice({
          ...revenue,
          stem: 'To how much did the revenue of Harbour Foods rise in 2024?',
          ...options('£200m', '£280m*', '€330m'),
        }),
      ],
      ['the key in words', choice(options('eight per cent', '8%*', '12%'))],
      ['part of a name', person(options('Reid', 'Anna Reid*', 'Tom Vale'))],
      [
        'a date written another way',
        choice({ ...bankruptcy, ...options('January 16, 2025', '16 January 2025*', '4 March 2025') }),
      ],
      [
        'another that did the same',
        choice({
          ...rivals,
          stem: 'Which company competes with Brightmart and Oldbury?',
          ...options('Harbour Foods', 'Harbour Foods*', 'Northgate Bank'),
        }),
      ],
      [
        'a lower figure where only a lower bound is stated',
        choice({
          ...shares,
          stem: 'By more than how much did the shares of Harbour Foods fall on 4 March 2025?',
          ...options('5%', '9%*', '12%'),
        }),
      ],
      [
        'a name that begins as one of the question does',
        choice({
          ...purchase,
          stem: 'Who bought a mill of Brightmart in 2019?',
          ...options('Brightmartini', 'Oldbury*', 'Northgate'),
          facts: [],
        }),
      ],
      [
        'a false statement with a weaker bound',
        trueFalse({
          ...shares,
          stem: 'The shares of Harbour Foods fell by more than 8% on 4 March 2025.',
          correction: 'The shares of Harbour Foods fell by more than 9% on 4 March 2025.',
        }),
      ],
      [
        'a false statement that is the key rounded',
        trueFalse({ stem: 'The capital expenditure of Harbour Foods reached £73m in 2024.' }),
      ],
    ],
    keeps: [
      ['other figures', choice()],
      [
        'higher figures where only a lower bound is stated',
        choice({
          ...shares,
          stem: 'By more than how much did the shares of Harbour Foods fall on 4 March 2025?',
          ...options('9%*', '12%', '15%'),
        }),
      ],
      ['the level of the year before', choice({ ...capex, ...options('£24m', '£72.5m*', '£136m') })],
      ['a figure one step away', choice(options('7%', '8%*', '12%'))],
      ['another person', person()],
      [
        'another day of the same month',
        choice({ ...bankruptcy, ...options('14 January 2025', '16 January 2025*', '4 March 2025') }),
      ],
      ['a false statement with the figure of another measure', trueFalse()],
    ],
  },
  'one-frame': {
    breaks: [
      [
        'the figure of a quarter, asked for without a time',
        number({
          ...capex,
          stem: 'What was the capital expenditure of Harbour Foods?',
          evidence: [{ start: 0, end: 0, quote: 'Capital expenditure was £72.5m in the final quarter.' }],
          needsArticle: true,
        }),
      ],
      [
        'the figure of half a year, asked for without a time',
        number({
          ...capex,
          stem: 'What was the capital expenditure of Harbour Foods?',
          evidence: [{ start: 0, end: 0, quote: 'In the first half capital expenditure was £72.5m.' }],
          needsArticle: true,
        }),
      ],
      [
        'guidance and actual not told apart',
        number({
          ...revenue,
          stem: 'What was the revenue of Harbour Foods?',
          answer: 280,
          needsArticle: true,
        }),
      ],
      [
        'a gap sentence without its year',
        cloze({ stem: 'The revenue of Harbour Foods was _____.', answer: '£280m', accepts: [] }),
      ],
      ['a statement without its year', truth({ ...revenue, stem: 'Harbour Foods has revenue of £280m.' })],
      [
        'a choice without its year',
        choice({
          ...revenue,
          stem: 'How much revenue does Harbour Foods have?',
          ...options('£200m', '£280m*', '£390m'),
        }),
      ],
      [
        'guidance without its year in a plain tense',
        number({
          facts: ['f-guidance'],
          evidence: facts.guidance.evidence,
          stem: 'What is the revenue of Harbour Foods?',
          answer: 310,
        }),
      ],
    ],
    keeps: [
      [
        'the figure of a quarter with its quarter',
        number({
          ...capex,
          stem: 'What was the capital expenditure of Harbour Foods in the final quarter?',
          evidence: [{ start: 0, end: 0, quote: 'Capital expenditure was £72.5m in the final quarter.' }],
          needsArticle: true,
        }),
      ],
      [
        'the figure of the year beside a quarter',
        number({
          ...capex,
          stem: 'What was the capital expenditure of Harbour Foods?',
          evidence: [
            {
              start: 0,
              end: 0,
              quote: 'Capital expenditure was £72.5m for the full year and £9m in the final quarter.',
            },
          ],
          needsArticle: true,
        }),
      ],
      [
        'the year named',
        number({ ...revenue, stem: 'What was the revenue of Harbour Foods in 2024?', answer: 280 }),
      ],
      [
        'guidance told by its verb',
        number({
          facts: ['f-guidance'],
          evidence: facts.guidance.evidence,
          stem: 'What revenue does Harbour Foods expect?',
          answer: 310,
        }),
      ],
      ['a measure with one value', number({ ...capex })],
      ['a rise where only one is given', choice()],
      [
        'the year in a gap sentence',
        cloze({ stem: 'In 2024 the revenue of Harbour Foods was _____.', answer: '£280m', accepts: [] }),
      ],
    ],
  },
  'clear-distance': {
    breaks: [
      ['a figure a hair away', choice({ ...capex, ...options('£71m', '£72.5m*', '£90m') })],
      [
        'percent beside percentage points',
        choice({
          facts: ['f-margin'],
          evidence: facts.margin.evidence,
          ...options('1%', '2 percentage points*', '3%'),
        }),
      ],
      [
        'a figure near a rough one',
        choice({
          facts: ['f-openings'],
          evidence: facts.openings.evidence,
          ...options('about 38 stores', 'about 40 stores*', 'about 60 stores'),
        }),
      ],
      [
        'a false statement a hair away',
        trueFalse({ stem: 'The capital expenditure of Harbour Foods reached £72.9m in 2024.' }),
      ],
      ['a tolerance that lets anything in', number({ tolerance: 20 })],
    ],
    keeps: [
      ['figures apart', choice()],
      ['ten per cent away', choice({ ...capex, ...options('£65m', '£72.5m*', '£90m') })],
      [
        'points beside points',
        choice({
          facts: ['f-margin'],
          evidence: facts.margin.evidence,
          ...options('1 percentage point', '2 percentage points*', '3 percentage points'),
        }),
      ],
      [
        'a rough figure with room',
        choice({
          facts: ['f-openings'],
          evidence: facts.openings.evidence,
          ...options('about 30 stores', 'about 40 stores*', 'about 60 stores'),
        }),
      ],
      ['a small tolerance', number({ tolerance: 0.5 })],
    ],
  },
  'one-key': {
    breaks: [
      ['two right options', choice({ options: options('5%*', '8%*', '12%').options })],
      ['no right option', choice({ options: options('5%', '8%', '12%').options })],
      ['two options', choice(options('5%', '8%*'))],
      ['five options', choice(options('5%', '8%*', '12%', '20%', '32%'))],
      ['an option twice', choice(options('5%', '8%*', '5%'))],
      ['an answer that is no option', choice({ answer: '7%' })],
      ['a false statement without correction', trueFalse({ correction: undefined })],
      ['a true statement with correction', trueFalse({ answer: true })],
      ['a number without unit', number({ unit: ' ' })],
      ['a number that is none', number({ answer: Number.NaN })],
      ['a negative tolerance', number({ tolerance: -1 })],
      ['a blank accepted spelling', cloze({ accepts: ['8 percent', ' '] })],
    ],
    keeps: [
      ['three options', choice(options('5%', '8%*', '12%'))],
      ['four options', choice()],
      [
        'options that differ in their sign of currency',
        choice({ ...capex, ...options('$72.5m', '£72.5m*', '€72.5m') }),
      ],
      ['a true statement', truth()],
      ['a false statement with its correction', trueFalse()],
      ['a number', number()],
      ['a gap without other spellings', cloze({ accepts: [] })],
    ],
  },
  'one-answer-in-the-world': {
    breaks: [
      [
        'a rival from outside where many compete',
        choice({
          ...rivals,
          stem: 'With which company does Harbour Foods compete?',
          ...options('Tesco', 'Brightmart*', 'Aldi'),
        }),
      ],
      [
        'one rival from outside among others',
        choice({
          ...rivals,
          stem: 'With which company does Harbour Foods compete?',
          ...options('Pennywise', 'Brightmart*', 'Aldi'),
        }),
      ],
      [
        'a rival of rivals, which they are too',
        choice({
          ...rivals,
          stem: 'Which company competes with Brightmart and Oldbury?',
          ...options('Pennywise', 'Harbour Foods*', 'Northgate Bank'),
        }),
      ],
      [
        'an office from outside',
        person({
          stem: 'Which office did Anna Reid hold at Harbour Foods in March 2025?',
          ...options('finance director', 'chief executive*', 'chairwoman'),
        }),
      ],
      [
        'a false statement with an outside rival',
        trueFalse({
          ...rivals,
          stem: 'Harbour Foods competes with Aldi.',
          correction: 'Harbour Foods competes with Brightmart.',
        }),
      ],
      [
        'what was done, from outside',
        choice({
          ...purchase,
          stem: 'What did Brightmart do in 2019?',
          ...options('sold its farms', 'bought Pennywise*', 'closed its bakeries'),
        }),
      ],
    ],
    keeps: [
      ['other figures', choice()],
      ['other people for one office', person()],
      [
        'other buyers in a named deal',
        choice({
          ...purchase,
          stem: 'Which company bought Pennywise in 2019?',
          ...options('Aldi', 'Brightmart*', 'Tesco'),
        }),
      ],
      [
        'companies the article puts elsewhere',
        choice({
          ...rivals,
          stem: 'With which company does Harbour Foods compete?',
          ...options('Pennywise', 'Brightmart*', 'Northgate Bank'),
        }),
      ],
      [
        'other dates',
        choice({ ...bankruptcy, ...options('3 May 2024', '16 January 2025*', '4 March 2025') }),
      ],
    ],
  },
} as const satisfies Readonly<Record<string, Cases>>
