import type { Block, BlockKind } from './reading.ts'
import type { Span } from './span.ts'

/** A line that invites to another page. */
const TEASER = /(?:\.{3}|…)?\s?(?:read more|continue reading|read full story|full story)\s?[.»>→]*$/i

/** A line of the page rather than of the article. */
const FURNITURE =
  /^(?:read more|read also|see also|related|also read|image (?:caption|source|credit)|photo(?:graph)?s?\s?(?:by|:)|picture:|video:|watch:|listen:|advertisement|sponsored|share this|follow us|subscribe|sign up|click here|©|copyright|updated?:|published:|last updated|by [A-Z][\p{L}'’-]+ [A-Z][\p{L}'’-]+$|reporting by|editing by|additional reporting)/iu

/** '10:42', '10.42 GMT', '14:05 BST -': the stamps of a live page. */
const STAMP = /^\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?[A-Z]{2,4})?(?:\s?[-–—|]|$)/

const endsLikeSentence = (line: string): boolean => /[.!?:;][”"'’)\]]*$/.test(line)
const WRAP_WIDTH = 100

/** The spans of the lines or wrapped paragraphs of `text` from `offset` on. */
function paragraphSpans(text: string, offset: number): Span[] {
  const spans: Span[] = []
  let at = offset
  for (const chunk of text.slice(offset).split(/(\n{2,})/)) {
    const lines = chunk.split('\n')
    const isWrapped =
      lines.length > 2 &&
      lines.slice(0, -1).every((line) => line.length <= WRAP_WIDTH) &&
      lines.slice(0, -1).filter((line) => !endsLikeSentence(line)).length * 2 > lines.length
    if (isWrapped) spans.push({ start: at, end: at + chunk.length })
    else {
      let start = at
      for (const line of lines) {
        spans.push({ start, end: start + line.length })
        start += line.length + 1
      }
    }
    at += chunk.length
  }
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '')
}

/** A short line without a full stop: a heading, or the title of a teaser below it. */
const isHeadline = (line: string): boolean => line.length <= 120 && !endsLikeSentence(line)

/** A short line in which most words have a capital, whatever mark it ends with. */
function isInCapitals(line: string): boolean {
  const words = line.split(/\s+/)
  return (
    line.length <= 120 &&
    words.filter((word) => /^[\p{Lu}\p{N}$£€]/u.test(word)).length * 10 >= words.length * 7
  )
}

function kindOf(line: string): BlockKind {
  if (TEASER.test(line)) return 'teaser'
  if (FURNITURE.test(line) || STAMP.test(line)) return 'furniture'
  return isHeadline(line) ? 'heading' : 'paragraph'
}

/** The blocks of an article's text. `titleLength` is 0 when it has none. A headline over a teaser belongs to the teaser. */
export function findBlocks(text: string, titleLength: number): Block[] {
  const title: Block[] = titleLength > 0 ? [{ start: 0, end: titleLength, kind: 'title' }] : []
  const spans = paragraphSpans(text, titleLength)
  const kinds = spans.map((span) => kindOf(text.slice(span.start, span.end).trim()))
  const body = spans.map((span, i): Block => {
    const isTeased =
      kinds[i + 1] === 'teaser' && (kinds[i] === 'heading' || isInCapitals(text.slice(span.start, span.end)))
    return { ...span, kind: isTeased ? 'teaser' : (kinds[i] ?? 'paragraph') }
  })
  // A text of one line without a full stop is all there is to read, not a heading.
  const isBare = body.length === 1 && titleLength === 0
  return [...title, ...(isBare ? body.map((block): Block => ({ ...block, kind: 'paragraph' })) : body)]
}
