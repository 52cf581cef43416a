import type { Name } from '../../article/name.ts'
import type { Reading } from '../../article/reading.ts'
import { rankedThings } from '../../article/things.ts'
import { type Marked, within } from '../../facts/sentence/marked.ts'
import type { KnownOrganisation } from '../../lexicon.ts'
import { keepWith } from '../../remember.ts'

/** What a question calls an organisation of each sort; companies and offices of state by what they work in, where that has a word of its own. */
const BY_SORT: Readonly<Record<KnownOrganisation['sort'], string>> = {
  company: 'company',
  'central-bank': 'central bank',
  regulator: 'regulator',
  exchange: 'exchange',
  government: 'organisation',
  body: 'organisation',
  media: 'news organisation',
  union: 'union',
}

const BY_SECTOR: Readonly<Partial<Record<string, string>>> = {
  airlines: 'airline',
  banking: 'bank',
  insurance: 'insurer',
  ministry: 'government department',
  court: 'court',
  'statistics office': 'statistics office',
}

/** The word that fits whatever the name is, as far as is known: 'country', 'company' or 'organisation'. */
const generalWord = ({ isCountry, isCompany }: Name): string =>
  isCountry ? 'country' : isCompany ? 'company' : 'organisation'

/** What a name is called when nothing is to be guessed from it: 'central bank', 'airline', else 'company' or 'organisation'. */
export function kindWord(name: Name): string {
  const { kind, sector, sort, isCompany } = name
  if (sort !== 'organisation' || kind === 'index' || kind === 'commodity') return generalWord(name)
  const hasTrade = kind === 'company' || kind === 'government' || (kind === undefined && isCompany === true)
  const trade = hasTrade && sector !== undefined ? BY_SECTOR[sector] : undefined
  return trade ?? (kind === undefined ? generalWord(name) : BY_SORT[kind])
}

/** The things of an article by what they are called. */
const thingsCalled = keepWith((reading: Reading): ReadonlyMap<string, readonly string[]> => {
  const called = new Map<string, string[]>()
  for (const { canonical, mentions } of rankedThings(reading)) {
    const name = mentions.find(({ sort }) => sort === 'organisation')
    if (!name) continue
    const word = kindWord(name)
    const others = called.get(word)
    if (others) others.push(canonical)
    else called.set(word, [canonical])
  }
  return called
})

/** So many others of its kind, and the word for the kind does not give a name away. */
const ENOUGH_OTHERS = 2
/** So many wrong names a question has at most. */
const MOST_PICKED = 3
/** As many as are looked through for wrong names. */
export const MOST_LOOKED_AT = 40

const echoes = (name: string, word: string): boolean =>
  name
    .toLowerCase()
    .split(' ')
    .includes(word.split(' ').at(-1) ?? word)

/** How a question asks for a name: by the word for its kind where the article tells elsewhere of others of the kind, else by 'company' or 'organisation'. */
export function askedWord(reading: Reading, marked: Marked, name: Name): string {
  const word = kindWord(name)
  const general = generalWord(name)
  if (word === general) return word
  const called = thingsCalled(reading).get(word) ?? []
  if (called.length <= ENOUGH_OTHERS) return general
  const here = new Set(
    within(marked.names, { from: 0, to: marked.tokens.length }).map(({ canonical }) => canonical),
  )
  const others: string[] = []
  for (const other of called) {
    if (others.length === MOST_LOOKED_AT) break
    if (other !== name.canonical && !here.has(other)) others.push(other)
  }
  // 'Which bank' gives Norvale Bank away among names without the word: some of any few that are picked must have it.
  const plain = others.filter((other) => !echoes(other, word)).length
  const isGivenAway = echoes(name.canonical, word) && plain >= Math.min(MOST_PICKED, others.length)
  return others.length >= ENOUGH_OTHERS && !isGivenAway ? word : general
}
