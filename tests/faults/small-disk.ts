import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A disk of its own that can be filled up. */
export interface SmallDisk {
  readonly folder: string
  /** Writes until there is no room left. */
  fill(): void
  /** Makes room again. */
  free(): void
  remove(): void
}

/** Mounts a disk in memory of so many megabytes; throws one sentence where this account may not. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder])
  if (mounted.status !== 0) {
    fs.rmdirSync(folder)
    throw new Error('a disk that can be filled takes a root who may mount one')
  }
  const filler = path.join(folder, 'filler')
  const free = () => fs.rmSync(filler, { force: true })
  return {
    folder,
    fill() {
      const file = fs.openSync(filler, 'a')
      try {
        for (const chunk of [1_048_576, 4_096].map((size) => Buffer.alloc(size)))
          try {
            for (;;) fs.writeSync(file, chunk)
          } catch {
            // Full, to within a chunk.
          }
      } finally {
        fs.closeSync(file)
      }
    },
    free,
    remove() {
      free()
      spawnSync('umount', [folder])
      fs.rmdirSync(folder)
    },
  }
}
