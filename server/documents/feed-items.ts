import { type AnyFeed, parseFeed } from 'feedsmith'
import { plainLine } from '../plain-text.ts'
import { decode } from './decode.ts'
import { type DocumentRefusal, Unreadable } from './document.ts'

/** A feed as it came. */
export interface FeedInput {
  readonly bytes: Uint8Array
  readonly type: string
  /** Where it was found: its addresses may be relative to it. */
  readonly address: string
}

/** An article that a feed tells of. */
export interface FeedItem {
  /** What the feed knows it by; its address where it says nothing. */
  readonly guid: string
  readonly address: string
  readonly title: string
  /** The moment, as ISO 8601 in UTC. */
  readonly published?: string
}

/** A feed: what it is called, and its newest articles, at most 100. */
export interface Feed {
  readonly title: string
  readonly items: readonly FeedItem[]
}

export type FeedOutcome = { readonly done: Feed } | { readonly refused: DocumentRefusal }

const MOST = 100

/** What each form of feed calls its things. */
interface Raw {
  readonly guid?: string | undefined
  readonly address?: string | undefined
  readonly title?: string | undefined
  readonly date?: string | undefined
}
type Readers = {
  readonly [Format in AnyFeed['format']]: (feed: Extract<AnyFeed, { format: Format }>['feed']) => {
    readonly title: string | undefined
    readonly items: readonly Raw[]
  }
}
const FORMATS: Readers = {
  rss: ({ title, items = [] }) => ({
    title: textIn(title),
    items: items.map((item) => ({
      guid: item.guid ? textIn(item.guid.value) : undefined,
      address: item.link ?? (item.guid?.isPermaLink === false ? undefined : textIn(item.guid?.value)),
      title: item.title,
      date: item.pubDate ?? item.dc?.dates?.[0],
    })),
  }),
  atom: ({ title, entries = [] }) => ({
    title: textIn(textIn(title)),
    items: entries.map((entry) => ({
      guid: textIn(entry.id),
      address: textIn(
        (entry.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate') ?? entry.links?.[0])?.href,
      ),
      title: textIn(entry.title),
      date: textIn(entry.published ?? entry.updated),
    })),
  }),
  rdf: ({ title, items = [] }) => ({
    title: textIn(title),
    items: items.map((item) => ({
      guid: item.rdf?.about,
      address: textIn(item.link),
      title: textIn(item.title),
      date: item.dc?.dates?.[0],
    })),
  }),
  json: ({ title, items = [] }) => ({
    title: textIn(title),
    items: (Array.isArray(items) ? items : []).map((item) => ({
      guid: textIn(item.id),
      address: item.url ?? item.external_url,
      title: item.title,
      date: item.date_published,
    })),
  }),
}

/** A text, or that of a thing that has one. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined
  return typeof inner === 'string' ? inner : undefined
}

/** Reads a feed: RSS, Atom, RDF or JSON Feed. Entities that it declares are never expanded. Throws why it is none. */
export function readFeedHere({ bytes, type, address }: FeedInput): Feed {
  const text = decode(bytes, type)
  if (/<!ENTITY/i.test(text)) throw new Unreadable('broken')
  const read = parsed(text)
  const { title, items } = (FORMATS[read.format] as (feed: unknown) => ReturnType<Readers['rss']>)(read.feed)
  return {
    title: plainLine(title ?? '').slice(0, 200) || new URL(address).hostname,
    items: items.flatMap((item) => itemOf(item, address) ?? []),
  }
}

function parsed(text: string): AnyFeed {
  try {
    return parseFeed(text, { maxItems: MOST })
  } catch (error) {
    throw new Unreadable((error as Error).name === 'DetectError' ? 'wrong-type' : 'broken')
  }
}

/** An item that leads somewhere; null for any other. */
function itemOf({ guid, address, title, date }: Raw, base: string): FeedItem | null {
  if (address === undefined || !URL.canParse(address.trim(), base)) return null
  const url = new URL(address.trim(), base)
  if (!/^https?:$/.test(url.protocol) || url.href.length > 500) return null
  const moment = date === undefined ? Number.NaN : Date.parse(date)
  return {
    guid: plainLine(guid ?? '').slice(0, 500) || url.href,
    address: url.href,
    title: plainLine(title ?? '').slice(0, 200) || url.hostname,
    ...(Number.isNaN(moment) ? {} : { published: new Date(moment).toISOString() }),
  }
}
