import { mayBeFirm } from './sentence/antecedent.ts'
import { type Marked, wordAt } from './sentence/marked.ts'
import type { Scene } from './sentence/scene.ts'

/** Stock market indices own nothing. */
const INDEX = /\b(?:Nikkei|Dow|Nasdaq|FTSE|Dax|DAX|Cac|CAC|Hang Seng|Sensex|Index|index|S&P)\b/

/** The one organisation that is named in this sentence before `at`, else in the one before, else the article's main one if no other was named there. */
export function nearestOwner(scene: Scene, marked: Marked, at: number): string | undefined {
  if (isOfFigures(marked, at)) return undefined
  const here = organisationsIn(marked, at)
  if (here.size === 1) return firmIn(marked, [...here][0])
  if (here.size > 1 || isOfTrade(marked, at)) return undefined
  const found = ownerBefore(scene, marked)
  // 'Falling sales have left Harrow with too many mills': whoever is named next may be the owner
  const comma = marked.tokens.findIndex(({ text }, i) => i > at && text === ',')
  const next = organisationsIn(marked, comma === -1 ? marked.tokens.length : comma)
  return [...next].every((name) => name === found) ? found : undefined
}

/** 'The Tourism Board figures show a rise in revenues': those of others. */
const isOfFigures = ({ names, tokens }: Marked, limit: number): boolean =>
  tokens.some(
    ({ lower }, i) =>
      i < limit &&
      names[i - 1]?.sort === 'organisation' &&
      /^(?:figures|data|statistics|numbers|survey|report|study|research)$/.test(lower),
  )

/** A name, where it can be a firm's: 'The Securities Commission said that revenue had been overstated' tells of another's. */
export const firmIn = ({ names }: Marked, name: string | undefined): string | undefined =>
  names.some((each) => each?.canonical === name && each !== undefined && mayBeFirm(each)) ? name : undefined

/** 'Auto sales', 'steel output': what a trade as a whole sells or makes, unless a firm says that it is its own. */
function isOfTrade(marked: Marked, at: number): boolean {
  for (let i = at; i < Math.min(marked.tokens.length, at + 5); i++)
    if (TRADES_HAVE.test(wordAt(marked, i)))
      return i > at && marked.tokens[i - 1]?.pos === 'NOUN' && !OWN_KINDS.test(wordAt(marked, i - 1))
  return false
}

const TRADES_HAVE = /^(?:sales|production|output|demand|exports|imports|prices)$/
const OWN_KINDS = /^(?:group|store|product|retail|unit|ticket|advertising|online|subscription)$/

function organisationsIn(marked: Marked, limit: number): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i < limit; i++) {
    const name = marked.names[i]
    if (
      name?.sort === 'organisation' &&
      !INDEX.test(name.canonical) &&
      !/^(?:told|at|by)$/.test(wordAt(marked, i - 1))
    )
      found.add(name.canonical)
  }
  return found
}

function ownerBefore(scene: Scene, marked: Marked): string | undefined {
  const previous = scene.marked[marked.sentence.index - 1]
  if (previous && !previous.isTitle && previous.sentence.block >= marked.sentence.block - 1) {
    const there = organisationsIn(previous, previous.tokens.length)
    if (there.size === 1 && previous.sentence.block === marked.sentence.block) return [...there][0]
    if (there.size > 0 && !(scene.main !== undefined && there.has(scene.main))) return undefined
  }
  return scene.main
}
