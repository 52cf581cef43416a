import { houseEngine } from '../content/engine.ts'
import type { Origin } from '../content/store-edition.ts'
import { type Carried, carryOut } from './carry-out.ts'
import { readEdition } from './edition.ts'
import type { CorrectionRow } from './find.ts'
import type { Effects } from './view.ts'

/** What is to be carried out for a correction. Throws EngineFailure. */
export function carriedOf({ articleId, slug, base, edition: stored, ...row }: CorrectionRow): Carried {
  const edition = readEdition(stored)
  const engine = houseEngine()
  return { articleId, slug, base, edition, from: originOf(row), engine, read: engine.read(edition) }
}

function originOf({
  origin,
  fileHash,
  authorId,
  note,
}: Pick<CorrectionRow, 'origin' | 'fileHash' | 'authorId' | 'note'>): Origin {
  if (origin === 'file') return { origin, fileHash: fileHash ?? '', note }
  return { origin, authorId: authorId ?? '', note }
}

/** What a correction would change; null where another revision stands by now than the one it was looked at beside. */
export async function rehearse(row: CorrectionRow): Promise<Effects | null> {
  const outcome = await carryOut(carriedOf(row), null)
  return 'refused' in outcome ? null : outcome.done.effects
}
