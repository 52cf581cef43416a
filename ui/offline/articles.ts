/** The cache of articles that were opened (worker.ts fills it). */
export const ARTICLES = 'bellwether-articles'

/** The most articles that are kept; the one read longest ago goes first. */
export const MOST_ARTICLES = 60

/** An article that can be read without a network. */
export interface KeptArticle {
  readonly address: string
  readonly title: string
}

const open = async (): Promise<Cache | null> =>
  'caches' in globalThis && (await caches.has(ARTICLES)) ? caches.open(ARTICLES) : null

export const countArticles = async (): Promise<number> => (await (await open())?.keys())?.length ?? 0

export const removeArticles = async (): Promise<void> => {
  if ('caches' in globalThis) await caches.delete(ARTICLES)
}

/** What is kept, by the titles that stand in the pages themselves; the last one opened first. */
export async function listArticles(): Promise<KeptArticle[]> {
  const cache = await open()
  if (!cache) return []
  const kept = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const text = (await (await cache.match(request))?.text()) ?? ''
      const title = new DOMParser().parseFromString(text, 'text/html').querySelector('h1')?.textContent
      return title ? [{ address: new URL(request.url).pathname, title }] : []
    }),
  )
  return kept.flat().reverse()
}

/** Keeps the article of this page, which was opened before there was a worker to do so. */
export async function keepThisArticle(): Promise<void> {
  if (/^\/articles\/[^/]+$/.test(location.pathname))
    await (await caches.open(ARTICLES)).add(location.pathname)
}
