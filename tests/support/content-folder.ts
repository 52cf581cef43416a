import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const house = path.resolve(import.meta.dirname, '../../content')

/** What stands in an article's file; its one source is the publisher's results. */
export interface Written {
  readonly slug: string
  readonly title: string
  readonly date: string
  readonly sector: string
  readonly companies: readonly string[]
  readonly concepts: readonly string[]
  readonly publisher: string
  readonly body: string
}

/** A content folder of a test's own: the names of the house, and the articles that are put into it. */
export interface ContentFolder {
  readonly folder: string
  /** Writes an article's file anew. */
  put(article: Written): void
  remove(): void
}

export function openContentFolder(): ContentFolder {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-content-'))
  fs.mkdirSync(path.join(folder, 'articles'))
  fs.cpSync(path.join(house, 'names'), path.join(folder, 'names'), { recursive: true })
  return {
    folder,
    put({ slug, title, date, sector, companies, concepts, publisher, body }) {
      const head = `title: ${title}\nslug: ${slug}\ndate: ${date}\nsector: ${sector}\ncompanies: [${companies.join(', ')}]\nconcepts: [${concepts.join(', ')}]`
      const sources = `sources:\n  - publisher: ${publisher}\n    title: Results`
      fs.writeFileSync(
        path.join(folder, 'articles', `${slug}.md`),
        `---\n${head}\n${sources}\n---\n\n${body}\n`,
      )
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}

/** What an article of a retailer says; another figure everywhere for another `i`. */
export const retailerBody = (firm: string, i: number): string =>
  `In January 2025 the retailer ${firm} said that revenue at ${firm} rose ${11 + i}% to $${45 + 3 * i}m in 2024. Profit at ${firm} fell ${2 + i}% to $${7 + i}m in 2024.

In 2024 ${firm} opened ${14 + 2 * i} shops in Wales. Sales of ${firm} in France climbed ${20 + i}% to $${90 + i}m in 2024.

On ${3 + i} March 2024 ${firm} closed its mill in Leeds.`

/** Puts such an article into a folder; every other one is about another concept. */
export const putRetailer = (
  content: ContentFolder,
  firm: string,
  i: number,
  body = retailerBody(firm, i),
): void =>
  content.put({
    ...{ slug: firm.toLowerCase(), title: `${firm} sells more`, date: `2025-01-2${i}`, sector: 'retail' },
    ...{ companies: [firm], concepts: [i % 2 === 0 ? 'Revenue' : 'Outsourcing'], publisher: firm, body },
  })
