/**
 * What has to be undone before the process ends: last first, each once. A step that is added after the end has begun
 * is undone at once, so a signal in the middle of a start leaves nothing behind.
 */
export class Closing {
  readonly #controller = new AbortController()
  readonly #steps: (() => Promise<void>)[] = []
  #running: Promise<void> = Promise.resolve()

  /** Aborted when the end begins. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  get begun(): boolean {
    return this.signal.aborted
  }

  /** Adds what undoes the step just taken. */
  push(step: () => Promise<void>): void {
    this.#steps.push(step)
    if (this.begun) void this.run()
  }

  /** Undoes everything added so far and resolves when that is done; never rejects. */
  run(): Promise<void> {
    this.#controller.abort()
    this.#running = this.#running.then(async () => {
      for (let step = this.#steps.pop(); step; step = this.#steps.pop())
        await step().catch((error) => console.error(error instanceof Error ? error.message : error))
    })
    return this.#running
  }
}
