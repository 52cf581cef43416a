import { partsOf } from './parts.ts'

/** What a page says of itself. */
export interface About {
  readonly title?: string | undefined
  readonly date?: string | undefined
  readonly publisher?: string | undefined
  readonly address?: string | undefined
  readonly mayUse: boolean
}

type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** Things that are described in a page, those of a list or a graph as well. */
function listThings(document: Document): Thing[] {
  const found: Thing[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const said: unknown = JSON.parse(script.textContent ?? '')
      for (const thing of [said].flat(1).filter(isThing))
        found.push(thing, ...[thing['@graph'] ?? []].flat(1).filter(isThing))
    } catch {
      // A description that cannot be read describes nothing.
    }
  }
  return found
}

const ARTICLE = /Article$|^BlogPosting$|^LiveBlogPosting$|^Report$/

const typesOf = (thing: Thing): string[] =>
  [thing['@type']].flat(1).filter((type): type is string => typeof type === 'string')

/** The title as the head has it, without the name of the site behind a bar or a dash. */
function bareTitle(title: string): string {
  const at = Math.max(...[' | ', ' – ', ' — ', ' - ', ' · '].map((bar) => title.lastIndexOf(bar)))
  return at > 0 && title.length - at <= 45 ? title.slice(0, at) : title
}

/** What the page says of itself: in its description for machines, its head, its headings. `address` is where it was found. */
export function aboutOf(
  document: Document,
  address?: string,
  headers: Readonly<Record<string, string>> = {},
): About {
  const metas = new Map<string, string>()
  const robots: string[] = [headers['x-robots-tag'] ?? '']
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase()
    const content = meta.getAttribute('content') ?? ''
    if (content.trim() !== '' && !metas.has(name)) metas.set(name, content)
    if (name === 'robots' || name === 'bellwether') robots.push(content)
  }
  const article =
    listThings(document).find((thing) => typesOf(thing).some((type) => ARTICLE.test(type))) ?? {}
  const headings = document.querySelectorAll('article h1, main h1, [role="main"] h1')
  const all = document.querySelectorAll('h1')
  const heading = headings.length === 1 ? headings[0] : all.length === 1 ? all[0] : undefined
  const { publisher } = article
  const time = document.querySelector('article time[datetime], main time[datetime]')
  return {
    title:
      textOf(
        heading &&
          partsOf(heading)
            .map(({ text }) => text)
            .join(' '),
      ) ??
      textOf(article.headline) ??
      textOf(metas.get('og:title')) ??
      textOf(bareTitle(document.querySelector('head title')?.textContent ?? '')),
    date:
      textOf(article.datePublished) ??
      metas.get('article:published_time') ??
      metas.get('datepublished') ??
      metas.get('date') ??
      textOf(time?.getAttribute('datetime')),
    publisher: textOf(isThing(publisher) ? publisher.name : publisher) ?? textOf(metas.get('og:site_name')),
    address: ownAddress(
      document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metas.get('og:url'),
      address,
    ),
    mayUse: !robots.some((said) => /(?:^|[\s,:;])no(?:image)?ai(?:$|[\s,;])/i.test(said)),
  }
}

const site = (url: URL): string => url.hostname.replace(/^(?:www|amp|m|mobile|edition)\./, '')

/** The address a page gives as its own, where it is one of the site it was found on; else where it was found. */
function ownAddress(said: string | undefined, found: string | undefined): string | undefined {
  if (said === undefined || !URL.canParse(said, found)) return found
  const own = new URL(said, found)
  if (found === undefined || !URL.canParse(found)) return own.href
  const [a, b] = [site(own), site(new URL(found))]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) ? own.href : found
}
