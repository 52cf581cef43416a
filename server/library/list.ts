import { reading } from '../reading.ts'
import type { Viewer } from '../viewer.ts'
import { ASKED, searchValues } from './asked-words.ts'
import { CARD, type CardRow, tellCard } from './card.ts'
import { LENGTH_BOUNDS } from './query.ts'
import type { FoundArticle, LibraryPage, LibraryQuery, Snippet, Sort } from './view.ts'

/** Articles on a page of the library. */
export const PAGE = 20

/** Of more matches than this the first are listed: how well a word that stands everywhere fits tells nothing. */
const MOST_FOUND = 200

type FoundRow = CardRow & { readonly headline: string | null }

/** Marks that PostgreSQL puts around a match: characters that no text holds. */
const [OPEN, CLOSE] = ['\u{e000}', '\u{e001}']
const HEADLINE = `StartSel=${OPEN}, StopSel=${CLOSE}, MaxFragments=2, MaxWords=22, MinWords=10, FragmentDelimiter=" … "`

const ORDERS: Readonly<Record<Sort, string>> = {
  newest: 'l.date DESC, l.slug',
  oldest: 'l.date, l.slug',
  shortest: 'l.words, l.slug',
  easiest: "array_position(ARRAY['easy', 'medium', 'hard'], l.level), l.date DESC, l.slug",
}

/** Terms that the columns of an article must fulfil; values are added behind those that stand already. */
function termsOf({ sector, company, concept, level, length }: LibraryQuery, values: unknown[]): string[] {
  const add = (value: unknown): string => `$${values.push(value)}`
  const terms: string[] = []
  if (sector !== undefined) terms.push(`l.sector = ${add(sector)}`)
  if (company !== undefined) terms.push(`l.companies @> ARRAY[${add(company)}]`)
  if (concept !== undefined) terms.push(`l.concepts @> ARRAY[${add(concept)}]`)
  if (level !== undefined) terms.push(`l.level = ${add(level)}`)
  if (length !== undefined) {
    const [from, below] = LENGTH_BOUNDS[length]
    terms.push(`l.words >= ${add(from)} AND l.words < ${add(below)}`)
  }
  return terms
}

/** A page of the library: what was asked for, newest or best match first. The same for everyone. */
export async function listLibrary(_viewer: Viewer, query: LibraryQuery): Promise<LibraryPage> {
  const page = query.page ?? 1
  const values: unknown[] = query.q === undefined ? [] : searchValues(query.q)
  const terms = termsOf(query, values)
  if (query.q !== undefined) terms.push(`l.search @@ ${ASKED}`)
  const where = terms.length === 0 ? '' : `WHERE ${terms.join(' AND ')}`
  const [{ rows }, total] = await Promise.all([
    reading().query<FoundRow>(pageSql(query, where, page), values),
    countOf(where, values, query.q === undefined ? null : MOST_FOUND + 1),
  ])
  const articles = rows.map(({ headline, ...row }): FoundArticle => {
    const card = tellCard(row)
    return headline === null ? card : { ...card, snippet: snippetOf(headline) }
  })
  const isMore = query.q !== undefined && total > MOST_FOUND
  const listed = isMore ? MOST_FOUND : total
  return { articles, total: listed, isMore, page, pages: Math.max(1, Math.ceil(listed / PAGE)) }
}

/** How many there are, as far as they are counted: a search reads every text that it counts. */
async function countOf(where: string, values: readonly unknown[], most: number | null): Promise<number> {
  const limit = most === null ? '' : `LIMIT ${most}`
  const { rows } = await reading().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM public_library l ${where} ${limit}) counted`,
    [...values],
  )
  return rows[0]?.count ?? 0
}

function pageSql({ q, sort }: LibraryQuery, where: string, page: number): string {
  const range = `LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`
  if (q === undefined)
    return `SELECT ${CARD}, NULL AS headline FROM public_library l ${where}
      ORDER BY ${ORDERS[sort ?? 'newest']} ${range}`
  const first = ORDERS[sort ?? 'newest']
  const order =
    sort === undefined ? `ts_rank_cd('{0.1, 0.2, 0.6, 1}', l.search, ${ASKED}) DESC, ${first}` : first
  // Only what is shown is marked, which takes the text itself.
  return `SELECT ${CARD}, ts_headline('english', substr(r.text, length(r.title) + 1), ${ASKED}, '${HEADLINE}') AS headline
    FROM (
      SELECT l.article_id, row_number() OVER (ORDER BY ${order}) AS place
      FROM (SELECT * FROM public_library l ${where} ORDER BY ${first} LIMIT ${MOST_FOUND}) l
      ORDER BY place ${range}
    ) found
    JOIN public_library l USING (article_id) JOIN revision r ON r.id = l.revision_id
    ORDER BY found.place`
}

/** Cuts a marked text where its marks stand. */
function snippetOf(headline: string): Snippet[] {
  return headline
    .replace(/\s+/g, ' ')
    .trim()
    .split(/[\u{e000}\u{e001}]/u)
    .map((text, i) => ({ text, marked: i % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
