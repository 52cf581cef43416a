import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type ArticleText, ENGINE_VERSION } from '#core'
import { loadLexicon } from '../lexicon.ts'
import { type ArticleReading, type EngineStep, readArticle, readInSteps } from './drafted.ts'

/** What reads articles, by the name it signs its readings with. */
export interface Engine {
  /** The engine and the names it reads with (their files' contents): another of either reads otherwise. */
  readonly version: string
  /** Throws EngineFailure. */
  read(article: ArticleText): ArticleReading
  /** The same, stopping after each step. */
  readInSteps(article: ArticleText): Generator<EngineStep, ArticleReading, void>
}

/** This program's engine with the names of a content folder. */
export function loadEngine(folder: string): Engine {
  const names = path.join(folder, 'names')
  const lexicon = loadLexicon(names)
  return {
    version: `${ENGINE_VERSION}+names.${hashNames(names)}`,
    read: (article) => readArticle(article, lexicon),
    readInSteps: (article) => readInSteps(article, lexicon),
  }
}

let house: Engine | undefined

/** The engine with the names of the project, found from the working directory as the lexicon is; made once in the life of this process. */
export function houseEngine(): Engine {
  house ??= loadEngine(path.join(process.cwd(), 'content'))
  return house
}

const HASH_LENGTH = 8

function hashNames(folder: string): string {
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
  return createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, HASH_LENGTH)
}

/** Whether a reading by the engine `version` is as good as one by `engine`: its own, or a newer one's. Names have no age: other names of the same engine are read with again. */
export function isAsNew(version: string, engine: string): boolean {
  if (version === engine) return true
  const [ours, theirs] = [numbersOf(engine), numbersOf(version)]
  const differs = ours.findIndex((number, i) => number !== theirs[i])
  return differs !== -1 && (theirs[differs] ?? -1) > (ours[differs] ?? -1)
}

/** '1.10.0+names.0a1b2c3d' is 1, 10, 0; what is no version is older than any. */
const numbersOf = (version: string): number[] =>
  /^(\d+)\.(\d+)\.(\d+)(?![\d.])/.exec(version)?.slice(1).map(Number) ?? []
