import { createRandom, type Random } from '../random.ts'
import { evenShare, givesAway, type Item } from './item.ts'
import { KINDS, type Kind } from './question.ts'

/** A draft that passed the checker, with what the picker weighs. */
export interface Candidate {
  readonly item: Item
  /** At most one of a group stands in a set. */
  readonly group: string
  /** 0 to 1. */
  readonly worth: number
  /** How well this kind suits the ask: 1 at its best, below 0 where it is clumsy. */
  readonly fit: number
}

const MOST_A_SENTENCE = 2
/** At most so many stems that open alike in a set of ten. */
const MOST_ALIKE = 3
const SET = 10
/** So many more true statements than false ones, or false than true, and no further. */
const MOST_UNEVEN = 1
const NOT_NUMERIC_WANTED = 3
const RESTARTS = 8

/** The share of each kind in a set that has plenty of all. */
const SHARES: { readonly [K in Kind]: number } = {
  choice: 0.45,
  'true-false': 0.18,
  number: 0.15,
  cloze: 0.22,
}

/** How much each wish weighs against `worth`. */
const WEIGHTS = {
  kind: 0.8,
  fit: 0.35,
  newKind: 0.5,
  family: 0.8,
  sentence: 0.25,
  notNumeric: 0.5,
  even: 0.25,
  alike: 0.12,
  spent: 0.12,
  sameKey: 0.4,
  chance: 0.2,
}

/** Where nearly all is asked that can be, each thing comes in the kind that suits it, and no stem spends what another could ask. */
const WEIGHTS_OF_MANY: typeof WEIGHTS = { ...WEIGHTS, kind: 0.2, fit: 1, spent: 0.25, family: 1.2 }

/** Below this a question is picked for variety ever less. */
const WORTH_ASKING = 0.4

/** A set as it grows: never altered from outside, counted as it goes. */
class Draw {
  readonly chosen: Candidate[] = []
  private readonly facts = new Set<string>()
  private readonly groups = new Set<string>()
  private readonly counts = new Map<string, number>()
  private readonly count: number

  constructor(count: number) {
    this.count = count
  }

  private of(what: string): number {
    return this.counts.get(what) ?? 0
  }

  private add(what: string): void {
    this.counts.set(what, this.of(what) + 1)
  }

  /** Whether the rules of a set let it join those already chosen. */
  admits({ item, group }: Candidate): boolean {
    const { question, sentences, rank, longest, template } = item
    if (this.groups.has(group) || question.facts.some((fact) => this.facts.has(fact))) return false
    if (sentences.some((sentence) => this.of(`sentence ${sentence}`) >= MOST_A_SENTENCE)) return false
    if (rank && this.of(`rank ${rank.place}`) >= evenShare(this.of('ranked') + 1, 4)) return false
    if (longest?.isKey && this.of('longest') >= evenShare(this.of('unranked') + 1, 4)) return false
    if (
      question.kind === 'true-false' &&
      this.of(`${question.answer}`) > this.of(`${!question.answer}`) + MOST_UNEVEN
    )
      return false
    return this.count > SET || !question.stem.endsWith('?') || this.of(`opens ${template}`) < MOST_ALIKE
  }

  /** How welcome it is now. */
  score({ item, worth, fit }: Candidate, random: Random): number {
    const { question, families, sentences, isNumeric, rank, template, stemAmounts, keyWords } = item
    const weights = this.count > SET ? WEIGHTS_OF_MANY : WEIGHTS
    const due = SHARES[question.kind] * (this.chosen.length + 1) - this.of(question.kind)
    const isNewKind = this.of(question.kind) === 0
    const isNewFamily = families.some((family) => this.of(`family ${family}`) === 0)
    const isNewSentence = sentences.every((sentence) => this.of(`sentence ${sentence}`) === 0)
    const wantsWords = !isNumeric && this.of('not numeric') < NOT_NUMERIC_WANTED
    const spent = question.kind === 'true-false' ? 0 : stemAmounts.length
    const lopsided =
      (rank ? this.of(`rank ${rank.place}`) - this.of('ranked') / rank.of : 0) +
      (question.kind === 'true-false' ? this.of(`${question.answer}`) - this.of(`${!question.answer}`) : 0)
    return (
      worth +
      weights.fit * fit +
      weights.kind * Math.max(-1, Math.min(1, due)) +
      // Variety is no reason to ask what is hardly worth knowing.
      Math.min(1, worth / WORTH_ASKING) *
        ((isNewKind ? weights.newKind : 0) +
          (isNewFamily ? weights.family : 0) +
          (isNewSentence ? weights.sentence : 0) +
          (wantsWords ? weights.notNumeric : 0)) -
      weights.even * lopsided -
      weights.spent * spent -
      (template === '' ? 0 : weights.alike * this.of(`opens ${template}`)) -
      (keyWords === '' ? 0 : weights.sameKey * this.of(`key ${keyWords}`)) +
      weights.chance * random.next()
    )
  }

  choose(candidate: Candidate): void {
    const { question, families, sentences, isNumeric, rank, longest, template, keyWords } = candidate.item
    this.chosen.push(candidate)
    this.groups.add(candidate.group)
    for (const fact of question.facts) this.facts.add(fact)
    for (const sentence of sentences) this.add(`sentence ${sentence}`)
    for (const family of families) this.add(`family ${family}`)
    this.add(question.kind)
    if (!isNumeric) this.add('not numeric')
    if (rank) {
      this.add('ranked')
      this.add(`rank ${rank.place}`)
    }
    if (longest) this.add('unranked')
    if (longest?.isKey) this.add('longest')
    if (question.kind === 'true-false') this.add(`${question.answer}`)
    if (template !== '') this.add(`opens ${template}`)
    if (keyWords !== '') this.add(`key ${keyWords}`)
  }
}

/** One set, drawn greedily: at each step the most welcome candidate that the rules admit. */
function draw(candidates: readonly Candidate[], count: number, random: Random): readonly Candidate[] {
  const set = new Draw(count)
  let open = candidates
  while (set.chosen.length < count) {
    let best: Candidate | undefined
    let most = Number.NEGATIVE_INFINITY
    for (const candidate of open) {
      if (!set.admits(candidate)) continue
      const score = set.score(candidate, random)
      if (score > most) [best, most] = [candidate, score]
    }
    if (!best) break
    const { item } = best
    set.choose(best)
    open = open.filter(
      (other) => other.group !== best.group && !givesAway(item, other.item) && !givesAway(other.item, item),
    )
  }
  return set.chosen
}

/** How good a set is: every family heard, as many as asked for, then varied, then worth knowing. */
function merit(set: readonly Candidate[]): number {
  const kinds = new Set(set.map(({ item }) => item.question.kind)).size
  const families = new Set(set.flatMap(({ item }) => item.families)).size
  const worth = set.reduce((sum, candidate) => sum + candidate.worth, 0)
  return set.length * 100 + Math.min(kinds, KINDS.length) * 30 + families * 120 + worth
}

/** Chooses at most `count` questions for a set that is varied, covers the article and gives nothing away; in the order of the article. Same candidates, count and seed: same set. */
export function pick(
  candidates: readonly Candidate[],
  { count, seed }: { readonly count: number; readonly seed: string | number },
): Item[] {
  const groups = new Set(candidates.map(({ group }) => group)).size
  let best: readonly Candidate[] = []
  for (let attempt = 0; attempt <= RESTARTS; attempt++) {
    const set = draw(candidates, count, createRandom(`${seed} pick ${attempt}`))
    if (attempt === 0 || merit(set) > merit(best)) best = set
    if (best.length >= Math.min(count, groups)) break
  }
  return [...best]
    .sort((a, b) => a.item.position - b.item.position || (a.item.question.id < b.item.question.id ? -1 : 1))
    .map(({ item }) => item)
}
