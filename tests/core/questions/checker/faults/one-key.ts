import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

const WORKERS = ['Oakhurst', 'Tarn Foods*', 'Penrose Capital']
const BUYER = 'Which company agreed to buy Bexley Dairies on 3 February 2025?'
const option = (text: string, correct = false, why = 'The article says something else.') => ({
  text,
  correct,
  why,
})

export const oneKey: Planted = {
  faults: [
    [
      'two options marked as right',
      tarn.choice(BUYER, [], 'agreed to buy', {
        options: [option('Oakhurst', true), option('Tarn Foods', true), option('Penrose Capital')],
        answer: 'Tarn Foods',
      }),
      '2 options are marked as right',
    ],
    [
      'no option marked as right',
      tarn.choice(BUYER, [], 'agreed to buy', {
        options: [option('Oakhurst'), option('Tarn Foods'), option('Penrose Capital')],
        answer: 'Tarn Foods',
      }),
      '0 options are marked as right',
    ],
    [
      'an answer that is another option than the one marked',
      aster.choice('What loss did Aster Air make in 2023?', ['€40m*', '€85m', '€130m'], 'made a loss', {
        answer: '€85m',
      }),
      'not the option marked as right',
    ],
    [
      'two options only',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall on 9 July 2024?',
        ['3%', '5%*'],
        'fell 5%',
      ),
      '2 options',
    ],
    [
      'five options',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall on 9 July 2024?',
        ['1%', '3%', '5%*', '8%', '12%'],
        'fell 5%',
      ),
      '5 options',
    ],
    [
      'one wrong option twice',
      corvane.choice(
        'What was the revenue of Corvane in 2023?',
        ['$11.8bn', '$11.8bn', '$14.6bn*'],
        '14.6bn',
      ),
      "'$11.8bn'",
    ],
    [
      'one wrong amount in two scales',
      aster.choice('What loss did Aster Air make in 2023?', ['€0.04bn', '€40m', '€85m*'], 'made a loss'),
      "'€0.04bn'",
    ],
    [
      'one wrong person under two names',
      lanxi.choice(
        'As of June 2024, who was chief executive of Lanxi Robotics?',
        ['Hideo Mori', 'Chen Yu*', 'HIDEO MORI'],
        'Chen Yu, chief executive',
      ),
      "'HIDEO MORI'",
    ],
    [
      'an option without a reason',
      tarn.choice(BUYER, [], 'agreed to buy', {
        options: [option('Oakhurst', false, ' '), option('Tarn Foods', true), option('Penrose Capital')],
        answer: 'Tarn Foods',
      }),
      "'Oakhurst'",
    ],
    [
      'a false statement without its correction',
      norland.truth('Wages in Norland rose 5.2% in 2023.', 'Wages in Norland', { answer: false }),
      'no correction',
    ],
    [
      'a true statement with a correction',
      norland.truth('Wages in Norland rose 5.2% in 2023.', 'Wages in Norland', {
        correction: 'Wages in Norland rose 6.1% in 2023.',
      }),
      'true statement',
    ],
    [
      'a multiple response that does not say how many are right',
      sarvani.several(
        'With which companies does Sarvani Motors compete, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses', 'Orbis Fund'],
        'competes with',
      ),
      'does not say that 2',
    ],
    [
      'a multiple response in which all are right',
      sarvani.several(
        'Which four of these firms did Sarvani Motors buy, fight, meet or serve by May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses*', 'Tejas Batteries*'],
        ['competes with', 'Tejas Batteries supplies'],
      ),
      'Every option',
    ],
    [
      'an order of two items',
      lanxi.ordering(
        'Put these shares of the sales of Lanxi Robotics in order as of June 2024, largest first.',
        [
          ['warehouses', 'Warehouses account for 55% of sales.'],
          ['hospitals', 'Hospitals account for 20% of sales.'],
        ],
        'Warehouses account',
      ),
      '2 parts',
    ],
    [
      'an answer off its scale',
      norland.estimate(
        'By what percentage did wages in Norland rise in 2023?',
        5.2,
        '%',
        { low: 6, high: 20, tolerance: 1 },
        'Wages in Norland',
      ),
      'does not lie on the scale',
    ],
    [
      'a blank among the spellings',
      corvane.cloze('The revenue of Corvane was _____ in 2023.', '$14.6bn', '14.6bn', {
        accepts: ['14.6bn', ' '],
      }),
      'blank',
    ],
  ],
  nearMisses: [
    ['three options', tarn.choice(BUYER, WORKERS, 'agreed to buy')],
    [
      'four options',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall on 9 July 2024?',
        ['3%', '5%*', '8%', '12%'],
        'fell 5%',
      ),
    ],
    [
      'the answer as marked',
      aster.choice('What loss did Aster Air make in 2023?', ['€40m', '€85m*', '€130m'], 'made a loss'),
    ],
    [
      'wrong amounts that differ in their scale alone',
      aster.choice('What loss did Aster Air make in 2023?', ['€40m', '€85m*', '€40bn'], 'made a loss'),
    ],
    [
      'two people of one family',
      lanxi.choice(
        'As of June 2024, who was chief executive of Lanxi Robotics?',
        ['Chen Li', 'Chen Yu*', 'Gao Min'],
        'Chen Yu, chief executive',
      ),
    ],
    ['a true statement', norland.truth('Wages in Norland rose 5.2% in 2023.', 'Wages in Norland')],
    [
      'a false statement with its correction',
      norland.falsehood(
        'Wages in Norland rose 3.1% in 2023.',
        'Wages in Norland rose 5.2% in 2023.',
        'Wages in Norland',
      ),
    ],
    [
      'a multiple response that says how many',
      sarvani.several(
        'With which two of these companies does Sarvani Motors compete, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses', 'Orbis Fund'],
        'competes with',
      ),
    ],
    [
      'an order of three items',
      norland.ordering(
        'Put these figures of Norland for 2023 in order, largest first.',
        [
          ['exports', 'Exports of Norland came to 84bn kroner.'],
          ['fish', 'Fish was worth 21bn kroner.'],
          ['timber', 'Timber was worth 17bn kroner.'],
        ],
        'Exports of Norland',
      ),
    ],
    [
      'an answer on its scale',
      norland.estimate(
        'By what percentage did wages in Norland rise in 2023?',
        5.2,
        '%',
        { low: 0, high: 20, tolerance: 1 },
        'Wages in Norland',
      ),
    ],
    [
      'a gap without other spellings',
      corvane.cloze('The revenue of Corvane was _____ in 2023.', '$14.6bn', '14.6bn'),
    ],
    [
      'the same name at the start of two companies',
      tarn.choice(BUYER, ['Penrose Capital', 'Tarn Foods*', 'Marlow'], 'agreed to buy'),
    ],
  ],
}
