import type { EventFinding } from '../../facts/finding.ts'
import { figureAt, outerRange } from '../../facts/sentence/figures.ts'
import { type Marked, within, wordAt } from '../../facts/sentence/marked.ts'
import { standalone } from '../../facts/sentence/standalone.ts'
import type { AskScene } from './ask-scene.ts'
import { countedNoun, timeBehind } from './event-wording.ts'
import { invert, secondPredicate } from './turn-round.ts'
import { modifierOf, words } from './wording.ts'

/** Verbs whose 'for' names a price. */
const TRADING_VERBS = /^(?:sell|buy|acquire|purchase|trade|offer|settle|agree|price)$/

/** Verbs that say too little without what was got for the money. */
const FOR_SOMETHING = /^(?:pay|spend|invest|raise|offer|bid|lend|borrow)$/

const PREPOSITIONS = /^(?:for|in|to|with|by|from|at|of|on|into|over|across)$/

/** 'How many boats will Harrow recall across Asia?', 'For how much did X sell Y?' Null where the figure stands in a place that no plain question reaches. */
export function figureStem(ask: AskScene, finding: EventFinding): string | null {
  const { marked, quantity, predicate, subject, clause } = finding
  if (!quantity) return null
  const modifier = modifierOf(quantity)
  const turned = invert(finding)
  const first = marked.quantities.indexOf(quantity)
  const figure = figureAt(marked, first)
  if (!figure || modifier === null || !turned) return null
  const outer = outerRange(marked, figure)
  const noun = countedNoun(marked, figure.range)
  if (/^(?:who|which|that|whose|a|an|per)$/.test(wordAt(marked, bracketEnd(marked, figure.range.to))))
    return null
  // Behind the same in another currency: '$7bn (£4bn) of purchases'
  const tailStart = bracketEnd(marked, figure.range.to)
  const next = wordAt(marked, tailStart)
  const nextPos = marked.tokens[tailStart]?.pos
  if (
    /^(?:-|worth)$/.test(next) ||
    nextPos === 'NOUN' ||
    // 'leases located in' would be parted from its noun
    (nextPos === 'VERB' && !/^(?:to|by)$/.test(next)) ||
    nextPos === 'ADJ'
  )
    return null
  // 'was 374,000 in February, 462,000 in August and 494,000 in May': one of a series
  if (
    new Set(within(marked.periods, predicate)).size > 1 &&
    new Set(within(marked.quantities, predicate)).size > 1
  )
    return null
  // 'is to buy': what is only agreed reads badly turned round
  if (clause.verb.lemma === 'be' && wordAt(marked, clause.verb.to) === 'to') return null
  const isObject = outer.from === clause.verb.to
  const preposition = wordAt(marked, outer.from - 1)
  const isPrepositional = PREPOSITIONS.test(preposition) && outer.from - 1 >= clause.verb.to
  if (!isObject && !isPrepositional) return null
  // 'Compiled from the answers of buyers at 400 firms', 'to rise 3.5% to 5.5m tonnes': the figure stands too far behind
  if (
    isPrepositional &&
    (preposition === 'at' ||
      marked.quantities.slice(clause.verb.to, outer.from).some((other) => other?.kind === 'percent'))
  )
    return null
  // 'In how many years did exports reach their best level?' would ask for no span
  if (isPrepositional && /^(?:year|month|week|day|quarter|decade)$/.test(quantity.unit)) return null
  // 'Below expectations of 190,000 jobs' is not turned round.
  if (preposition === 'of' && !isObject) return null
  if (quantity.kind === 'percent' && next !== 'of') return null
  const how =
    quantity.kind === 'money'
      ? next === 'of'
        ? 'what amount'
        : 'how much'
      : quantity.kind === 'count' && noun !== ''
        ? `how many ${noun}`
        : quantity.kind === 'percent'
          ? 'what percentage'
          : null
  if (
    how === null ||
    (quantity.kind === 'money' &&
      isPrepositional &&
      !(preposition === 'for' && TRADING_VERBS.test(clause.verb.lemma)))
  )
    return null
  const cut = isObject ? outer : { from: outer.from - 1, to: outer.to }
  const end = secondPredicate(marked, clause.verb.to, predicate.to)
  const behindText = (from: number): string | null =>
    from >= end ? '' : standalone(ask.scene, marked, { from, to: end }, { bound: true })
  const between =
    cut.from > clause.verb.to
      ? standalone(ask.scene, marked, { from: clause.verb.to, to: cut.from }, { bound: true })
      : ''
  if (quantity.kind === 'percent' || next === 'of') {
    const end = nounPhraseEnd(marked, tailStart + 1, predicate.to)
    // 'Leases located in Alberta' would be parted from what describes them.
    if (end < predicate.to && marked.tokens[end]?.pos === 'VERB') return null
    const of = standalone(ask.scene, marked, { from: tailStart, to: end }, { bound: true })
    const tail = behindText(end)
    if (of === null || tail === null || between === null) return null
    return `${words(isPrepositional ? preposition : '', `${modifier}${how}`, of, turned.auxiliary, subject.text, turned.verb, between, tail, timeBehind(finding))}?`
  }
  const tail = behindText(tailStart)
  if (tail === null || between === null) return null
  // 'How much would Harrow pay?': what for?
  if (between === '' && tail === '' && FOR_SOMETHING.test(clause.verb.lemma)) return null
  return `${words(isPrepositional ? preposition : '', `${modifier}${how}`, turned.auxiliary, subject.text, turned.verb, between, tail, timeBehind(finding))}?`
}

function bracketEnd(marked: Marked, from: number): number {
  if (wordAt(marked, from) !== '(') return from
  for (let i = from; i < marked.tokens.length; i++) if (wordAt(marked, i) === ')') return i + 1
  return from
}

function nounPhraseEnd(marked: Marked, from: number, limit: number): number {
  let i = from
  while (i < limit && !marked.periods[i] && !marked.quantities[i]) {
    const { pos = 'X' } = marked.tokens[i] ?? {}
    const joins = pos === 'CCONJ' && /^(?:ADJ|NOUN|PROPN|DET)$/.test(marked.tokens[i + 1]?.pos ?? '')
    if (
      /^(?:ADP|VERB|AUX|PUNCT|CCONJ|PART)$/.test(pos) &&
      !/^['’]s?$/.test(wordAt(marked, i)) &&
      !joins &&
      !marked.names[i]
    )
      break
    i++
  }
  return i
}
