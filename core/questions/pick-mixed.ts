import { createRandom, type Random } from '../random.ts'
import type { Banked } from './banked.ts'
import { setFailures } from './checker/set-rules.ts'
import type { Level } from './difficulty.ts'
import { SHARES } from './draw.ts'
import { type InSet, runningOf, tellingOf } from './item.ts'
import type { Kind } from './question.ts'
import { Tally } from './tally.ts'

/** A question of the bank, and the article it comes from. */
export interface Candidate {
  readonly id: string
  readonly article: {
    readonly id: string
    readonly companies: readonly string[]
    readonly concepts: readonly string[]
  }
  readonly banked: Banked
}

/** What a set over several articles is limited to; what is not named is not limited. An article fits that has one of the concepts, and one of the companies. */
export interface Limits {
  readonly kinds?: readonly Kind[] | undefined
  readonly levels?: readonly Level[] | undefined
  readonly concepts?: readonly string[] | undefined
  readonly companies?: readonly string[] | undefined
}

const isOneOf = <T>(allowed: readonly T[] | undefined, has: readonly T[]): boolean =>
  allowed === undefined || has.some((each) => allowed.includes(each))

/** Whether a question may be asked apart from its article, and within these limits. */
const isAllowed = ({ article, banked }: Candidate, limits: Limits): boolean =>
  !banked.needsArticle &&
  isOneOf(limits.kinds, [banked.kind]) &&
  isOneOf(limits.levels, [banked.difficulty.level]) &&
  isOneOf(limits.concepts, article.concepts) &&
  isOneOf(limits.companies, article.companies)

/** How much each wish weighs. */
const WEIGHTS = { article: 1, kind: 0.8, family: 0.5, opening: 0.15, depth: 0.3, chance: 0.4 }
/** News tells first what matters most; from this sentence on all matters alike. */
const DEEP = 30

/** A candidate as the rules of a set look at it. Facts and sentences of two articles are never the same. */
function inSet({ id, article, banked }: Candidate, sentence: number): InSet {
  const { stem, facts, rank, longest, stemAmounts, keyWords, keyAmounts } = banked
  return {
    question: { id, stem, facts: facts.map((fact) => `${article.id} ${fact}`) },
    sentence,
    ...{ rank, longest, stemAmounts, keyWords, keyAmounts },
    running: runningOf(stem),
    telling: tellingOf(stem),
  }
}

/** A set over several articles as it grows. */
class Mixture {
  readonly taken: Candidate[] = []
  private readonly items: InSet[] = []
  private readonly articles = new Tally<string>()
  private readonly kinds = new Tally<Kind>()
  private readonly families = new Tally<string>()
  private readonly openings = new Tally<string>()
  private readonly truths = new Tally<boolean>()
  /** Numbers for sentences, one each over all articles. */
  private readonly sentences = new Map<string, number>()

  /** The candidates of a kind that is not in it yet, or all where there are none or kinds enough. */
  firstOf(open: readonly Candidate[], kinds: number): readonly Candidate[] {
    const has = new Set(this.taken.map(({ banked }) => banked.kind))
    if (has.size >= kinds) return open
    const others = open.filter(({ banked }) => !has.has(banked.kind))
    return others.length > 0 ? others : open
  }

  /** How welcome a candidate is now, chance apart. */
  score({ article, banked: { kind, families, opening, sentence } }: Candidate): number {
    const due = SHARES[kind] * (this.taken.length + 1) - this.kinds.of(kind)
    return (
      WEIGHTS.kind * Math.max(-1, Math.min(1, due)) -
      WEIGHTS.article * this.articles.of(article.id) +
      (families.some((family) => this.families.of(family) > 0) ? 0 : WEIGHTS.family) -
      (opening === '' ? 0 : WEIGHTS.opening * this.openings.of(opening)) -
      WEIGHTS.depth * Math.min(1, Math.max(0, sentence) / DEEP)
    )
  }

  /** Takes a candidate, unless a rule of a set is against it. */
  take(candidate: Candidate): void {
    const { article, banked } = candidate
    const { truth, kind, families, opening } = banked
    // Never two more of true than of false ones, or of false than of true.
    if (truth !== null && this.truths.of(truth) > this.truths.of(!truth)) return
    const item = inSet(candidate, this.numberOf(article.id, banked.sentence))
    if (setFailures([...this.items, item]).length > 0) return
    this.taken.push(candidate)
    this.items.push(item)
    this.articles.add(article.id)
    this.kinds.add(kind)
    for (const family of families) this.families.add(family)
    if (opening !== '') this.openings.add(opening)
    if (truth !== null) this.truths.add(truth)
  }

  private numberOf(article: string, sentence: number): number {
    if (sentence === -1) return -1
    const key = `${article} ${sentence}`
    const known = this.sentences.get(key)
    if (known !== undefined) return known
    this.sentences.set(key, this.sentences.size)
    return this.sentences.size - 1
  }
}

/** The candidate that is most welcome; of equals the first. */
function mostWelcome(open: readonly Candidate[], set: Mixture, random: Random): Candidate | undefined {
  let best: Candidate | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const candidate of open) {
    const score = set.score(candidate) + WEIGHTS.chance * random.next()
    if (score > most) {
      best = candidate
      most = score
    }
  }
  return best
}

/**
 * Chooses at most `count` questions of several articles, from easy to hard: none that needs its article, spread over
 * articles and kinds, and by all rules of a set. With `atLeastKinds` it is of so many kinds, as far as the pool and those rules
 * allow. The same pool (in whatever order), limits and seed: the same set.
 */
export function pickMixed(
  pool: readonly Candidate[],
  {
    count,
    seed,
    atLeastKinds = 0,
    ...limits
  }: Limits & {
    readonly count: number
    readonly seed: string | number
    readonly atLeastKinds?: number
  },
): Candidate[] {
  const random = createRandom(`${seed} mixed`)
  const set = new Mixture()
  let open = pool.filter((candidate) => isAllowed(candidate, limits)).sort((a, b) => (a.id < b.id ? -1 : 1))
  while (set.taken.length < count) {
    const chosen = mostWelcome(set.firstOf(open, atLeastKinds), set, random)
    if (!chosen) break
    set.take(chosen)
    open = open.filter((candidate) => candidate !== chosen)
  }
  return set.taken.sort(
    (a, b) => a.banked.difficulty.score - b.banked.difficulty.score || (a.id < b.id ? -1 : 1),
  )
}
