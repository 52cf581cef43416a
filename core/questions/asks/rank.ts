import type { RankFinding } from '../../facts/finding.ts'
import { ORDINALS } from '../../facts/rank-words.ts'
import { type Ask, SLOT } from '../ask.ts'
import { asOf } from '../report.ts'
import type { AskScene } from './ask-scene.ts'
import { phrase, slotFor } from './names.ts'
import { askedOf, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** So many places above and below are offered beside the right one. */
const SPREAD = 3

/** 'third-largest', 'largest' */
const sayPlace = (place: number, superlative: string): string =>
  place === 1 ? superlative : `${ORDINALS[place - 1]}-${superlative}`

/** Places beside this one, the nearest first. */
const placesBeside = (place: number): number[] =>
  [1, -1, 2, -2, 3]
    .map((step) => place + step)
    .filter((other) => other >= 1 && other <= ORDINALS.length)
    .slice(0, SPREAD)

/** Where something stands among its like; at any one date it has one place. */
export function rankAsks({ reading }: AskScene, finding: RankFinding): Ask[] {
  const { name, place, superlative, before, behind } = finding
  const was = reading.date === undefined ? 'is' : 'was'
  const subject = slotFor(reading, name.canonical).replace(SLOT, name.canonical)
  const statement = asOf(reading.date, `${words(subject, was, before, SLOT, behind)}.`)
  const key = sayPlace(place, superlative)
  return [
    {
      ...askedOf(reading, finding, name.canonical),
      slot: 'place',
      key: phrase('phrase', key, [key.replace('-', ' ')]),
      rivals: placesBeside(place).map((other) => ({
        key: phrase('phrase', sayPlace(other, superlative)),
        why: `The article calls it ${before} ${key} ${behind}.`,
        source: 'computed' as const,
      })),
      statement,
      sentence: statement,
      needsArticle: reading.date === undefined,
      worth: worthOf(reading, finding, 0.6),
    },
  ]
}
