import { createHash } from 'node:crypto'
import {
  type ArticleText,
  draftAll,
  type Fact,
  findFacts,
  type Lexicon,
  type Question,
  questionsOf,
  type Reading,
  read,
  stableKey,
} from '#core'

/** A question with what tells its family and its content apart. */
export interface Drafted {
  readonly question: Question
  readonly familyKey: string
  readonly contentHash: string
}

/** All that one reading of an article by this engine gives the store. */
export interface ArticleReading {
  readonly reading: Reading
  readonly facts: readonly (Fact & { readonly stableKey: string })[]
  /** Every question that passed the checker; each content once. */
  readonly drafts: readonly Drafted[]
  /** Content hashes of the quiz set, in its order. */
  readonly set: readonly string[]
  readonly shortfall: unknown
}

/** One reading of a stored revision, to be kept. */
export interface ReadRevision {
  readonly articleId: string
  readonly revision: { readonly id: string; readonly number: number }
  /** The engine's version. */
  readonly engine: string
  readonly read: ArticleReading
}

/** How many questions an article's own quiz set is to have, and the seed it is picked with. */
export const SET_SIZE = 10
export const SET_SEED = 1

/** What tells the content of a question apart, as versions keep it. */
export const hashContent = (value: Question): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** The engine threw; `cause` is what. */
export class EngineFailure extends Error {}

/** What a step of the engine has found: facts, questions of the quiz, questions that passed the checker in all. */
export interface EngineStep {
  readonly step: 'facts' | 'questions' | 'checks'
  readonly found: number
}

/** Reads an article and drafts all its questions, and stops after each step. Pure work of the engine; touches no store. Throws EngineFailure. */
export function* readInSteps(
  article: ArticleText,
  lexicon: Lexicon,
): Generator<EngineStep, ArticleReading, void> {
  try {
    return yield* readAndDraft(article, lexicon)
  } catch (cause) {
    throw new EngineFailure('the engine failed on an article', { cause })
  }
}

/** The same in one go. */
export function readArticle(article: ArticleText, lexicon: Lexicon): ArticleReading {
  const steps = readInSteps(article, lexicon)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

function* readAndDraft(article: ArticleText, lexicon: Lexicon): Generator<EngineStep, ArticleReading, void> {
  const reading = read(article, lexicon)
  const facts = findFacts(reading).map((fact) => ({ ...fact, stableKey: stableKey(fact) }))
  yield { step: 'facts', found: facts.length }
  const keys = new Map(facts.map((fact) => [fact.id, fact.stableKey]))
  const { questions, shortfall } = questionsOf(reading, { count: SET_SIZE, seed: SET_SEED })
  yield { step: 'questions', found: questions.length }
  const byContent = new Map<string, Drafted>()
  const families = new Map<string, number>()
  for (const question of [...questions, ...draftAll(reading, { seed: SET_SEED })]) {
    const contentHash = hashContent(question)
    if (byContent.has(contentHash)) continue
    const family = familyOf(question, keys)
    const twins = families.get(family) ?? 0
    families.set(family, twins + 1)
    const familyKey = twins === 0 ? family : `${family}#${twins + 1}`
    byContent.set(contentHash, { question, familyKey, contentHash })
  }
  yield { step: 'checks', found: byContent.size }
  return { reading, facts, drafts: [...byContent.values()], set: questions.map(hashContent), shortfall }
}

/** What stays the same when a figure of the article is corrected: kind, facts, and the stem without its figures. */
function familyOf({ kind, facts, stem }: Question, keys: ReadonlyMap<string, string>): string {
  const about = facts.map((id) => keys.get(id) ?? id).sort()
  return [kind, ...about, stem.replace(/\d[\d.,]*/g, '#')].join('\n')
}
