import type { Evidence, Reading } from '#core'
import { settlingSentence } from '../../../core/questions/item.ts'
import { held, mean, percent, sum } from '../figures.ts'
import type { TextRun } from '../run-text.ts'

const THIRDS = 3

/** What of an article its set touches. */
export interface Coverage {
  readonly file: string
  /** Paragraphs that state a fact, and how many of them a question rests on. */
  readonly paragraphs: { readonly stating: number; readonly asked: number }
  readonly sentences: { readonly stating: number; readonly asked: number }
  /** Thirds of the body in which a question is settled. */
  readonly thirds: number
}

/** The sentences of paragraphs that passages lie in or reach into. */
const sentencesUnder = ({ sentences, blocks }: Reading, passages: readonly Evidence[]): Set<number> =>
  new Set(
    sentences
      .filter(({ block }) => blocks[block]?.kind === 'paragraph')
      .filter(({ start, end }) => passages.some((passage) => passage.start < end && passage.end > start))
      .map(({ index }) => index),
  )

const blocksOf = ({ sentences }: Reading, indices: ReadonlySet<number>): Set<number> =>
  new Set([...indices].flatMap((index) => sentences[index]?.block ?? []))

function thirdsTouched({ reading, questions }: TextRun): number {
  const body = reading.blocks.filter(({ kind }) => kind === 'paragraph')
  const [start, end] = [body[0]?.start ?? 0, body.at(-1)?.end ?? 0]
  const places = questions
    .map(({ evidence }) => reading.sentences[settlingSentence(evidence, reading.sentences)]?.start ?? -1)
    .filter((place) => place >= start && place < end)
  return new Set(places.map((place) => Math.floor((THIRDS * (place - start)) / (end - start)))).size
}

/** How much of what a text states is asked about. */
export function coverageOf(run: TextRun): Coverage {
  const { reading, facts, questions } = run
  const stating = sentencesUnder(
    reading,
    facts.flatMap(({ evidence }) => evidence),
  )
  const asked = sentencesUnder(
    reading,
    questions.flatMap(({ evidence }) => evidence),
  )
  return {
    file: run.file,
    paragraphs: { stating: blocksOf(reading, stating).size, asked: blocksOf(reading, asked).size },
    sentences: { stating: stating.size, asked: asked.size },
    thirds: thirdsTouched(run),
  }
}

/** How much of the paragraphs and sentences with facts the sets rest on, and how far they reach. */
export function printCoverage(runs: readonly TextRun[]): string[] {
  const covered = runs.filter(({ questions }) => questions.length > 0).map(coverageOf)
  const share = (part: 'paragraphs' | 'sentences'): string => {
    const [asked, stating] = [
      sum(covered.map((each) => each[part].asked)),
      sum(covered.map((each) => each[part].stating)),
    ]
    const each = mean(covered.map((one) => one[part].asked / Math.max(1, one[part].stating)))
    return `${percent(asked, stating)} of ${stating} ${part} that state a fact have a question resting on them (${(100 * each).toFixed(1)}% in the mean of texts)`
  }
  const whole = covered.filter(({ thirds }) => thirds === THIRDS)
  return [
    share('paragraphs'),
    share('sentences'),
    held(
      whole.length === covered.length,
      `${whole.length} of ${covered.length} sets touch every third of their article`,
    ),
    ...covered
      .filter(({ thirds }) => thirds < THIRDS)
      .map(({ file, thirds }) => `  ${file}: ${thirds} of ${THIRDS}`),
  ]
}
