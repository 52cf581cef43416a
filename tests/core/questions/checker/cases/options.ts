import { facts } from '../../support/sample.ts'
import { type Cases, choice, options, person } from './case.ts'

const bankruptcy = {
  facts: ['f-bankruptcy'],
  evidence: facts.bankruptcy.evidence,
  stem: 'On what date did Oldbury file for bankruptcy?',
}
const capex = { facts: ['f-capex'], evidence: facts.capex.evidence }
const event = {
  facts: ['f-bankruptcy'],
  evidence: facts.bankruptcy.evidence,
  stem: 'What did Oldbury do in January 2025?',
}

export const optionRules = {
  'options-alike': {
    breaks: [
      ['percent and money', choice(options('£5m', '8%*', '£12m'))],
      ['a figure among names', choice(options('Brightmart', '8%*', 'Oldbury'))],
      ['only the key has decimals', choice({ ...capex, ...options('£24m', '£72.5m*', '£136m') })],
      ['a range among figures', choice(options('5%', '8%*', '10% to 12%'))],
      [
        'a day among years',
        choice({ ...bankruptcy, ...options('2023', '16 January 2025*', '4 March 2025') }),
      ],
      [
        'a date among other things',
        choice({ ...bankruptcy, ...options('after its sale', '16 January 2025*', 'before Christmas') }),
      ],
      ['only the key begins with a small letter', person(options('Tom Vale', 'anna Reid*', 'Mary Hollin'))],
      [
        'only the key has an article',
        choice({ ...event, ...options('sold farms', 'a filing*', 'closed shops') }),
      ],
      [
        'a word beside a sentence',
        choice({
          ...event,
          ...options('It sold every one of its forty farms to Northgate Bank', 'filed*', 'left'),
        }),
      ],
    ],
    keeps: [
      ['percentages', choice()],
      ['one other option with decimals', choice({ ...capex, ...options('£37.8m', '£72.5m*', '£136m') })],
      ['full dates', choice({ ...bankruptcy, ...options('4 May 2024', '16 January 2025*', '4 March 2025') })],
      ['years', choice({ ...bankruptcy, ...options('2019', '2024', '2025*') })],
      ['names', person()],
      [
        'phrases of much the same length',
        choice({ ...event, ...options('sold its farms', 'filed for bankruptcy*', 'bought Pennywise') }),
      ],
    ],
  },
  'key-not-longest': {
    breaks: [
      ['a key twice as long', person(options('Al Fox', 'Anna Margaret Reid*', 'Bo Lee'))],
      [
        'a key half as long again',
        choice({
          ...event,
          ...options('sold its farms', 'filed for bankruptcy in court*', 'bought Pennywise'),
        }),
      ],
      ['a figure with more digits', choice({ ...capex, ...options('£24m', '£72.55m*', '£90m') })],
      ['one word too many', choice({ ...event, ...options('abcdefgh', 'abcdefghijk*', 'abcdefg') })],
      [
        'a long date',
        choice({ ...bankruptcy, ...options('4 May 2024', '16 September 2025*', '4 June 2025') }),
      ],
    ],
    keeps: [
      ['figures', choice()],
      [
        'a key exactly 1.25 times as long',
        choice({ ...event, ...options('abcdefgh', 'abcdefghij*', 'abc') }),
      ],
      [
        'one longer wrong option',
        person(options('Al Fox', 'Anna Margaret Reid*', 'Bartholomew Ponsonby Lee')),
      ],
      ['a short key', person(options('Tom Vale', 'Al Fox*', 'Mary Hollin'))],
      ['two names of one length', person(options('Mary Hol', 'Anna Rei*', 'Tom Vale'))],
    ],
  },
  'sorted-options': {
    breaks: [
      ['figures out of order', choice(options('8%*', '5%', '12%'))],
      ['sums out of order', choice({ ...capex, ...options('£136m', '£24m', '£72.5m*') })],
      ['years out of order', choice({ ...bankruptcy, ...options('2024', '2019', '2025*') })],
      [
        'dates out of order',
        choice({ ...bankruptcy, ...options('16 January 2025*', '4 May 2024', '4 March 2025') }),
      ],
      [
        'millions and billions sorted by their digits',
        choice({ ...capex, ...options('£1bn', '£24m', '£72.5m*') }),
      ],
    ],
    keeps: [
      ['rising figures', choice()],
      ['falling figures', choice(options('12%', '8%*', '5%'))],
      ['names in any order', person()],
      [
        'rising dates',
        choice({ ...bankruptcy, ...options('4 May 2024', '16 January 2025*', '4 March 2025') }),
      ],
      ['millions before billions', choice({ ...capex, ...options('£24m', '£72.5m*', '£1bn') })],
    ],
  },
  'no-catch-alls': {
    breaks: [
      ['all of the above', choice(options('5%', '8%*', 'all of the above'))],
      ['none of the above', choice(options('5%', '8%*', 'None of the above'))],
      ['A and B', choice(options('5%', '8%*', 'A and B'))],
      ['both', person(options('Tom Vale', 'Anna Reid*', 'Both of them'))],
      ['neither', person(options('Tom Vale', 'Anna Reid*', 'Neither'))],
      ['not stated', choice(options('5%', '8%*', 'not stated'))],
    ],
    keeps: [
      ['figures', choice()],
      ['two names joined', person(options('Vale and Hollin', 'Reid and Vale*', 'Hollin and Askew'))],
      ['a company with a letter', person(options('A and P Stores', 'Anna Reid*', 'B and Q'))],
      ['a company that says all', person(options('Allied Mills', 'Anna Reid*', 'Nonesuch Books'))],
      ['names', person()],
    ],
  },
  'no-echo': {
    breaks: [
      [
        'a word of the key in the stem',
        person({ stem: 'Who is Reid, chief executive of Harbour Foods in March 2025?' }),
      ],
      [
        'the figure in the stem',
        choice({ stem: 'Revenue rose 8% at Harbour Foods in 2024, by how much did it rise?' }),
      ],
      [
        'the same figure in words',
        choice({
          stem: 'With a rise of eight per cent, how much did the revenue of Harbour Foods rise in 2024?',
        }),
      ],
      [
        'another form of the word',
        choice({
          ...event,
          stem: 'With which filing did Oldbury end in January 2025?',
          ...options('sold its farms', 'filed for bankruptcy*', 'bought Pennywise'),
        }),
      ],
      [
        'an at the end',
        choice({
          ...event,
          stem: 'In January 2025 Oldbury became an',
          ...options('owner', 'bankrupt*', 'heir'),
        }),
      ],
      [
        'part of a company name',
        choice({
          stem: 'Which bank lends to several grocers, of which Northgate?',
          ...options('Oldbury', 'Northgate Bank*', 'Brightmart'),
        }),
      ],
    ],
    keeps: [
      ['nothing in common', person()],
      [
        'another figure in the stem',
        choice({ stem: 'By how much did the revenue of Harbour Foods rise in 2024, when it reached £280m?' }),
      ],
      [
        'a word that all options share',
        choice({
          stem: 'Which bank lends to several grocers in Leeds?',
          ...options('Oldbury Bank', 'Northgate Bank*', 'Brightmart Bank'),
        }),
      ],
      [
        'a small word in common',
        choice({
          ...event,
          stem: 'For what did Oldbury go to court in 2025?',
          ...options('sale of farms', 'filing for bankruptcy*', 'buying Pennywise'),
        }),
      ],
      [
        'the year in the stem of a date question',
        choice({
          ...bankruptcy,
          stem: 'When in 2025 did Oldbury file for bankruptcy?',
          ...options('3 January 2025', '16 January 2025*', '4 March 2025'),
        }),
      ],
    ],
  },
  'no-convergence': {
    breaks: [
      [
        'two parts, each in another option',
        choice({ ...event, ...options('bought farms', 'bought shops*', 'sold shops') }),
      ],
      [
        'office and company',
        person({ ...options('chairman of Brightmart', 'chairman of Oldbury*', 'auditor of Oldbury') }),
      ],
      ['price and place', choice({ ...event, ...options('cheap farms', 'cheap shops*', 'costly shops') })],
      ['first and last name mixed', person(options('Anna Vale', 'Anna Reid*', 'Mary Reid'))],
      [
        'four options',
        choice({ ...event, ...options('bought farms', 'bought shops*', 'sold shops', 'closed mills') }),
      ],
    ],
    keeps: [
      ['nothing shared', person()],
      [
        'the shared part is common to all',
        choice({ ...event, ...options('sold its farms', 'sold its shops*', 'sold its mills') }),
      ],
      ['figures', choice()],
      [
        'wrong options share as much',
        choice({ ...event, ...options('bought farms', 'bought shops*', 'sold farms', 'sold shops') }),
      ],
      ['one part shared', person(options('Anna Vale', 'Anna Reid*', 'Mary Hollin'))],
    ],
  },
  'no-overlap': {
    breaks: [
      ['ranges that overlap', choice(options('5% to 9%', '8% to 12%*', '15% to 20%'))],
      ['open above', choice(options('more than 5%', 'more than 8%*', 'more than 12%'))],
      ['open below', choice(options('less than 5%', 'less than 8%*', 'less than 12%'))],
      ['a figure inside a range', choice(options('5% to 9%', '8%*', '12%'))],
      ['at least', choice(options('at least 5%', '8%*', '12%'))],
    ],
    keeps: [
      ['figures', choice()],
      ['ranges side by side', choice(options('1% to 4%', '5% to 9%*', '10% to 14%'))],
      ['ranges that touch', choice(options('1% to 5%', '5% to 9%*', '9% to 14%'))],
      ['rough figures', choice(options('about 5%', 'about 8%*', 'about 12%'))],
      ['open on both ends around a range', choice(options('less than 5%', '5% to 9%*', 'more than 9%'))],
    ],
  },
} as const satisfies Readonly<Record<string, Cases>>
