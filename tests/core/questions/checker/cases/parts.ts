import { passage, sound } from '../../support/sample.ts'
import { type Cases, matching, ordering } from './case.ts'

const [online, revenue, stores] = sound.ordering.answer
const [climbed, rose, increased] = sound.ordering.reasons
const [reid, vale, brightmart] = sound.matching.answer

export const parts = {
  'parts-stated': {
    breaks: [
      [
        'an order that its own figures contradict',
        ordering({ answer: [revenue, online, stores], reasons: [rose, climbed, increased] }),
      ],
      [
        'an order turned round',
        ordering({
          stem: 'Put these figures of Harbour Foods in order of their growth in 2024, slowest first.',
        }),
      ],
      [
        'an order that does not say which end comes first',
        ordering({ stem: 'Put these figures of Harbour Foods in order of their growth in 2024.' }),
      ],
      [
        'a figure that the passages do not give',
        ordering({ reasons: [climbed, rose, 'Store sales increased 4%.'] }),
      ],
      ['a reason without a figure', ordering({ reasons: [climbed, rose, 'Store sales increased least.'] })],
      [
        'items measured in different units',
        ordering({ reasons: [climbed, rose, 'Store sales came to £136m.'] }),
      ],
      ['two items that are level', ordering({ reasons: [climbed, rose, 'Store sales rose 8%.'] })],
      ['an item the passages do not speak of', ordering({ answer: [online, revenue, 'Pharmacies'] })],
      ['two pairs swapped', matching({ answer: [[reid[0], vale[1]], [vale[0], reid[1]], brightmart] })],
      [
        'a pair that no passage puts together',
        matching({ answer: [reid, vale, ['Northgate Bank', 'bought Pennywise in 2019']] }),
      ],
      [
        'one thing under two names',
        matching({
          answer: [reid, ['Reid', 'said about 40 stores could open in 2026'], vale],
          evidence: [...sound.matching.evidence, passage('said about 40 stores could open in 2026')],
        }),
      ],
    ],
    keeps: [
      ['a sound order', ordering()],
      [
        'the same order from the other end',
        ordering({
          stem: 'Put these figures of Harbour Foods in order of their growth in 2024, slowest first.',
          answer: [stores, revenue, online],
          reasons: [increased, rose, climbed],
        }),
      ],
      [
        'an order of amounts',
        ordering({
          stem: 'Put these figures of Harbour Foods for 2024 in order, largest first.',
          answer: [revenue, stores, online],
          reasons: ['Revenue rose to £280m.', 'Store sales rose to £136m.', 'Online sales rose to £37.8m.'],
        }),
      ],
      [
        'a year in a reason beside its figure',
        ordering({ reasons: ['Online sales climbed 32% in 2024.', rose, increased] }),
      ],
      [
        'an order worded as from the fastest',
        ordering({
          stem: 'Order these figures of Harbour Foods by their growth in 2024, from the fastest to the slowest.',
        }),
      ],
      ['sound pairs', matching()],
      ['pairs in another order', matching({ answer: [brightmart, vale, reid] })],
    ],
  },
} as const satisfies Readonly<Record<string, Cases>>
