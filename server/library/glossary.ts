import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

/** A business term as the glossary explains it. */
export interface Term {
  /** The name of its file: 'free-cash-flow'. */
  readonly slug: string
  readonly term: string
  /** Other words for it, as texts print them. */
  readonly also: readonly string[]
  readonly meaning: string
  readonly example: string
}

/** A term where a text uses it. Offsets count in that text. */
export interface TermUse {
  readonly slug: string
  readonly start: number
  readonly end: number
}

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
  readonly pattern: RegExp
}

let known: Glossary | undefined

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Without what stands in brackets behind it: 'EBIT (operating profit)' is written 'EBIT'. */
const bare = (term: string): string => term.replace(/\s*\([^()]*\)$/, '')

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
  // The longest first: 'gross margin' before 'margin'.
  const all = [...byWords.keys()].sort((a, b) => b.length - a.length)
  known = {
    bySlug: new Map(terms.map((term) => [term.slug, term])),
    byWords,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${all.map(escaped).join('|')})(?![\\p{L}\\p{N}-])`, 'giu'),
  }
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

/** Where stretches of a text first use a term, in their order; each term once, `MOST` terms at most. */
export function findTermUses(
  stretches: readonly { readonly start: number; readonly text: string }[],
): TermUse[] {
  const { pattern, byWords } = glossary()
  const uses = new Map<string, TermUse>()
  for (const { start, text } of stretches)
    for (const match of text.matchAll(pattern)) {
      const term = byWords.get(match[0].toLowerCase())
      // Initials are a term only in capitals: 'GDP', not 'gdp'.
      if (!term || uses.has(term.slug) || uses.size === MOST) continue
      uses.set(term.slug, {
        slug: term.slug,
        start: start + match.index,
        end: start + match.index + match[0].length,
      })
    }
  return [...uses.values()]
}

/** The terms of these uses. */
export const termsOf = (uses: readonly TermUse[]): Term[] =>
  uses.flatMap(({ slug }) => glossary().bySlug.get(slug) ?? [])
