import { read } from '../../../../../core/article/read.ts'
import type { Evidence } from '../../../../../core/article/span.ts'
import { findFacts } from '../../../../../core/index.ts'
import type { CheckContext } from '../../../../../core/questions/checker/context.ts'

/** An invented article, read as any other, with the sentences that questions rest on. */
export interface Article {
  readonly context: CheckContext
  /** The whole sentences in which these words stand. */
  sentences(...words: readonly string[]): Evidence[]
}

export function article(title: string, date: string, body: string): Article {
  const reading = read({ title, body, date })
  return {
    context: { reading, facts: findFacts(reading) },
    sentences: (...words) =>
      words.map((each) => {
        const at = reading.text.indexOf(each)
        const found = reading.sentences.find(({ start, end }) => start <= at && at < end)
        if (!found) throw new Error(`No sentence of '${title}' says '${each}'.`)
        const { start, end } = found
        return { start, end, quote: reading.text.slice(start, end) }
      }),
  }
}
