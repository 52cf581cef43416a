import { oppositeOf } from '../../language/opposites.ts'
import type { Period } from '../../periods/period.ts'
import type { RecordFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, posAt, type Range, rangeSome, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { statusOf } from '../status.ts'
import { reportedSubject } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'

const SUPERLATIVE =
  /^(?:highest|lowest|largest|biggest|smallest|strongest|weakest|fastest|slowest|sharpest|steepest|deepest|worst|best|longest|shortest|cheapest|busiest|greatest|first)$/

const LONGEST = 22

/** Where a phrase such as 'the | highest | level since 2008' stands, and how far back it reaches. */
interface Record {
  readonly range: Range
  /** The token of its superlative. */
  readonly at: number
  /** Whether it stands behind the clause, set off by a comma: it says of all of it what that was. */
  readonly isBehind: boolean
}

/** The superlative of a noun phrase that begins at token `from`; -1 where it has none. */
function superlativeIn(marked: Marked, from: number): number {
  if (!/^(?:the|its|their)$/.test(wordAt(marked, from))) return -1
  for (let i = from + 1; i < from + 3; i++) if (SUPERLATIVE.test(wordAt(marked, i))) return i
  return -1
}

/** 'Since 2008', 'on record', 'ever', 'in five years', 'in its history': how far back it holds. */
const reachesBack = (marked: Marked, from: number, to: number): boolean =>
  rangeSome(from, to, (i) => {
    const word = wordAt(marked, i)
    if (/^(?:since|ever)$/.test(word)) return true
    // 'the first profit that Harrow had made'
    if (word === 'that') return rangeSome(i + 1, to, (at) => wordAt(marked, at) === 'had')
    if (word === 'on') return /^(?:record)$/.test(wordAt(marked, i + 1))
    if (!/^(?:in|for|of)$/.test(word)) return false
    return rangeSome(i + 1, Math.min(to, i + 6), (at) =>
      /^(?:years|months|decade|decades|history|century)$/.test(wordAt(marked, at)),
    )
  })

/** Where a record's words end: at a mark, or where something else is told. */
const ENDS = /^(?:[,.;:()"“”–—]|and|after|before|as|while|because|despite|when|although|but)$/

/** What takes something out of a record. */
const EXCEPTS = /^(?:when|but|apart|except|excluding|outside)$/

function recordAt(marked: Marked, from: number, isBehind: boolean): Record | null {
  const at = superlativeIn(marked, from)
  if (at === -1 || marked.quoted[at] || marked.names[at]) return null
  let to = at + 1
  while (to < marked.tokens.length && !ENDS.test(wordAt(marked, to))) to++
  // 'the first fall in 2024, 2023 or 2022' and 'the lowest since May, when' go on
  if (marked.names[to] || marked.quantities[to] || marked.periods[to] || to - from > LONGEST) return null
  if (rangeSome(to, to + 2, (i) => EXCEPTS.test(wordAt(marked, i)))) return null
  return reachesBack(marked, at + 1, to) ? { range: { from, to }, at, isBehind } : null
}

/** The record that a clause tells of: in its own words, or behind it. */
function recordOf(marked: Marked, { verb, rest }: Clause): Record | null {
  for (let i = verb.to; i < rest.to; i++) {
    const record = /^(?:the|its|their)$/.test(wordAt(marked, i)) ? recordAt(marked, i, false) : null
    if (record) return record
  }
  return wordAt(marked, rest.to) === ',' ? recordAt(marked, rest.to + 1, true) : null
}

/** 'Since |2008|', 'since |May 2021|': the time that a record goes back to. */
function sinceIn({ tokens, periods }: Marked, { from, to }: Range): Period | undefined {
  for (let i = from; i < to - 1; i++) if (tokens[i]?.lower === 'since') return periods[i + 1] ?? periods[i]
  return undefined
}

const YEAR = /^\d{4}$/
const MONTH = /^[A-Z][a-z]+ \d{4}$/

/** Words that narrow a record so that another may hold it, or undo it. */
const NARROWS =
  /^(?:one|among|not|never|nearly|almost|perhaps|possibly|probably|joint|equal|would|could|might|may|second|third|fourth|fifth)$/

/** What was the highest, lowest or first for long: 'raised its rate to 0.5%, the highest level since 2008'. */
export function findRecords(scene: Scene, clauses: readonly Clause[]): RecordFinding[] {
  return clauses.flatMap((clause): RecordFinding[] => {
    const { marked, verb } = clause
    if (marked.isTitle || marked.quoted[verb.head] || verb.isNegated || verb.lemma === 'say') return []
    const record = recordOf(marked, clause)
    if (!record || statusOf(clause) !== 'actual') return []
    const { range, at, isBehind } = record
    if (rangeSome(verb.from, range.to, (i) => NARROWS.test(wordAt(marked, i)) && !marked.periods[i]))
      return []
    // A place or a body behind the clause may be what is called so: 'in Leeds, the largest city ...'.
    const before = range.from - 2
    if (
      isBehind &&
      marked.names[before] &&
      !rangeSome(verb.to, before, (i) => marked.quantities[i] !== undefined)
    )
      return []
    const subject = reportedSubject(scene, clause, clause.subject)
    const told = { from: verb.from, to: range.to }
    const whole = standalone(scene, marked, told, { bound: true })
    const text = standalone(scene, marked, range, { bound: true })
    if (!subject?.isAnchored || whole === null || text === null || /["“”]/.test(whole)) return []
    const when = whenIn(marked, timeWords(clause, isBehind ? clause.rest.to : range.from))
    const said = standalone(
      scene,
      marked,
      { from: verb.from, to: isBehind ? range.from - 1 : range.to },
      { bound: true },
    )
    const templateOf = (slot: Range): string | undefined => {
      const template = standalone(scene, marked, told, { bound: true, slot: { range: slot, text: '{}' } })
      return template?.includes('{}') ? `${subject.text} ${template}` : undefined
    }
    const word = marked.tokens[at]?.text ?? ''
    const opposite = oppositeOf(word, posAt(marked, at))
    const turned = isBehind && opposite ? templateOf({ from: at, to: at + 1 }) : undefined
    const since = dateOf(scene, marked, range)
    const dated = since && templateOf(since.range)
    const fact = factOf({
      family: 'rank',
      subject: subject.text,
      measure: said ?? whole,
      object: text,
      ...(when.phrase ? { period: when.phrase } : {}),
      status: 'actual',
      evidence: evidenceOf(scene.reading.text, [marked.sentence]),
    })
    return [
      {
        family: 'record',
        fact,
        marked,
        when,
        clause,
        subject,
        ...(turned && opposite ? { turned: { template: turned, word, opposite } } : {}),
        ...(since && dated
          ? { since: { template: dated, text: since.text, isYear: YEAR.test(since.text) } }
          : {}),
      },
    ]
  })
}

/** The year or month that a record goes back to, with its tokens. */
function dateOf(
  { reading }: Scene,
  marked: Marked,
  range: Range,
): { readonly text: string; readonly range: Range } | undefined {
  const period = sinceIn(marked, range)
  if (!period) return undefined
  let from = marked.periods.indexOf(period)
  if (wordAt(marked, from) === 'since') from++
  const to = marked.periods.lastIndexOf(period) + 1
  const start = marked.tokens[from]?.start ?? 0
  const text = reading.text.slice(start, marked.tokens[to - 1]?.end ?? start).replace(/\s+/g, ' ')
  return YEAR.test(text) || MONTH.test(text) ? { text, range: { from, to } } : undefined
}
