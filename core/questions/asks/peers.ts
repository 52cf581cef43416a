import type { Name } from '../../article/name.ts'
import type { Reading } from '../../article/reading.ts'
import { mentionsOf } from '../../article/things.ts'
import type { KnownOrganisation, Lexicon, OrganisationSort } from '../../lexicon.ts'
import { hash32 } from '../../random.ts'
import { keepWith } from '../../remember.ts'
import type { Rival } from '../ask.ts'
import { kindWord } from './kind-words.ts'
import { isAlike, phrase } from './names.ts'

const tradeOf = (sort: OrganisationSort, sector: string | undefined): string => `${sort} ${sector ?? ''}`

/** The organisations of a lexicon by sort and trade, each once: walked through once for a lexicon, and only when a question first needs it. */
const byTrade = keepWith(({ organisations }: Lexicon): ReadonlyMap<string, readonly KnownOrganisation[]> => {
  const trades = new Map<string, KnownOrganisation[]>()
  for (const known of new Set(organisations.values())) {
    const trade = tradeOf(known.sort, known.sector)
    const others = trades.get(trade)
    if (others) others.push(known)
    else trades.set(trade, [known])
  }
  return trades
})

const MOST_PEERS = 6

/** How far a peer is from being taken for the name: of its country and as famous, of its country, as famous, neither. */
const distance = (name: Name, isFamous: boolean, peer: KnownOrganisation): number =>
  (peer.country === name.country ? 0 : 2) + ((peer.isFamous ?? false) === isFamous ? 0 : 1)

/** Organisations that the article does not name and that a reader could take for one that it does: of its sort and trade, the nearest first, of equals by the luck of the name. None where the trade is not known. */
export function peersOf(reading: Reading, name: Name): KnownOrganisation[] {
  const { lexicon } = reading
  const known = lexicon.organisations.get(name.canonical) ?? lexicon.organisations.get(name.text)
  const sort = known?.sort ?? (name.isCompany ? 'company' : undefined)
  if (sort === undefined || (sort === 'company' && name.sector === undefined)) return []
  const isFamous = known?.isFamous ?? false
  const named = namedIn(reading)
  return (byTrade(lexicon).get(tradeOf(sort, name.sector)) ?? [])
    .filter((peer) => peer !== known && !named.has(peer) && !isAlike(peer.name, name.canonical))
    .map((peer) => ({
      peer,
      far: distance(name, isFamous, peer),
      luck: hash32(`${name.canonical} ${peer.name}`),
    }))
    .sort((a, b) => a.far - b.far || a.luck - b.luck)
    .slice(0, MOST_PEERS)
    .map(({ peer }) => peer)
}

/** The organisations of the lists that an article names, by whatever name. */
const namedIn = keepWith(({ names, lexicon: { organisations } }: Reading): ReadonlySet<KnownOrganisation> => {
  const named = new Set<KnownOrganisation>()
  for (const { text, canonical } of names)
    for (const known of [organisations.get(text), organisations.get(canonical)]) if (known) named.add(known)
  return named
})

/** Names from outside the article as wrong answers to who did what one alone can have done. */
export function outsideRivals(reading: Reading, key: string): Rival[] {
  const [name] = mentionsOf(reading, key)
  if (!name) return []
  const word = kindWord(name)
  return peersOf(reading, name).map((peer) => ({
    key: phrase('organisation', peer.name),
    why: `${peer.name} is another ${word}${peer.country === undefined ? '' : ` (${peer.country})`}, which the article does not name; it says this of ${key}.`,
    source: 'outside',
  }))
}
