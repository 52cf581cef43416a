import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ArticleText, splitTitle } from '#core'

/** One text of a folder, as it goes to the engine. */
export interface Text {
  readonly file: string
  readonly article: ArticleText
}

/** A plain text, or a Markdown file with front matter, as the project's own articles are; a README is none. */
const isText = (file: string, content: string): boolean =>
  file.endsWith('.txt') || (file.endsWith('.md') && content.startsWith('---\n'))

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

/** The days on which texts appeared, by file, from a table with the columns `file` and `date`; a date that is no day ('2004-2005') tells nothing. */
export function datesOf(table: string): ReadonlyMap<string, string> {
  const [head = '', ...rows] = table.replace(/\r\n?/g, '\n').trim().split('\n')
  const names = head.split('\t')
  const [file, date] = [names.indexOf('file'), names.indexOf('date')]
  return new Map(
    rows
      .map((row) => row.split('\t'))
      .map((cells): [string, string] => [cells[file] ?? '', cells[date] ?? ''])
      .filter(([name, day]) => name !== '' && isDay(day)),
  )
}

/** The texts of a folder by name, none of its subfolders; INDEX.tsv, where there is one, tells their days. */
export function readTexts(folder: string): Text[] {
  const index = path.join(folder, 'INDEX.tsv')
  const dates = existsSync(index) ? datesOf(readFileSync(index, 'utf8')) : new Map<string, string>()
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ file: name, content: readFileSync(path.join(folder, name), 'utf8') }))
    .filter(({ file, content }) => isText(file, content))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, content }) => {
      const article = splitTitle(content)
      const date = article.date ?? dates.get(file)
      return { file, article: date === undefined ? article : { ...article, date } }
    })
}
