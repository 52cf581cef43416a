import type { Evidence, Reading, Sentence, Span } from '#core'
import type { StoredPassage } from '../questions/stored.ts'

/**
 * The sentences that settle a question, in the order of its evidence, each with the rest of its paragraph. Stretches
 * of a sentence that carry the evidence are marked, unless they are all of it.
 */
export function findPassages(reading: Reading, evidence: readonly Evidence[]): StoredPassage[] {
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
    figures: figuresIn({ start, end }, evidence),
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

/** The evidence inside a sentence, by offset into it: the smallest pieces, ascending, apart from each other. */
function figuresIn(sentence: Span, evidence: readonly Evidence[]): Span[] {
  const inside = evidence.filter(
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
