import type { ChangeFinding } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { COMPANY_MEASURES, LOWERING_VERBS, RAISING_VERBS } from '../sentence/words.ts'
import { statusOf } from '../status.ts'
import { headOf, organisationOf, subjectOf } from '../subject.ts'
import { timeWords, whenBefore, whenIn } from '../time.ts'
import { readFigures } from './change-figures.ts'
import { changeFinding } from './change-finding.ts'
import { type Direction, PLAIN } from './change-words.ts'
import { phraseEnd } from './phrase-end.ts'
import { isQualified } from './qualified.ts'

/** Behind the date that stands between what is moved and its figures: 'cut its forecast on 3 May 2024, | to $5m'; `at` itself where none does. */
function behindDate({ tokens, periods }: Marked, at: number): number {
  const period = tokens[at]?.lower === 'on' ? periods[at + 1] : undefined
  if (period?.sort !== 'day') return at
  const end = periods.lastIndexOf(period) + 1
  return tokens[end]?.text === ',' ? end + 1 : end
}

/** 'Harrow increased revenue by 32% to €3bn': what moves is the object of the verb, and the subject's own. */
export function fromObject(scene: Scene, clause: Clause): ChangeFinding | null {
  const { marked, verb, rest } = clause
  const direction: Direction | null = RAISING_VERBS.has(verb.lemma)
    ? 'up'
    : LOWERING_VERBS.has(verb.lemma)
      ? 'down'
      : null
  if (!direction || verb.isNegated || verb.isPassive || marked.quoted[verb.head] || isQualified(clause))
    return null
  const end = phraseEnd(marked, rest.from, rest.to)
  const opening = behindDate(marked, end)
  if (end === rest.from || !/^(?:by|to|from)$/.test(wordAt(marked, opening))) return null
  const limit = opening > rest.to ? marked.tokens.length : rest.to
  const figures = readFigures(marked, opening, limit)
  const owner = organisationOf(scene, clause)
  if ((!figures.by && !figures.to) || owner === undefined) return null
  const head = wordAt(marked, headOf(marked, { from: rest.from, to: end }))
  if (!COMPANY_MEASURES.has(head) && !/^(?:forecast|outlook|target|estimate)$/.test(head)) return null
  const subject = subjectOf(scene, marked, { from: rest.from, to: end }, owner)
  if (!subject?.isAnchored) return null
  const when = whenIn(marked, timeWords(clause))
  return changeFinding({
    scene,
    marked,
    subject,
    figures,
    direction,
    ...PLAIN[direction],
    status: statusOf(clause),
    when: when.phrase || when.period ? when : whenBefore(scene, marked),
    range: { from: clause.lead.from, to: limit },
    limit,
    clause,
  })
}
