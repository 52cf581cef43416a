import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const clearDistance: Planted = {
  faults: [
    [
      'a figure two per cent away',
      veld.choice('How much was Veld Energy fined on 9 July 2024?', ['€30m', '€47m', '€48m*'], 'fined Veld'),
      "'€47m'",
    ],
    [
      'a figure close to a rough one',
      norland.choice(
        'By about what percentage did house prices in Norland fall in 2023?',
        ['5%', '7.4%', '8%*'],
        'House prices',
      ),
      "'7.4%'",
    ],
    [
      'a stem in points with its key in percent',
      aster.choice(
        'By how many percentage points did passenger numbers of Aster Air rise in 2023?',
        ['3%', '6%*', '9%'],
        'Passenger numbers',
      ),
      'percentage points',
    ],
    [
      'a stem in percent with its key in points',
      norland.choice(
        'By what percentage did the unemployment rate in Norland fall in the first quarter of 2024?',
        ['0.1 percentage points', '0.3 percentage points*', '0.6 percentage points'],
        'unemployment rate',
      ),
      'percentage points',
    ],
    [
      'a number to be typed in percent where the stem asks for points',
      aster.number(
        'By how many percentage points did cargo revenue of Aster Air fall in 2023?',
        22,
        '%',
        'Cargo revenue',
      ),
      'percentage points',
    ],
    [
      'a false statement that puts percent for points',
      norland.falsehood(
        'The unemployment rate in Norland fell by 0.3% to 4.8% in the first quarter of 2024.',
        'The unemployment rate in Norland fell by 0.3 percentage points to 4.8% in the first quarter of 2024.',
        'unemployment rate',
        {
          stem: 'The unemployment rate in Norland fell by 0.9% in the first quarter of 2024.',
          correction:
            'The unemployment rate in Norland fell by 0.3 percentage points in the first quarter of 2024.',
        },
      ),
      'percentage points',
    ],
    [
      'a false statement that puts percent for basis points',
      norland.falsehood(
        'The Bank of Norland raised its main interest rate by 40% on 14 May 2024.',
        'The Bank of Norland raised its main interest rate by 25 basis points on 14 May 2024.',
        '25 basis points',
      ),
      'basis points',
    ],
    [
      'a tolerance that lets half as much in',
      tarn.number(
        'What profit did Bexley Dairies make in 2024?',
        31,
        'million pounds (£m)',
        'made a profit',
        { tolerance: 15 },
      ),
      'A tolerance of 15',
    ],
    [
      'a tolerance that is small but wide for so small a figure',
      norland.number(
        'To what percentage was growth of the economy of Norland in the first quarter of 2024 revised?',
        0.6,
        '%',
        'was revised',
        {
          tolerance: 0.4,
        },
      ),
      'A tolerance of 0.4',
    ],
    [
      'a false statement a hair away',
      corvane.falsehood(
        'Corvane had revenue of $14.9bn in 2023.',
        'Corvane had revenue of $14.6bn in 2023.',
        '14.6bn',
      ),
      "'$14.9bn'",
    ],
    [
      'a wrong count that is off by one in a hundred',
      aster.choice(
        'How many flights did Aster Air cancel on 9 July 2024?',
        ['180 flights', '240 flights*', '242 flights'],
        'cancelled 240',
      ),
      "'242 flights'",
    ],
    [
      'a crore figure next to the key',
      sarvani.choice(
        'To how much did profit of Sarvani Motors rise in 2023?',
        ['₹1,150 crore', '₹2,340 crore*', '₹2,380 crore'],
        '₹2,340',
      ),
      "'₹2,380 crore'",
    ],
  ],
  nearMisses: [
    [
      'a figure ten per cent away',
      veld.choice('How much was Veld Energy fined on 9 July 2024?', ['€30m', '€43m', '€48m*'], 'fined Veld'),
    ],
    [
      'a rough figure with room',
      norland.choice(
        'By about what percentage did house prices in Norland fall in 2023?',
        ['5%', '8%*', '12%'],
        'House prices',
      ),
    ],
    [
      'points asked and given',
      norland.choice(
        'By how many percentage points did the unemployment rate in Norland fall in the first quarter of 2024?',
        ['0.1 percentage points', '0.3 percentage points*', '0.6 percentage points'],
        'unemployment rate',
      ),
    ],
    [
      'percent asked and given',
      aster.choice(
        'By what percentage did passenger numbers of Aster Air rise in 2023?',
        ['3%', '6%*', '9%'],
        'Passenger numbers',
      ),
    ],
    [
      'a level in percent beside a change in points',
      norland.number(
        'To what percentage did the unemployment rate fall in Norland, by 0.3 percentage points, in the first quarter of 2024?',
        4.8,
        '%',
        'unemployment rate',
      ),
    ],
    [
      'a false statement with other points',
      norland.falsehood(
        'The unemployment rate in Norland fell by 0.9 percentage points in the first quarter of 2024.',
        'The unemployment rate in Norland fell by 0.3 percentage points in the first quarter of 2024.',
        'unemployment rate',
      ),
    ],
    [
      'a false statement with other basis points',
      norland.falsehood(
        'The Bank of Norland raised its main interest rate by 50 basis points on 14 May 2024.',
        'The Bank of Norland raised its main interest rate by 25 basis points on 14 May 2024.',
        '25 basis points',
      ),
    ],
    [
      'a tolerance of a thirtieth',
      tarn.number(
        'What profit did Bexley Dairies make in 2024?',
        31,
        'million pounds (£m)',
        'made a profit',
        { tolerance: 1 },
      ),
    ],
    [
      'no tolerance',
      norland.number(
        'To what percentage was growth of the economy of Norland in the first quarter of 2024 revised?',
        0.6,
        '%',
        'was revised',
      ),
    ],
    [
      'a wrong count well away',
      aster.choice(
        'How many flights did Aster Air cancel on 9 July 2024?',
        ['180 flights', '240 flights*', '310 flights'],
        'cancelled 240',
      ),
    ],
    [
      'a false statement a step away',
      corvane.falsehood(
        'Corvane had revenue of $16.1bn in 2023.',
        'Corvane had revenue of $14.6bn in 2023.',
        '14.6bn',
      ),
    ],
    [
      'lakh figures apart',
      sarvani.choice(
        'How many cars did Sarvani Motors sell in 2023?',
        ['1.06 lakh cars', '1.45 lakh cars*', '1.97 lakh cars'],
        '1.45 lakh',
      ),
    ],
  ],
}
