import type { DescriptionFinding } from '../../facts/finding.ts'
import type { Ask } from '../ask.ts'
import { contentWords } from '../checker/words.ts'
import { asOf } from '../report.ts'
import type { AskScene } from './ask-scene.ts'
import { askedWord } from './kind-words.ts'
import { nameRivals, phrase, slotFor } from './names.ts'
import { askedOf, isShort, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** Words that carry meaning, without which a description fits too many. */
const FEWEST_WORDS = 3

/** 'A Chinese vendor' are many; 'a toymaker founded in 2001' may be few. */
export const isOneOfMany = (text: string): boolean =>
  AMONG.test(text) || (/^an? /.test(text) && !/\d/.test(text))

/** 'Among the most upbeat countries', 'one of the biggest employers': others are too, and the article may name them. */
const AMONG = /^(?:still |also )?(?:among|one of|part of) /

/** Who or which company is described so. */
export function descriptionAsks(ask: AskScene, finding: DescriptionFinding): Ask[] {
  const { reading } = ask
  const { name, text, marked } = finding
  const sort = name.sort === 'person' ? 'person' : 'organisation'
  const was = reading.date === undefined ? 'is' : 'was'
  const opening = sort === 'person' ? 'who' : `which ${askedWord(reading, marked, name)}`
  const stem = asOf(reading.date, `${words(opening, was, text)}?`)
  const statement = asOf(reading.date, `${words(slotFor(reading, name.canonical), was, text)}.`)
  // 'Foster’s is one of' is a clause, no description
  if (/ (?:is|are|was|were|has|have|had) /.test(` ${text} `) && !/\b(?:who|which|that) /.test(text)) return []
  if (!isShort(stem) || contentWords(text).length < FEWEST_WORDS || isOneOfMany(text)) return []
  return [
    {
      slot: 'name',
      stem,
      key: phrase(sort, name.canonical),
      rivals: nameRivals(ask, marked, sort, name.canonical),
      statement,
      ...(reading.date === undefined ? {} : { sentence: statement }),
      needsArticle: reading.date === undefined,
      worth: worthOf(reading, finding, 0.6),
      ...askedOf(reading, finding, name.canonical),
    },
  ]
}
