import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const trueToPassage: Planted = {
  faults: [
    [
      'the buyer and the bought turned round',
      tarn.truth('Hale Bakeries bought Tarn Foods for £120m in 2021.', 'Hale Bakeries'),
      'other way round',
    ],
    [
      'the one sued for the one who sues',
      lanxi.choice(
        'Which company sued Kotara in Tokyo in March 2024?',
        ['Redwood Partners', 'Lanxi Robotics*', 'Tianhe Capital'],
        'sued Lanxi',
      ),
      'other way round',
    ],
    [
      'a passive that makes the seller the buyer',
      sarvani.truth(
        'On 12 June 2023 Sarvani Motors was bought by Tejas Batteries for ₹1,150 crore.',
        'bought Tejas',
      ),
      'other way round',
    ],
    [
      'a rise where the passage has a fall',
      veld.choice(
        'By what percentage did the shares of Veld Energy rise on 9 July 2024?',
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
      'up',
    ],
    [
      'a fall where the passage has a rise',
      lanxi.number(
        'To how much did research spending of Lanxi Robotics fall in 2023?',
        1.1,
        'billion yuan (Rmb bn)',
        'Research spending',
      ),
      'down',
    ],
    [
      'a debt raised that was cut',
      hoshino.cloze(
        'Hoshino Stores raised its net debt to _____ in the first half of 2024.',
        '¥96bn',
        'net debt',
      ),
      'up',
    ],
    [
      'the year of another event of the article',
      aster.choice(
        'How many flights did Aster Air cancel in 2022?',
        ['180 flights', '240 flights*', '320 flights'],
        'cancelled 240',
      ),
      'another time',
    ],
    [
      'the quarter before',
      corvane.number(
        'What was the net profit of Corvane in the third quarter of 2023?',
        610,
        'million dollars ($m)',
        'Net profit',
      ),
      'another time',
    ],
    [
      'the other month of the passage',
      norland.choice(
        'To what did inflation in Norland slow in March 2024?',
        ['2.4%', '3.1%*', '4.8%'],
        'slowed to',
      ),
      'another time',
    ],
    [
      'a true statement with the year of its neighbour',
      tarn.truth('Tarn Foods bought Hale Bakeries for £120m in 2022.', 'Hale Bakeries'),
      '2021',
    ],
    [
      'an office at another company',
      sarvani.choice(
        'As of May 2024, who was chairman of Tejas Batteries?',
        ['Anil Deshpande*', 'Kavita Rao', 'Sunil Chowdhury'],
        'Anil Deshpande, chairman',
      ),
      'not of',
    ],
    [
      'the figure of one company given to another',
      sarvani.choice(
        'How many cars did Devika Cars recall in 2023?',
        ['22,000 cars', '32,000 cars*', '45,000 cars'],
        'recalled 32,000',
      ),
      'not of',
    ],
    [
      'the words of one put down to another company',
      tarn.truth('Penrose Capital made a profit of £31m in 2024 on sales of £455m.', 'made a profit'),
      'not of',
    ],
    [
      'a supplier turned into the supplied',
      sarvani.falsehood(
        'As of May 2024, Sarvani Motors supplies Tejas Batteries.',
        'As of May 2024, Devika Cars supplies Tejas Batteries.',
        'Tejas Batteries supplies',
      ),
      'other way round',
    ],
  ],
  nearMisses: [
    [
      'the buyer and the bought',
      tarn.truth('Tarn Foods bought Hale Bakeries for £120m in 2021.', 'Hale Bakeries'),
    ],
    [
      'a passive told rightly',
      sarvani.truth(
        'On 12 June 2023 Tejas Batteries was bought by Sarvani Motors for ₹1,150 crore.',
        'bought Tejas',
      ),
    ],
    [
      'the one who sues',
      lanxi.choice(
        'Which company sued Lanxi Robotics in Tokyo in March 2024?',
        ['Redwood Partners', 'Kotara*', 'Tianhe Capital'],
        'sued Lanxi',
      ),
    ],
    [
      'two that compete, in the other order',
      sarvani.truth(
        'As of May 2024, Ujjwal Auto and Devika Cars compete with Sarvani Motors.',
        'competes with',
      ),
    ],
    [
      'a fall by another word',
      veld.choice(
        'By what percentage did the shares of Veld Energy drop on 9 July 2024?',
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
    ],
    [
      'a loss that narrowed, told as having shrunk',
      hoshino.number(
        'To how much did the loss of Hoshino Stores in Taiwan shrink in the first half of 2024?',
        1.2,
        'billion yen (¥bn)',
        'loss in Taiwan',
      ),
    ],
    [
      'a day of the year named',
      aster.choice(
        'How many flights did Aster Air cancel on 9 July 2024 because of a strike?',
        ['180 flights', '240 flights*', '320 flights'],
        'cancelled 240',
      ),
    ],
    [
      'the quarter of the year before, for its own figure',
      corvane.number(
        'What was the net profit of Corvane in the third quarter of 2023?',
        655,
        'million dollars ($m)',
        'Net profit',
      ),
    ],
    [
      'both months of the passage',
      norland.choice(
        'To what did inflation in Norland slow in April 2024 from 3.9% in March 2024?',
        ['2.4%', '3.1%*', '4.8%'],
        'slowed to',
      ),
    ],
    [
      'the month of the article beside the year spoken of',
      norland.choice(
        'Who said in May 2024 that inflation could fall below 2% in 2025?',
        ['Nils Aker', 'Ilse Brandt*', 'Rowan Research'],
        'could fall below',
      ),
    ],
    [
      'an office at the company of the passage',
      sarvani.choice(
        'As of May 2024, who was chairman of Sarvani Motors?',
        ['Anil Deshpande*', 'Kavita Rao', 'Sunil Chowdhury'],
        'Anil Deshpande, chairman',
      ),
    ],
    [
      'a company that the passage calls the airline',
      aster.choice(
        'As of July 2024, how many aircraft does Aster Air own?',
        ['48 aircraft*', '62 aircraft', '85 aircraft'],
        'owns 48',
      ),
    ],
  ],
}
