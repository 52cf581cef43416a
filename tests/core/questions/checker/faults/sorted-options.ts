import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

const FINE = 'How much was Veld Energy fined on 9 July 2024?'
const LOSS = 'What loss did Aster Air make in 2023?'

export const sortedOptions: Planted = {
  faults: [
    [
      'the largest first and the smallest last but one',
      veld.choice(FINE, ['€72m', '€30m', '€48m*'], 'fined Veld'),
      "'€72m'",
    ],
    [
      'the key alone out of its place',
      aster.choice(LOSS, ['€85m*', '€40m', '€130m'], 'made a loss'),
      "'€85m'",
    ],
    [
      'sorted by digits instead of size',
      lanxi.choice(
        'To what did research spending of Lanxi Robotics rise in 2023?',
        ['Rmb1.1bn*', 'Rmb1.8bn', 'Rmb820m'],
        'Research spending',
      ),
      "'Rmb1.1bn'",
    ],
    [
      'crore in the order of the alphabet',
      sarvani.choice(
        'How much did Sarvani Motors pay for Tejas Batteries on 12 June 2023?',
        ['₹1,150 crore*', '₹2,340 crore', '₹860 crore'],
        'bought Tejas',
      ),
      "'₹1,150 crore'",
    ],
    [
      'years out of order',
      lanxi.choice('When was Lanxi Robotics founded?', ['2017', '2012', '2014*'], 'founded Lanxi'),
      "'2017'",
    ],
    [
      'days sorted by the day of the month',
      tarn.choice(
        'When did Tarn Foods agree to buy Bexley Dairies?',
        ['3 February 2025*', '9 January 2025', '27 January 2025'],
        'agreed to buy',
      ),
      "'3 February 2025'",
    ],
    [
      'months in the order of the alphabet',
      veld.choice(
        'In which month did the coal plant in Almere close?',
        ['April 2021*', 'December 2020', 'March 2022'],
        'coal plant',
      ),
      "'April 2021'",
    ],
    [
      'counts out of order',
      aster.choice(
        'How many flights did Aster Air cancel on 9 July 2024?',
        ['240 flights*', '180 flights', '320 flights'],
        'cancelled 240',
      ),
      "'240 flights'",
    ],
    [
      'fractions out of order',
      sarvani.choice(
        'As of May 2024, what share of Tejas Batteries does Orbis Fund own?',
        ['one-half', 'two-thirds*', 'one-third'],
        'Orbis Fund',
      ),
      "'one-half'",
    ],
    [
      'four figures with two swapped',
      corvane.choice(
        'What was the revenue of Corvane in 2023?',
        ['$9.6bn', '$14.6bn*', '$11.8bn', '$19.2bn'],
        '14.6bn',
      ),
      "'$14.6bn'",
    ],
    [
      'points out of order',
      norland.choice(
        'By how many percentage points did the unemployment rate in Norland fall in the first quarter of 2024?',
        ['0.3 percentage points*', '0.1 percentage points', '0.6 percentage points'],
        'unemployment rate',
      ),
      "'0.3 percentage points'",
    ],
    [
      'quarters out of order',
      corvane.choice(
        'In which quarter of 2024 did the revenue of Corvane rise 12% to $4.2bn?',
        ['third quarter*', 'first quarter', 'fourth quarter'],
        'rose 12%',
      ),
      "'third quarter'",
    ],
    [
      'several right figures out of order',
      norland.several(
        'Which two of these are what exports of fish and timber from Norland were worth in 2023?',
        ['21bn kroner*', '17bn kroner*', '84bn kroner', '50bn kroner'],
        'Exports of Norland',
      ),
      "'21bn kroner'",
    ],
  ],
  nearMisses: [
    ['rising figures', veld.choice(FINE, ['€30m', '€48m*', '€72m'], 'fined Veld')],
    ['falling figures', aster.choice(LOSS, ['€130m', '€85m*', '€40m'], 'made a loss')],
    [
      'millions before billions',
      lanxi.choice(
        'To what did research spending of Lanxi Robotics rise in 2023?',
        ['Rmb820m', 'Rmb1.1bn*', 'Rmb1.8bn'],
        'Research spending',
      ),
    ],
    [
      'names in any order',
      tarn.choice(
        'Which company agreed to buy Bexley Dairies on 3 February 2025?',
        ['Penrose Capital', 'Tarn Foods*', 'Hale Bakeries'],
        'agreed to buy',
      ),
    ],
    [
      'rising years',
      lanxi.choice('When was Lanxi Robotics founded?', ['2012', '2014*', '2017'], 'founded Lanxi'),
    ],
    [
      'rising days across a month',
      tarn.choice(
        'When did Tarn Foods agree to buy Bexley Dairies?',
        ['9 January 2025', '27 January 2025', '3 February 2025*'],
        'agreed to buy',
      ),
    ],
    [
      'falling months',
      veld.choice(
        'In which month did the coal plant in Almere close?',
        ['March 2022', 'April 2021*', 'December 2020'],
        'coal plant',
      ),
    ],
    [
      'names that hold numbers',
      aster.choice(
        'From which company did Aster Air order 12 aircraft in March 2024?',
        ['Skyworks*', 'Blue Wing', 'Norden Leasing'],
        'ordered 12',
      ),
    ],
    [
      'rising fractions',
      sarvani.choice(
        'As of May 2024, what share of Tejas Batteries does Orbis Fund own?',
        ['one-third', 'one-half', 'two-thirds*'],
        'Orbis Fund',
      ),
    ],
    [
      'quarters in order',
      corvane.choice(
        'In which quarter of 2024 did the revenue of Corvane rise 12% to $4.2bn?',
        ['first quarter', 'second quarter', 'third quarter*'],
        'rose 12%',
      ),
    ],
    [
      'several right figures in order',
      norland.several(
        'Which two of these are what exports of fish and timber from Norland were worth in 2023?',
        ['17bn kroner*', '21bn kroner*', '50bn kroner', '84bn kroner'],
        'Exports of Norland',
      ),
    ],
  ],
}
