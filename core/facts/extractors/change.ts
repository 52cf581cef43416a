import type { Quantity } from '../../quantities/quantity.ts'
import type { Fact, Status } from '../fact.ts'
import type { ChangeFinding, Subject, When } from '../finding.ts'
import { evidenceOf, factOf, figureOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import { behind, type Figure, figureAfter } from '../sentence/figures.ts'
import { type Marked, type Range, within } from '../sentence/marked.ts'
import { type Scene, standalone } from '../sentence/refer.ts'
import {
  COMPANY_MEASURES,
  DOWN_NOUNS,
  DOWN_VERBS,
  LOWERING_VERBS,
  RAISING_VERBS,
  UP_NOUNS,
  UP_VERBS,
} from '../sentence/words.ts'
import { statusOf } from '../status.ts'
import { headOf, organisationOf, subjectOf } from '../subject.ts'
import { asideOf, isReported, whenBefore, whenIn, whenOf } from '../time.ts'

type Direction = 'up' | 'down'
const lower = (marked: Marked, i: number): string => (marked.tokens[i]?.text ?? '').toLowerCase()

/** The three figures of a change, read from token `at` on: 'by 8% to $5bn from $4.6bn'. */
interface Figures {
  readonly by?: Figure
  readonly to?: Figure
  readonly from?: Figure
  readonly end: number
}

const isSize = ({ kind }: Quantity): boolean => kind !== 'fraction'

function readFigures(marked: Marked, at: number, limit: number): Figures {
  let by: Figure | undefined
  let to: Figure | undefined
  let from: Figure | undefined
  let i = at
  while (i < limit) {
    const word = lower(marked, i)
    if (word === 'to' || word === 'from') {
      // 'up to 9%' is a size, not a destination
      const figure = figureAfter(marked, i + 1, limit)
      if (!figure) break
      if (word === 'to' && !to) to = figure
      else if (word === 'from' && !from) from = figure
      else break
      i = behind(marked, figure)
    } else {
      const figure = by || to || from ? null : figureAfter(marked, i, limit)
      if (figure && isSize(figure.quantity)) {
        by = figure
        i = behind(marked, figure)
      } else if (
        marked.periods[i] ||
        /^(?:in|on|over|during|for|the|or|and|,|-|year|year-on-year|sharply|slightly|steadily|back)$/.test(
          word,
        ) ||
        marked.tokens[i]?.pos === 'ADV'
      )
        i++
      else break
    }
    if (i - at > 24) break
  }
  return { ...(by ? { by } : {}), ...(to ? { to } : {}), ...(from ? { from } : {}), end: i }
}

/** The time that stands right behind a figure: 'from £1,310 in March to £1,290 in April'. */
function timeBehind(marked: Marked, figure: Figure | undefined): When | null {
  if (!figure) return null
  const at = behind(marked, figure)
  for (let i = at; i < Math.min(marked.tokens.length, at + 3); i++) {
    const period = marked.periods[i]
    if (period && period.relation === undefined) return whenOf(marked, period)
    if (!/^(?:in|at|on|by|for|the|during)$/.test(lower(marked, i))) return null
  }
  return null
}

/** 'compared with a year earlier', 'from the previous quarter': as printed, shortened to one form. */
function comparisonIn(marked: Marked, { from, to }: Range): string {
  for (let i = from; i < to; i++) {
    const period = marked.periods[i]
    if (period?.relation === undefined) continue
    if (period.relation === 'year-before') return 'compared with a year earlier'
  }
  const said = marked.tokens
    .slice(from, to + 4)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
  if (/year - (?:on|over) - year/.test(said)) return 'year on year'
  return ''
}

/** What narrows a change behind its figures: 'against the euro', 'in early trading in Milan'. '' when nothing does; null when it cannot be said. */
function tailOf(scene: Scene, marked: Marked, from: number, limit: number): string | null {
  let start = from
  while (start < limit && (marked.periods[start] || marked.tokens[start]?.pos === 'ADV')) start++
  if (!/^(?:against|in|at|on|among|across|for)$/.test(lower(marked, start))) return ''
  let end = start + 1
  while (
    end < limit &&
    end - start < 9 &&
    !marked.periods[end] &&
    !marked.quantities[end] &&
    !(/^\p{Lu}\p{Ll}/u.test(marked.tokens[end]?.text ?? '') && !marked.names[end]) &&
    !/^[,.;:()"“”]$/.test(lower(marked, end)) &&
    !/^(?:as|after|because|while|and|but|from|to|with|following|since|that|which)$/.test(lower(marked, end))
  )
    end++
  while (end > start && /^(?:ADP|DET)$/.test(marked.tokens[end - 1]?.pos ?? '')) end--
  if (end <= start + 1) return ''
  const tail = standalone(scene, marked, { from: start, to: end }, { bound: true })
  return tail === null || /\d/.test(tail) ? null : tail
}

interface Parts {
  readonly scene: Scene
  readonly marked: Marked
  readonly limit: number
  readonly subject: Subject
  readonly figures: Figures
  readonly direction: Direction
  readonly verb: string
  readonly past: string
  readonly status: Status
  readonly when: When
  readonly range: Range
  readonly clause: Clause
}

/** Whether the size of a change agrees with its two ends; where a text contradicts itself the size is left alone. */
function agrees({ by, to, from }: Figures): boolean {
  if (!by || !to || !from || by.quantity.unit !== to.quantity.unit || to.quantity.unit !== from.quantity.unit)
    return true
  const size = Math.abs(to.quantity.value - from.quantity.value)
  return by.quantity.exactness === 'more-than'
    ? size > by.quantity.value
    : Math.abs(size - by.quantity.value) <= 0.05 * by.quantity.value
}

/** 'Coral Airways dropped 2.2%' speaks of its shares; null where nothing near says so. */
function sharesOf(scene: Scene, marked: Marked, subject: Subject, by: Quantity | undefined): Subject | null {
  const name = scene.reading.names.find(
    ({ canonical, sort }) => canonical === subject.owner && sort === 'organisation',
  )
  if (!name || subject.measure !== subject.owner || /\b(?:index|exchange)\b/i.test(subject.text))
    return subject
  if (by && by.kind === 'count' && by.unit !== 'point') return subject
  const near = scene.marked.slice(Math.max(0, marked.sentence.index - 3), marked.sentence.index + 2)
  const isTraded = near.some(({ tokens }) =>
    tokens.some(({ lemma }) => /^(?:share|stock|bourse)$/.test(lemma)),
  )
  if (!isTraded) return null
  const text = `${subject.text}${subject.text.endsWith('s') ? '’' : '’s'} shares`
  return { ...subject, text, isPlural: true, measure: 'shares' }
}

function finding({
  scene,
  marked,
  limit,
  clause,
  subject: given,
  figures,
  direction,
  verb,
  past,
  status,
  when,
  range,
}: Parts): ChangeFinding | null {
  const by = agrees(figures) ? figures.by?.quantity : undefined
  const told = sharesOf(scene, marked, given, by)
  if (!told) return null
  const subject = told
  const to = figures.to?.quantity
  const from = figures.from?.quantity
  if (!by && !to && !from) return null
  if (to && from && to.unit !== from.unit) return null
  // Going up to less than before: the figures were not read right
  if (to && from && direction === 'up' && to.value < from.value) return null
  if (to && from && direction === 'down' && to.value > from.value) return null
  const tail = tailOf(scene, marked, figures.end, limit)
  if (tail === null) return null
  const text = scene.reading.text
  const target = to ? figureOf(to) : undefined
  const source = from ? figureOf(from) : undefined
  const size = by ? figureOf(by) : undefined
  const unit = target?.unit ?? source?.unit
  const exactness = (by ?? to)?.exactness
  const fact: Fact = factOf({
    family: 'change',
    subject: subject.owner ?? subject.text,
    measure: tail === '' ? subject.measure : `${subject.measure} ${tail}`,
    direction,
    ...(size ? { by: size.figure, by_unit: size.unit } : {}),
    ...(source ? { from: source.figure } : {}),
    ...(target ? { to: target.figure, value: target.figure } : {}),
    ...(unit ? { unit } : {}),
    ...(when.phrase ? { period: when.phrase } : {}),
    status,
    ...(exactness && exactness !== 'exactly' ? { exactness } : {}),
    evidence: evidenceOf(text, [marked.sentence, ...(when.from ? [when.from.sentence] : [])]),
  })
  return {
    family: 'change',
    fact,
    marked,
    clause,
    when,
    subject,
    verb,
    past,
    ...(by ? { by } : {}),
    ...(to ? { to } : {}),
    ...(from ? { from } : {}),
    comparison: comparisonIn(marked, range),
    tail,
  }
}

const directionOf = (lemma: string): Direction | null =>
  UP_VERBS.has(lemma) ? 'up' : DOWN_VERBS.has(lemma) ? 'down' : null

/** What a change of nothing but direction is called in a question. */
const PLAIN: Readonly<Record<Direction, { verb: string; past: string }>> = {
  up: { verb: 'rise', past: 'rose' },
  down: { verb: 'fall', past: 'fell' },
}
const UPWARD = /^(?:up|higher)$/
const DOWNWARD = /^(?:down|lower)$/

/** 'Revenue climbed 14% to Rmb41.9bn', 'sales were up 5%'. */
function fromVerb(scene: Scene, clause: Clause): ChangeFinding | null {
  const { marked, verb, rest, subject: range } = clause
  if (verb.isNegated || verb.isPassive || marked.quoted[verb.head] || isQualified(clause)) return null
  const text = lower(marked, verb.head)
  let direction = directionOf(verb.lemma)
  let words = direction && verb.modal === undefined ? { verb: verb.lemma, past: text } : null
  let at = rest.from
  if (
    verb.lemma === 'be' ||
    /^(?:finish|end|close|trade|shoot|go|move|edge|inch|creep|tick|head|open|stand)$/.test(verb.lemma)
  ) {
    const opening = lower(marked, at)
    const figure = figureAfter(marked, at, rest.to)
    const behindFigure = figure ? lower(marked, behind(marked, figure)) : ''
    const mark = UPWARD.test(opening) || DOWNWARD.test(opening) ? opening : behindFigure
    direction = UPWARD.test(mark) ? 'up' : DOWNWARD.test(mark) ? 'down' : null
    if (UPWARD.test(opening) || DOWNWARD.test(opening)) at++
    words = direction ? PLAIN[direction] : null
  }
  if (!direction || !words) return null
  const figures = readFigures(marked, at, rest.to)
  if (!figures.by && !figures.to) return null
  const subject = subjectOf(
    scene,
    marked,
    range,
    clause.reporter ? organisationOf(scene, clause.reporter) : undefined,
  )
  if (!subject) return null
  const own =
    timeBehind(marked, figures.from && figures.to) ??
    whenIn(marked, {
      from: clause.lead.from,
      to: rest.to,
      skip: asideOf(clause),
    })
  const when = own.phrase || own.period || !isReported(subject.measure) ? own : whenBefore(scene, marked)
  const isDone = verb.auxiliaries.some((word) => /^(?:has|have|had)$/.test(word))
  const past =
    isDone && words.past === text
      ? `${verb.auxiliaries.filter((w) => /^(?:has|have|had)$/.test(w))[0]} ${words.past}`
      : words.past
  return finding({
    scene,
    marked,
    subject,
    figures,
    direction,
    verb: words.verb,
    past,
    status: statusOf(clause),
    when,
    range: { from: clause.lead.from, to: rest.to },
    limit: rest.to,
    clause,
  })
}

/** Past forms of the verbs that come as participles: 'with output rising 21%'. */
const PAST: Readonly<Record<string, string>> = {
  rise: 'rose',
  climb: 'climbed',
  increase: 'increased',
  grow: 'grew',
  jump: 'jumped',
  surge: 'surged',
  soar: 'soared',
  gain: 'gained',
  fall: 'fell',
  drop: 'dropped',
  decline: 'declined',
  slide: 'slid',
  slip: 'slipped',
  plunge: 'plunged',
  tumble: 'tumbled',
  slump: 'slumped',
  sink: 'sank',
  shrink: 'shrank',
  decrease: 'decreased',
}
const pastOf = (lemma: string): string => PAST[lemma] ?? lemma

/** What shows figures but does not own them. */
const SOURCES =
  /^(?:figures?|data|statistics|numbers|survey|report|study|results|estimates?|analysis|poll|index|research)$/

/** A measure named inside a clause belongs to the clause's subject: 'X’s mining arm did well, with output rising 21%'. */
function partOf(scene: Scene, clause: Clause, range: Range): Subject | null {
  const { marked } = clause
  const bare = subjectOf(scene, marked, range)
  const isOwned = within(marked.names, range).length > 0
  if (isOwned || !bare) return bare
  if (SOURCES.test(lower(marked, headOf(marked, clause.subject)))) return bare
  const whole = subjectOf(scene, marked, clause.subject)
  if (!whole?.isAnchored) return bare
  const organisation = organisationOf(scene, clause)
  if (organisation === whole.text) return subjectOf(scene, marked, range, organisation)
  return {
    text: `${bare.measure} at ${whole.text}`,
    isPlural: bare.isPlural,
    isAnchored: true,
    ...(whole.owner ? { owner: whole.owner } : {}),
    measure: `${whole.measure} ${bare.measure}`,
  }
}

/** 'Harrow increased revenue by 32% to €3bn': what moves is the object of the verb, and the subject's own. */
function fromObject(scene: Scene, clause: Clause): ChangeFinding | null {
  const { marked, verb, rest } = clause
  const direction: Direction | null = RAISING_VERBS.has(verb.lemma)
    ? 'up'
    : LOWERING_VERBS.has(verb.lemma)
      ? 'down'
      : null
  if (!direction || verb.isNegated || verb.isPassive || marked.quoted[verb.head] || isQualified(clause))
    return null
  const end = phraseEnd(marked, rest.from, rest.to)
  if (end === rest.from || !/^(?:by|to|from)$/.test(lower(marked, end))) return null
  const figures = readFigures(marked, end, rest.to)
  const owner = organisationOf(scene, clause)
  if ((!figures.by && !figures.to) || owner === undefined) return null
  if (!COMPANY_MEASURES.has(lower(marked, headOf(marked, { from: rest.from, to: end })))) return null
  const subject = subjectOf(scene, marked, { from: rest.from, to: end }, owner)
  if (!subject?.isAnchored) return null
  const when = whenIn(marked, { from: clause.lead.from, to: rest.to, skip: asideOf(clause) })
  return finding({
    scene,
    marked,
    subject,
    figures,
    direction,
    ...PLAIN[direction],
    status: statusOf(clause),
    when: when.phrase || when.period ? when : whenBefore(scene, marked),
    range: { from: clause.lead.from, to: rest.to },
    limit: rest.to,
    clause,
  })
}

/** 'Without sales to its own units, cloud revenue rose 11%': another measure than the plain words say. */
export const isQualified = ({ marked, lead }: Clause): boolean =>
  marked.tokens
    .slice(lead.from, lead.to)
    .some(({ text }) =>
      /^(?:without|excluding|including|stripping|adjusted|adjusting|adjusting|except|barring|underlying|basis|constant|organic)$/i.test(
        text,
      ),
    )

/** 'showed imports down 3.4% to $81.2bn': no verb between the measure and 'down'. */
function verbless(scene: Scene, marked: Marked, clauses: readonly Clause[]): ChangeFinding[] {
  const found: ChangeFinding[] = []
  for (let i = 1; i < marked.tokens.length; i++) {
    const word = lower(marked, i)
    const participle =
      /ing$/.test(word) && PAST[marked.tokens[i]?.lemma ?? '']
        ? directionOf(marked.tokens[i]?.lemma ?? '')
        : null
    if ((!UPWARD.test(word) && !DOWNWARD.test(word) && !participle) || marked.quoted[i]) continue
    const clause = clauses.findLast(({ verb }) => verb.to <= i)
    if (!clause || clause.verb.isNegated || i >= clause.rest.to + 8) continue
    const figures = readFigures(marked, i + 1, marked.tokens.length)
    if (!figures.by) continue
    let from = i
    while (
      from > clause.verb.to &&
      (/^(?:NOUN|ADJ|PROPN|DET)$/.test(marked.tokens[from - 1]?.pos ?? '') ||
        /^['’]s?$/.test(lower(marked, from - 1)) ||
        marked.names[from - 1])
    )
      from--
    const link = lower(marked, from - 1)
    const isShown = /^(?:show|see|report|post|leave)$/.test(clause.verb.lemma) && from <= clause.verb.to + 1
    const isDriven = /^(?:driving|sending|pushing|leaving|with|lifting|taking|bringing)$/.test(link)
    const isTail = lower(marked, i - 1) === ',' && clause.verb.lemma === 'be'
    const isBare = from < i && (isShown || isDriven)
    if (!isBare && !isTail) continue
    const subject = isBare ? partOf(scene, clause, { from, to: i }) : subjectOf(scene, marked, clause.subject)
    if (!subject) continue
    const direction: Direction = participle ?? (UPWARD.test(word) ? 'up' : 'down')
    const when =
      participle && !whenIn(marked, clause.rest).period
        ? whenIn(marked, { from: i, to: figures.end })
        : whenIn(marked, { from: isDriven ? i : 0, to: figures.end })
    const words = participle
      ? { verb: marked.tokens[i]?.lemma ?? '', past: pastOf(marked.tokens[i]?.lemma ?? '') }
      : PLAIN[direction]
    const change = finding({
      scene,
      marked,
      subject,
      figures,
      direction,
      ...words,
      status: statusOf(clause),
      when: when.phrase || when.period || !isReported(subject.measure) ? when : whenBefore(scene, marked),
      range: { from: i, to: figures.end },
      limit: marked.tokens.length,
      clause,
    })
    if (change) found.push(change)
  }
  return found
}

const VERB_OF_NOUN: Readonly<Record<string, { verb: string; past: string }>> = {
  rise: { verb: 'rise', past: 'rose' },
  increase: { verb: 'increase', past: 'increased' },
  growth: { verb: 'grow', past: 'grew' },
  jump: { verb: 'jump', past: 'jumped' },
  surge: { verb: 'surge', past: 'surged' },
  gain: { verb: 'gain', past: 'gained' },
  climb: { verb: 'climb', past: 'climbed' },
  fall: { verb: 'fall', past: 'fell' },
  drop: { verb: 'drop', past: 'dropped' },
  decline: { verb: 'decline', past: 'declined' },
  decrease: { verb: 'decrease', past: 'decreased' },
  slump: { verb: 'slump', past: 'slumped' },
  plunge: { verb: 'plunge', past: 'plunged' },
  slide: { verb: 'slide', past: 'slid' },
  dip: { verb: 'dip', past: 'dipped' },
}

/** Where the noun phrase that begins at `from` ends: before a preposition other than 'of', a comma or a verb. */
function phraseEnd(marked: Marked, from: number, limit: number): number {
  let i = from
  while (i < limit) {
    const word = lower(marked, i)
    const tag = marked.tokens[i]?.pos
    if (marked.periods[i] || marked.quantities[i]) break
    if (
      /^[,.;:()"“”]$/.test(word) ||
      /^(?:to|from|in|on|at|for|during|after|as|which|that|while|and|but|over|compared|against)$/.test(word)
    )
      break
    if (tag === 'VERB' || tag === 'AUX') break
    i++
  }
  return i
}

/** 'The firm told of a 6% rise in turnover to Rmb460bn', 'a rise of 8% in sales'. */
function fromNoun(scene: Scene, marked: Marked, clauses: readonly Clause[]): ChangeFinding[] {
  const found: ChangeFinding[] = []
  for (let i = 0; i < marked.tokens.length; i++) {
    const noun = lower(marked, i)
    const words = VERB_OF_NOUN[noun]
    if (!words || marked.quoted[i] || marked.names[i]) continue
    const before = marked.quantities[i - 1]
      ? i - 1
      : marked.quantities[i - 2] && marked.tokens[i - 1]?.pos === 'ADJ'
        ? i - 2
        : -1
    const of = lower(marked, i + 1) === 'of' ? figureAfter(marked, i + 2, marked.tokens.length) : null
    const size = before !== -1 ? marked.quantities[before] : of?.quantity
    if (!size || !/^(?:percent|points|basis-points)$/.test(size.kind)) continue
    const at = of ? behind(marked, of) : i + 1
    if (lower(marked, at) !== 'in') continue
    const end = phraseEnd(marked, at + 1, marked.tokens.length)
    if (end === at + 1) continue
    const clause = clauses.findLast(({ verb }) => verb.to <= i)
    if (!clause || clause.verb.isNegated) continue
    const owner = organisationOf(scene, clause)
    const isOwn = /^(?:report|post|see|announce|record|enjoy|suffer|reveal|deliver|publish|show)$/.test(
      clause.verb.lemma,
    )
    const subject = subjectOf(scene, marked, { from: at + 1, to: end }, isOwn ? owner : undefined)
    if (!subject) continue
    const later = readFigures(marked, end, marked.tokens.length)
    const figure = before !== -1 ? { quantity: size, range: { from: before, to: before + 1 } } : of
    if (!figure) continue
    const figures = { ...later, by: figure }
    const own = whenIn(marked, { from: 0, to: marked.tokens.length })
    const when = own.phrase || own.period || !isReported(subject.measure) ? own : whenBefore(scene, marked)
    const direction: Direction = UP_NOUNS.has(noun) ? 'up' : 'down'
    if (direction === 'down' && !DOWN_NOUNS.has(noun)) continue
    const change = finding({
      scene,
      marked,
      subject,
      figures,
      direction,
      ...words,
      status: statusOf(clause),
      when,
      range: { from: i, to: later.end },
      limit: later.end,
      clause,
    })
    if (change) found.push(change)
  }
  return found
}

/** Changes of measures: by how much, to and from what. */
export function findChanges(scene: Scene, marked: Marked, clauses: readonly Clause[]): ChangeFinding[] {
  const verbs = clauses
    .map((clause) => fromVerb(scene, clause) ?? fromObject(scene, clause))
    .filter((found) => found !== null)
  return [...verbs, ...verbless(scene, marked, clauses), ...fromNoun(scene, marked, clauses)]
}
