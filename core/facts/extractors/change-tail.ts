import { type Marked, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'

/** 'compared with a year earlier', 'from the previous quarter': as printed, shortened to one form. */
export function comparisonIn(marked: Marked, { from, to }: Range): string {
  for (let i = from; i < to; i++) {
    const period = marked.periods[i]
    if (period?.relation === undefined) continue
    if (period.relation === 'year-before') return 'compared with a year earlier'
  }
  const said = marked.tokens
    .slice(from, to + 4)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
  if (/year - (?:on|over) - year|\bon the year\b|\bover the year\b/.test(said)) return 'year on year'
  if (/\bannual(?:i[sz]ed)? (?:rate|pace)\b|\bannuali[sz]ed\b/.test(said)) return 'at an annual rate'
  return ''
}

/** What narrows a change behind its figures: 'against the euro', 'in early trading in Milan'. '' when nothing does; null when it cannot be said. */
export function tailOf(scene: Scene, marked: Marked, from: number, limit: number): string | null {
  let start = from
  while (start < limit && (marked.periods[start] || marked.tokens[start]?.pos === 'ADV')) start++
  if (!/^(?:against|in|at|on|among|across|for)$/.test(wordAt(marked, start))) return ''
  let end = start + 1
  while (
    end < limit &&
    end - start < 9 &&
    !marked.periods[end] &&
    !marked.quantities[end] &&
    !(/^\p{Lu}\p{Ll}/u.test(marked.tokens[end]?.text ?? '') && !marked.names[end]) &&
    !/^[,.;:()"“”]$/.test(wordAt(marked, end)) &&
    !/^(?:as|after|because|while|and|but|from|to|with|following|since|that|which)$/.test(wordAt(marked, end))
  )
    end++
  while (end > start && /^(?:ADP|DET)$/.test(marked.tokens[end - 1]?.pos ?? '')) end--
  if (end <= start + 1) return ''
  const tail = standalone(scene, marked, { from: start, to: end }, { bound: true })
  return tail === null || /\d/.test(tail) ? null : tail
}
