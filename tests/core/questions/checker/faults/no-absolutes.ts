import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const noAbsolutes: Planted = {
  faults: [
    [
      'always',
      tarn.truth('In 2024 Bexley Dairies always made a profit of £31m.', 'made a profit'),
      "'always'",
    ],
    [
      'only',
      lanxi.choice(
        'Which was the only company that sued Lanxi Robotics in March 2024?',
        ['Redwood Partners', 'Kotara*', 'Tianhe Capital'],
        'sued Lanxi',
      ),
      "'only'",
    ],
    [
      'exclusively',
      lanxi.cloze(
        'As of June 2024, Lanxi Robotics makes robots exclusively in _____ and Suzhou.',
        'Ningbo',
        'Ningbo',
      ),
      "'exclusively'",
    ],
    [
      'all where the passage does not say so',
      aster.truth('As of July 2024 Aster Air owns all its 48 aircraft.', 'owns 48'),
      "'all'",
    ],
    [
      'significantly',
      norland.number(
        'To what percentage did inflation in Norland slow significantly in April 2024?',
        3.1,
        '%',
        'slowed to',
      ),
      "'significantly'",
    ],
    [
      'considerable',
      corvane.choice(
        'To what considerable sum did the revenue of Corvane rise in the third quarter of 2024?',
        ['$2.9bn', '$4.2bn*', '$6.1bn'],
        'rose 12%',
      ),
      "'considerable'",
    ],
    [
      'a lot of',
      sarvani.number(
        'What number of a lot of cars did Ujjwal Auto recall in 2023?',
        32000,
        'cars',
        'recalled 32,000',
      ),
      "'a lot of'",
    ],
    [
      'a number of',
      hoshino.truth('Hoshino Stores plans to open a number of shops, 24, in 2025.', 'plans to open'),
      "'a number of'",
    ],
    [
      'often',
      hoshino.choice(
        'To what did Hoshino Stores often cut its net debt in the first half of 2024?',
        ['¥21bn', '¥96bn*', '¥208bn'],
        'net debt',
      ),
      "'often'",
    ],
    [
      'never in an option',
      aster.choice(
        'Whose strike made Aster Air cancel 240 flights on 9 July 2024?',
        ['all flights', 'pilots*', 'members'],
        'cancelled 240',
      ),
      "'all'",
    ],
    [
      'everyone',
      norland.truth('By May 2024 Norland had sold its stake in Fjordline to everyone.', 'stake in Fjordline'),
      "'everyone'",
    ],
    [
      'entirely, in a gap sentence',
      veld.cloze(
        'Wind farms entirely supplied _____ of the power of Veld Energy in 2023.',
        '40%',
        'Wind farms',
      ),
      "'entirely'",
    ],
    [
      'substantial',
      veld.truth('The fine of €48m for Veld Energy on 9 July 2024 was substantial.', 'fined Veld'),
      "'substantial'",
    ],
  ],
  nearMisses: [
    ['the figure alone', tarn.truth('In 2024 Bexley Dairies made a profit of £31m.', 'made a profit')],
    [
      'all in the passage’s own words',
      aster.truth('Lena Fischer said all flights would run on 12 July 2024.', 'all flights'),
    ],
    [
      'never in the passage’s own words',
      aster.cloze(
        'In July 2024 Tomas Varga, head of the Guild, said that pilots had never been offered a _____.',
        'rise',
        'never been offered',
      ),
    ],
    [
      'how many',
      sarvani.number('How many cars did Ujjwal Auto recall in 2023?', 32000, 'cars', 'recalled 32,000'),
    ],
    [
      'a word that holds all',
      lanxi.choice(
        'Which company sued Lanxi Robotics, allegedly a rival, in March 2024?',
        ['Redwood Partners', 'Kotara*', 'Tianhe Capital'],
        'sued Lanxi',
        { stem: 'Which company called on a court in Tokyo and sued Lanxi Robotics in March 2024?' },
      ),
    ],
    [
      'every in a quotation',
      sarvani.choice(
        'Who said “Every cell we make in Nashik is already sold” in May 2024?',
        ['Anil Deshpande', 'Kavita Rao*', 'Mint'],
        'Every cell',
      ),
    ],
    [
      'the number of',
      hoshino.number(
        'What is the number of shops that Hoshino Stores plans to open in 2025?',
        24,
        'shops',
        'plans to open',
      ),
    ],
    [
      'nearly in the passage’s own words',
      hoshino.choice(
        'Nearly what percentage of spending did visitors from abroad account for in the first half of 2024, by the account of Akira Senda?',
        ['10%', '20%', '30%*'],
        'nearly 30%',
      ),
    ],
    [
      'nobody in a quotation',
      tarn.truth(
        'In February 2025 Grace Obi said “Nobody has asked the people who make the cheese”.',
        'make the cheese',
      ),
    ],
    [
      'a plain level',
      veld.cloze('Wind farms supplied _____ of the power of Veld Energy in 2023.', '40%', 'Wind farms'),
    ],
    [
      'a plain fall',
      norland.number(
        'To what percentage did inflation in Norland slow in April 2024?',
        3.1,
        '%',
        'slowed to',
      ),
    ],
  ],
}
