import { tellingTitle } from '../../article/title.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import type { Status } from '../fact.ts'
import type { EnumerationFinding, SentenceFinding } from '../finding.ts'
import { disagrees } from '../sentence/agreement.ts'
import type { Clause } from '../sentence/clauses.ts'
import type { Marked, Range } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { isDash } from '../sentence/set-off.ts'
import { standsFor } from '../sentence/stands-for.ts'
import { findEnumerations } from './enumeration.ts'
import { type Frame, LONGEST, toldIn } from './sentence-frame.ts'
import { dateGaps, figureGaps, nameGaps } from './sentence-gaps.ts'
import { turnedWords } from './sentence-turns.ts'

const CONNECTORS =
  /^(?:however|meanwhile|overall|moreover|instead|separately|also|but|and|yet|still|elsewhere|nevertheless|furthermore|additionally|indeed|thus|so|then)$/
const REFUSALS =
  /\b(?:if|unless|whether|not|n't|n’t|never|no|neither|nor|none|nobody|previously|formerly|initially|originally|rarely|seldom|hardly|barely|scarcely|there|declined to comment|respectively|another|fourth)\b|, (?:he|she|they|it) (?:said|says|added|argued|claimed|forecast|predicted|warned)\b|\b(?:is|was|are|were) \S+ (?:higher|lower|larger|smaller|more|fewer)\.?$/i

/** Marks of another text, and of a name that whatever made this one has lost: 'the ships, and, are'. */
const BROKEN =
  /\b[A-Z]{2,3}[-+](?![\w])|[?:=<>|[\]{}]|, and,|\b(?:in|of|by|from|and) ?,(?! )|, ,|\b(?:for|of|with|to|from|by|at|and|or|the|an?|that|which)\.?$|\p{Lu}\p{Ll}+['’]s (?:might|would|could|will|was|were|had|rose|fell|lost|did)\b|\b(?:the|an?) (?:was|were|lost|rose|fell|had|has|did|said)\b/u

/** 'Velt is its owner', 'Ana Ruiz, who was there, agreed', 'According to Orrin, they plan': of whom or to what, the words before tell. */
const LEANS_BACK =
  /\b(?:is|was|are|were|remains?|becomes?|became) (?:its|their|his|her)\b|, (?:agreed|added|explained|argued|conceded|disagreed)\.?$/i
const OF_A_SOURCE =
  /^according to [^,]*, (?:they|he|she)\b|^(?:analysts|experts|economists|observers|critics|traders|many|some) \w+ (?:that )?it\b/i

/** How a sentence begins that picks from what was told before it. */
const PICKS =
  /^(?:(?:True|Granted|Sure|Admittedly),|(?:Other|Others|Such|Both|Should|Had|One such|All (?:two|three|four|five)|The (?:other|others|one|ones|two|three|four|five|pair|former|latter)|Since then|At (?:that|the) time)\b)/

/** 'Spending would all but disappear': under what condition, the words before tell. */
const isSupposed = (printed: string): boolean =>
  /\bwould\b/.test(printed) &&
  !/\b(?:said|says?|saying|told|believes?d?|expect\w*|warn\w*|announc\w*|estimat\w*|suggest\w*|argu\w*|claim\w*|that|which|who|forecast\w*|predict\w*|according|hop\w*|thought|think|plan\w*|deal|bid|merger|offer|propos\w*|takeover)\b/i.test(
    printed,
  )

const SHORTEST = 7

function ownWords({ tokens }: Marked): Range {
  let from = 0
  while (from < 2 && CONNECTORS.test(tokens[from]?.lower ?? '')) from++
  if (tokens[from]?.text === ',') from++
  let to = tokens.length
  while (to > from && /^[.!]$/.test(tokens[to - 1]?.text ?? '')) to--
  return { from, to }
}

/** How firmly a whole sentence states what it says, by its words. */
const SOFTENERS: readonly (readonly [RegExp, Status])[] = [
  [/\b(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed))\b/i, 'forecast'],
  [
    // With a capital it is a month.
    /\b(?:could|may|might|would|should|likely|believed|thought|estimated|[Rr]eportedly|[Aa]llegedly|[Pp]robably|[Nn]early|[Aa]lmost)\b/,
    'hedged',
  ],
  [/\b(?:will|plans?|planned|aims?|intends?|hopes?)\b/i, 'planned'],
]

const statusIn = (text: string): Status => SOFTENERS.find(([words]) => words.test(text))?.[1] ?? 'actual'

/** More of a sentence than this in quotation marks is somebody's speech. */
const MOST_QUOTED = 0.35

const isMostlyQuoted = ({ quoted }: Marked): boolean =>
  quoted.includes(true) && quoted.filter((isQuoted) => isQuoted).length > MOST_QUOTED * quoted.length

/** What is set off by dashes may be left out: the tokens between two of them; null where the dashes do not pair. */
function dashAside(marked: Marked, { from, to }: Range): Range | null {
  const dashes: number[] = []
  for (let i = from; i < Math.min(to, marked.tokens.length); i++) if (isDash(marked, i)) dashes.push(i)
  const [first, second, third] = dashes
  if (first === undefined) return { from, to: from }
  return second !== undefined && third === undefined ? { from: first, to: second + 1 } : null
}

/** The parts of a sentence between semicolons, each with a verb of its own. */
function partsOf(marked: Marked, clauses: readonly Clause[]): Range[] {
  const { from, to } = ownWords(marked)
  const parts: Range[] = []
  let start = from
  let depth = 0
  for (let i = from; i <= to; i++) {
    const text = marked.tokens[i]?.text ?? ''
    if (i < to && text === '(') depth++
    if (i < to && text === ')') depth--
    // '$10bn (£5bn; 8bn euros)' is one part
    if (i < to && (text !== ';' || marked.quoted[i] || depth > 0)) continue
    if (clauses.some(({ verb }) => verb.head >= start && verb.head < i)) parts.push({ from: start, to: i })
    start = i + 1
  }
  return parts
}

/** 'Suffered fewer disasters': than whom, the words do not tell. */
const isFewerThanNone = (printed: string): boolean =>
  /\bfewer\b/.test(printed) && !/(?<!\b(?:more|less) )\bthan\b/.test(printed)

/** A part of a sentence as a frame for gaps; null where it leans on others, denies, doubts, or says too much or too little. */
function frameOf(scene: Scene, marked: Marked, range: Range): Frame | null {
  const aside = dashAside(marked, range)
  if (!aside) return null
  const length = range.to - range.from - (aside.to - aside.from)
  if (length < SHORTEST || length > LONGEST + 10) return null
  const { text } = scene.reading
  const at = (i: number): number => marked.tokens[i]?.start ?? marked.sentence.end
  const printed = `${text.slice(at(range.from), at(aside.from))}${text.slice(at(aside.to), at(range.to))}`
  if (
    isFewerThanNone(printed) ||
    standsFor(printed) ||
    LEANS_BACK.test(printed) ||
    OF_A_SOURCE.test(printed) ||
    isSupposed(printed) ||
    REFUSALS.test(printed) ||
    PICKS.test(printed) ||
    BROKEN.test(printed)
  )
    return null
  const without = new Set(Array.from({ length: aside.to - aside.from }, (_, k) => aside.from + k))
  return { scene, marked, range, without, isLoose: false, status: statusIn(printed) }
}

/** What can be asked about a sentence that stands by itself as it is, whatever its build: a gap for a figure, a name or a date, or a word turned round. `taken` are figures that other findings hold; where something else was found in the sentence, it is not `isBare`, and only its other figures are taken. */
export function findSentences(
  scene: Scene,
  marked: Marked,
  clauses: readonly Clause[],
  taken: ReadonlySet<Quantity>,
  isBare: boolean,
): (SentenceFinding | EnumerationFinding)[] {
  const [first] = clauses
  // A sentence without a main clause of its own, or without its end, is a fragment.
  const isFragment = !first || /^(?:which|who|that|whose|where)$/.test(first.joint ?? '')
  const printed = scene.reading.text.slice(marked.sentence.start, marked.sentence.end)
  if (marked.isTitle || isMostlyQuoted(marked) || isFragment || clauses.some(disagrees)) return []
  if (!/[.!]['’)]?$/.test(printed) || /, (?:it|he|she|they) (?:said|added|says)\.?$/.test(printed)) return []
  return partsOf(marked, clauses).flatMap((range) => {
    const frame = frameOf(scene, marked, range)
    if (!frame) return []
    const strict = gapsIn(frame, taken, isBare)
    return strict.length > 0 || !isBare || tellingTitle(scene.reading) === ''
      ? strict
      : gapsIn({ ...frame, isLoose: true }, taken, isBare)
  })
}

function gapsIn(
  frame: Frame,
  taken: ReadonlySet<Quantity>,
  isBare: boolean,
): (SentenceFinding | EnumerationFinding)[] {
  const names = toldIn(frame, frame.marked.names).filter(({ sort }) => sort !== 'other')
  const figures = figureGaps(frame, names, taken)
  const lists = findEnumerations(frame)
  if (!isBare) return [...figures, ...lists]
  return [...figures, ...lists, ...nameGaps(frame), ...dateGaps(frame, names), ...turnedWords(frame, names)]
}
