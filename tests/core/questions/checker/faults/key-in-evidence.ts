import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

const MARGIN =
  'By how many percentage points did the gross margin of Corvane widen in the third quarter of 2024?'

export const keyInEvidence: Planted = {
  faults: [
    [
      'the figure of another sentence',
      corvane.choice(
        'By what percentage did revenue at Corvane rise in the first nine months of 2024?',
        ['9%', '12%*', '31%'],
        'first nine months',
      ),
      'The answer 12%',
    ],
    [
      'crore taken for lakh',
      sarvani.choice(
        'How much did Sarvani Motors pay for Tejas Batteries on 12 June 2023?',
        ['₹950 lakh', '₹1,150 lakh*', '₹1,400 lakh'],
        'bought Tejas',
      ),
      'The answer ₹1,150 lakh',
    ],
    [
      'millions taken for billions of yen',
      hoshino.number(
        'To how much did total sales at Hoshino Stores rise in the first half of 2024?',
        412,
        'million yen (¥m)',
        'rose 7.1%',
      ),
      '412 million yen',
    ],
    [
      'another currency with the same digits',
      tarn.choice(
        'What did Tarn Foods agree to pay for Bexley Dairies on 3 February 2025?',
        ['€280m', '€340m*', '€420m'],
        'agreed to buy',
      ),
      'The answer €340m',
    ],
    [
      'a passage that the article does not hold',
      aster.choice(
        'How many flights did Aster Air cancel on 9 July 2024?',
        ['180 flights', '240 flights*', '320 flights'],
        'cancelled 240',
        { evidence: [{ start: 60, end: 105, quote: 'Aster Air cancelled 240 flights on 9 July 2024' }] },
      ),
      "The passage 'Aster Air cancelled 240 flights",
    ],
    [
      'no passage at all',
      veld.number('How much was Veld Energy fined on 9 July 2024?', 48, 'million euros (€m)', [], {}),
      'no passage',
    ],
    [
      'percent where the passage has points',
      corvane.choice(
        MARGIN.replace('many percentage points', 'much'),
        ['0.9%', '1.5%*', '2.4%'],
        'gross margin',
      ),
      'The answer 1.5%',
    ],
    [
      'a multiple that does not follow',
      lanxi.cloze(
        'In 2023 the research spending of Lanxi Robotics was _____ that of 2022.',
        'about twice',
        'Research spending',
      ),
      'about twice',
    ],
    [
      'a person from elsewhere in the article',
      norland.choice(
        'Who called the rise in the rate of Norland unwelcome in May 2024?',
        ['Ilse Brandt*', 'Rowan Research', 'Fjordline'],
        'called the rise',
      ),
      "'Ilse Brandt'",
    ],
    [
      'the year of another event',
      aster.choice(
        'In which year did Aster Air make a profit?',
        ['2021', '2022', '2023', '2024*'],
        'after a profit',
      ),
      "'2024'",
    ],
    [
      'a true statement with the figure of another year',
      corvane.truth('Corvane had revenue of $16.1bn in 2023.', '14.6bn'),
      '$16.1bn',
    ],
    [
      'a correction with the figure of another company',
      tarn.falsehood(
        'Bexley Dairies made a profit of £45m in 2024.',
        'Bexley Dairies made a profit of £120m in 2024.',
        'made a profit',
      ),
      '£120m',
    ],
  ],
  nearMisses: [
    [
      'the amount in brackets, asked in its own currency',
      corvane.number(
        'To how many euros did the revenue of Corvane rise in the third quarter of 2024?',
        3.9,
        'billion euros (€bn)',
        'rose 12%',
      ),
    ],
    [
      'crore as printed',
      sarvani.choice(
        'How much did Sarvani Motors pay for Tejas Batteries on 12 June 2023?',
        ['₹950 crore', '₹1,150 crore*', '₹1,400 crore'],
        'bought Tejas',
      ),
    ],
    [
      'trillions for a thousand billions',
      hoshino.number(
        'To how much did total sales at Hoshino Stores rise in the first half of 2024?',
        0.412,
        'trillion yen (¥tn)',
        'rose 7.1%',
      ),
    ],
    [
      'cents as part of a dollar',
      corvane.number(
        'As of October 2024, what dividend does Corvane pay for each share?',
        0.63,
        'dollars a share',
        'dividend',
      ),
    ],
    ['points as points', corvane.number(MARGIN, 1.5, 'percentage points', 'gross margin')],
    [
      'a figure of the second of two sentences',
      corvane.choice(
        'To what did the revenue of Corvane rise in the first nine months of 2024?',
        ['$4.2bn', '$7.9bn', '$11.8bn*'],
        ['rose 12%', 'first nine months'],
      ),
    ],
    [
      'a name behind its office',
      norland.cloze(
        'In May 2024 it was the finance minister of Norland, _____, who called the rise in the rate unwelcome.',
        'Nils Aker',
        'called the rise',
      ),
    ],
    [
      'the year in which something happened',
      aster.choice(
        'In which year did Aster Air make a profit?',
        ['2021', '2022*', '2023', '2024'],
        'after a profit',
      ),
    ],
    ['a true statement in other words', corvane.truth('In 2023 Corvane had revenue of $14.6bn.', '14.6bn')],
    [
      'a correction as printed',
      tarn.falsehood(
        'Bexley Dairies made a profit of £45m in 2024.',
        'Bexley Dairies made a profit of £31m in 2024.',
        'made a profit',
      ),
    ],
    [
      'lakh written out in full',
      sarvani.cloze('Sarvani Motors sold _____ in 2023.', '145,000 cars', '1.45 lakh', {
        accepts: ['1.45 lakh cars'],
      }),
    ],
  ],
}
