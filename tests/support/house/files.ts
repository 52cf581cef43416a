import fs from 'node:fs'
import path from 'node:path'

/** The folders that hold the program. */
export const houses = ['app', 'core', 'server', 'ui', 'scripts'] as const

const source = /\.(?:ts|tsx|mts|js|jsx|mjs|cjs)$/

/** Every source file of the houses under `base`, as paths with forward slashes, sorted. */
export function listSources(base: string, folders: readonly string[] = houses): string[] {
  return folders
    .filter((folder) => fs.existsSync(path.join(base, folder)))
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(base, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && source.test(entry.name))
        .map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
    .sort()
}
