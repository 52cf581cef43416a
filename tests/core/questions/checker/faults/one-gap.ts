import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const oneGap: Planted = {
  faults: [
    [
      'no gap',
      tarn.cloze('Bexley Dairies made a profit of £31m in 2024.', '£31m', 'made a profit'),
      '0 gaps',
    ],
    [
      'two gaps',
      lanxi.cloze('In 2014 Gao Min and _____ founded _____ Robotics.', 'Chen Yu', 'founded Lanxi'),
      '2 gaps',
    ],
    [
      'a gap at the start',
      norland.cloze('_____ in Norland rose 5.2% in 2023.', 'Wages', 'Wages in Norland'),
      'at the start',
    ],
    [
      'a gap behind an article at the start',
      hoshino.cloze(
        'The _____ of Hoshino Stores was ¥21.5bn in the first half of 2024.',
        'operating profit',
        '¥21.5bn',
      ),
      'at the start',
    ],
    [
      'the answer once more behind the gap',
      veld.cloze('The shares of Veld Energy fell _____ on 9 July 2024, a fall of 5%.', '5%', 'fell 5%'),
      "'5%'",
    ],
    [
      'the answer under another name before the gap',
      norland.cloze(
        'In May 2024 Brandt, as governor of the Bank of Norland, that is _____, spoke of inflation.',
        'Ilse Brandt',
        'Ilse Brandt, governor',
      ),
      "'Brandt'",
    ],
    [
      'the date once more in another order',
      tarn.cloze(
        'On February 3, 2025 Tarn Foods agreed to buy Bexley Dairies, and it did so on _____.',
        '3 February 2025',
        'agreed to buy',
      ),
      "'3 February 2025'",
    ],
    [
      'a little word',
      aster.cloze('In 2023 fuel made up 34% _____ the costs of Aster Air.', 'of', 'Fuel made up'),
      "'of'",
    ],
    [
      'another figure accepted',
      corvane.cloze('The revenue of Corvane was _____ in 2023.', '$14.6bn', '14.6bn', {
        accepts: ['$14.6 billion', '$16.1bn'],
      }),
      "'$16.1bn'",
    ],
    [
      'a bare number of another size accepted',
      corvane.cloze('The revenue of Corvane was _____ in 2023.', '$14.6bn', '14.6bn', {
        accepts: ['14.6 billion', '146'],
      }),
      "'146'",
    ],
    [
      'another person accepted',
      tarn.cloze(
        'As of February 2025, the chairman of Bexley Dairies was _____.',
        'Peter Lunn',
        'Peter Lunn',
        { accepts: ['Lunn', 'Ruth Amadi'] },
      ),
      "'Ruth Amadi'",
    ],
    [
      'a person from nowhere accepted',
      tarn.cloze(
        'As of February 2025, the chairman of Bexley Dairies was _____.',
        'Peter Lunn',
        'Peter Lunn',
        { accepts: ['Lunn', 'John Smith'] },
      ),
      "'John Smith'",
    ],
    [
      'too little left',
      sarvani.cloze('In 2023 they sold _____.', '1.45 lakh cars', '1.45 lakh', {
        stem: 'By 2023, cars: _____.',
      }),
      'Too little',
    ],
    [
      'half of a name in the gap and half beside it',
      sarvani.cloze(
        'As of May 2024, two-thirds of Tejas Batteries is owned by Orbis _____.',
        'Fund',
        'Orbis Fund',
      ),
      "'Orbis Fund'",
    ],
    [
      'an answer as long as a sentence',
      lanxi.cloze(
        'In June 2024 Chen Yu said that a robot _____.',
        'that lifts parcels has to be cheap before it is clever',
        'lifts parcels',
      ),
      'too long',
    ],
    [
      'percent accepted for points',
      corvane.cloze(
        'The gross margin of Corvane widened by _____ in the third quarter of 2024.',
        '1.5 percentage points',
        'gross margin',
        { accepts: ['1.5%'] },
      ),
      "'1.5%'",
    ],
  ],
  nearMisses: [
    ['one gap', tarn.cloze('Bexley Dairies made a profit of _____ in 2024.', '£31m', 'made a profit')],
    [
      'a gap behind a name',
      lanxi.cloze('In 2014 Gao Min and _____ founded Lanxi Robotics.', 'Chen Yu', 'founded Lanxi'),
    ],
    [
      'a gap behind a time',
      hoshino.cloze(
        'In the first half of 2024 the _____ of Hoshino Stores was ¥21.5bn.',
        'operating profit',
        '¥21.5bn',
      ),
    ],
    [
      'another figure in the sentence',
      veld.cloze('The shares of Veld Energy fell _____ on 9 July 2024, the day of a fine of €48m.', '5%', [
        'fell 5%',
        'fined Veld',
      ]),
    ],
    [
      'the office of the answer beside the gap',
      norland.cloze(
        'As of May 2024, the governor of the Bank of Norland was _____.',
        'Ilse Brandt',
        'Ilse Brandt, governor',
      ),
    ],
    [
      'the year beside a day in the gap',
      tarn.cloze(
        'In 2025 Tarn Foods agreed to buy Bexley Dairies, on _____.',
        '3 February 2025',
        'agreed to buy',
        { stem: 'Tarn Foods agreed to buy Bexley Dairies on _____.' },
      ),
    ],
    [
      'a longer scale accepted',
      corvane.cloze('The revenue of Corvane was _____ in 2023.', '$14.6bn', '14.6bn', {
        accepts: ['$14.6 billion', '14.6 billion dollars'],
      }),
    ],
    [
      'the bare number accepted',
      corvane.cloze('The revenue of Corvane was _____ in 2023.', '$14.6bn', '14.6bn', {
        accepts: ['14.6bn', '14.6'],
      }),
    ],
    [
      'the surname accepted',
      tarn.cloze(
        'As of February 2025, the chairman of Bexley Dairies was _____.',
        'Peter Lunn',
        'Peter Lunn',
        { accepts: ['Lunn', 'Mr Lunn'] },
      ),
    ],
    [
      'the whole name in the gap',
      sarvani.cloze(
        'As of May 2024, two-thirds of Tejas Batteries is owned by _____.',
        'Orbis Fund',
        'Orbis Fund',
        { accepts: ['Orbis'] },
      ),
    ],
    [
      'a gap at the end',
      aster.cloze('In 2023 the share of fuel in the costs of Aster Air was _____.', '34%', 'Fuel made up'),
    ],
    [
      'points in short',
      corvane.cloze(
        'The gross margin of Corvane widened by _____ in the third quarter of 2024.',
        '1.5 percentage points',
        'gross margin',
        { accepts: ['1.5 points', '1.5'] },
      ),
    ],
  ],
}
