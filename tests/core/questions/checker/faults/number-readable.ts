import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const numberReadable: Planted = {
  faults: [
    [
      'a stem in millions with a field in billions',
      tarn.number(
        'How many million pounds did Tarn Foods agree to pay for Bexley Dairies on 3 February 2025?',
        0.34,
        'billion pounds (£bn)',
        'agreed to buy',
      ),
      "'million'",
    ],
    [
      'a stem in billions with a field in millions',
      hoshino.number(
        'To how many billions of yen did Hoshino Stores cut its net debt in the first half of 2024?',
        96000,
        'million yen (¥m)',
        'net debt',
      ),
      "'billions'",
    ],
    [
      'a stem in crore with a field in lakh',
      sarvani.number(
        'How many crore did Sarvani Motors pay for Tejas Batteries on 12 June 2023?',
        115000,
        'lakh rupees (₹ lakh)',
        'bought Tejas',
      ),
      "'crore'",
    ],
    [
      'a stem in euros with a field in dollars',
      corvane.number(
        'How many euros was the revenue of Corvane in the third quarter of 2024?',
        4.2,
        'billion dollars ($bn)',
        'rose 12%',
      ),
      "'euros'",
    ],
    [
      'a stem in thousands with a field in single cars',
      sarvani.number(
        'How many thousand cars did Ujjwal Auto recall in 2023?',
        32000,
        'cars',
        'recalled 32,000',
      ),
      "'thousand'",
    ],
    [
      'a stem in lakh with a field in single cars',
      sarvani.number('How many lakh cars did Sarvani Motors sell in 2023?', 145000, 'cars', '1.45 lakh'),
      "'lakh'",
    ],
    [
      'a stem in cents with a field in dollars',
      corvane.number(
        'As of October 2024, how many cents does Corvane pay as a dividend a share?',
        0.63,
        'dollars a share',
        'dividend',
      ),
      "'cents'",
    ],
    [
      'a stem about flights with a field for passengers',
      aster.number(
        'How many flights did Aster Air cancel on 9 July 2024?',
        240,
        'passengers',
        'cancelled 240',
      ),
      "'passengers'",
    ],
    [
      'a stem about shops with a field for people',
      hoshino.number(
        'How many shops does Hoshino Stores plan to open in 2025?',
        24,
        'people',
        'plans to open',
      ),
      "'people'",
    ],
    [
      'a stem in dollars with a field in euros',
      corvane.number(
        'To how many dollars did the revenue of Corvane rise in the third quarter of 2024?',
        3.9,
        'billion euros (€bn)',
        'rose 12%',
      ),
      "'dollars'",
    ],
    [
      'an estimate in another thing',
      aster.estimate(
        'How many flights did Aster Air cancel on 9 July 2024?',
        240,
        'crews',
        { low: 0, high: 1000, tolerance: 50 },
        'cancelled 240',
      ),
      "'crews'",
    ],
    [
      'an estimate in the wrong scale',
      tarn.estimate(
        'How many million pounds did Tarn Foods agree to pay for Bexley Dairies on 3 February 2025?',
        0.34,
        'billion pounds (£bn)',
        { low: 0, high: 1, tolerance: 0.05 },
        'agreed to buy',
      ),
      "'million'",
    ],
  ],
  nearMisses: [
    [
      'millions in a field for millions',
      veld.number('How much was Veld Energy fined on 9 July 2024?', 48, 'million euros (€m)', 'fined Veld'),
    ],
    [
      'billions in a field for billions',
      corvane.number('What was the revenue of Corvane in 2023?', 14.6, 'billion dollars ($bn)', '14.6bn'),
    ],
    [
      'a percentage',
      norland.number('By what percentage did wages in Norland rise in 2023?', 5.2, '%', 'Wages in Norland'),
    ],
    [
      'a count',
      aster.number('How many flights did Aster Air cancel on 9 July 2024?', 240, 'flights', 'cancelled 240'),
    ],
    [
      'a count of thousands',
      sarvani.number('How many cars did Ujjwal Auto recall in 2023?', 32000, 'cars', 'recalled 32,000'),
    ],
    [
      'a count in lakh',
      sarvani.number('How many lakh cars did Sarvani Motors sell in 2023?', 1.45, 'lakh cars', '1.45 lakh'),
    ],
    [
      'a stem in the scale of its field',
      tarn.number(
        'How many million pounds did Tarn Foods agree to pay for Bexley Dairies on 3 February 2025?',
        340,
        'million pounds (£m)',
        'agreed to buy',
      ),
    ],
    [
      'billions in both',
      hoshino.number(
        'To how many billions of yen did Hoshino Stores cut its net debt in the first half of 2024?',
        96,
        'billion yen (¥bn)',
        'net debt',
      ),
    ],
    [
      'crore in both',
      sarvani.number(
        'How many crore rupees did Sarvani Motors pay for Tejas Batteries on 12 June 2023?',
        1150,
        'crore rupees (₹ crore)',
        'bought Tejas',
      ),
    ],
    [
      'euros in both',
      corvane.number(
        'To how many euros did the revenue of Corvane rise in the third quarter of 2024?',
        3.9,
        'billion euros (€bn)',
        'rose 12%',
      ),
    ],
    [
      'points',
      corvane.number(
        'By how many percentage points did the gross margin of Corvane widen in the third quarter of 2024?',
        1.5,
        'percentage points',
        'gross margin',
      ),
    ],
    [
      'an estimate in the right scale',
      tarn.estimate(
        'How many million pounds did Tarn Foods agree to pay for Bexley Dairies on 3 February 2025?',
        340,
        'million pounds (£m)',
        { low: 0, high: 1000, tolerance: 50 },
        'agreed to buy',
      ),
    ],
  ],
}
