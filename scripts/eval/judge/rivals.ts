import { z } from 'zod'
import { createRandom } from '#core'
import { naturalOrder } from '../../../core/questions/option-order.ts'
import type { Candidate } from './item.ts'

const one = z.union([z.string(), z.number(), z.boolean()])

/** A question that somebody else made on one of the texts. */
const rivalSchema = z.object({
  file: z.string(),
  stem: z.string(),
  kind: z.string(),
  options: z
    .array(z.string())
    .nullish()
    .transform((options) => options ?? []),
  answer: z.union([one, z.array(one)]),
  origin: z.string().optional(),
})

const SAID: Readonly<Record<string, string>> = { true: 'True', false: 'False' }

/** Options as a learner would see them: figures and dates rise, others are drawn. */
function inOrder(options: readonly string[], seed: string): string[] {
  const order = naturalOrder(options)
  return order ? order.flatMap((place) => options[place] ?? []) : createRandom(seed).shuffle(options)
}

/** The questions of a file of rivals, one JSON object a line, or what is wrong with it. `name` is the origin where a line has none. */
export function readRivals(
  content: string,
  name: string,
  seed: number,
): readonly Candidate[] | { readonly problem: string } {
  const found: Candidate[] = []
  for (const [at, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      const { file, stem, kind, options, answer, origin } = rivalSchema.parse(JSON.parse(line))
      const key = [answer].flat().map((each) => SAID[String(each)] ?? String(each))
      found.push({
        file,
        origin: origin ?? name,
        said: {
          stem,
          kind,
          told: kind === 'true-false' ? 'True or false?' : '',
          options: inOrder(options, `${seed} ${stem}`),
          key: key.join('; '),
        },
      })
    } catch {
      return { problem: `line ${at + 1} of ${name} is no question` }
    }
  }
  return found
}
