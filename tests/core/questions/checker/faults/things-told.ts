import { aster } from './articles/aster.ts'
import { hoshino } from './articles/hoshino.ts'
import { norland } from './articles/norland.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const thingsTold: Planted = {
  faults: [
    [
      'the reservoirs, and whose',
      veld.truth('Power output of Veld Energy fell in 2023 as a drought emptied the reservoirs.', 'drought'),
      "'the reservoirs'",
    ],
    [
      'the pilots, and whose',
      aster.choice(
        'How many flights did Aster Air cancel on 9 July 2024 because of the pilots?',
        ['48 flights', '62 flights', '240 flights*'],
        'cancelled 240',
      ),
      "'the pilots'",
    ],
    [
      'the price, and of what',
      tarn.choice(
        'Who told shareholders in February 2025 that the price was fair?',
        ['Ruth Amadi', 'Peter Lunn*', 'Grace Obi'],
        'price was fair',
      ),
      "'the price'",
    ],
    [
      'the leak, and which',
      veld.truth('On 2 March 2022 Veld Energy reported the leak.', 'first leak'),
      "'the leak'",
    ],
    [
      'the flights, of nobody',
      aster.truth('Compensation of €250 a passenger is due for the flights.', 'Compensation'),
      "'the flights'",
    ],
    [
      'the timber, with a time behind it that does not tell which',
      norland.choice(
        'What did Norland earn with the timber in 2023?',
        ['17bn kroner*', '21bn kroner', '84bn kroner'],
        'timber',
      ),
      "'the timber'",
    ],
    [
      'the coal plant, and where',
      veld.choice('In which year did the coal plant close?', ['2021*', '2022', '2023'], 'coal plant'),
      "'the coal plant'",
    ],
    [
      'the creameries',
      tarn.choice(
        'Who said that the creameries fit well with bakeries of Tarn Foods?',
        ['Ruth Amadi*', 'Peter Lunn', 'Grace Obi'],
        'fit well',
      ),
      "'the creameries'",
    ],
    [
      'the jobs',
      tarn.choice(
        'How many of the jobs were at risk in February 2025, according to Grace Obi?',
        ['340 jobs', '455 jobs', '600 jobs*'],
        'jobs were at risk',
      ),
      "'the jobs'",
    ],
    [
      'the fish',
      norland.cloze('In 2023 Norland sold the fish for _____.', '21bn kroner', 'fish worth'),
      "'the fish'",
    ],
  ],
  nearMisses: [
    [
      'the shops, behind what was told of them',
      hoshino.choice(
        'Among shops of Hoshino Stores, how many of the shops does it plan to close in 2025?',
        ['nine shops*', '11 shops', '24 shops'],
        'close nine',
      ),
    ],
    [
      'the flights of somebody',
      aster.choice(
        'How many of the flights of Aster Air were cancelled on 9 July 2024?',
        ['48 flights', '62 flights', '240 flights*'],
        'cancelled 240',
      ),
    ],
    [
      'the price of something',
      tarn.choice(
        'Who told shareholders in February 2025 that the price of Bexley Dairies was fair?',
        ['Ruth Amadi', 'Peter Lunn*', 'Grace Obi'],
        'price was fair',
      ),
    ],
    [
      'the flights, where the headline has them',
      aster.choice(
        'How many of the flights were cancelled, as reported under the headline ‘Strike Grounds Flights of Aster Air’ in July 2024?',
        ['48 flights', '62 flights', '240 flights*'],
        'cancelled 240',
      ),
    ],
    [
      'the wages, once their country has been named',
      norland.choice(
        'By what percentage did wages in Norland rise in 2023, and with the wages prices?',
        ['3.1%', '5.2%*', '8%'],
        'Wages in Norland',
      ),
    ],
    [
      'the rate of interest, which is one of its kind',
      norland.choice(
        'By how many basis points did the Bank of Norland raise the interest rate on 14 May 2024?',
        ['15 basis points', '25 basis points*', '50 basis points'],
        'raised its main',
      ),
    ],
    [
      'the economy, of which there is one',
      norland.choice(
        'To what percentage was growth of the economy revised in the first quarter of 2024?',
        ['0.4%', '0.6%*', '2.4%'],
        'revised',
      ),
    ],
    [
      'the plant, with the name of its place',
      veld.choice('In which year did the Almere plant close?', ['2021*', '2022', '2023'], 'coal plant'),
    ],
    [
      'the loss that a place tells from others',
      hoshino.choice(
        'To what did the loss of Hoshino Stores in Taiwan narrow in the first half of 2024?',
        ['¥1.2bn*', '¥21.5bn', '¥96bn'],
        'Taiwan',
      ),
    ],
    [
      'the oldest, of which there is one',
      aster.choice(
        'Before which year will Aster Air keep the oldest aircraft of its fleet?',
        ['2024', '2026', '2027*'],
        'oldest',
      ),
    ],
  ],
}
