import { wordSet } from '../../word-set.ts'
import type { ChangeFinding } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { behind, figureAfter } from '../sentence/figures.ts'
import { type Marked, rangeSome, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { DOWN_NOUNS, UP_NOUNS } from '../sentence/words.ts'
import { statusOf } from '../status.ts'
import { organisationOf, subjectOf } from '../subject.ts'
import { whenIn, whenReported } from '../time.ts'
import { readFigures } from './change-figures.ts'
import { changeFinding } from './change-finding.ts'
import type { Direction } from './change-words.ts'
import { phraseEnd } from './phrase-end.ts'

const VERB_OF_NOUN: ReadonlyMap<string, { readonly verb: string; readonly past: string }> = new Map([
  ['rise', { verb: 'rise', past: 'rose' }],
  ['increase', { verb: 'increase', past: 'increased' }],
  ['growth', { verb: 'grow', past: 'grew' }],
  ['jump', { verb: 'jump', past: 'jumped' }],
  ['surge', { verb: 'surge', past: 'surged' }],
  ['gain', { verb: 'gain', past: 'gained' }],
  ['climb', { verb: 'climb', past: 'climbed' }],
  ['fall', { verb: 'fall', past: 'fell' }],
  ['drop', { verb: 'drop', past: 'dropped' }],
  ['decline', { verb: 'decline', past: 'declined' }],
  ['decrease', { verb: 'decrease', past: 'decreased' }],
  ['slump', { verb: 'slump', past: 'slumped' }],
  ['plunge', { verb: 'plunge', past: 'plunged' }],
  ['slide', { verb: 'slide', past: 'slid' }],
  ['dip', { verb: 'dip', past: 'dipped' }],
])

/** What is aimed at or looked for has not come. */
const AHEAD = wordSet(
  'target targets goal goals course track forecast forecasts hopes expectations expected predicted estimate estimates prospect',
)

/** What somebody wants need not have come. */
const WANTS =
  /^(?:vote|call|ask|push|press|argue|campaign|lobby|seek|want|demand|propose|urge|reject|oppose|favour|favor|back|support|rule)$/

const isAhead = (marked: Marked, at: number): boolean =>
  AHEAD.has(wordAt(marked, at)) && /^(?:of|for)$/.test(wordAt(marked, at + 1))

/** 'The firm told of a 6% rise in turnover to Rmb460bn', 'a rise of 8% in sales'. */
export function fromNoun(scene: Scene, marked: Marked, clauses: readonly Clause[]): ChangeFinding[] {
  const found: ChangeFinding[] = []
  for (let i = 0; i < marked.tokens.length; i++) {
    const noun = wordAt(marked, i)
    const words = VERB_OF_NOUN.get(noun)
    if (!words || marked.quoted[i] || marked.names[i]) continue
    const before = marked.quantities[i - 1]
      ? i - 1
      : marked.quantities[i - 2] && marked.tokens[i - 1]?.pos === 'ADJ'
        ? i - 2
        : -1
    const of = wordAt(marked, i + 1) === 'of' ? figureAfter(marked, i + 2, marked.tokens.length) : null
    const size = before !== -1 ? marked.quantities[before] : of?.quantity
    if (!size || !/^(?:percent|points|basis-points)$/.test(size.kind)) continue
    const at = of ? behind(marked, of) : i + 1
    if (wordAt(marked, at) !== 'in') continue
    const end = phraseEnd(marked, at + 1, marked.tokens.length)
    if (end === at + 1) continue
    const clause = clauses.findLast(({ verb }) => verb.to <= i)
    if (!clause || clause.verb.isNegated) continue
    // 'is on course for a 10% rise', 'its target of a 3% rise'
    if (rangeSome(Math.max(0, i - 6), i, (at) => isAhead(marked, at))) continue
    // 'voted for a rise in rates'
    if (WANTS.test(clause.verb.lemma)) continue
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
    const when = whenReported(scene, marked, subject.measure, own)
    const direction: Direction = UP_NOUNS.has(noun) ? 'up' : 'down'
    if (direction === 'down' && !DOWN_NOUNS.has(noun)) continue
    const change = changeFinding({
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
