import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const oneSlotAltered: Planted = {
  faults: [
    [
      'a figure and a year altered',
      tarn.falsehood(
        'Tarn Foods bought Hale Bakeries for £340m in 2022.',
        'Tarn Foods bought Hale Bakeries for £120m in 2021.',
        'Hale Bakeries',
      ),
      'more than one part',
    ],
    [
      'a name and a figure altered',
      tarn.falsehood(
        'Oakhurst made a profit of £120m in 2024.',
        'Bexley Dairies made a profit of £31m in 2024.',
        'made a profit',
      ),
      'more than one part',
    ],
    [
      'a word put in',
      aster.falsehood(
        'Aster Air made a small loss of €85m in 2023.',
        'Aster Air made a loss of €85m in 2023.',
        'made a loss',
      ),
      'more than one part',
    ],
    [
      'a word left out',
      norland.falsehood(
        'House prices in Norland fell by 8% in 2023.',
        'House prices in Norland fell by about 8% in 2023.',
        'House prices',
      ),
      'more than one part',
    ],
    [
      'two names changed round',
      tarn.falsehood(
        'Hale Bakeries bought Tarn Foods for £120m in 2021.',
        'Tarn Foods bought Hale Bakeries for £120m in 2021.',
        'Hale Bakeries',
      ),
      'more than one part',
    ],
    [
      'the other name of the statement put twice',
      tarn.falsehood(
        'Tarn Foods bought Tarn Foods for £120m in 2021.',
        'Tarn Foods bought Hale Bakeries for £120m in 2021.',
        'Hale Bakeries',
      ),
      'stands in the statement already',
    ],
    [
      'another sentence altogether',
      lanxi.falsehood(
        'In Tokyo in March 2024 a rival went to a court over robots that lift parcels in Ningbo.',
        'Kotara sued Lanxi Robotics in Tokyo in March 2024.',
        'sued Lanxi',
      ),
      'more than one part',
    ],
    [
      'money for a percentage',
      veld.falsehood(
        'The shares of Veld Energy fell by €5 on 9 July 2024.',
        'The shares of Veld Energy fell by 5% on 9 July 2024.',
        'fell 5%',
        {
          stem: 'The shares of Veld Energy fell €30m on 9 July 2024.',
          correction: 'The shares of Veld Energy fell 5% on 9 July 2024.',
        },
      ),
      "'€30m'",
    ],
    [
      'a name for a figure',
      corvane.falsehood(
        'Corvane had revenue of Dresden in 2023.',
        'Corvane had revenue of $14.6bn in 2023.',
        '14.6bn',
      ),
      "'Dresden'",
    ],
    [
      'a place for a person',
      norland.falsehood(
        'As of May 2024, Norland was governor of the bank.',
        'As of May 2024, Ilse Brandt was governor of the bank.',
        'Ilse Brandt, governor',
      ),
      "'Norland'",
    ],
    [
      'a date for a name',
      lanxi.falsehood(
        'As of 2024, March had sued Lanxi Robotics in Tokyo.',
        'As of 2024, Kotara had sued Lanxi Robotics in Tokyo.',
        'sued Lanxi',
      ),
      "'March'",
    ],
    [
      'a question for a statement',
      sarvani.truth('Was Sarvani Motors founded in 1987 in Pune, Maharashtra?', 'founded in 1987'),
      'full stop',
    ],
    [
      'no full stop',
      sarvani.truth('Sarvani Motors was founded in 1987 in Pune, Maharashtra', 'founded in 1987'),
      'full stop',
    ],
    [
      'a sentence that breaks off',
      veld.truth('Say that wind farms supplied 40% of the power of Veld Energy in 2023!', 'Wind farms', {
        stem: 'In 2023 the share of the power of Veld Energy that wind farms supplied was 40%:',
      }),
      'full stop',
    ],
  ],
  nearMisses: [
    [
      'one figure altered',
      tarn.falsehood(
        'Tarn Foods bought Hale Bakeries for £340m in 2021.',
        'Tarn Foods bought Hale Bakeries for £120m in 2021.',
        'Hale Bakeries',
      ),
    ],
    [
      'one name altered',
      tarn.falsehood(
        'Penrose Capital made a profit of £31m in 2024.',
        'Bexley Dairies made a profit of £31m in 2024.',
        'made a profit',
      ),
    ],
    [
      'one word turned into its opposite',
      hoshino.falsehood(
        'The loss of Hoshino Stores in Taiwan widened to ¥1.2bn in the first half of 2024.',
        'The loss of Hoshino Stores in Taiwan narrowed to ¥1.2bn in the first half of 2024.',
        'loss in Taiwan',
      ),
    ],
    [
      'a figure with its scale',
      norland.falsehood(
        'Exports of Norland came to 60bn kroner in 2023.',
        'Exports of Norland came to 84bn kroner in 2023.',
        'Exports of Norland',
      ),
    ],
    [
      'a figure with its noun',
      aster.falsehood(
        'Aster Air cancelled 310 flights on 9 July 2024.',
        'Aster Air cancelled 240 flights on 9 July 2024.',
        'cancelled 240',
      ),
    ],
    [
      'a city altered',
      sarvani.falsehood(
        'Ujjwal Auto opened a plant in Nashik in 2023.',
        'Ujjwal Auto opened a plant in Chennai in 2023.',
        'Chennai',
      ),
    ],
    [
      'a day altered',
      veld.falsehood(
        'Veld Energy reported the first leak on 11 May 2022.',
        'Veld Energy reported the first leak on 2 March 2022.',
        'first leak',
        { stem: 'Veld Energy reported the first leak on 9 July 2024.' },
      ),
    ],
    [
      'a year altered',
      lanxi.falsehood(
        'Gao Min and Chen Yu founded Lanxi Robotics in 2022.',
        'Gao Min and Chen Yu founded Lanxi Robotics in 2014.',
        'founded Lanxi',
      ),
    ],
    [
      'a person altered',
      norland.falsehood(
        'As of May 2024, Nils Aker was governor of the Bank of Norland.',
        'As of May 2024, Ilse Brandt was governor of the Bank of Norland.',
        'Ilse Brandt, governor',
      ),
    ],
    [
      'a true statement',
      sarvani.truth('Sarvani Motors was founded in 1987 in Pune, Maharashtra.', 'founded in 1987'),
    ],
    [
      'points in words',
      norland.falsehood(
        'The unemployment rate in Norland fell by 0.9 percentage points in the first quarter of 2024.',
        'The unemployment rate in Norland fell by 0.3 percentage points in the first quarter of 2024.',
        'unemployment rate',
      ),
    ],
  ],
}
