import type { Status } from '../fact.ts'
import type { LevelFinding } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { figureAfter } from '../sentence/figures.ts'
import { type Marked, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { MEASURES } from '../sentence/words.ts'
import { statusOf } from '../status.ts'
import { headOf, subjectOf } from '../subject.ts'
import { UNTOLD } from '../time.ts'
import { timeBehind } from './change-figures.ts'
import { levelFinding } from './level-finding.ts'
import { isQualified } from './qualified.ts'

/** Verbs that give their object a figure, and the word before it. */
const GIVING: Readonly<Record<string, string>> = { put: 'at', estimate: 'at', take: 'to', bring: 'to' }

const LONGEST = 24

/** Where the word stands with a figure behind it, before the clause or the sentence goes on; -1 where it does not. */
function figureWord(marked: Marked, from: number, word: string): number {
  for (let i = from; i < Math.min(marked.tokens.length, from + LONGEST); i++) {
    if (/^[.;:()]$/.test(wordAt(marked, i)) || marked.quoted[i] || marked.periods[i]) return -1
    if (i > from && /^(?:VERB|AUX|CCONJ|SCONJ)$/.test(marked.tokens[i]?.pos ?? '') && !isAside(marked, i))
      return -1
    if (wordAt(marked, i) === word) return figureAfter(marked, i + 1, marked.tokens.length) ? i : -1
    if (marked.quantities[i]) return -1
  }
  return -1
}

/** 'Velt left out,': what a participle between commas leaves out. */
const isAside = (marked: Marked, i: number): boolean =>
  /^(?:left|excluded|included)$/.test(wordAt(marked, i)) &&
  [1, 2].some((step) => wordAt(marked, i + step) === ',')

/** How firmly it is so: what somebody puts at so much is an estimate, and what a deed 'takes' to so much is not there before it is done. */
function given(marked: Marked, clause: Clause, word: string): Status {
  const status = statusOf(clause)
  if (status !== 'actual') return status
  if (word === 'at') return 'estimate'
  return /s$/.test(wordAt(marked, clause.verb.head)) ? 'planned' : status
}

/** 'The union put the loss at $5m', 'the deal takes Orrin's capacity to 8m tonnes': the figure that a deed gives a measure. */
export function levelFromObject(scene: Scene, clause: Clause): LevelFinding | null {
  const { marked, verb, rest } = clause
  const word = GIVING[verb.lemma]
  if (
    word === undefined ||
    verb.isNegated ||
    verb.isPassive ||
    marked.quoted[verb.head] ||
    isQualified(clause)
  )
    return null
  const at = figureWord(marked, rest.from, word)
  const figure = at === -1 ? null : figureAfter(marked, at + 1, marked.tokens.length)
  if (!figure || at <= rest.from || /^(?:points|basis-points|multiple)$/.test(figure.quantity.kind))
    return null
  const comma = marked.tokens.findIndex(({ text }, i) => i > rest.from && i < at && text === ',')
  const range = { from: rest.from, to: comma === -1 ? at : comma }
  if (!MEASURES.has(wordAt(marked, headOf(marked, range)))) return null
  const subject = subjectOf(scene, marked, { from: rest.from, to: at })
  if (!subject?.isAnchored) return null
  const status = given(marked, clause, word)
  return levelFinding({
    scene,
    marked,
    subject,
    quantity: figure.quantity,
    status,
    when: timeBehind(marked, figure) ?? UNTOLD,
    clause,
  })
}
