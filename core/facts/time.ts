import { byReport } from '../periods/by-report.ts'
import type { Period } from '../periods/period.ts'
import type { When } from './finding.ts'
import type { Clause } from './sentence/clauses.ts'
import { type Marked, type Range, within, wordAt } from './sentence/marked.ts'
import type { Scene } from './sentence/scene.ts'
import { closingDash } from './sentence/set-off.ts'
import { SPEECH_VERBS } from './sentence/words.ts'

/** The time of what is told without one. */
export const UNTOLD: When = { phrase: '', isAbsolute: false }

const PREPOSITION = /^(?:in|during|for|over|since|by|at|on|throughout|until|before|after|between)$/

const AHEAD = /^(?:goal|target|forecast|guidance|budget|outlook|plan)s?$/
const AHEAD_WITHIN = 12

/** 'A budget for next year', 'a goal of 5m cars for 2025': they are made before it. */
function isPlannedFor({ tokens, periods }: Marked, period: Period): boolean {
  const first = periods.indexOf(period)
  if (tokens[first - 1]?.lower !== 'for') return false
  return (
    tokens[first]?.lower === 'next' ||
    (/year$/.test(period.sort) &&
      tokens.slice(Math.max(0, first - AHEAD_WITHIN), first).some(({ lower }) => AHEAD.test(lower)))
  )
}

/** A period as a stem says it: absolute where it is known, else as printed where that can stand. */
export function whenOf(marked: Marked, period: Period): When {
  if (period.phrase !== undefined) {
    const phrase = isPlannedFor(marked, period) ? period.phrase.replace(/^in /, 'for ') : period.phrase
    return { phrase, isAbsolute: true, period }
  }
  // 'Up 50%' is nothing without its 'since the start of the year': such a time stays as printed even where its date is unknown.
  if (!period.canStand && !/^(?:since|span|decade)$/.test(period.sort)) return whenByReport(marked, period)
  const first = marked.periods.indexOf(period)
  const text = marked.tokens
    .filter((_, i) => marked.periods[i] === period)
    .map((token, i, all) => (i > 0 && token.start > (all[i - 1]?.end ?? 0) ? ` ${token.text}` : token.text))
    .join('')
    // 'the first six months | of the fiscal year'
    .concat(ofWhichYear(marked, marked.periods.lastIndexOf(period) + 1))
  // 'until last September'
  const said = /^(?:last|this|next)$/.test(wordAt(marked, first - 1)) ? first - 2 : first - 1
  const before = wordAt(marked, said)
  const usual = period.sort === 'day' ? 'on' : 'in'
  const phrase = `${PREPOSITION.test(before) && before !== 'for' ? before : usual} ${text}`
  return {
    phrase: phrase
      .replace(/^in (?:since|last|this|next) /, (all) => all.slice(3))
      // the capital of a sentence's first word
      .replace(/^(\w+) The /, '$1 the '),
    isAbsolute: false,
    period,
  }
}

/** 'Last year' where the article's date is not known: that is told from its report. */
function whenByReport(marked: Marked, period: Period): When {
  const first = marked.periods.indexOf(period)
  const words = marked.tokens.filter((_, i) => marked.periods[i] === period).map(({ lower }) => lower)
  const told = period.relation === undefined ? byReport(words.join(' ')) : null
  // 'earlier this year', 'late last year'
  if (told === null || /^(?:earlier|later|early|late|mid|of|-)$/.test(wordAt(marked, first - 1)))
    return UNTOLD
  const before = wordAt(marked, first - 1)
  const usual = /^the (?:year|month) /.test(told) ? 'in' : 'at'
  const preposition = /^(?:by|until|since|before|after|during)$/.test(before) ? before : usual
  return { phrase: `${preposition} ${told}`, isAbsolute: false, period }
}

/** 'Of its fiscal year' behind a part of one; else nothing. */
const ofWhichYear = (marked: Marked, i: number): string => {
  const words = [0, 1, 2, 3].map((step) => wordAt(marked, i + step))
  return /^of (?:the|its) (?:fiscal|financial|business|trading) year$/.test(words.join(' '))
    ? ` of the ${words[2]} year`
    : ''
}

const isAnswer = (period: Period): boolean => period.relation === undefined

/** 'from their July peak', 'than in 2003': a time something is compared with. */
function isCompared(marked: Marked, period: Period): boolean {
  const first = marked.periods.indexOf(period)
  // 'up 30% on the start of 2004'
  const isOn = wordAt(marked, first - 1) === 'on' && period.sort !== 'day'
  // 'an 82% jump on 2003 figures'
  if (isOn && (marked.quantities[first - 2] || marked.quantities[first - 3])) return true
  const from = Math.max(0, first - 5)
  const figure = marked.quantities.slice(0, first).findLastIndex((quantity) => quantity !== undefined)
  const isNear = figure >= from
  // 'slipped 1.1% from 1,808,581 in 2023'
  // 'from 62% at the end of 2023 to 68% by May 2024'
  const goesOn = wordAt(marked, marked.periods.lastIndexOf(period) + 1) === 'to'
  if (isNear && (goesOn || RESULTS.test(period.sort)) && isStart(marked, figure)) return true
  const behind = isNear ? figure + 1 : from
  // 'by 50% against the euro - and 30% against the yen - in three years'
  const dash = marked.tokens.findLastIndex(({ text }, i) => i < first && /^[-–—]$/.test(text))
  const words = marked.tokens.slice(Math.max(behind, dash), first).map(({ lower }) => lower)
  return (
    words.includes('than') ||
    words.includes('from') ||
    words.includes('against') ||
    words.includes('compared')
  )
}

/** Times for which results are told. A day behind a figure is that of the deed: 'raised its rate to 0.5% from 0.25% on 24 January'. */
const RESULTS = /^(?:quarter|half|year|fiscal-year)$/

/** Whether the figure that ends at a token is where a change starts from: 'from about 5,000'. */
function isStart({ tokens, quantities }: Marked, last: number): boolean {
  let before = quantities.indexOf(quantities[last]) - 1
  while (/^(?:ADV|ADJ)$/.test(tokens[before]?.pos ?? '')) before--
  // 'from a loss of 5m euros in 2003'
  if (tokens[before]?.lower === 'of' && tokens[before - 1]?.pos === 'NOUN') {
    before -= 2
    while (/^(?:DET|ADJ|NOUN)$/.test(tokens[before]?.pos ?? '')) before--
  }
  return tokens[before]?.lower === 'from'
}

/** What is set off by commas between a clause's subject and its verb; empty where nothing is. */
export function asideOf({ marked, subject, verb }: Clause): Range {
  for (let i = subject.to; i < verb.from; i++)
    if (/^(?:,|who|which|-|–|—)$/.test(marked.tokens[i]?.text ?? '')) return { from: i, to: verb.from }
  return { from: verb.from, to: verb.from }
}

/** A stretch with a hole: the words between `skip.from` and `skip.to` are another clause's, such as one set off by commas behind the subject. */
interface Stretch extends Range {
  readonly skip?: Range
  /** The verb under which the clause is reported, where one stands before it. */
  readonly reporter?: number
}

/** 'Founded in 1984, the bank has': what opens the clause tells of another deed, and when that was. */
const opensWithDeed = ({ marked, lead }: Clause): boolean => {
  for (let i = lead.from; i < lead.to; i++)
    if (marked.tokens[i]?.pos === 'VERB' && !marked.names[i] && isNotFinite(marked, i)) return true
  return false
}

/** The words of a clause, up to `to`, that may tell when it holds: not those that tell when somebody said so ('announced on Friday that it had bought'). */
export function timeWords(clause: Clause, to = clause.rest.to): Stretch {
  const { marked, lead, subject, reporter } = clause
  const skip = asideOf(clause)
  if (!reporter) return { from: opensWithDeed(clause) ? subject.from : lead.from, to, skip }
  let from = subject.from
  while (from > reporter.verb.to && wordAt(marked, from - 1) !== 'that') from--
  return { from: from > reporter.verb.to ? from : subject.from, to, skip, reporter: reporter.verb.head }
}

/** 'In the three dry months of 2004': a year of which only a part is told. */
const isOfPart = (marked: Marked, at: number): boolean =>
  wordAt(marked, at - 1) === 'of' &&
  marked.periods[at - 2] === undefined &&
  /^(?:months?|weeks?|days?|quarters?|half|part|parts|rest|remainder|season|summer|winter|spring|autumn)$/.test(
    wordAt(marked, at - 2),
  )

/** When a clause holds: the time in it, else the only time of its sentence. Times that other words are compared with ('from a year earlier') do not count. */
export function whenIn(marked: Marked, { from, to, skip, reporter = -1 }: Stretch): When {
  const isTold = (period: Period): boolean => {
    const at = marked.periods.indexOf(period)
    return (
      isAnswer(period) &&
      !isCompared(marked, period) &&
      !isOfPart(marked, at) &&
      !(at < from && isInRelative(marked, at)) &&
      !(skip && at >= skip.from && at < skip.to)
    )
  }
  const [chosen] = within(marked.periods, { from, to }).filter(isTold)
  if (chosen) return whenOf(marked, chosen)
  const [only, another] = within(marked.periods, { from: 0, to: marked.tokens.length }).filter(isTold)
  if (!only || another) return UNTOLD
  const at = marked.periods.indexOf(only)
  // 'In August 2023 a trial found that the drug cut the risk': that is when it was found.
  if (at < reporter && reporter < from) return UNTOLD
  // A time behind the clause is its own only where nothing stands between that it could belong to.
  const isBehind =
    at >= to &&
    marked.tokens.slice(behindAside(marked, to), at).every(({ pos }) => /^(?:ADP|PUNCT|DET|ADV)$/.test(pos))
  return (at < from && reachesTo(marked, at, from)) || isBehind ? whenOf(marked, only) : UNTOLD
}

/** 'Jane Doe, who took charge in 2000, and her team': the time of what commas tell of somebody. */
function isInRelative(marked: Marked, at: number): boolean {
  for (let i = at - 1; i >= 0 && wordAt(marked, i) !== ','; i--)
    if (/^(?:who|which|whose)$/.test(wordAt(marked, i))) return true
  return false
}

/** Where a sentence goes on behind what dashes set off at `i`; `i` itself where they set nothing off. */
function behindAside(marked: Marked, i: number): number {
  const close = closingDash(marked, i)
  return close === -1 ? i : close + 1
}

const OTHER_TIMES = /^(?:after|before|since|because|when|if|until|as)$/

/** Whether a time told before a clause is the clause's own: 'In 2024 sales rose and profit | fell', but not 'It began on 3 June after a lawyer | sued'. */
function reachesTo(marked: Marked, at: number, from: number): boolean {
  const isVerb = ({ pos }: { readonly pos: string }, i: number): boolean =>
    /^(?:VERB|AUX)$/.test(pos) && !marked.names[i]
  const between = marked.tokens.slice(at, from)
  const verb = marked.tokens.findLastIndex((token, i) => i < at && isVerb(token, i))
  const before = marked.tokens[verb]
  const opens = before === undefined
  if (!opens && isNotFinite(marked, verb)) return false
  // 'announced on Friday (that) it had bought'
  if (!opens && SPEECH_VERBS.has(before.lemma)) return false
  // 'Since the inquiry was launched in October, it has replaced' tells when it was launched.
  if (!opens && isOfOpening(marked, at)) return false
  // 'closed its mill in 2024 because it had lost money'
  if (!opens && OTHER_TIMES.test(wordAt(marked, from))) return false
  // 'is set for growth in 2005 while rates | remain low'
  if (!opens && /^(?:while|whereas|although|though|but)$/.test(wordAt(marked, from - 1))) return false
  // 'In 2004 a newspaper reported that the firm had paid' tells when it was reported
  if (
    between.some(
      ({ lower, lemma, pos }, i) =>
        // 'than a year before' and 'on any day before,' open nothing
        (OTHER_TIMES.test(lower) && !marked.periods[at + i] && wordAt(marked, at + i + 1) !== ',') ||
        (pos === 'VERB' && SPEECH_VERBS.has(lemma)),
    )
  )
    return false
  return opens || !between.some((token, i) => isVerb(token, at + i))
}

/** 'Founded in 1984, the bank has', 'Due to open in 2006, it will': a verb without a subject, whose time is its own. */
const isNotFinite = (marked: Marked, i: number): boolean =>
  (i === 0 && /(?:ed|en|own|ing)$/.test(wordAt(marked, i))) ||
  (wordAt(marked, i - 1) === 'to' && marked.tokens[i]?.pos === 'VERB')

/** Whether a time stands in a dependent clause that a word such as 'since' opens before it. */
function isOfOpening(marked: Marked, at: number): boolean {
  for (let i = at - 1; i >= 0 && !/^[,;:]$/.test(wordAt(marked, i)); i--)
    if (OPENS_ANOTHER.test(wordAt(marked, i)) && !marked.periods[i]) return true
  return false
}

const OPENS_ANOTHER = /^(?:after|before|since|because|until|although|though|unless)$/

/** Measures that a results statement tells for one period; prices move by the day. */
const REPORTED =
  /\b(?:revenues?|sales|profits?|earnings|income|loss(?:es)?|turnover|deliveries|shipments|margins?|orders|exports|imports|growth|spending|output)\b/

/** A month behind 'by' is when something was reached, and a span how long it took. */
const CARRIED = /^(?:quarter|half|year|fiscal-year)$/

/** 'Its first-quarter output', 'the 2003 figures': a time that says which thing is meant, and not when anything happened. */
const describesNoun = (marked: Marked, period: Period): boolean => {
  const first = marked.periods.indexOf(period)
  const behind = marked.tokens[marked.periods.lastIndexOf(period) + 1]
  return (
    !PREPOSITION.test(wordAt(marked, first - 1)) &&
    !(wordAt(marked, first - 1) === 'the' && PREPOSITION.test(wordAt(marked, first - 2))) &&
    /^(?:NOUN|ADJ|PROPN)$/.test(behind?.pos ?? '')
  )
}

/** 'During the month': the unit of a time that the sentence speaks of and does not tell; undefined where it speaks of none. */
function unitSpokenOf({ tokens }: Marked): string | undefined {
  const word = (i: number): string => tokens[i]?.lower ?? ''
  return tokens.find(
    (_, i) =>
      /^(?:month|quarter|half|year|week|day)$/.test(word(i)) &&
      /^(?:the|that|each|every)$/.test(word(i - 1)) &&
      /^(?:in|during|over|for|at)$/.test(word(i - 2)) &&
      !/^(?:of|to|from|before|after)$/.test(word(i + 1)),
  )?.lower
}

/** The time of the sentence before, in the same paragraph, where results are told one after the other. */
export function whenBefore(scene: Scene, marked: Marked): When {
  const { index, block } = marked.sentence
  for (let back = index - 1; back >= index - 3; back--) {
    const previous = scene.marked[back]
    // What somebody says is of the time that they have in mind.
    if (!previous || previous.sentence.block !== block || previous.quoted.includes(true)) break
    const periods = within(previous.periods, { from: 0, to: previous.tokens.length }).filter(
      // 'In each of the past two years' is not when the next thing happened.
      (period) =>
        isAnswer(period) &&
        !isCompared(previous, period) &&
        !describesNoun(previous, period) &&
        CARRIED.test(period.sort) &&
        (period.sort !== 'span' || period.from),
    )
    if (periods.length > 1) break
    const [only] = periods
    if (only) return { ...whenOf(previous, only), from: previous }
  }
  return UNTOLD
}

/** The time found for a measure, or where there is none and a results statement tells the measure for one period, that of the sentence before. */
export function whenReported(scene: Scene, marked: Marked, measure: string, own: When): When {
  const isTold =
    own.phrase ||
    own.period ||
    !REPORTED.test(measure) ||
    marked.periods.some((period) => period && isAnswer(period))
  if (isTold) return own
  const before = whenBefore(scene, marked)
  const unit = unitSpokenOf(marked)
  return unit === undefined || before.period?.sort.endsWith(unit) ? before : own
}
