import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Term, TermUse } from './view.ts'

const line = z.string().trim().min(1)
const fileSchema = z.strictObject({
  term: line,
  also: z.array(line),
  meaning: line,
  example: line,
  sector: line,
})

interface Glossary {
  readonly bySlug: ReadonlyMap<string, Term>
  /** Every writing of a term in lower case. */
  readonly byWords: ReadonlyMap<string, Term>
}

let known: Glossary | undefined

/** Without what stands in brackets behind it: 'EBIT (operating profit)' is written 'EBIT'. */
const bare = (term: string): string => {
  const at = term.indexOf(' (')
  return at > 0 && term.endsWith(')') ? term.slice(0, at) : term
}

/**
 * The glossary of the project, read once in the life of this process from the working directory's content folder (as
 * the names are). Throws with the file's name when one is malformed, and when two explain the same words.
 */
function glossary(): Glossary {
  if (known) return known
  const folder = join(process.cwd(), 'content', 'glossary')
  const terms = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readTerm(folder, name))
  const byWords = new Map<string, Term>()
  for (const term of terms)
    for (const words of new Set(
      [term.term, bare(term.term), ...term.also].map((each) => each.toLowerCase()),
    )) {
      const other = byWords.get(words)
      if (other) throw new Error(`The glossary explains '${words}' twice: ${other.slug} and ${term.slug}`)
      byWords.set(words, term)
    }
  known = { bySlug: new Map(terms.map((term) => [term.slug, term])), byWords }
  return known
}

function readTerm(folder: string, name: string): Term {
  try {
    const { sector: _, ...term } = fileSchema.parse(parse(readFileSync(join(folder, name), 'utf8')))
    return { slug: name.slice(0, -'.yaml'.length), ...term }
  } catch (error) {
    throw new Error(`The glossary's ${name} cannot be read`, { cause: error })
  }
}

/** What a term or another word for it means; null where the glossary has neither. */
export const getTerm = (words: string): Term | null =>
  glossary().byWords.get(words.toLowerCase()) ?? glossary().byWords.get(bare(words).toLowerCase()) ?? null

/** Terms explained in one article: more would be a crowd. */
const MOST = 6

const WORD = /[\p{L}\p{N}]+(?:[-'’.&][\p{L}\p{N}]+)*/gu
/** No term has more words. */
const MOST_WORDS = 7

/** Where stretches of a text first use a term, in their order; each term once, `MOST` terms at most. Of two that begin at one word the longer is meant. */
export function findTermUses(
  stretches: readonly { readonly start: number; readonly text: string }[],
): TermUse[] {
  const uses = new Map<string, TermUse>()
  for (const { start, text } of stretches) {
    const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
      from: index,
      to: index + word.length,
    }))
    let next = 0
    for (const [i, { from }] of words.entries()) {
      if (i < next) continue
      for (let j = Math.min(words.length, i + MOST_WORDS) - 1; j >= i; j--) {
        const to = words[j]?.to ?? from
        const term = glossary().byWords.get(text.slice(from, to).toLowerCase())
        if (!term) continue
        next = j + 1
        if (!uses.has(term.slug) && uses.size < MOST)
          uses.set(term.slug, { slug: term.slug, start: start + from, end: start + to })
        break
      }
    }
  }
  return [...uses.values()]
}

/** The terms of these uses. */
export const termsOf = (uses: readonly TermUse[]): Term[] =>
  uses.flatMap(({ slug }) => glossary().bySlug.get(slug) ?? [])
