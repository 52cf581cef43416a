import { tellsWhy } from '../facts/fact.ts'
import type { Random } from '../random.ts'
import { isSeries } from './ask.ts'
import { evenShare, type Item, spoilEachOther } from './item.ts'
import type { Wish } from './kind.ts'
import type { Prospect } from './prospect.ts'
import { KINDS, type Kind } from './question.ts'
import { Tally } from './tally.ts'

const MOST_A_SENTENCE = 2
/** At most so many stems that open alike in a set of ten. */
const MOST_ALIKE = 3
/** The usual size of a set. */
export const SET = 10
/** How often a set without statements begins with a true one. */
const TRUE_FIRST = 0.05
const NOT_NUMERIC_WANTED = 3
const RANKS = [0, 1, 2, 3]
/** How easily a key comes by each place: an article has seldom three figures above its smallest. Of places that came equally often, the harder is tried the sooner. */
const EASE = [0.5, 0.8, 1.3, 1.7]
/** A false statement may be turned away because the figure it puts is another question's answer: others are tried in its place. */
const FALSE_TRIES = [0, 1, 2]

/** The share of each kind in a set that has plenty of all. */
export const SHARES: { readonly [K in Kind]: number } = {
  choice: 0.38,
  'multiple-response': 0.06,
  'true-false': 0.15,
  number: 0.11,
  cloze: 0.16,
  ordering: 0.05,
  matching: 0.05,
  estimate: 0.04,
}

/** How much each wish weighs against `worth`. */
const WEIGHTS = {
  kind: 0.8,
  fit: 0.35,
  newKind: 0.65,
  uses: 0.12,
  family: 0.8,
  why: 0.6,
  sentence: 0.25,
  third: 0.5,
  notNumeric: 0.5,
  alike: 0.12,
  spent: 0.12,
  sameKey: 0.4,
  inTitle: 1.5,
  chance: 0.2,
}

/** Where nearly all is asked that can be, each thing comes in the kind that suits it, what needs several facts comes before they are spent, and no stem spends what another could ask. */
const WEIGHTS_OF_MANY: typeof WEIGHTS = {
  ...WEIGHTS,
  kind: 0.4,
  newKind: 2,
  uses: -0.2,
  fit: 1,
  spent: 0.25,
  family: 1.2,
  third: 0,
}

/** Below this a question is picked for variety ever less. */
const WORTH_ASKING = 0.4

interface WeighedKind {
  readonly due: number
  readonly novelty: number
}

/** A set as it grows: what it holds, what it may take next, and how welcome each prospect is. */
export class Draw {
  readonly items: Item[] = []
  readonly families = new Tally<string>()
  readonly kinds = new Tally<Kind>()
  worth = 0
  private readonly groups = new Set<string>()
  private readonly facts = new Set<string>()
  private readonly sentences = new Tally<number>()
  readonly thirds = new Tally<number>()
  private readonly openings = new Tally<string>()
  private readonly keys = new Tally<string>()
  private readonly ranks = new Tally<number>()
  private readonly truths = new Tally<boolean>()
  readonly count: number
  /** One more than the last sentence that anything could be asked of. */
  private readonly reach: number
  private readonly weights: typeof WEIGHTS
  private asksWhy = false
  private ranked = 0
  private unranked = 0
  private longest = 0
  private notNumeric = 0

  constructor(count: number, prospects: readonly Prospect[]) {
    this.count = count
    this.reach = 1 + prospects.reduce((last, { sentence }) => Math.max(last, sentence), 0)
    this.weights = count > SET ? WEIGHTS_OF_MANY : WEIGHTS
  }

  /** Whether a question there gives the drafted one away, or the other way round. */
  isSpoiling(item: Item): boolean {
    return this.items.some((other) => spoilEachOther(other, item))
  }

  /** Whether the drafted question leaves the set as even as chance would have it. */
  leavesEven({ question, rank, longest }: Item): boolean {
    if (rank && this.ranks.of(rank.place) >= evenShare(this.ranked + 1, 4)) return false
    if (longest?.isKey && this.longest >= evenShare(this.unranked + 1, 4)) return false
    // A statement joins only where its like are no more than the others.
    return (
      typeof question.answer !== 'boolean' ||
      this.truths.of(question.answer) <= this.truths.of(!question.answer)
    )
  }

  /** How welcome each of these is now, chance apart; the same until the next is taken. */
  weigh(prospects: readonly Prospect[]): number[] {
    const kinds = this.weighKinds()
    return prospects.map((prospect) => this.welcome(prospect, kinds))
  }

  /** Whether the rules of a set leave room for it, as far as can be told before it is drafted. */
  hasRoomFor({ ask, kind, sentence, opening }: Prospect): boolean {
    if (this.groups.has(ask.group) || this.facts.has(ask.fact.id)) return false
    if (isSeries(ask) && ask.also.some(({ id }) => this.facts.has(id))) return false
    if (sentence !== -1 && this.sentences.of(sentence) >= MOST_A_SENTENCE) return false
    return (
      this.count > SET ||
      kind === 'true-false' ||
      kind === 'cloze' ||
      opening === '' ||
      this.openings.of(opening) < MOST_ALIKE
    )
  }

  /** What each kind adds to a welcome: how far it is behind its share, and whether it is yet to be heard. */
  private weighKinds(): Readonly<Record<Kind, WeighedKind>> {
    const { weights } = this
    const weighed = {} as Record<Kind, WeighedKind>
    for (const kind of KINDS) {
      const count = this.kinds.of(kind)
      const due = SHARES[kind] * (this.items.length + 1) - count
      weighed[kind] = {
        due: weights.kind * Math.max(-2, Math.min(1, due)),
        novelty: count === 0 ? weights.newKind : 0,
      }
    }
    return weighed
  }

  private welcome(prospect: Prospect, kinds: Readonly<Record<Kind, WeighedKind>>): number {
    const { weights } = this
    const { ask, fit, sentence, isNumeric, opening, spent, uses, key, isInTitle } = prospect
    const { worth } = ask
    const { due, novelty } = kinds[prospect.kind]
    const variety =
      novelty +
      (this.families.of(ask.fact.family) === 0 ? weights.family : 0) +
      (tellsWhy(ask.fact) && !this.asksWhy ? weights.why : 0) +
      (this.sentences.of(sentence) === 0 ? weights.sentence : 0) +
      (this.thirds.of(this.thirdOf(sentence)) === 0 ? weights.third : 0) +
      (!isNumeric && this.notNumeric < NOT_NUMERIC_WANTED ? weights.notNumeric : 0)
    return (
      worth +
      weights.fit * fit +
      due +
      // Variety is no reason to ask what is hardly worth knowing.
      Math.min(1, worth / WORTH_ASKING) * variety -
      weights.spent * spent -
      weights.uses * (uses - 1) -
      (opening === '' ? 0 : weights.alike * this.openings.of(opening)) -
      (key === '' ? 0 : weights.sameKey * this.keys.of(key)) -
      (isInTitle ? weights.inTitle : 0)
    )
  }

  /** Of how many thirds of the article something can be asked. */
  thirdsOf(prospects: readonly Prospect[]): number {
    return new Set(prospects.map(({ sentence }) => this.thirdOf(sentence))).size
  }

  /** In which third of the article a sentence stands, from 0: a set is to ask all over it. */
  private readonly thirdOf = (sentence: number): number => Math.floor((3 * sentence) / this.reach)

  /** What chance adds to a welcome. */
  luck(random: Random): number {
    return this.weights.chance * random.next()
  }

  /** What to wish of the next draft, the place and truth that came least first; of equals, chance decides. `taken` are figures that nobody may make up. */
  wishes(kind: Kind, taken: Required<Wish>['taken'], random: Random): Wish[] {
    if (kind === 'true-false') {
      const lead = this.truths.of(true) - this.truths.of(false)
      // False ones are refused oftener, so that an even toss would leave more true ones.
      const first = lead === 0 ? random.next() < TRUE_FIRST : lead < 0
      const truths = FALSE_TRIES.map((turn): Wish => ({ truth: false, turn, taken }))
      return first ? [{ truth: true, taken }, ...truths] : [...truths, { truth: true, taken }]
    }
    if (kind !== 'choice') return [{ taken }]
    const lots = EASE.map((ease) => ease * random.next())
    const ranks = [...RANKS].sort(
      (a, b) => this.ranks.of(a) + (lots[a] ?? 0) - this.ranks.of(b) - (lots[b] ?? 0),
    )
    return ranks.map((_, index) => ({ ranks: [...ranks.slice(index), ...ranks.slice(0, index)], taken }))
  }

  take(item: Item, { ask, kind, sentence, isNumeric, opening, key }: Prospect): void {
    const { question, rank, longest } = item
    this.items.push(item)
    this.worth += ask.worth
    this.groups.add(ask.group)
    for (const fact of question.facts) this.facts.add(fact)
    this.sentences.add(sentence)
    this.thirds.add(this.thirdOf(sentence))
    this.families.add(ask.fact.family)
    this.asksWhy ||= tellsWhy(ask.fact)
    this.kinds.add(kind)
    if (!isNumeric) this.notNumeric++
    if (rank) {
      this.ranked++
      this.ranks.add(rank.place)
    }
    if (longest) this.unranked++
    if (longest?.isKey) this.longest++
    if (typeof question.answer === 'boolean') this.truths.add(question.answer)
    if (opening !== '') this.openings.add(opening)
    if (key !== '') this.keys.add(key)
  }
}
