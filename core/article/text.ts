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

/** The value of a plain front-matter line, quotation marks off. */
const lineValue = (matter: string, key: string): string | undefined => {
  const line = matter.split('\n').find((each) => each.startsWith(`${key}:`))
  const value = line
    ?.slice(key.length + 1)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  return value === '' ? undefined : value
}

function fromFrontMatter(matter: string, body: string): ArticleText {
  const title = lineValue(matter, 'title')
  const date = lineValue(matter, 'date')
  const isDay = date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date)
  return { body, ...(title === undefined ? {} : { title }), ...(isDay ? { date } : {}) }
}

/** A plain-text article: the first line is the title when a blank line follows it; else there is no title. A Markdown file of our own gives title and date in its front matter. */
export function splitTitle(raw: string): ArticleText {
  const text = tidyLines(raw)
  const matter = /^---\n([\s\S]*?)\n---\n/.exec(text)
  if (matter) return fromFrontMatter(matter[1] ?? '', text.slice(matter[0].length).trim())
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
