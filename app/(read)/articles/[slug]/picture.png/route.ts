import { z } from 'zod'
import { getCard } from '#server/library/card'
import { PlainDocument } from '#server/outcome'
import { route } from '#server/route'
import { drawPicture } from '#ui/article/picture.tsx'

/** The Open Graph picture of an article: what a link to it looks like where it is shared. */
export const GET = route(
  { deed: 'read-articles', input: z.looseObject({ slug: z.string().max(200) }), pace: 'picture' },
  async (viewer, { slug }) => {
    const card = await getCard(viewer, slug)
    return card ? { done: new PlainDocument(await drawPicture(card), 'image/png') } : { refused: 'not-found' }
  },
)
