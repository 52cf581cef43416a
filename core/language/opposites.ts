/** Words that exclude each other where either could stand, a pair a line, by the part of speech they must have in the sentence. */
const PAIRS = {
  ADJ: `
    high low
    highest lowest
    large small
    larger smaller
    largest smallest
    big small
    bigger smaller
    biggest smallest
    strong weak
    stronger weaker
    strongest weakest
    fast slow
    fastest slowest
    cheap expensive
    early late
    easy difficult
    rich poor
    richest poorest
    best worst
    better worse
    long short
    longer shorter
    longest shortest
    oldest newest
    rising falling
    growing shrinking
    positive negative
    successful unsuccessful
    popular unpopular
    profitable unprofitable
    lawful unlawful
    optimistic pessimistic
    temporary permanent
    safe unsafe
    favourable unfavourable
    favorable unfavorable
    similar different
    upbeat gloomy
    confident doubtful
    willing unwilling
    cautious bold
    cheaper dearer
    slight sharp
    severe mild
    major minor
    active inactive
    lower higher
    slower faster
    rapid slow
    deep shallow
    inexpensive costly
    able unable
    likely unlikely
    possible impossible
    fair unfair
    necessary unnecessary
    sufficient insufficient
    adequate inadequate
    satisfied dissatisfied
    happy unhappy
    guilty innocent
    competitive uncompetitive
    stable unstable
    valuable worthless
    disappointing encouraging
    promising disappointing
    good bad
    heavy light
    tight loose
    narrow broad
    essential unnecessary
    vital unnecessary
    reliable unreliable
    aware unaware
    first last
    welcome unwelcome
    friendly hostile
    urgent unimportant
    limited unlimited
    scarce plentiful
  `,
  NOUN: `
    increase decrease
    increases decreases
    rise fall
    rises falls
    growth decline
    surplus deficit
    expansion contraction
    strength weakness
    majority minority
    optimism pessimism
    advantage disadvantage
    upturn downturn
    approval rejection
    upgrade downgrade
  `,
  VERB: `
    rose fell
    rise fall
    rises falls
    risen fallen
    increase decrease
    increased decreased
    increases decreases
    grew shrank
    grow shrink
    accept reject
    approve reject
    approved rejected
    win lose
    won lost
    support oppose
    backed opposed
    praised criticised
    criticised praised
    criticized praised
    welcomed criticised
    improve worsen
    improved worsened
    expand shrink
    expanded shrunk
    encourage discourage
    encouraged discouraged
    narrowed widened
    narrow widen
    accelerate slow
    slowed accelerated
    tighten loosen
    tightened loosened
    eased tightened
    ease tighten
    succeed fail
    succeeded failed
    allow forbid
    allowed forbade
    upgraded downgraded
    overstated understated
    boosted reduced
    boost reduce
    lifted lowered
    gained lost
    gain lose
    attract deter
    attracted deterred
    rising falling
    growing shrinking
    expanding shrinking
    increasing decreasing
    slowing accelerating
    cooling heating
    improving worsening
    weakening strengthening
    weakened strengthened
    weaken strengthen
    widening narrowing
    tightening loosening
    gaining losing
    supporting opposing
    winning losing
    welcomes criticises
    reassured alarmed
    climbed dropped
    soared plunged
    surged slumped
    jumped dropped
    outperforming underperforming
    outperformed underperformed
    refused agreed
    managed failed
    banned allowed
    permitted prohibited
    includes excludes
    included excluded
    defended attacked
    overturned upheld
    halved doubled
    imposed lifted
    appointed dismissed
    creates destroys
    created destroyed
    protects endangers
    agrees refuses
    underestimated overestimated
    undervalued overvalued
    lengthened shortened
    brightened darkened
    accepts rejects
    backs opposes
    opposes supports
    opposed supported
    rejected accepted
    delayed hastened
    heated cooled
  `,
  ADP: `
    above below
    before after
    inside outside
  `,
  ADV: `
    above below
    up down
    higher lower
    faster slower
    increasingly less
    more less
    most least
    quickly slowly
    rapidly slowly
    sharply slightly
    partly wholly
    temporarily permanently
    successfully unsuccessfully
    unanimously narrowly
    directly indirectly
    often rarely
    early late
    openly secretly
    reluctantly willingly
  `,
} as const

type Place = keyof typeof PAIRS

const pairsOf = (list: string): (readonly [string, string])[] =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .flatMap(([one, other]) => (one !== undefined && other !== undefined ? [[one, other] as const] : []))

/** By part of speech, then by word; of several pairs of one word the first counts. */
const OPPOSITES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  (Object.keys(PAIRS) as Place[]).map((place) => {
    const pairs = pairsOf(PAIRS[place])
    return [place, new Map([...pairs.map(([a, b]) => [b, a] as const), ...[...pairs].reverse()])]
  }),
)

/** What excludes a word where it stands as this part of speech; undefined where nothing is known to. */
export const oppositeOf = (word: string, pos: string): string | undefined => OPPOSITES.get(pos)?.get(word)

/** Whether two words exclude each other, so that what is true with the one is false with the other. */
export function areOpposites(a: string, b: string): boolean {
  for (const words of OPPOSITES.values()) if (words.get(a) === b || words.get(b) === a) return true
  return false
}
