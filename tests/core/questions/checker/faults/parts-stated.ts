import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

const EXPORTS = 'Put these figures of Norland for 2023 in order, largest first.'
const [all, fish, timber] = [
  ['exports', 'Exports of Norland came to 84bn kroner.'],
  ['fish', 'Fish was worth 21bn kroner.'],
  ['timber', 'Timber was worth 17bn kroner.'],
] as const
const GROWTH =
  'Put these measures of Hoshino Stores in order of their growth in the first half of 2024, fastest first.'
const [online, total, alike] = [
  ['online sales', 'Online sales rose 11%.'],
  ['total sales', 'Total sales rose 7.1%.'],
  ['like-for-like sales', 'Like-for-like sales rose 3.4%.'],
] as const
const SALES = ['Online sales', 'rose 7.1%', 'Like-for-like']
const EVENTS = 'Put these events at Veld Energy in order, earliest first, from 2021 to 2024.'
const [plant, leak, fine] = [
  ['the closing of the coal plant in Almere', 'The coal plant closed in April 2021.'],
  ['the first leak', 'The first leak was reported on 2 March 2022.'],
  ['the decision of the court', 'The fine came on 9 July 2024.'],
] as const
const EVENT_WORDS = ['coal plant', 'first leak', 'fined Veld']
const OFFICES = 'Match these people of October 2024 with their offices.'
const [holt, idris, nair] = [
  ['Maren Holt', 'chief executive'],
  ['Paul Idris', 'finance director'],
  ['Priya Nair', 'analyst'],
] as const
const OFFICE_WORDS = ['Maren Holt, chief', 'Paul Idris', 'Priya Nair']
const PLANTS = 'Match these companies with what they did in 2023.'
const [recalled, bought, delivered] = [
  ['Ujjwal Auto', 'recalled 32,000 cars'],
  ['Sarvani Motors', 'bought Tejas Batteries'],
  ['Tejas Batteries', 'supplies Meru Buses'],
] as const
const PLANT_WORDS = ['recalled 32,000', 'bought Tejas', 'Tejas Batteries supplies']

export const partsStated: Planted = {
  faults: [
    [
      'two items in each other’s places',
      norland.ordering(EXPORTS, [fish, all, timber], 'Exports of Norland'),
      "'exports'",
    ],
    [
      'the whole order turned round',
      hoshino.ordering(GROWTH, [alike, total, online], SALES),
      "'total sales'",
    ],
    [
      'no end said to come first',
      norland.ordering(
        'Put these figures of Norland for 2023 in order.',
        [all, fish, timber],
        'Exports of Norland',
      ),
      'which end',
    ],
    [
      'a reason with a figure nobody gives',
      norland.ordering(
        EXPORTS,
        [all, fish, ['timber', 'Timber was worth 12bn kroner.']],
        'Exports of Norland',
      ),
      '12bn',
    ],
    [
      'a reason without a figure',
      hoshino.ordering(
        GROWTH,
        [online, total, ['like-for-like sales', 'Like-for-like sales rose least.']],
        SALES,
      ),
      'rose least',
    ],
    [
      'two measures in different units',
      hoshino.ordering(
        'Put these measures of Hoshino Stores in order for the first half of 2024, largest first.',
        [
          ['online sales', 'Online sales rose 11%.'],
          ['total sales', 'Total sales came to ¥412bn.'],
          ['like-for-like sales', 'Like-for-like sales rose 3.4%.'],
        ],
        SALES,
      ),
      'different units',
    ],
    [
      'an item that the passages do not speak of',
      norland.ordering(
        EXPORTS,
        [all, ['pharmaceuticals', 'It was 21bn kroner.'], timber],
        'Exports of Norland',
      ),
      "'pharmaceuticals'",
    ],
    [
      'reasons that swap the figures of two items',
      norland.ordering(
        EXPORTS,
        [all, ['timber', 'Timber was worth 21bn kroner.'], ['fish', 'Fish was worth 17bn kroner.']],
        'Exports of Norland',
      ),
      "is not that of 'timber'",
    ],
    [
      'a range in a reason',
      aster.ordering(
        'Put these costs of Aster Air for July 2024 in order, largest first.',
        [
          ['strike', 'The strike cost between €3m and €4m a day.'],
          ['compensation', 'Compensation is €250.'],
          ['loss', 'The loss was €85m.'],
        ],
        ['The strike cost', 'Compensation', 'made a loss'],
      ),
      'range',
    ],
    ['events out of order', veld.ordering(EVENTS, [leak, plant, fine], EVENT_WORDS), 'wrong place'],
    [
      'pairs with their right sides swapped',
      corvane.matching(
        OFFICES,
        [['Maren Holt', 'finance director'], ['Paul Idris', 'chief executive'], nair],
        OFFICE_WORDS,
      ),
      "'Maren Holt' and 'finance director'",
    ],
    [
      'a pair that no passage puts together',
      sarvani.matching(
        PLANTS,
        [recalled, bought, ['Meru Buses', 'opened a plant in Pune']],
        [...PLANT_WORDS, 'Pune in 2022'],
      ),
      "'Meru Buses' and 'opened a plant in Pune'",
    ],
    [
      'one company under two names',
      sarvani.matching(
        'Match these people with their firms, as of May 2024.',
        [
          ['Anil Deshpande', 'Sarvani Motors'],
          ['Kavita Rao', 'Tejas Batteries'],
          ['Rao', 'Nashik'],
        ],
        ['Anil Deshpande, chairman', 'Kavita Rao, chief'],
      ),
      "'Rao' and 'Kavita Rao'",
    ],
  ],
  nearMisses: [
    ['amounts from the largest', norland.ordering(EXPORTS, [all, fish, timber], 'Exports of Norland')],
    [
      'the same from the smallest',
      norland.ordering(EXPORTS.replace('largest', 'smallest'), [timber, fish, all], 'Exports of Norland'),
    ],
    ['growth from the fastest', hoshino.ordering(GROWTH, [online, total, alike], SALES)],
    [
      'growth from the slowest',
      hoshino.ordering(GROWTH.replace('fastest', 'slowest'), [alike, total, online], SALES),
    ],
    [
      'growth from the fastest to the slowest',
      hoshino.ordering(
        'Order these measures of Hoshino Stores by their growth in the first half of 2024, from the fastest to the slowest.',
        [online, total, alike],
        SALES,
      ),
    ],
    ['events from the earliest', veld.ordering(EVENTS, [plant, leak, fine], EVENT_WORDS)],
    [
      'events from the latest',
      veld.ordering(
        'Put these events at Veld Energy in order, latest first, from 2024 to 2021.',
        [fine, leak, plant],
        EVENT_WORDS,
      ),
    ],
    ['people and offices', corvane.matching(OFFICES, [holt, idris, nair], OFFICE_WORDS)],
    ['people and offices in another order', corvane.matching(OFFICES, [nair, holt, idris], OFFICE_WORDS)],
    [
      'companies and what they did',
      sarvani.matching(
        'Match these companies with what they did, as of May 2024.',
        [recalled, bought, delivered],
        PLANT_WORDS,
      ),
    ],
    [
      'people and firms',
      sarvani.matching(
        'Match these people and funds with their firms, as of May 2024.',
        [
          ['Anil Deshpande', 'Sarvani Motors'],
          ['Kavita Rao', 'Tejas Batteries'],
          ['Meru Buses', 'Devika Cars'],
        ],
        ['Anil Deshpande, chairman', 'Kavita Rao, chief', 'Tejas Batteries supplies'],
      ),
    ],
    [
      'shares from the largest',
      lanxi.ordering(
        'Put these owners and markets of Lanxi Robotics in order of their shares as of June 2024, largest first.',
        [
          ['warehouses', 'Warehouses account for 55% of sales.'],
          ['Gao Min', 'Gao Min owns 24%.'],
          ['hospitals', 'Hospitals account for 20% of sales.'],
        ],
        ['Warehouses account', 'owns 24%'],
      ),
    ],
  ],
}
