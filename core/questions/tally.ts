/** How often each of something has come. */
export class Tally<T> {
  private readonly counts = new Map<T, number>()
  of(what: T): number {
    return this.counts.get(what) ?? 0
  }
  add(what: T): void {
    this.counts.set(what, this.of(what) + 1)
  }
  get kinds(): number {
    return this.counts.size
  }
}
