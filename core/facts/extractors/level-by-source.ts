import type { LevelFinding } from '../finding.ts'
import { nearestOwner } from '../owner.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Figure, figureAt } from '../sentence/figures.ts'
import { type Marked, posAt, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { statusOf } from '../status.ts'
import { ownMeasure } from '../subject.ts'
import { timeWords, whenIn } from '../time.ts'
import { levelFinding } from './level-finding.ts'

const WHOLE = /^(?:revenues?|sales|turnover|income|earnings)$/

/** 'of the revenue in 2024,': the measure of which a part is told, before the clause. */
function wholeBefore(marked: Marked, { lead }: Clause): string | null {
  if (!/^of$/.test(wordAt(marked, lead.from))) return null
  const at = /^(?:the|its)$/.test(wordAt(marked, lead.from + 1)) ? lead.from + 2 : lead.from + 1
  return at < lead.to && WHOLE.test(wordAt(marked, at)) ? wordAt(marked, at) : null
}

/** 'from subscriptions' at a token: the source in common nouns, and where it ends; null where it is more than that. */
function sourceAt(marked: Marked, from: number): { readonly text: string; readonly to: number } | null {
  let to = from + 1
  while (/^(?:NOUN|ADJ)$/.test(posAt(marked, to)) && !marked.names[to] && !marked.quantities[to]) to++
  if (wordAt(marked, from) !== 'from' || to === from + 1) return null
  if (!/^(?:[,.;]|and|)$/.test(wordAt(marked, to))) return null
  const words = marked.tokens.slice(from, to).map(({ lower }) => lower)
  return { text: words.join(' '), to }
}

interface Part {
  readonly figure: Figure
  readonly source: string
}

/** What came from where: '$14bn came from subscriptions and $2bn from advertising'. */
function partsOf(marked: Marked, first: Figure, verbEnd: number): Part[] {
  const parts: Part[] = []
  let figure: Figure | null = first
  let at = verbEnd
  while (figure) {
    const source = sourceAt(marked, at)
    if (!source) break
    parts.push({ figure, source: source.text })
    if (wordAt(marked, source.to) !== 'and') break
    figure = figureAt(marked, source.to + 1)
    at = figure?.range.to ?? at
    if (figure?.quantity.kind !== first.quantity.kind) break
  }
  return parts
}

/** 'Of the revenue in 2024, $14bn came from subscriptions': how much of a measure had which source. */
export function levelsBySource(scene: Scene, clause: Clause): LevelFinding[] {
  const { marked, verb, subject: range } = clause
  if (!/^(?:come|stem|derive)$/.test(verb.lemma) || verb.isNegated || verb.isPassive) return []
  const first = figureAt(marked, range.to - 1)
  const whole = first?.quantity.kind === 'money' ? wholeBefore(marked, clause) : null
  const owner = whole === null ? undefined : nearestOwner(scene, marked, range.from)
  if (!first || whole === null || owner === undefined) return []
  const when = whenIn(marked, timeWords(clause))
  return partsOf(marked, first, verb.to).map(({ figure, source }) => {
    const subject = ownMeasure(owner, `${whole} ${source}`, /s$/.test(whole))
    const status = statusOf(clause)
    return levelFinding({ scene, marked, subject, quantity: figure.quantity, status, when, clause })
  })
}
