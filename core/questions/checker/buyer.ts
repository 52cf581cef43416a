import type { Sight } from './sight.ts'
import { plainWords } from './words.ts'

/** What says that the deed is done or agreed; an offer can have rivals. A verb of each line begins where the line does. */
const DEEDS: readonly (readonly string[])[] = [
  'bought',
  'buy',
  'acquired',
  'acquire',
  'purchased',
  'purchase',
  'took over',
  'taken over',
  'take over',
  'agreed to buy',
  'agreed to acquire',
  'agreed to purchase',
  'agreed to take over',
  'completed its takeover of',
  'completed its purchase of',
  'completed its acquisition of',
].map((deed) => deed.split(' '))

const AUXILIARIES = new Set(['has', 'have', 'had', 'will'])

/** Of these many may buy some. */
const SHARED = new Set(
  'share shares stock stocks stake stakes bond bonds debt notes product products goods oil gas cars planes jets aircraft chips services tickets'.split(
    ' ',
  ),
)
/** Words that a question may have for the kind: 'bank', 'central bank'. */
const MOST_KIND = 2
/** Words that may stand before the name: 'its smaller rival Norvale'. */
const MOST_BEFORE = 4
const LONGEST_NAME = 5

/** Where what was bought begins; -1 where the words ask for no buyer. */
function boughtAt(words: readonly string[]): number {
  const which = words.findIndex((word) => word === 'which' || word === 'what')
  if (which === -1) return -1
  for (let kind = 1; kind <= MOST_KIND; kind++) {
    let at = which + 1 + kind
    if (AUXILIARIES.has(words[at] ?? '')) at++
    const deed = DEEDS.find((each) => each.every((word, i) => words[at + i] === word))
    if (deed) return at + deed.length
  }
  return -1
}

/** Whether a stem asks who bought a named company, or a named company's business, so that one answer alone can be true. */
export function asksBuyer({ asked: stem, index }: Sight): boolean {
  const words = stem
    .replace(/[?,]/g, ' ')
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '')
  const bought = boughtAt(words)
  if (bought === -1) return false
  for (let from = bought; from <= bought + MOST_BEFORE && from < words.length; from++) {
    // 'bought shares in Norvale', 'bought 5% of Norvale'
    if (/^[\d$£€]/.test(words[from] ?? '') || (from > bought && SHARED.has(words[from - 1] ?? '')))
      return false
    for (let to = Math.min(words.length, from + LONGEST_NAME); to > from; to--) {
      const name = index.names.called.get(plainWords(words.slice(from, to).join(' ')))
      if (name && name.sort !== 'person' && !name.isCountry) return !SHARED.has(words[to] ?? '')
    }
  }
  return false
}
