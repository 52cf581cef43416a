import type { RecordFinding } from '../../facts/finding.ts'
import { type Ask, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { dateRivals } from './dates.ts'
import { oppositePair } from './event-opposite.ts'
import { phrase } from './names.ts'
import { askedOf, gapStem, needsArticle, opened } from './wording.ts'
import { worthOf } from './worth.ts'

/** Since when it was the highest, and whether it was the highest or the lowest. */
export function recordAsks({ reading }: AskScene, finding: RecordFinding): Ask[] {
  const { since, turned, when } = finding
  const base = { ...askedOf(reading, finding), needsArticle: needsArticle(reading, when) }
  const asks: Ask[] = []
  if (since) {
    const opening = { key: since.text }
    const told = `${since.template.replace('{}', SLOT)}.`
    const sentence = opened(reading, finding, told, opening)
    const stem = gapStem(since.isYear ? 'year' : 'date', { reading, finding, told, opening })
    asks.push({
      ...base,
      slot: 'since',
      key: phrase(since.isYear ? 'year' : 'date', since.text),
      rivals: dateRivals(reading, since.text),
      ...(stem === undefined ? {} : { stem }),
      statement: sentence,
      sentence,
      worth: worthOf(reading, finding, 0.5),
    })
  }
  if (turned)
    asks.push({
      ...base,
      slot: 'superlative',
      ...oppositePair(turned.word, turned.opposite),
      statement: opened(reading, finding, `${turned.template.replace('{}', SLOT)}.`, { key: turned.word }),
      worth: worthOf(reading, finding, 0.55),
    })
  return asks
}
