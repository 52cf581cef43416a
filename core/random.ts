/** A stream of pseudo-random numbers that is the same for the same seed (mulberry32 over an FNV-1a hash of the seed). */
export interface Random {
  /** 0 (inclusive) to 1 (exclusive). */
  next(): number
  /** A whole number from 0 to `below` - 1. */
  integer(below: number): number
  /** A new array with the items in another order. */
  shuffle<T>(items: readonly T[]): T[]
}

/** 32-bit FNV-1a of the UTF-16 units; for spreading and short ids, not for secrets. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

class Mulberry32 implements Random {
  private state: number

  constructor(state: number) {
    this.state = state
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    const { state } = this
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  integer(below: number): number {
    return Math.floor(this.next() * below)
  }

  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items]
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.integer(i + 1)
      const held = shuffled[i] as T
      shuffled[i] = shuffled[j] as T
      shuffled[j] = held
    }
    return shuffled
  }
}

export const createRandom = (seed: string | number): Random => new Mulberry32(hash32(String(seed)))
