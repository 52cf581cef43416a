import { mentionsOf } from '../../article/things.ts'
import type { StatementFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { type Marked, type Range, rangeSome, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { UNTOLD } from '../time.ts'

/** A named person, organisation or country that says something. */
export interface Speaker {
  readonly name: string
  readonly sort: 'person' | 'organisation' | 'place'
}

/** The named person, organisation or country that a range of tokens is, 'he' and 'the company' included. */
export function speakerOf(scene: Scene, marked: Marked, range: Range): Speaker | null {
  let end = range.from
  while (end < range.to && wordAt(marked, end) !== ',') end++
  // 'a spokesman for Boeing' speaks for Boeing
  const last = marked.names[end - 1]
  // 'Orrin and Harrow have said': neither says it alone
  if (last && (hasOther(marked, range.from, end) || isOthersSpeaking(marked, range.from, end))) return null
  const isPronoun = end === range.from + 1 && /^(?:he|she|it)$/.test(wordAt(marked, range.from))
  const isPointing = wordAt(marked, range.from) === 'the'
  const text = last
    ? last.canonical
    : isPronoun || isPointing
      ? standalone(scene, marked, { from: range.from, to: end })
      : null
  const known = mentionsOf(scene.reading, text ?? '').find(
    ({ sort, isCountry }) => sort === 'person' || sort === 'organisation' || isCountry,
  )
  if (!known || (known.sort === 'person' && !known.canonical.includes(' '))) return null
  return { name: known.canonical, sort: known.sort === 'other' ? 'organisation' : known.sort }
}

/** 'Lawyers for Orrin', 'an analyst at Orrin': they speak for themselves; 'a spokesman for Orrin' speaks for Orrin. */
function isOthersSpeaking(marked: Marked, from: number, end: number): boolean {
  let first = end - 1
  while (first > from && marked.names[first - 1] === marked.names[end - 1]) first--
  return (
    /^(?:for|at|with|of|from)$/.test(wordAt(marked, first - 1)) &&
    rangeSome(from, first, (i) =>
      /^(?:lawyers?|attorneys?|analysts?|economists?|strategists?|traders?|dealers?|investors|shareholders|creditors|employees|workers|staff|unions?|customers|critics|supporters|rivals|members)$/.test(
        wordAt(marked, i),
      ),
    )
  )
}

/** Whether somebody else is named with an 'and' before the name that ends at a token. */
const hasOther = (marked: Marked, from: number, end: number): boolean =>
  rangeSome(
    from + 1,
    end,
    (i) =>
      wordAt(marked, i) === 'and' &&
      marked.names[i - 1] !== undefined &&
      marked.names[i - 1] !== marked.names[end - 1],
  )

/** The finding that `speaker` said `content`. */
export function statementFinding(
  scene: Scene,
  marked: Marked,
  speaker: Speaker,
  verb: string,
  content: string,
): StatementFinding {
  const fact = factOf({
    family: 'statement',
    subject: speaker.name,
    measure: verb,
    object: content,
    status: 'actual',
    evidence: evidenceOf(scene.reading.text, [marked.sentence]),
  })
  return {
    family: 'statement',
    fact,
    marked,
    when: UNTOLD,
    speaker: speaker.name,
    sort: speaker.sort,
    verb,
    content,
  }
}
