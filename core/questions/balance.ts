import { createRandom, type Random } from '../random.ts'
import type { Item } from './item.ts'
import type { Wish } from './kind.ts'

const RANKS = [0, 1, 2, 3]

/** Keeps count of the places and truths that came out, so that the next draft can wish for what came least. */
export class Balance {
  private readonly ranks = new Map<number, number>()
  private readonly truths = new Map<boolean, number>()
  private readonly random: Random

  constructor(seed: string) {
    this.random = createRandom(seed)
  }

  private least<T>(of: readonly T[], counts: ReadonlyMap<T, number>): T[] {
    return this.random.shuffle(of).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
  }

  /** Wishes to try one after the other: what the checker refuses as a false statement may pass as a true one. `taken` are figures that nobody may make up. */
  wishes(taken: Required<Wish>['taken']): Wish[] {
    const ranks = this.least(RANKS, this.ranks)
    const truths = this.least([true, false], this.truths)
    return ranks.map((_, index) => ({
      ranks: [...ranks.slice(index), ...ranks.slice(0, index)],
      truth: truths[index % truths.length] ?? true,
      taken,
    }))
  }

  /** Counts a draft that passed. */
  count({ rank, question }: Item): void {
    if (rank) this.ranks.set(rank.place, (this.ranks.get(rank.place) ?? 0) + 1)
    if (typeof question.answer === 'boolean') {
      this.truths.set(question.answer, (this.truths.get(question.answer) ?? 0) + 1)
    }
  }
}
