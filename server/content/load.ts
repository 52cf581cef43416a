import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { logFailure } from '../log.ts'
import { FILE_LIMIT, type FileProblem, parseArticleFile } from './article-file.ts'
import { EngineFailure } from './drafted.ts'
import { loadEngine } from './engine.ts'
import { type StoredArticle, storeArticle } from './store-article.ts'

/** What came of loading a folder. */
export interface LoadSummary {
  readonly articles: readonly (StoredArticle & { readonly slug: string })[]
  /** Files that could not be read; nothing of them was stored. */
  readonly broken: readonly (FileProblem & { readonly file: string })[]
}

export interface LoadOptions {
  /** The content folder: `articles/*.md`, and `names/` with the engine's lists. */
  readonly folder: string
  /** Told one line for each file that changed something or is broken, and one at the end. */
  readonly report?: (line: string) => void
}

/**
 * Brings the articles of a content folder into the store: an unchanged file does nothing (what a newer engine makes of
 * it is reread.ts's), a changed one makes a new revision, a broken one is named with line and reason and stops nothing
 * else. Safe to repeat, and to run on several nodes at once. Throws only when the store or the folder itself fails.
 */
export async function loadContent({ folder, report = () => {} }: LoadOptions): Promise<LoadSummary> {
  const engine = loadEngine(folder)
  const place = path.join(folder, 'articles')
  const names = fs
    .readdirSync(place)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
  const articles: (StoredArticle & { slug: string })[] = []
  const broken: (FileProblem & { file: string })[] = []
  for (const name of names) {
    const source = readSource(path.join(place, name))
    const slug = name.slice(0, -'.md'.length)
    const file = typeof source === 'string' ? parseArticleFile(source, slug) : source
    if ('reason' in file) {
      broken.push({ file: name, ...file })
      report(`${name}:${file.line}: ${file.reason}`)
      continue
    }
    const fileHash = createHash('sha256')
      .update(source as string)
      .digest('hex')
    const stored = await storeArticle({ file, fileHash, engine }).catch(unlessUnreadable)
    if (stored === null) {
      const problem = { line: 1, reason: 'the engine failed on this article' }
      broken.push({ file: name, ...problem })
      report(`${name}:${problem.line}: ${problem.reason}`)
      continue
    }
    articles.push({ slug, ...stored })
    if (stored.outcome !== 'unchanged') report(`${name}: ${tellStored(stored)}`)
  }
  report(tellAll(articles, broken.length))
  return { articles, broken }
}

/** A failure of the engine on one article is that article's; any other is everybody's. */
function unlessUnreadable(error: unknown): null {
  if (!(error instanceof EngineFailure)) throw error
  logFailure('load-content', error.cause)
  return null
}

/** A file's text, or why it is not read. A file of any size is measured before it is opened. */
function readSource(file: string): string | FileProblem {
  try {
    const { size } = fs.statSync(file)
    if (size > FILE_LIMIT) return { line: 1, reason: `the file is larger than ${FILE_LIMIT} bytes` }
    return fs.readFileSync(file, 'utf8')
  } catch {
    return { line: 1, reason: 'the file cannot be opened' }
  }
}

const OUTCOMES: { readonly [O in StoredArticle['outcome']]: string } = {
  unchanged: 'unchanged',
  added: 'added',
  revised: 'revised',
  waiting: 'edited in the browser since; an admin chooses between the two',
}

const tellStored = ({ outcome, revision, questions, withdrawn }: StoredArticle): string =>
  outcome === 'waiting'
    ? OUTCOMES.waiting
    : `${OUTCOMES[outcome]}, revision ${revision}, ${questions} questions${withdrawn > 0 ? `, ${withdrawn} earlier ones withdrawn` : ''}`

function tellAll(articles: readonly StoredArticle[], broken: number): string {
  const changed = articles.filter(({ outcome }) => outcome === 'added' || outcome === 'revised').length
  const refused = broken > 0 ? `, ${broken} could not be read` : ''
  return `Articles: ${articles.length}, ${changed === 0 ? 'none' : changed} changed${refused}.`
}
