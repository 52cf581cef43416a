import { corvane } from './articles/corvane.ts'
import { halden } from './articles/halden.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const oneFrame: Planted = {
  faults: [
    [
      'a quarter asked for as the year',
      corvane.number('What was the revenue of Corvane in 2024?', 4.2, 'billion dollars ($bn)', 'rose 12%'),
      'nine months',
    ],
    [
      'a half asked for as the year',
      hoshino.choice(
        'What was the operating profit of Hoshino Stores in 2024?',
        ['¥16.4bn', '¥21.5bn*', '¥38.2bn'],
        '¥21.5bn',
      ),
      'first half',
    ],
    [
      'nine months and a quarter not told apart',
      corvane.choice(
        'By what percentage did revenue rise at Corvane in 2024?',
        ['9%*', '14%', '31%'],
        'nine months',
      ),
      'nine months',
    ],
    [
      'a quarter or a half',
      hoshino.truth('Total sales at Hoshino Stores rose 5.9% in 2024.', 'rose 5.9%'),
      'first half',
    ],
    [
      'like-for-like asked as sales',
      hoshino.choice(
        'By what percentage did sales at Hoshino Stores rise in the first half of 2024?',
        ['3.4%*', '4.8%', '11%'],
        'Like-for-like',
      ),
      'Like-for-like',
    ],
    [
      'a figure on another basis beside the plain one',
      hoshino.choice(
        'By what percentage did online sales at Hoshino Stores rise in the first half of 2024?',
        ['6%', '9%*', '14%'],
        'Online sales',
      ),
      'excluding',
    ],
    [
      'a restated figure asked as if it were the only one',
      hoshino.number(
        'What was the operating profit of Hoshino Stores in 2023?',
        38.2,
        'billion yen (¥bn)',
        'restated',
      ),
      'restated',
    ],
    [
      'a revision left out',
      norland.choice(
        'By what percentage did the economy of Norland grow in the first quarter of 2024?',
        ['0.2%', '0.6%*', '1.1%'],
        'was revised',
      ),
      'revised',
    ],
    [
      'a month and another month not told apart',
      norland.number('To what percentage did inflation in Norland slow in 2024?', 3.1, '%', 'slowed to'),
      'April 2024',
    ],
    [
      'the figure of the year before, without its year',
      lanxi.number(
        'What was the research spending of Lanxi Robotics?',
        820,
        'million yuan (Rmb m)',
        'Research spending',
      ),
      'another value',
    ],
    [
      'a gap sentence that fits quarter and nine months',
      corvane.cloze('The revenue of Corvane rose _____ in 2024.', '12%', 'rose 12%'),
      'nine months',
    ],
    [
      'a forecast and the one before it',
      hoshino.number(
        'What sales does Hoshino Stores forecast for 2024?',
        830,
        'billion yen (¥bn)',
        'raised its forecast',
      ),
      'raised',
    ],
  ],
  nearMisses: [
    [
      'the quarter named',
      corvane.number(
        'What was the revenue of Corvane in the third quarter of 2024?',
        4.2,
        'billion dollars ($bn)',
        'rose 12%',
      ),
    ],
    [
      'a quarter named for two clauses at once, beside the year',
      halden.choice(
        'By what percentage did revenue of Halden Rail fall in the fourth quarter of 2024?',
        ['14%', '22%', '31%*'],
        'carried 5.7',
      ),
    ],
    [
      'the half named',
      hoshino.choice(
        'What was the operating profit of Hoshino Stores in the first half of 2024?',
        ['¥16.4bn', '¥21.5bn*', '¥38.2bn'],
        '¥21.5bn',
      ),
    ],
    [
      'the months named',
      corvane.choice(
        'By what percentage did revenue rise at Corvane in the first nine months of 2024?',
        ['9%*', '14%', '31%'],
        'nine months',
      ),
    ],
    [
      'a quarter by its short name',
      hoshino.truth('Total sales at Hoshino Stores rose 5.9% in the second quarter of 2024.', 'rose 5.9%'),
    ],
    [
      'like-for-like said',
      hoshino.choice(
        'By what percentage did like-for-like sales at Hoshino Stores rise in the first half of 2024?',
        ['3.4%*', '5.9%', '7.1%'],
        'Like-for-like',
      ),
    ],
    [
      'the plain figure with the other basis named beside it',
      hoshino.choice(
        'Excluding gift cards, by what percentage did online sales at Hoshino Stores rise in the first half of 2024?',
        ['6%', '9%*', '14%'],
        'Online sales',
      ),
    ],
    [
      'restated said',
      hoshino.number(
        'To what was the operating profit of Hoshino Stores for 2023 restated?',
        38.2,
        'billion yen (¥bn)',
        'restated',
      ),
    ],
    [
      'revised said',
      norland.choice(
        'To what percentage was growth of the economy of Norland in the first quarter of 2024 revised?',
        ['0.2%', '0.6%*', '1.1%'],
        'was revised',
      ),
    ],
    [
      'the month named',
      norland.number(
        'To what percentage did inflation in Norland slow in April 2024?',
        3.1,
        '%',
        'slowed to',
      ),
    ],
    [
      'the year before, by its year',
      lanxi.number(
        'What was the research spending of Lanxi Robotics in 2022?',
        820,
        'million yuan (Rmb m)',
        'Research spending',
      ),
    ],
    [
      'a year that has one figure',
      lanxi.number(
        'What did the revenue of Lanxi Robotics more than double to in 2023?',
        6.4,
        'billion yuan (Rmb bn)',
        'more than doubled',
      ),
    ],
    [
      'a day within the year named',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall on 9 July 2024?',
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
    ],
    [
      'the forecast that was raised',
      hoshino.number(
        'To what did Hoshino Stores raise its forecast for sales in 2024?',
        850,
        'billion yen (¥bn)',
        'raised its forecast',
      ),
    ],
  ],
}
