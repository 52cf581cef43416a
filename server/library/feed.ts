import { env } from '../env.ts'
import { type Outcome, PlainDocument } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { listLibrary } from './list.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** A text between or within tags of XML; characters that XML cannot hold are left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that XML cannot hold
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

const ATOM = 'application/atom+xml; charset=utf-8'

/** The newest articles as an Atom feed (RFC 4287). Addresses are whole where the site's own is known. */
export async function getFeed(viewer: Viewer): Promise<Outcome<PlainDocument>> {
  const { articles } = await listLibrary(viewer, {})
  const base = env().BELLWETHER_URL ?? ''
  const entries = articles.map(({ slug, title, date, lead, sector, concepts }) => {
    const terms = [sector, ...concepts].map((term) => `<category term="${escaped(term)}"/>`).join('')
    return `<entry>
<id>tag:bellwether,2025:article/${escaped(slug)}</id>
<title>${escaped(title)}</title>
<link rel="alternate" type="text/html" href="${escaped(`${base}/articles/${slug}`)}"/>
<published>${date}T00:00:00Z</published>
<updated>${date}T00:00:00Z</updated>
<summary>${escaped(lead)}</summary>
${terms}
</entry>`
  })
  const document = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>tag:bellwether,2025:articles</id>
<title>Bellwether</title>
<subtitle>Business news turned into questions that can be checked</subtitle>
<link rel="self" type="application/atom+xml" href="${escaped(`${base}/feed.xml`)}"/>
<link rel="alternate" type="text/html" href="${escaped(`${base}/library`)}"/>
<author><name>Bellwether</name></author>
<rights>CC BY 4.0</rights>
<updated>${articles[0]?.date ?? '2025-01-01'}T00:00:00Z</updated>
${entries.join('\n')}
</feed>
`
  return { done: new PlainDocument(document, ATOM) }
}
