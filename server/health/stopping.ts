// One place in a process, however many copies of this module a bundler makes.
const place = Symbol.for('bellwether.stopping')
const shared = globalThis as typeof globalThis & { [place]?: boolean }

/** What the launcher tells a program that is about to be stopped. */
export const STOPPING = 'stopping'

/** Whether this process is about to end: it still answers, and should be sent nobody new. */
export const isStopping = (): boolean => shared[place] ?? false

/** Has `isStopping` know of a stop that the launcher announces, and of one that comes unannounced. */
export function watchForStop(): void {
  const note = () => {
    shared[place] = true
  }
  process.on('message', (message) => message === STOPPING && note())
  process.on('SIGTERM', note)
}
