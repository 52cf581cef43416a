/// <reference lib="webworker" />
import {
  ExpirationPlugin,
  NetworkFirst,
  NetworkOnly,
  type PrecacheEntry,
  type RuntimeCaching,
  Serwist,
  type SerwistPlugin,
} from 'serwist'
import { ARTICLES, MOST_ARTICLES } from './articles.ts'
import { tend } from './tend.ts'
import { WAITING_TAG } from './when-back.ts'

declare const self: ServiceWorkerGlobalScope
/** The program, and the two pages that are the same for everyone (scripts/build-worker.mjs). */
declare const PRECACHED: PrecacheEntry[]

/** A network that does not answer for so long counts as none. */
const PATIENCE_SECONDS = 10

const QUIZ_SHELL = '/quiz/kept'
const OFFLINE_PAGE = '/offline'

/** Without a network, this page of the build instead. */
const orElse = (address: string): SerwistPlugin => ({
  handlerDidError: () => serwist.matchPrecache(address),
})

const isQuiz = ({ pathname }: URL): boolean => /^\/quiz\/[^/]+$/.test(pathname)
const isArticle = ({ pathname }: URL): boolean => /^\/articles\/[^/]+$/.test(pathname)
const isPage = ({ mode }: Request): boolean => mode === 'navigate'

/** An article is kept by its address alone, and as it was without a marked passage. */
const byAddress: SerwistPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => {
    const { origin, pathname } = new URL(request.url)
    return origin + pathname
  },
  cacheWillUpdate: async ({ request, response }) =>
    new URL(request.url).search === '' && response.status === 200 && !response.redirected ? response : null,
}

/**
 * Pages come from the network as long as there is one, so that none is stale. Articles that were opened are kept; nothing
 * else is: what is personal stands in the database of this browser (store.ts), where it has an owner, and replies of the
 * API pass by untouched.
 */
const pages: RuntimeCaching[] = [
  {
    matcher: ({ request, url, sameOrigin }) => sameOrigin && isPage(request) && isQuiz(url),
    handler: new NetworkOnly({ networkTimeoutSeconds: PATIENCE_SECONDS, plugins: [orElse(QUIZ_SHELL)] }),
  },
  {
    matcher: ({ request, url, sameOrigin }) => sameOrigin && isPage(request) && isArticle(url),
    handler: new NetworkFirst({
      cacheName: ARTICLES,
      networkTimeoutSeconds: PATIENCE_SECONDS,
      plugins: [
        byAddress,
        new ExpirationPlugin({ maxEntries: MOST_ARTICLES, maxAgeFrom: 'last-used' }),
        orElse(OFFLINE_PAGE),
      ],
    }),
  },
  {
    matcher: ({ request, url, sameOrigin }) =>
      sameOrigin && isPage(request) && !url.pathname.startsWith('/api/'),
    handler: new NetworkOnly({ networkTimeoutSeconds: PATIENCE_SECONDS, plugins: [orElse(OFFLINE_PAGE)] }),
  },
]

/**
 * A new version waits until the last page of the old one is closed, so that no page loses parts it may yet fetch. Nothing
 * is stale for that: pages come from the network, and name the parts they want.
 */
const serwist = new Serwist({
  precacheEntries: PRECACHED,
  precacheOptions: { cleanupOutdatedCaches: true },
  skipWaiting: false,
  clientsClaim: true,
  disableDevLogs: true,
  runtimeCaching: pages,
})
serwist.addEventListeners()

interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent
  if (tag === WAITING_TAG) (event as SyncEvent).waitUntil(sendWaiting())
})

/** The browser calls again later when this fails. */
async function sendWaiting(): Promise<void> {
  if (!(await tend())) throw new Error('there is no server yet')
}
