import { expect } from 'vitest'

/** Every figure in a tree, by its path. */
function* leavesOf(tree: unknown, path: string): Generator<readonly [string, unknown]> {
  if (typeof tree !== 'object' || tree === null) yield [path, tree]
  else for (const [key, value] of Object.entries(tree)) yield* leavesOf(value, `${path}.${key}`)
}

/** Paths at which two trees differ: in shape, in what is null, or by more than 1e-9, of figures beyond 1 by that part of them. */
export function differences(actual: unknown, expected: unknown): string[] {
  const [ours, theirs] = [new Map(leavesOf(actual, '')), new Map(leavesOf(expected, ''))]
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((path) => {
    const [a, b] = [ours.get(path), theirs.get(path)]
    const isClose =
      typeof a === 'number' && typeof b === 'number'
        ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
        : a === b
    return isClose ? [] : [`${path}: ${String(a)}, not ${String(b)}`]
  })
}

/** Fails where two trees differ so anywhere. */
export const expectClose = (actual: unknown, expected: unknown): void =>
  expect(differences(actual, expected)).toEqual([])
