import type { Subject } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import type { Figure } from '../sentence/figures.ts'
import { type Marked, posAt, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { subjectOf } from '../subject.ts'

/** Verbs of which so many are done by going on, not by one deed: 'sold 12,000 boats', 'employs 300 people'. */
const COUNTING =
  /^(?:sell|make|build|deliver|produce|ship|employ|have|own|operate|run|carry|serve|handle|export|import|open|close|sign|win|receive|hire|register|order|launch|record|book|process|lend|mine|pump|publish|host|attract|treat|visit)$/

/** The words that are counted behind a number: 'people' of '7,261 people', 'boats with sails'. */
function countedWords(marked: Marked, { quantity, range }: Figure, limit: number): Range | null {
  let from = range.from
  while (
    from < range.to &&
    /^[\d.,]+$|^(?:hundred|thousand|million|billion|bn|mn|m)$/.test(wordAt(marked, from))
  )
    from++
  let to = Math.max(from, range.to)
  while (
    to < limit &&
    !marked.periods[to] &&
    !marked.quantities[to] &&
    /^(?:NOUN|ADJ|PROPN)$/.test(posAt(marked, to))
  )
    to++
  return quantity.spelled || from >= to ? null : { from, to }
}

/** Where the words behind a noun that tell which ones are meant end: 'on the way round Africa', before a time or a comma. */
function whichEnd(marked: Marked, from: number, limit: number): number {
  let to = from
  while (
    to < limit &&
    !marked.periods[to] &&
    !marked.quantities[to] &&
    !/^[,;:().]$/.test(wordAt(marked, to))
  )
    to++
  while (to > from && /^(?:ADP|DET)$/.test(posAt(marked, to - 1))) to--
  return to
}

/** What a clause counts, as a thing that can rise and fall: 'the number of people that Harrow employed', 'the number of ships on the way to Norway'; null where the clause counts nothing that can. */
export function countedSubject(scene: Scene, clause: Clause, figure: Figure): Subject | null {
  const { marked, verb, rest } = clause
  const { quantity, range } = figure
  if (quantity.kind !== 'count' || quantity.high !== undefined || verb.isNegated || verb.isPassive)
    return null
  if (verb.modal !== undefined || range.from > rest.from + 3) return null
  const counted = countedWords(marked, figure, rest.to)
  if (!counted) return null
  const isThere = wordAt(marked, clause.subject.from) === 'there' && verb.lemma === 'be'
  const things = standalone(scene, marked, {
    from: counted.from,
    to: isThere ? whichEnd(marked, counted.to, rest.to) : counted.to,
  })
  if (things === null) return null
  if (isThere)
    return {
      text: `the number of ${things}`,
      isPlural: false,
      isAnchored: true,
      measure: `number of ${things}`,
    }
  if (!COUNTING.test(verb.lemma)) return null
  const doer = subjectOf(scene, marked, clause.subject)
  const did = standalone(scene, marked, verb, { bound: true })
  if (!doer?.isAnchored || did === null) return null
  return {
    text: `the number of ${things} that ${doer.text} ${did}`,
    isPlural: false,
    isAnchored: true,
    ...(doer.owner === undefined ? {} : { owner: doer.owner }),
    measure: `number of ${things} ${did}`,
  }
}
