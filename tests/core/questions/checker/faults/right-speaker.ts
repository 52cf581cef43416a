import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

const PRICES = 'Who said “Prices are still rising too quickly for comfort” in May 2024?'
const GRIPPER = 'Who said “The gripper was ours for six years” in June 2024?'

export const rightSpeaker: Planted = {
  faults: [
    [
      'the other of two who are quoted',
      norland.choice(
        PRICES,
        ['Ilse Brandt', 'Nils Aker*', 'Rowan Research'],
        ['too quickly for comfort', 'told parliament'],
      ),
      'Ilse Brandt',
    ],
    [
      'whoever is told',
      sarvani.choice(
        'Who said “Every cell we make in Nashik is already sold” in May 2024?',
        ['Anil Deshpande', 'Kavita Rao', 'Mint*'],
        'Every cell',
      ),
      'Kavita Rao',
    ],
    [
      'the speaker of the sentence before',
      lanxi.choice(GRIPPER, ['Gao Min', 'Chen Yu*', 'Hideo Mori'], ['The gripper', 'before it is clever']),
      'Hideo Mori',
    ],
    [
      'the speaker of the paragraph before',
      corvane.truth('In October 2024 Maren Holt said: “The margin matters more than the order book”.', [
        'order book',
        'ordering tools',
      ]),
      'Priya Nair',
    ],
    [
      'words that were never said',
      veld.choice(
        'Who said “The leaks were large, and we stopped them too late” in July 2024?',
        ['Joost de Wit', 'Hanna Visser*', 'Clean Rivers'],
        'stopped them within',
      ),
      'do not stand so',
    ],
    [
      'words put together from two quotations',
      aster.truth(
        'In July 2024 Lena Fischer said: “We cannot pay wages until our members have waited five years”.',
        ['cannot pay', 'five years'],
      ),
      'do not stand so',
    ],
    [
      'a true statement with the other side for its speaker',
      tarn.truth('In February 2025 Ruth Amadi said “Nobody has asked the people who make the cheese”.', [
        'make the cheese',
        'with our bakeries',
      ]),
      'Grace Obi',
    ],
    [
      'a correction that names the wrong one',
      hoshino.falsehood(
        'It was Yumi Okabe who said “Rents in Tokyo are rising faster than sales” in August 2024.',
        'It was Akira Senda who said “Rents in Tokyo are rising faster than sales” in August 2024.',
        ['Rents in Tokyo', 'weak yen'],
      ),
      'Yumi Okabe',
    ],
    [
      'a gap that takes the wrong speaker',
      aster.cloze(
        'In July 2024 it was _____ who said “Our members have waited five years for an offer”.',
        'Lena Fischer',
        ['five years', 'cannot pay'],
      ),
      'Tomas Varga',
    ],
    [
      'what one reported, put in the mouth of another',
      tarn.choice(
        'Who said in February 2025 that 600 jobs were at risk?',
        ['Ruth Amadi*', 'Peter Lunn', 'Grace Obi'],
        ['600 jobs', 'with our bakeries'],
      ),
      'Grace Obi',
    ],
    [
      'the company of the speaker',
      veld.choice(
        'Who said “We pay more for a leak than others pay for a spill” in July 2024?',
        ['Hanna Visser*', 'Joost de Wit', 'Green Delta'],
        ['pay more for', 'within days'],
      ),
      'Wit',
    ],
  ],
  nearMisses: [
    [
      'the one named behind the words',
      norland.choice(PRICES, ['Ilse Brandt*', 'Nils Aker', 'Rowan Research'], 'too quickly for comfort'),
    ],
    [
      'the one who tells',
      sarvani.choice(
        'Who said “Every cell we make in Nashik is already sold” in May 2024?',
        ['Anil Deshpande', 'Kavita Rao*', 'Mint'],
        'Every cell',
      ),
    ],
    [
      'the one named before the words, whose office stands between',
      lanxi.choice(GRIPPER, ['Redwood Partners', 'Chen Yu', 'Hideo Mori*'], 'The gripper'),
    ],
    [
      'a true statement with its speaker',
      corvane.truth(
        'In October 2024 Priya Nair said: “The margin matters more than the order book”.',
        'order book',
      ),
    ],
    [
      'the words without their last mark',
      veld.choice(
        'Who said “The leaks were small, and we stopped them within days” in July 2024?',
        ['Joost de Wit', 'Hanna Visser*', 'Clean Rivers'],
        'within days',
      ),
    ],
    [
      'the first half of what was said',
      hoshino.choice(
        'Who said “A weak yen fills our shops” in August 2024?',
        ['Akira Senda*', 'Yumi Okabe', 'Kestrel Securities'],
        'weak yen',
      ),
    ],
    [
      'a speaker by surname',
      tarn.truth('In February 2025 Obi said “Nobody has asked the people who make the cheese”.', [
        'make the cheese',
        '600 jobs',
      ]),
    ],
    [
      'a correction that names the right one',
      hoshino.falsehood(
        'It was Akira Senda who said “Rents in Tokyo are rising faster than sales” in August 2024.',
        'It was Yumi Okabe who said “Rents in Tokyo are rising faster than sales” in August 2024.',
        'Rents in Tokyo',
      ),
    ],
    [
      'a gap that takes the speaker',
      aster.cloze(
        'In July 2024 it was _____ who said “Our members have waited five years for an offer”.',
        'Tomas Varga',
        'five years',
      ),
    ],
    [
      'what was reported, with who reported it',
      tarn.choice(
        'Who said in February 2025 that 600 jobs were at risk?',
        ['Ruth Amadi', 'Peter Lunn', 'Grace Obi*'],
        '600 jobs',
      ),
    ],
    [
      'a word in quotation marks that is no speech',
      aster.truth('The “strike” cost Aster Air between €3m and €4m a day in 2024.', 'The strike cost'),
    ],
  ],
}
