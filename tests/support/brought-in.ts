import path from 'node:path'
import { prisma } from '#server/db'
import { loadEngine } from '../../server/content/engine.ts'
import { storeEdition } from '../../server/content/store-edition.ts'
import { retailerBody } from './content-folder.ts'

const content = path.resolve(import.meta.dirname, '../../content')

/** Stores an article that somebody has brought in about a firm of that name; gives its slug. */
export async function bringIn(owner: string, firm: string): Promise<string> {
  const engine = loadEngine(content)
  const slug = `in-${firm.toLowerCase()}`
  const edition = {
    title: `${firm} sells more`,
    date: '2025-01-20',
    sector: 'Retail',
    companies: [firm],
    concepts: ['Revenue'],
    sources: [{ publisher: 'The Paper', title: `${firm} sells more` }],
    body: retailerBody(firm, 1),
  }
  await prisma().$transaction(
    async (tx) => {
      const { id } = await tx.article.create({ data: { slug, ownerId: owner }, select: { id: true } })
      await storeEdition(tx, {
        articleId: id,
        number: 1,
        edition,
        from: { origin: 'import', authorId: owner },
        engine,
        read: engine.read(edition),
      })
    },
    { timeout: 60_000 },
  )
  return slug
}
