import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const keepsHedges: Planted = {
  faults: [
    [
      'guidance asked as what was reached',
      corvane.number('What was the revenue of Corvane in 2024?', 16.1, 'billion dollars ($bn)', '$16.1bn'),
      'forecast',
    ],
    [
      'could made will',
      corvane.truth('In 2026 Corvane opens a second plant in Dresden, said Maren Holt.', 'Dresden'),
      'hedged',
    ],
    [
      'more than left out',
      corvane.number(
        'By what percentage did shares of Corvane rise on 24 October 2024?',
        6,
        '%',
        'more than 6%',
      ),
      'more than',
    ],
    [
      'about left out',
      corvane.number(
        'As of October 2024, how many people does Corvane employ?',
        18000,
        'people',
        'about 18,000',
      ),
      'about',
    ],
    [
      'up to left out, with would kept',
      sarvani.choice(
        'How many workers would the factory in Nashik hire in 2025, according to Kavita Rao?',
        ['900 workers', '1,200 workers', '1,500 workers*'],
        'hire up to',
      ),
      'up to',
    ],
    [
      'nearly left out',
      hoshino.choice(
        'What share of spending did visitors from abroad account for in the first half of 2024, according to Akira Senda?',
        ['30%*', '40%', '50%'],
        'nearly 30%',
      ),
      'nearly',
    ],
    [
      'a forecast of analysts told as fact',
      norland.truth('Inflation in Norland is 2.4% in 2025.', 'inflation of 2.4%'),
      "'expect'",
    ],
    [
      'a plan told as done, beside a planet of planes',
      hoshino.choice(
        'How many shops did Hoshino Stores open in 2025?',
        ['nine shops', '16 shops', '24 shops*'],
        'plans to open',
      ),
      'planned',
    ],
    [
      'an opinion told as fact',
      tarn.truth('In February 2025 the price for Bexley Dairies was fair.', 'the price was fair'),
      'Peter Lunn',
    ],
    [
      'a claim of a union told as fact',
      tarn.number('How many jobs were at risk at Bexley Dairies in February 2025?', 600, 'jobs', '600 jobs'),
      'Grace Obi',
    ],
    [
      'over meant of time, not of the figure',
      corvane.cloze('Over the day of 24 October 2024 shares of Corvane rose by _____.', '6%', 'more than 6%'),
      'more than',
    ],
    [
      'May the month, not may the verb',
      sarvani.number(
        'How many cars do exports reach in 2025, as Anil Deshpande said in May 2024?',
        40000,
        'cars',
        '40,000 cars in 2025',
      ),
      'hedged',
    ],
    [
      'at least left out',
      veld.choice(
        'What fine had Green Delta and Clean Rivers asked for by July 2024?',
        ['€60m*', '€75m', '€90m'],
        'at least',
      ),
      'at least',
    ],
    [
      'almost left out of a gap sentence',
      lanxi.cloze('In 2023 Lanxi Robotics sold _____.', '70,000 robots', 'almost 70,000'),
      'hedged',
    ],
  ],
  nearMisses: [
    [
      'guidance as guidance',
      corvane.number('What revenue does Corvane expect in 2024?', 16.1, 'billion dollars ($bn)', '$16.1bn'),
    ],
    [
      'could kept as might',
      corvane.truth('Maren Holt said that Corvane might open a second plant in Dresden in 2026.', 'Dresden'),
    ],
    [
      'more than kept as over',
      corvane.number(
        'By over what percentage did shares of Corvane rise on 24 October 2024?',
        6,
        '%',
        'more than 6%',
      ),
    ],
    [
      'about kept as roughly',
      corvane.number(
        'As of October 2024, roughly how many people does Corvane employ?',
        18000,
        'people',
        'about 18,000',
        { tolerance: 500 },
      ),
    ],
    [
      'up to kept as at most',
      sarvani.choice(
        'At most how many workers would the factory in Nashik hire in 2025, according to Kavita Rao?',
        ['900 workers', '1,200 workers', '1,500 workers*'],
        'hire up to',
      ),
    ],
    [
      'nearly kept as almost',
      hoshino.choice(
        'Almost what share of spending did visitors from abroad account for in the first half of 2024, by the account of Akira Senda?',
        ['10%', '20%', '30%*'],
        'nearly 30%',
      ),
    ],
    [
      'a forecast with its authors',
      norland.truth('Analysts at Rowan Research forecast inflation of 2.4% in 2025.', 'inflation of 2.4%'),
    ],
    [
      'a plan as a plan',
      hoshino.choice(
        'How many shops does Hoshino Stores intend to open in 2025?',
        ['nine shops', '16 shops', '24 shops*'],
        'plans to open',
      ),
    ],
    [
      'an opinion with its owner',
      tarn.truth(
        'In February 2025 Peter Lunn said the price for Bexley Dairies was fair.',
        'the price was fair',
      ),
    ],
    [
      'a claim with its author',
      tarn.number('How many jobs did Grace Obi say were at risk in February 2025?', 600, 'jobs', '600 jobs'),
    ],
    [
      'a plain figure beside a hedged one',
      corvane.number('What was the revenue of Corvane in 2023?', 14.6, 'billion dollars ($bn)', [
        '14.6bn',
        '$16.1bn',
      ]),
    ],
    [
      'more than in words of exceeding',
      corvane.cloze('On 24 October 2024 the rise in shares of Corvane exceeded _____.', '6%', 'more than 6%'),
    ],
    [
      'a denial as a denial',
      tarn.truth('Tarn Foods has denied that it would close the creamery in Bexley in 2025.', 'denied that'),
    ],
  ],
}
