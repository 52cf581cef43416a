import { plainLine } from '../plain-text.ts'
import { dayIn, dayOf } from './days.ts'
import { type Draft, type ReadDocument, Unreadable } from './document.ts'
import { ownParts } from './furniture.ts'
import { FEWEST_WORDS, TEXT_LIMIT } from './limits.ts'

const TITLE_LIMIT = 200
const ADDRESS_LIMIT = 500
/** Lines among which one may say of what day the article is, and how long such a line is at most. */
const FIRST_LINES = 6
const LINE_LIMIT = 100

/** The document that a kind's draft makes. Throws why it makes none. */
export function finish(draft: Draft): ReadDocument {
  const parts = draft.parts.map((part) => ({ ...part, text: plainLine(part.text) }))
  const said = plainLine(draft.title ?? '')
  const own = ownParts(parts, said)
  const body = own.map(({ text }) => text).join('\n\n')
  if (body === '') throw new Unreadable('no-text')
  if (body.length > TEXT_LIMIT) throw new Unreadable('too-long')
  if ((body.match(/\S+/g)?.length ?? 0) < FEWEST_WORDS) throw new Unreadable('too-short')
  const lines = parts.slice(0, FIRST_LINES).filter(({ text }) => text.length <= LINE_LIMIT)
  const date = dayOf(draft.date) ?? lines.map(({ text }) => dayIn(text)).find((day) => day !== undefined)
  const publisher = cut(plainLine(draft.publisher ?? ''), 120)
  const address = webAddress(draft.address)
  return {
    title: cut(said || (own[0]?.text ?? ''), TITLE_LIMIT),
    body,
    ...(date === undefined ? {} : { date }),
    ...(publisher === '' ? {} : { publisher }),
    ...(address === undefined ? {} : { address }),
    mayUse: draft.mayUse ?? true,
  }
}

/** The text, or what of it ends with a whole word. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const short = text.slice(0, limit - 2)
  return `${short.slice(0, short.lastIndexOf(' ') + 1).trim() || plainLine(short)} …`
}

function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined
  url.hash = ''
  return url.href.length <= ADDRESS_LIMIT ? url.href : undefined
}
