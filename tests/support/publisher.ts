import http from 'node:http'
import { retailerBody } from './content-folder.ts'
import { listen } from './listen.ts'

/** What stands at a path: its text or bytes, and what they are said to be. */
export interface Published {
  readonly body: string | Uint8Array
  readonly type: string
}

export interface Publisher {
  /** `host:port`, as BELLWETHER_FETCH_ALLOW names it. */
  readonly host: string
  readonly url: string
  /** Puts something at a path, or takes it away. */
  put(path: string, published: Published | null): void
  close(): Promise<void>
}

/** A publisher's site on loopback. */
export async function startPublisher(): Promise<Publisher> {
  const pages = new Map<string, Published>()
  const server = http.createServer((request, response) => {
    const found = pages.get(request.url ?? '')
    if (!found) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here')
      return
    }
    response.writeHead(200, { 'content-type': found.type }).end(found.body)
  })
  const { port, stop } = await listen(server)
  const host = `127.0.0.1:${port}`
  return {
    host,
    url: `http://${host}`,
    put(path, published) {
      if (published) pages.set(path, published)
      else pages.delete(path)
    },
    close: stop,
  }
}

/** An article of a retailer as a page of a site, with what stands around it. */
export const pageOf = (firm: string, body: string, date = '2025-01-20'): Published => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><head><title>${firm} sells more | The Paper</title>
<meta property="og:site_name" content="The Paper"><meta property="og:title" content="${firm} sells more">
<meta property="article:published_time" content="${date}T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/markets">Markets</a></nav>
<main><article><h1>${firm} sells more</h1>${body
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')}</article></main>
<aside><h2>More stories</h2><a href="/x">Something else altogether happened</a></aside>
<footer>All rights reserved.</footer></body></html>`,
})

/** A feed (RSS 2.0) of articles at these paths. */
export const feedOf = (
  url: string,
  items: readonly { readonly path: string; readonly title: string }[],
): Published => ({
  type: 'application/rss+xml',
  body: `<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title><link>${url}</link><description>News</description>${items
    .map(
      ({ path, title }) =>
        `<item><title>${title}</title><link>${url}${path}</link><guid isPermaLink="false">${path}</guid><pubDate>Mon, 20 Jan 2025 08:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`,
})

/** A body long enough to be one: an article has 80 words at least. */
export const bodyOf = (firm: string, i = 1): string =>
  `${retailerBody(firm, i)}

The chain, which began with one shop in Cardiff, told shareholders that it would open nothing more before the summer. It named no reason, and its finance chief took no questions at the meeting.`
