import { wordSet } from '../../word-set.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, posAt, type Range, rangeSome, within, wordAt } from '../sentence/marked.ts'
import { whoEnd } from '../sentence/set-off.ts'
import { COPULAS } from './event-refusals.ts'

/** What a predicate may lose at its end. */
const LOST = wordSet('also earlier later ago last starting ending beginning')
/** And where it was cut already. */
const LOST_AT_CUT = wordSet('since in on at by for from of to with during over until before after as between')

const SPAN = /[\p{L}\p{N}]/u

/** '(190 were killed) and more than 2,000 injured': a count with a participle whose auxiliary stands before. */
function isGappedCount(marked: Marked, i: number, to: number): boolean {
  if (wordAt(marked, i) !== 'and') return false
  const count = marked.quantities.findIndex((quantity, at) => at > i && at < i + 4 && quantity !== undefined)
  if (count === -1) return false
  let verb = count
  while (verb < to && marked.quantities[verb] !== undefined) verb++
  return verb < to && posAt(marked, verb) === 'VERB' && /(?:ed|en|wn)$/.test(wordAt(marked, verb))
}

/** Where another subject shares the verb that it leaves out: 'Spain grows 70% of it(, and Italy alone 20%)'; the end where none does. */
function gappedAt(marked: Marked, { from, to }: Range): number {
  for (let i = from; i < to - 2; i++) {
    if (isGappedCount(marked, i, to)) return i
    if (wordAt(marked, i) !== ',' || !/^(?:and|but)$/.test(wordAt(marked, i + 1)) || !marked.names[i + 2])
      continue
    const behind = { from: i + 2, to }
    const hasVerb = rangeSome(
      i + 2,
      to,
      (at) => /^(?:VERB|AUX)$/.test(posAt(marked, at)) && !marked.names[at],
    )
    if (!hasVerb && within(marked.quantities, behind).length > 0) return i
  }
  return to
}

/** Where ', people who used it once,' begins to tell of those that are counted; the end where nothing does. */
function asideAt(marked: Marked, { from, to }: Range): number {
  for (let i = from; i < to; i++) if (whoEnd(marked, i, to) !== -1) return i
  return to
}

/** The verb phrase with times and prepositions left hanging at its end dropped. */
export function trimmed({ marked, verb, rest }: Clause): Range {
  let to = asideAt(marked, { from: rest.from, to: gappedAt(marked, rest) })
  const [first, another] = within(marked.periods, rest)
  while (to > verb.to) {
    const token = marked.tokens[to - 1]
    if (!token || token.text === ')') break
    // Of two times each stays where it belongs: 'at $4m in 2021 and at $6m in 2022'.
    if (another !== undefined && marked.periods[to - 1] !== undefined && marked.periods[to - 1] !== first)
      break
    // 'during the whole | of 2004', 'the final months | of 2004'
    const period = marked.periods[to - 1]
    if (
      period !== undefined &&
      /^(?:whole|rest|months|weeks|half|part|end|start|course)$/.test(
        wordAt(marked, marked.periods.indexOf(period) - 2),
      ) &&
      wordAt(marked, marked.periods.indexOf(period) - 1) === 'of'
    )
      break
    if (
      marked.periods[to - 1] !== undefined ||
      !SPAN.test(token.text) ||
      (to < rest.to && LOST_AT_CUT.has(token.text)) ||
      LOST.has(token.text) ||
      // 'paused its own offering too'
      (token.text === 'too' && !verb.isPassive && !COPULAS.test(verb.lemma)) ||
      // 'in May alone', but not 'cars that run on petrol alone'
      (token.text === 'alone' && marked.periods[to - 2] !== undefined)
    )
      to--
    else break
  }
  return { from: verb.from, to }
}
