/** Words that exclude each other where either could stand, a pair a line, by the part of speech they must have in the sentence. In 'signed > cancelled' only the second can take the place of the first: an order, too, is cancelled, but not signed. */
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
    cheaper dearer
    slight sharp
    severe mild
    major minor
    lower higher
    slower faster
    rapid slow
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
    disappointing encouraging
    promising disappointing
    good bad
    essential unnecessary
    vital unnecessary
    reliable unreliable
    welcome unwelcome
    friendly hostile
    scarce plentiful
    full partial
    voluntary compulsory
    direct indirect
    separate joint
    final initial
    legal illegal
    unexpected expected
    robust feeble
    steep gentle
    strict lax
    stricter looser
    tougher softer
    sluggish brisk
    healthy ailing
    unanimous divided
    lucrative unprofitable
    widespread isolated
    tough lenient
    ambitious modest
    transparent opaque
    efficient inefficient
    sustainable unsustainable
    vulnerable immune
    attractive unattractive
    acceptable unacceptable
    eligible ineligible
    sceptical convinced
    skeptical convinced
    reluctant eager
    healthier weaker
    poorer richer
    thriving struggling
    last > first
    broad narrow
    cautious bold
    bullish bearish
    generous meagre
    smooth bumpy
    rare common
    firm shaky
    simple complex
    outright partial
  `,
  NOUN: `
    increase decrease
    increases decreases
    rise fall
    rises falls
    decline > rise
    surplus deficit
    expansion contraction
    strength weakness
    majority minority
    optimism pessimism
    advantage disadvantage
    upturn downturn
    upgrade downgrade
    profit loss
    profits losses
    shortage glut
    boom slump
    improvement deterioration
    victory defeat
    critics supporters
    opponents supporters
    exporter importer
    exporters importers
    success failure
    gains losses
    winners losers
    creditors debtors
    lenders borrowers
    backing opposition
    closure opening
    optimists pessimists
    buyer seller
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
    win > lose
    won > lost
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
    boosted > reduced
    boost > reduce
    lifted lowered
    gained > lost
    gain > lose
    rising falling
    growing shrinking
    expanding shrinking
    increasing decreasing
    slowing accelerating
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
    managed failed
    banned allowed
    permitted prohibited
    includes excludes
    included excluded
    defended attacked
    overturned upheld
    halved doubled
    creates destroys
    created destroyed
    agrees refuses
    underestimated overestimated
    undervalued overvalued
    lengthened shortened
    accepts rejects
    backs opposes
    opposes supports
    opposed supported
    rejected accepted
    resumed suspended
    resume suspend
    beat > missed
    exceeded missed
    completed > abandoned
    complete > abandon
    confirmed denied
    granted > refused
    grant > refuse
    disclosed concealed
    strengthen weaken
    strengthened weakened
    complicate simplify
    complicates simplifies
    opened closed
    reopened closed
    rewarded punished
    succeeding failing
    restricts allows
    restrict allow
    restricted allowed
    thrive struggle
    thrived struggled
    signed > cancelled
    joined > left
    entered > left
    enter > leave
    join > leave
    appointed > dismissed
    hired > dismissed
    outpaced > trailed
    protects > endangers
    imposed > lifted
    refused agreed
    raised lowered
    attracted > deterred
    avoided > suffered
    delayed > hastened
    unveiled > scrapped
    recovered > worsened
    strengthens weakens
    exceeds trails
    hiring dismissing
    recruiting dismissing
    renewed > cancelled
    extended > shortened
  `,
  ADP: `
    above below
    inside outside
  `,
  ADV: `
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
    openly secretly
    privately publicly
    fully partly
    officially unofficially
  `,
} as const

type Place = keyof typeof PAIRS

/** A word, and what can take its place. */
type Turn = readonly [word: string, other: string]

function turnsOf(line: string): readonly Turn[] {
  const [one = '', other = ''] = line.trim().split(/ (?:> )?/)
  return line.includes('>')
    ? [[one, other]]
    : [
        [one, other],
        [other, one],
      ]
}

/** By part of speech, then by word; of several pairs of one word the first counts. */
const OPPOSITES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  (Object.keys(PAIRS) as Place[]).map((place) => [
    place,
    new Map(PAIRS[place].trim().split('\n').flatMap(turnsOf).reverse()),
  ]),
)

/** What excludes a word where it stands as this part of speech; undefined where nothing is known to. */
export const oppositeOf = (word: string, pos: string): string | undefined => OPPOSITES.get(pos)?.get(word)

/** Whether two words exclude each other, so that what is true with the one is false with the other. */
export function areOpposites(a: string, b: string): boolean {
  for (const words of OPPOSITES.values()) if (words.get(a) === b || words.get(b) === a) return true
  return false
}
