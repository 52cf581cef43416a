import { houseEngine } from '../../server/content/engine.ts'
import { storeOwnArticle } from '../../server/content/own-article.ts'
import { retailerBody } from './content-folder.ts'

/** Stores an article that somebody has brought in about a firm of that name; gives its slug. */
export async function bringIn(owner: string, firm: string): Promise<string> {
  const engine = houseEngine()
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
  await storeOwnArticle(slug, {
    edition,
    from: { origin: 'import', authorId: owner },
    engine,
    read: engine.read(edition),
  })
  return slug
}
