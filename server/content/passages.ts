import type { Fact, Question, Reading, Sentence, Span } from '#core'
import type { StoredPassage } from '../questions/stored.ts'
import { findMarks } from './said.ts'

/**
 * The sentences that settle a question, in the order of its evidence, each with the rest of its paragraph. What
 * carries the key is marked in it: the pieces of evidence smaller than a sentence, else the key's own words, else the
 * figures of its facts.
 */
export function findPassages(reading: Reading, question: Question, facts: readonly Fact[]): StoredPassage[] {
  const { evidence } = question
  const key = question.kind === 'choice' || question.kind === 'cloze' ? question.answer : ''
  const about = facts.filter(({ id }) => question.facts.includes(id))
  const marks = [...evidence, ...findMarks(reading, evidence, key, about)]
  const found = new Map<string, Span & { block: Span }>()
  for (const piece of evidence) {
    const passage = passageOf(reading, piece)
    found.set(`${passage.start}-${passage.end}`, passage)
  }
  return [...found.values()].map(({ start, end, block }) => ({
    start,
    end,
    quote: reading.text.slice(start, end),
    before: reading.text.slice(block.start, start),
    after: reading.text.slice(end, block.end),
    figures: figuresIn({ start, end }, marks),
  }))
}

/** The whole sentences that a piece of evidence touches; its paragraph where it touches none. */
function passageOf({ sentences, blocks, text }: Reading, piece: Span): Span & { block: Span } {
  const touched = sentences.filter(({ start, end }) => start < piece.end && piece.start < end)
  const index = touched[0]?.block
  const block: Span = (index === undefined ? undefined : blocks[index]) ??
    blocks.find(({ start, end }) => start <= piece.start && piece.start < end) ?? {
      start: 0,
      end: text.length,
    }
  const inBlock = touched.filter((sentence: Sentence) => sentence.block === index)
  return {
    start: Math.min(piece.start, inBlock[0]?.start ?? block.start),
    end: Math.max(piece.end, inBlock.at(-1)?.end ?? block.end),
    block: { start: Math.min(block.start, piece.start), end: Math.max(block.end, piece.end) },
  }
}

/** The marks inside a sentence, by offset into it: the smallest pieces, ascending, apart from each other. */
function figuresIn(sentence: Span, marks: readonly Span[]): Span[] {
  const inside = marks.filter(
    ({ start, end }) =>
      start >= sentence.start && end <= sentence.end && end - start < sentence.end - sentence.start,
  )
  const smallest = inside.filter(
    (piece) =>
      !inside.some(
        (other) =>
          other.start >= piece.start &&
          other.end <= piece.end &&
          other.end - other.start < piece.end - piece.start,
      ),
  )
  const ascending = smallest
    .map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }))
    .sort((a, b) => a.start - b.start)
  return ascending.filter(({ start }, i) => i === 0 || start >= (ascending[i - 1]?.end ?? 0))
}
