import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const stemInArticle: Planted = {
  faults: [
    [
      'a company that the article never names',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall on 9 July 2024 after the court in The Hague fined it as it had Vattenfall?',
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
      "'Vattenfall'",
    ],
    [
      'first name and surname of two people',
      corvane.truth('Maren Idris of Corvane said that a second plant could open in 2026.', 'Dresden'),
      "'Maren Idris'",
    ],
    [
      'the two halves of two company names',
      sarvani.choice(
        'Which place has the plant that Ujjwal Cars opened in 2023?',
        ['Pune', 'Nashik', 'Chennai*'],
        'Chennai',
      ),
      "'Ujjwal Cars'",
    ],
    [
      'a year the article does not speak of',
      aster.truth('In 2021 Aster Air ordered 12 aircraft from Skyworks.', 'ordered 12'),
      '2021',
    ],
    [
      'a month the article does not speak of',
      tarn.choice(
        'Which company agreed to buy Bexley Dairies on 3 September 2025?',
        ['Oakhurst', 'Tarn Foods*', 'Penrose Capital'],
        'agreed to buy',
      ),
      "'September'",
    ],
    [
      'a figure in the stem that nobody gives',
      lanxi.number(
        'To how much did research spending of Lanxi Robotics rise in 2023 from Rmb860m in 2022?',
        1.1,
        'billion yuan (Rmb bn)',
        'Research spending',
      ),
      'Rmb860m',
    ],
    [
      'a figure of the article in another unit',
      norland.choice(
        'In which year did exports of Norland come to $84bn?',
        ['2021', '2022', '2023*'],
        'Exports of Norland',
      ),
      '$84bn',
    ],
    [
      'a name with a letter changed',
      hoshino.choice(
        'By what percentage did total sales at Hoshimo Stores rise in the first half of 2024?',
        ['3.4%', '5.9%', '7.1%*'],
        'rose 7.1%',
      ),
      "'Hoshimo'",
    ],
    [
      'an office holder known only from elsewhere',
      norland.cloze(
        'Ilse Brandt, who followed Kari Voss as governor of the Bank of Norland, said in May 2024 that inflation could fall below _____ in 2025.',
        '2%',
        'could fall below',
      ),
      "'Kari'",
    ],
    [
      'a place that the passage does not mention',
      aster.falsehood(
        'Aster Air cancelled 310 flights in Lisbon on 9 July 2024.',
        'Aster Air cancelled 240 flights in Lisbon on 9 July 2024.',
        'cancelled 240',
      ),
      "'Lisbon'",
    ],
    [
      'a day of the month that is not the one',
      corvane.truth('On 25 October 2024 shares of Corvane rose by more than 6%.', 'rose by more than 6%'),
      '25',
    ],
    [
      'a unit of measure with the wrong number',
      veld.number(
        'To how many terawatt-hours did power output of Veld Energy fall in 2023 from 16.8 terawatt-hours in 2022?',
        14.2,
        'terawatt-hours',
        'Power output',
      ),
      '16.8',
    ],
  ],
  nearMisses: [
    [
      'a possessive',
      veld.choice(
        "By what percentage did Veld Energy's shares fall on 9 July 2024?",
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
    ],
    [
      'a surname by itself',
      corvane.truth(
        'Holt, the head of Corvane, said that a second plant could open in Dresden in 2026.',
        'Dresden',
      ),
    ],
    [
      'a company and a person side by side',
      sarvani.choice(
        'In which city did Ujjwal Auto open a plant in 2023?',
        ['Pune', 'Nashik', 'Chennai*'],
        'Chennai',
      ),
    ],
    [
      'the year of the article itself',
      lanxi.choice(
        'As of June 2024, who was chief executive of Lanxi Robotics?',
        ['Gao Min', 'Chen Yu*', 'Hideo Mori'],
        'Chen Yu, chief executive',
      ),
    ],
    [
      'the month of the article itself',
      tarn.choice(
        'As of February 2025, who was chairman of Bexley Dairies?',
        ['Ruth Amadi', 'Peter Lunn*', 'Grace Obi'],
        'Peter Lunn',
      ),
    ],
    [
      'a figure in another scale',
      lanxi.number(
        'To how much did research spending of Lanxi Robotics rise in 2023 from Rmb0.82bn in 2022?',
        1.1,
        'billion yuan (Rmb bn)',
        'Research spending',
      ),
    ],
    [
      'a figure with its unit in words',
      norland.choice(
        'In which year did fish worth 21bn kroner leave Norland as exports?',
        ['2021', '2022', '2023*'],
        'Exports of Norland',
      ),
    ],
    [
      'a wrong figure in a false statement',
      hoshino.falsehood(
        'Total sales at Hoshino Stores rose 8.4% in the first half of 2024.',
        'Total sales at Hoshino Stores rose 7.1% in the first half of 2024.',
        'rose 7.1%',
      ),
    ],
    [
      'a sentence that opens with a word of its own',
      corvane.cloze(
        'Altogether, revenue at Corvane rose _____ in the first nine months of 2024.',
        '9%',
        'nine months',
      ),
    ],
    [
      'a country by its adjective',
      lanxi.choice(
        'Which Japanese rival sued Lanxi Robotics in March 2024?',
        ['Kotara*', 'Redwood Partners', 'Tianhe Capital'],
        'sued Lanxi',
      ),
    ],
    [
      'a percentage in words',
      aster.truth('Cargo revenue of Aster Air fell by 22 per cent to €130m in 2023.', 'Cargo revenue'),
    ],
  ],
}
