/** Says in `localStorage` that something is kept, so that a page on which nothing is need not fetch the database's code. */
const MARK = 'bellwether.kept'

/** Whether this browser keeps anything of anybody. */
export function isAnythingKept(): boolean {
  try {
    return localStorage.getItem(MARK) !== null
  } catch {
    return false
  }
}

/** Notes whether it does. */
export function noteKept(isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(MARK, '1')
    else localStorage.removeItem(MARK)
  } catch {
    // The worker has no such storage, and private windows may not.
  }
}
