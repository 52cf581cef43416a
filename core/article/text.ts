import type { ArticleText } from './reading.ts'

/** Line ends as the house keeps them: LF, no byte-order mark, no space at line ends or around the whole. */
export const tidyLines = (raw: string): string =>
  raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()

const TITLE_LIMIT = 250

/** A plain-text article: the first line is the title when a blank line follows it; else there is no title. */
export function splitTitle(raw: string): ArticleText {
  const text = tidyLines(raw)
  const end = text.indexOf('\n\n')
  const title = end === -1 ? '' : text.slice(0, end)
  if (title === '' || title.includes('\n') || title.length > TITLE_LIMIT) return { body: text }
  return { title, body: text.slice(end).trim() }
}

/** The one text that offsets count in: title, blank line, body. */
export const wholeText = ({ title, body }: ArticleText): string => {
  const tidied = tidyLines(body)
  return title === undefined ? tidied : `${tidyLines(title)}\n\n${tidied}`
}
