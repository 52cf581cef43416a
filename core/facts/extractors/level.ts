import type { Period } from '../../periods/period.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import type { LevelFinding, Subject, When } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { behind, figureAfter, figureAt } from '../sentence/figures.ts'
import { lastOfName, type Marked, posAt, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { LEVEL_VERBS, MEASURES } from '../sentence/words.ts'
import { statusOf } from '../status.ts'
import { headOf, organisationOf, reportedSubject, subjectOf } from '../subject.ts'
import { timeWords, UNTOLD, whenIn, whenOf, whenReported } from '../time.ts'
import { levelFromAmounts } from './level-by-amount.ts'
import { levelFromNumber } from './level-by-number.ts'
import { levelFromObject } from './level-by-object.ts'
import { levelsBySize } from './level-by-size.ts'
import { levelsBySource } from './level-by-source.ts'
import { levelFinding } from './level-finding.ts'
import { levelsTurned } from './level-turned.ts'
import { isQualified } from './qualified.ts'

/** Whether a noun phrase is about a measure rather than a thing that merely is so large. */
function isMeasure(marked: Marked, range: Range): boolean {
  const head = headOf(marked, range)
  return MEASURES.has(wordAt(marked, head)) || MEASURES.has(marked.tokens[head]?.lemma ?? '')
}

/** 'The rate is 17% for Harrow', 'sales were $3bn in Spain': for whom or where, which belongs to the measure. */
function withWhere(marked: Marked, subject: Subject, at: number, limit: number): Subject {
  if (!/^(?:in|for)$/.test(wordAt(marked, at))) return subject
  const from = wordAt(marked, at + 1) === 'the' ? at + 2 : at + 1
  const name = marked.names[from]
  const to = lastOfName(marked, from) + 1
  if (
    !name ||
    to > limit ||
    !/^(?:organisation|place)$/.test(name.sort) ||
    /^['’]s?$/.test(wordAt(marked, to))
  )
    return subject
  if (subject.text.includes(name.text) || /^(?:NOUN|PROPN)$/.test(posAt(marked, to))) return subject
  const where = `${wordAt(marked, at)} ${from > at + 1 ? 'the ' : ''}${name.text}`
  return {
    ...subject,
    isAnchored: true,
    text: `${subject.text} ${where}`,
    measure: `${subject.measure} ${where}`,
  }
}

/** 'Investment reached Rmb61.5bn', 'net profit was $186m'. */
function fromVerb(scene: Scene, clause: Clause): LevelFinding | null {
  const { marked, verb, rest, subject: range } = clause
  if (
    verb.isNegated ||
    verb.isPassive ||
    !LEVEL_VERBS.has(verb.lemma) ||
    marked.quoted[verb.head] ||
    isQualified(clause)
  )
    return null
  let at = rest.from
  while (/^(?:at|in|to|for|now|currently)$/.test(wordAt(marked, at)) && at < rest.to && !marked.periods[at])
    at++
  const figure = figureAfter(marked, at, rest.to)
  if (!figure || figure.quantity.kind === 'points' || figure.quantity.kind === 'basis-points') return null
  const next = wordAt(marked, figure.range.to)
  // 'was 29.16 points lower', 'was 5% of sales', 'were three times as high'
  if (
    /^(?:up|down|higher|lower|more|less|of|as|below|above|stronger|weaker|larger|smaller|bigger|old|ahead|behind|short|away|times)$/.test(
      next,
    )
  )
    return null
  if (marked.tokens[figure.range.to]?.pos === 'NOUN' && figure.quantity.kind !== 'count') return null
  // 'The contract stood at $11,878 a tonne': only a price, or a sum, stands at so much.
  const isPriced =
    verb.lemma === 'stand' && wordAt(marked, rest.from) === 'at' && figure.quantity.kind === 'money'
  if (!isPriced && !isMeasure(marked, range)) return null
  if (figure.quantity.kind === 'count' && figure.quantity.spelled && figure.quantity.value === 1) return null
  const bare = reportedSubject(scene, clause, range)
  if (!bare) return null
  const subject = withWhere(marked, bare, behind(marked, figure), rest.to)
  const own = whenIn(marked, timeWords(clause))
  const when = whenReported(scene, marked, subject.measure, own)
  return levelFinding({
    scene,
    marked,
    subject,
    quantity: figure.quantity,
    status: statusOf(clause),
    when,
    clause,
  })
}

const HOLDING = /^(?:have|report|post|record|make|generate|announce|earn|suffer|carry|hold|reveal|show)$/

/** 'posted a net loss of $11.8bn', 'with assets of $209bn': a measure, 'of', a figure, whose owner acts in the clause. */
function fromNoun(scene: Scene, marked: Marked, clauses: readonly Clause[]): LevelFinding[] {
  const found: LevelFinding[] = []
  for (let i = 1; i < marked.tokens.length - 2; i++) {
    if (wordAt(marked, i) !== 'of' || marked.quoted[i]) continue
    const figure = figureAfter(marked, i + 1, marked.tokens.length)
    if (!figure || !/^(?:money|percent)$/.test(figure.quantity.kind)) continue
    if (marked.tokens[figure.range.to]?.pos === 'NOUN' || wordAt(marked, figure.range.to) === 'of') continue
    if (!MEASURES.has(wordAt(marked, i - 1))) continue
    let from = i
    while (
      from > 0 &&
      /^(?:NOUN|ADJ|DET)$/.test(marked.tokens[from - 1]?.pos ?? '') &&
      !marked.periods[from - 1] &&
      !marked.quantities[from - 1]
    )
      from--
    while (marked.tokens[from]?.pos === 'DET' && from < i) from++
    if (from >= i) continue
    const clause = clauses.findLast(({ verb }) => verb.to <= from)
    if (!clause || clause.verb.isNegated || clause.verb.isPassive) continue
    const before = wordAt(marked, from - 1)
    const link = /^(?:a|an|the)$/.test(before) ? wordAt(marked, from - 2) : before
    const isObject = HOLDING.test(clause.verb.lemma) && from - clause.verb.to <= 3
    const isWith = link === 'with' || /^(?:posting|reporting|making|generating|having)$/.test(link)
    if (!isObject && !isWith) continue
    const owner = organisationOf(scene, clause)
    if (owner === undefined) continue
    const subject = subjectOf(scene, marked, { from, to: i }, owner)
    if (!subject?.isAnchored) continue
    const when = whenIn(marked, {
      from: figure.range.from,
      to: Math.min(marked.tokens.length, figure.range.to + 12),
    })
    found.push(
      levelFinding({
        scene,
        marked,
        subject,
        quantity: figure.quantity,
        status: statusOf(clause),
        when,
        clause,
      }),
    )
  }
  return found
}

/** A level before: 'from Rmb20bn the year before', 'compared with $1.13bn in the same period in 2003'. */
export interface Before {
  readonly quantity: Quantity
  readonly when: When
}

/** 'the previous year' behind 'in 2024' is 2023. */
function earlier(later: When, period: Period): When | null {
  if (period.relation !== 'year-before' || later.period?.sort !== 'year') return null
  const year = /^in (\d{4})$/.exec(later.phrase)?.[1]
  return year === undefined ? null : { phrase: `in ${Number(year) - 1}`, isAbsolute: true, period }
}

/** The earlier level that a sentence sets beside `level`, when it names its time. */
export function levelBefore(level: LevelFinding): Before | null {
  const { marked, quantity } = level
  const start = marked.quantities.lastIndexOf(quantity) + 1
  for (let i = start; i < marked.tokens.length; i++) {
    const word = wordAt(marked, i)
    if (word === ';') return null
    const isLink =
      word === 'from' ||
      (/^(?:with|to)$/.test(word) && /^compared$/.test(wordAt(marked, i - 1))) ||
      (word === 'against' && wordAt(marked, i - 1) === ',')
    const figure = figureAfter(marked, i + 1, marked.tokens.length)
    // 'was 32% in 2024 and 27% a year before'
    const isJoined =
      word === 'and' && figure !== null && /-before$/.test(marked.periods[figure.range.to]?.relation ?? '')
    if (!isLink && !isJoined) continue
    if (!figure || figure.quantity.unit !== quantity.unit || figure.quantity.high !== undefined) continue
    const full = figureAt(marked, figure.range.from)
    if (!full) return null
    for (let j = full.range.to; j < Math.min(marked.tokens.length, full.range.to + 14); j++) {
      const period = marked.periods[j]
      if (period?.relation === 'year-after') return null
      if (period) {
        const when =
          earlier(level.when, period) ?? (period.relation === undefined ? whenOf(marked, period) : UNTOLD)
        return { quantity: figure.quantity, when }
      }
      if (/^[.;]$/.test(wordAt(marked, j)) || marked.quantities[j]) break
    }
    return { quantity: figure.quantity, when: UNTOLD }
  }
  return null
}

/** Levels: how much a measure was. */
export function findLevels(scene: Scene, marked: Marked, clauses: readonly Clause[]): LevelFinding[] {
  if (!marked.hasFigures) return []
  const verbs = clauses
    .map(
      (clause) => fromVerb(scene, clause) ?? levelFromNumber(scene, clause) ?? levelFromObject(scene, clause),
    )
    .filter((found) => found !== null)
  return [
    ...verbs,
    ...fromNoun(scene, marked, clauses),
    ...clauses.flatMap((clause) => [...levelsTurned(scene, clause), ...levelsBySource(scene, clause)]),
    ...levelFromAmounts(scene, marked),
    ...levelsBySize(scene, marked),
  ]
}
