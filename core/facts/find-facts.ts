import type { Reading, Token } from '../article/reading.ts'
import { grouped } from '../grouped.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { changeBetween } from './extractors/between.ts'
import { findBlame } from './extractors/blame.ts'
import { findCauses } from './extractors/cause.ts'
import { findChanges } from './extractors/change.ts'
import { changesBeside } from './extractors/change-beside.ts'
import { findComparisons } from './extractors/comparison.ts'
import { findDerived } from './extractors/derived.ts'
import { findDescriptions, findKindsOfBody } from './extractors/description.ts'
import { findDirections } from './extractors/direction.ts'
import { findDues } from './extractors/due.ts'
import { findEvents } from './extractors/event.ts'
import { changesInSeries, levelsInSeries } from './extractors/figure-series.ts'
import { findLeaders } from './extractors/leader.ts'
import { findLevels, levelBefore } from './extractors/level.ts'
import { levelFinding } from './extractors/level-finding.ts'
import { changesOfOthers, levelsOfOthers } from './extractors/owners-series.ts'
import { findQuotations } from './extractors/quotation.ts'
import { findRanks } from './extractors/rank.ts'
import { findRecords } from './extractors/record.ts'
import { findRelations } from './extractors/relation.ts'
import { findRoles } from './extractors/role.ts'
import { findSentences } from './extractors/sentence.ts'
import { findClaims, findExpectations, findStatements } from './extractors/statement.ts'
import { findStatementsBehind } from './extractors/statement-behind.ts'
import { findTerms } from './extractors/term.ts'
import type { ChangeFinding, Finding, LevelFinding } from './finding.ts'
import { type Clause, clausesOf } from './sentence/clauses.ts'
import type { Marked } from './sentence/marked.ts'
import { prepareScene, type Scene } from './sentence/scene.ts'
import { sourceOf } from './source.ts'
import { organisationOf } from './subject.ts'

/** Stated as plain fact: only such findings keep their figures from being told as part of what somebody expects. */
const isPlain = ({ fact }: Finding): boolean => fact.status === 'actual'

/** The figures that a finding speaks for. */
const figuresOf = (finding: Finding): Quantity[] => {
  if (finding.family === 'level') return [finding.quantity]
  if (finding.family === 'change')
    return [finding.by, finding.to, finding.from].filter((q) => q !== undefined)
  return []
}

/** A level that its sentence sets beside an earlier one gives two more facts: the earlier level, and the change. */
function withBefore(scene: Scene, level: LevelFinding, beside: readonly ChangeFinding[]): Finding[] {
  const before = levelBefore(level)
  if (!before || level.fact.status !== 'actual') return [level]
  const { marked, subject, clause } = level
  const earlier =
    before.when.phrase !== '' && before.when.phrase !== level.when.phrase
      ? [
          levelFinding({
            scene,
            marked,
            subject,
            quantity: before.quantity,
            status: 'actual',
            when: before.when,
            ...(clause ? { clause } : {}),
          }),
        ]
      : []
  const isTold = beside.some(({ to }) => to === level.quantity)
  const change = isTold ? null : changeBetween(scene, level, before)
  return [level, ...earlier, ...(change ? [change] : [])]
}

/** Names who says what a finding's clause says; what an unnamed somebody says is left out. */
function attributed<F extends Finding>(
  scene: Scene,
  clauses: readonly Clause[],
  findings: readonly F[],
): F[] {
  const kept: F[] = []
  for (const finding of findings) {
    const clause = 'clause' in finding ? finding.clause : undefined
    const source = clause ? sourceOf(scene, clause, clauses) : undefined
    if (source === null) continue
    const owner = 'subject' in finding ? [finding.subject.owner, finding.subject.text] : []
    const isNamed = clause && source !== undefined && !isOwn(scene, clause, source, owner)
    kept.push(isNamed ? { ...finding, source } : finding)
  }
  return kept
}

/** Whether whoever says it says it of itself: 'the carmaker Orrin' of Orrin's sales, 'the EU' of the European Union. */
const isOwn = (
  scene: Scene,
  { reporter }: Clause,
  source: string,
  owners: readonly (string | undefined)[],
): boolean =>
  owners.some((owner) => owner !== undefined && (source === owner || source.endsWith(` ${owner}`))) ||
  (reporter !== undefined &&
    owners.includes(organisationOf(scene, reporter)) &&
    organisationOf(scene, reporter) !== undefined)

/** A figure without a time, in a sentence that speaks of a quarter or a half: whose it is, nobody can tell. */
const isOfUntoldPart = ({ when, marked }: ChangeFinding | LevelFinding): boolean =>
  when.phrase === '' &&
  marked.periods.some(
    (period) => period && /^(?:quarter|half)$/.test(period.sort) && period.relation === undefined,
  )

/** What a word torn in two may end in. */
const TAILS = new Set(['n', 'ian', 'ese', 'ish'])

/** 'Chile an', 'Norway n': the words that whatever made the text has torn in two, as they stand. */
function tornWords({ tokens }: Marked): string[] {
  const torn: string[] = []
  for (let i = 1; i < tokens.length; i++) {
    const { text, start } = tokens[i] as Token
    if (!TAILS.has(text)) continue
    const before = tokens[i - 1]
    if (before !== undefined && start > before.end && /^\p{Lu}/u.test(before.text))
      torn.push(`${before.text} ${text}`)
  }
  return torn
}

/** Whether a finding tells nothing of a torn word. */
const isWhole = (finding: Finding, torn: readonly string[]): boolean => {
  const { subject, measure = '', object = '' } = finding.fact
  const told = [subject, measure, object, 'subject' in finding ? finding.subject.text : ''].join(' / ')
  return !torn.some((word) => told.includes(word))
}

const DENIALS = new Set(['deny', 'dispute', 'refute', 'rebut'])

/** A sentence in which something is denied does not state it. */
function isDisputed({ tokens }: Marked): boolean {
  for (const { lemma } of tokens) if (DENIALS.has(lemma)) return true
  return false
}

/** What a sentence tells besides what happened: it leaves the sentence as bare as it was. */
const BESIDES: ReadonlySet<Finding['family']> = new Set(['blame', 'due', 'record'] as const)

/** Whether more can be asked of a finding than that it happened: it holds a figure, or somebody named did it. */
const isAskable = (finding: Finding): boolean =>
  !BESIDES.has(finding.family) &&
  (finding.family !== 'event' ||
    finding.quantity !== undefined ||
    (finding.subject.owner !== undefined && finding.subject.text.endsWith(finding.subject.owner)))

const THAT_TIME =
  /^(?:in|during|over|for|by|on|at) (?:that|the same|this) (?:quarter|half|year|month|period|week|day|time)(?: |$)/
const LONGEST_TIME = 4

/** 'In that quarter revenue rose 78%': what is said of a time told before is not read, as another time of the sentence would be taken for it. */
const opensInThatTime = ({ tokens, periods }: Marked): boolean =>
  // 'In that quarter, the fourth of fiscal 2025,' tells by itself
  periods[1] === undefined &&
  THAT_TIME.test(
    tokens
      .slice(0, LONGEST_TIME)
      .map(({ lower }) => lower)
      .join(' '),
  )

/** Everything one sentence states, in the order of the families. This list is the order. */
function inSentence(scene: Scene, marked: Marked): Finding[] {
  if (marked.isTitle || marked.tokens.length === 0 || isDisputed(marked)) return []
  if (opensInThatTime(marked)) return [...findRoles(scene, marked), ...findTerms(scene, marked)]
  const torn = tornWords(marked)
  const clauses = clausesOf(marked)
  const first: ChangeFinding[] = attributed(scene, clauses, findChanges(scene, marked, clauses))
  const clear = first.flatMap((change) => [
    change,
    ...changesInSeries(scene, change),
    ...changesOfOthers(scene, change),
  ])
  const stated = attributed(
    scene,
    clauses,
    findLevels(scene, marked, clauses).flatMap((level) => [
      level,
      ...levelsInSeries(scene, level),
      ...levelsOfOthers(scene, level),
    ]),
  )
  const beside = attributed(scene, clauses, changesBeside(scene, marked, clauses, stated))
  const changes = [
    ...clear.filter(({ by }) => !beside.some((other) => other.by && other.by === by)),
    ...beside,
  ]
  const changed = new Set(clear.filter(isPlain).flatMap(figuresOf))
  const levels = stated
    .filter(({ quantity }) => !changed.has(quantity))
    .flatMap((level) => withBefore(scene, level, beside))
  const measured = [...changes, ...levels]
  const directions = attributed(scene, clauses, findDirections(scene, clauses))
  const turned = new Set(directions.map(({ clause }) => clause))
  // What is so many more than before is told as a level too, or as a deed: 'employed 7,261 people, 20% fewer'.
  const besides = beside.filter(isPlain).flatMap(({ by, from }) => [by, from].filter((q) => q !== undefined))
  const taken = new Set([...[...clear, ...levels].filter(isPlain).flatMap(figuresOf), ...besides])
  const events = attributed(
    scene,
    clauses,
    findEvents(
      scene,
      clauses.filter((clause) => !turned.has(clause)),
      taken,
    ),
  )
  const told = new Set([...taken, ...events.flatMap(({ quantity }) => (quantity ? [quantity] : []))])
  const found: Finding[] = [
    ...changes.filter((change) => !isOfUntoldPart(change)),
    ...levels.filter((level) => level.family !== 'level' || !isOfUntoldPart(level)),
    ...directions,
    ...findRoles(scene, marked),
    ...findLeaders(scene, marked),
    ...findRelations(scene, marked),
    ...findTerms(scene, marked),
    ...findDescriptions(scene, marked),
    ...findKindsOfBody(scene, marked),
    ...events,
    ...attributed(scene, clauses, findCauses(scene, clauses)),
    ...findBlame(scene, clauses),
    ...attributed(scene, clauses, findDues(scene, clauses)),
    ...attributed(scene, clauses, findRecords(scene, clauses)),
    ...findStatements(scene, marked, clauses),
    // A measured figure names whose it is by itself.
    ...(measured.length === 0 ? findStatementsBehind(scene, marked, clauses) : []),
    ...findExpectations(scene, marked, clauses),
    ...findClaims(scene, marked),
  ]
  const all = [...found, ...findSentences(scene, marked, clauses, told, !found.some(isAskable))]
  return torn.length === 0 ? all : all.filter((finding) => isWhole(finding, torn))
}

/** All facts of an article with what is needed to ask about them, in the order of the text; the same fact told twice is kept once. */
export function findFindings(reading: Reading): Finding[] {
  const scene = prepareScene(reading)
  const sentences = scene.marked.flatMap((marked) => inSentence(scene, marked))
  const paragraphs = [...grouped(scene.marked, ({ sentence }) => sentence.block).values()]
  const quotations = paragraphs.flatMap((paragraph) => findQuotations(scene, paragraph))
  const stated = [...sentences, ...quotations].sort(
    (a, b) => a.marked.sentence.index - b.marked.sentence.index,
  )
  const all = [
    ...stated,
    ...findRanks(stated),
    ...findComparisons(reading.text, stated),
    ...findDerived(reading.text, stated),
  ]
  return [...new Map(all.map((finding) => [finding.fact.id, finding])).values()]
}
