import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const noEcho: Planted = {
  faults: [
    [
      'the key itself',
      sarvani.choice(
        'Which company owns two-thirds of Tejas Batteries, which Orbis Fund holds, as of May 2024?',
        ['Meru Buses', 'Orbis Fund*', 'Mint'],
        'Orbis Fund',
      ),
      "'Orbis Fund' stands in it",
    ],
    [
      'a word of the key',
      tarn.choice(
        'Which company of the capital made an offer for Bexley Dairies in January 2025?',
        ['Hale Bakeries', 'Penrose Capital*', 'Pennard'],
        'lower offers',
      ),
      "'Penrose Capital'",
    ],
    [
      'the surname of the key',
      norland.choice(
        'Which bank did Brandt lead when inflation was said to fall below 2% in 2025?',
        ['Nils Aker', 'Ilse Brandt*', 'Rowan Research'],
        'could fall below',
        { stem: 'Who, as governor, said in the words of Brandt that inflation could fall below 2% in 2025?' },
      ),
      "'Ilse Brandt'",
    ],
    [
      'the figure of the key',
      veld.choice(
        'By what percentage, 5%, did the shares of Veld Energy fall on 9 July 2024?',
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
      "'5%'",
    ],
    [
      'the figure of the key in words',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall, by five per cent, on 9 July 2024?',
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
      '5%',
    ],
    [
      'another form of a word of the key',
      aster.choice(
        'Why did striking crews make Aster Air cancel 240 flights on 9 July 2024?',
        ['a profit of €40m', 'a strike by pilots*', 'an offer'],
        'cancelled 240',
      ),
      "'a strike by pilots'",
    ],
    [
      'an at the end',
      norland.choice(
        'As of May 2024, Ilse Brandt of the Bank of Norland holds what office, that of a ...?',
        ['ferry company', 'governor*', 'minister'],
        'Ilse Brandt, governor',
      ),
      "'a' or 'an'",
    ],
    [
      'the city of the key as an adjective',
      lanxi.choice(
        'In which city was a Tokyo court asked to rule on Lanxi Robotics in March 2024?',
        ['Suzhou', 'Tokyo*', 'Ningbo'],
        'sued Lanxi',
      ),
      "'Tokyo'",
    ],
    [
      'the amount in brackets',
      corvane.choice(
        'To what in dollars did the revenue of Corvane rise in the third quarter of 2024, when it rose to $4.2 billion?',
        ['$2.9bn', '$4.2bn*', '$6.1bn'],
        'rose 12%',
      ),
      '$4.2bn',
    ],
    [
      'the first half of the key',
      tarn.choice(
        'Which Tarn company agreed to buy Bexley Dairies on 3 February 2025?',
        ['Hale Bakeries', 'Tarn Foods*', 'Penrose Capital'],
        'agreed to buy',
      ),
      "'Tarn Foods'",
    ],
    [
      'a word of one right answer',
      sarvani.several(
        'With which two of these auto firms does Sarvani Motors compete, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses', 'Orbis Fund'],
        'competes with',
      ),
      "'Ujjwal Auto'",
    ],
    [
      'the date of the key',
      tarn.choice(
        'When did Tarn Foods agree, on 3 February 2025, to buy Bexley Dairies?',
        ['9 January 2025', '27 January 2025', '3 February 2025*'],
        'agreed to buy',
      ),
      "'3 February 2025'",
    ],
  ],
  nearMisses: [
    [
      'nothing of the key',
      sarvani.choice(
        'Which company owns two-thirds of Tejas Batteries, as of May 2024?',
        ['Meru Buses', 'Orbis Fund*', 'Mint'],
        'Orbis Fund',
      ),
    ],
    [
      'a word that all share',
      lanxi.choice(
        'As of June 2024, which robotics company sold almost 70,000 robots in 2023?',
        ['Kotara Robotics', 'Lanxi Robotics*', 'Mori Robotics'],
        'almost 70,000',
        {
          options: [
            { text: 'Redwood Partners', correct: false, why: 'It backs Lanxi.' },
            { text: 'Lanxi Robotics', correct: true, why: 'So it stands in the article.' },
            { text: 'Tianhe Capital', correct: false, why: 'It backs Lanxi.' },
          ],
          stem: 'Which company sold almost 70,000 machines in 2023?',
        },
      ),
    ],
    [
      'the office of the key',
      norland.choice(
        'Who, as governor of the Bank of Norland, said that inflation could fall below 2% in 2025?',
        ['Nils Aker', 'Ilse Brandt*', 'Rowan Research'],
        'could fall below',
      ),
    ],
    [
      'another figure',
      corvane.choice(
        'By what percentage did the revenue of Corvane rise in the third quarter of 2024, to $4.2bn?',
        ['9%', '12%*', '31%'],
        'rose 12%',
      ),
    ],
    [
      'a number within the key’s figure',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall on 9 July 2024, when it was fined €48m?',
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
    ],
    [
      'a small word of the key',
      aster.choice(
        'Why did Aster Air cancel 240 flights on 9 July 2024?',
        ['a profit of €40m', 'a strike by pilots*', 'an offer'],
        'cancelled 240',
      ),
    ],
    [
      'a word of a wrong option',
      tarn.choice(
        'Which company agreed to buy Bexley Dairies for its bakeries on 3 February 2025?',
        ['Hale Bakeries', 'Tarn Foods*', 'Penrose Capital'],
        'agreed to buy',
      ),
    ],
    [
      'the year of the date asked for',
      tarn.choice(
        'On what date in 2025 did Tarn Foods agree to buy Bexley Dairies?',
        ['9 January 2025', '27 January 2025', '3 February 2025*'],
        'agreed to buy',
      ),
    ],
    [
      'a word that only sounds like the key',
      sarvani.choice(
        'In which city did Ujjwal Auto open a plant in 2023, having sold cars in towns?',
        ['Pune', 'Nashik', 'Chennai*'],
        'Chennai',
      ),
    ],
    [
      'an inside the question',
      norland.choice(
        'As of May 2024, who was an official with the office of governor of the Bank of Norland?',
        ['Nils Aker', 'Ilse Brandt*', 'Odd Berg'],
        'Ilse Brandt, governor',
        {
          options: [
            { text: 'Nils Aker', correct: false, why: 'He is finance minister.' },
            { text: 'Ilse Brandt', correct: true, why: 'So it stands in the article.' },
            { text: 'Rowan Research', correct: false, why: 'That is a firm.' },
          ],
        },
      ),
    ],
    [
      'two right answers without a word in the stem',
      sarvani.several(
        'With which two of these firms does Sarvani Motors compete, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses', 'Orbis Fund'],
        'competes with',
      ),
    ],
  ],
}
