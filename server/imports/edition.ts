import type { Fact, Lexicon } from '#core'
import type { Edition } from '../content/store-edition.ts'
import { findTermUses, termsOf } from '../library/glossary.ts'

/** What is known of an article before the engine has read it. */
export interface Bare {
  readonly title: string
  readonly body: string
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly publisher?: string
  readonly address?: string
}

const MOST_COMPANIES = 6
const MOST_CONCEPTS = 6

/** What it is about where no company of a known sector is. */
const ANY_SECTOR = 'business'

/** The article whole: its companies are those that the most facts are about, its concepts what of the glossary stands in it. */
export function editionOf(
  { title, body, date, publisher, address }: Bare,
  facts: readonly Fact[],
  { organisations }: Pick<Lexicon, 'organisations'>,
): Edition {
  const counts = new Map<string, number>()
  for (const { subject } of facts) {
    const known = organisations.get(subject)
    if (known) counts.set(known.name, (counts.get(known.name) ?? 0) + 1)
  }
  const companies = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  const sectors = companies.flatMap((name) => organisations.get(name)?.sector ?? [])
  return {
    title,
    date,
    body,
    companies: companies.slice(0, MOST_COMPANIES),
    concepts: termsOf(findTermUses([{ start: 0, text: body }]))
      .map(({ term }) => term)
      .slice(0, MOST_CONCEPTS),
    sector: sectors[0] ?? ANY_SECTOR,
    sources: [
      { publisher: publisher ?? hostOf(address), title, date, ...(address === undefined ? {} : { address }) },
    ],
  }
}

/** The site's name where its publisher is not told. */
const hostOf = (address: string | undefined): string =>
  address === undefined ? 'Brought in by hand' : new URL(address).hostname.replace(/^www\./, '')

/** 'alibaba-sells-more-4f9k2c': readable, and nobody guesses it. */
export function slugOf(title: string, chance: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['article']
  let slug = words[0]?.slice(0, LONGEST_SLUG) ?? ''
  for (const word of words.slice(1)) {
    if (slug.length + word.length >= LONGEST_SLUG) break
    slug += `-${word}`
  }
  return `${slug}-${chance}`
}
const LONGEST_SLUG = 60
