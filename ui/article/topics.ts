import type { ArticleCard } from '#server/attempts/view'

/** A subject of the library and how many articles it has. */
export interface Topic {
  readonly name: string
  readonly count: number
}

const tally = (names: readonly string[]): Topic[] => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'))
}

/** Sectors, largest first. */
export const sectorsOf = (articles: readonly ArticleCard[]): Topic[] =>
  tally(articles.map(({ sector }) => sector))

/** Concepts, those of most articles first. */
export const conceptsOf = (articles: readonly ArticleCard[]): Topic[] =>
  tally(articles.flatMap(({ concepts }) => concepts))

/** Companies, those of most articles first. */
export const companiesOf = (articles: readonly ArticleCard[]): Topic[] =>
  tally(articles.flatMap(({ companies }) => companies))

/** What the library is narrowed to. */
export interface Narrowing {
  readonly sector?: string | undefined
  readonly concept?: string | undefined
  readonly company?: string | undefined
}

/** Those articles that have all that is asked. */
export const narrowed = (
  articles: readonly ArticleCard[],
  { sector, concept, company }: Narrowing,
): ArticleCard[] =>
  articles.filter(
    (article) =>
      (!sector || article.sector === sector) &&
      (!concept || article.concepts.includes(concept)) &&
      (!company || article.companies.includes(company)),
  )

/** The library's address for a narrowing. */
export function libraryAddress(narrowing: Narrowing): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(narrowing)) if (value) query.set(name, value)
  const asked = query.toString()
  return asked === '' ? '/library' : `/library?${asked}`
}

/** Where a mixed quiz on a narrowing begins; null where there is none on that, as on a sector. */
export function mixedAddress({ sector, concept, company }: Narrowing): string | null {
  if (sector || (!concept && !company)) return null
  return libraryAddress({ concept, company }).replace('/library', '/mixed')
}
