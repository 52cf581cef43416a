import type { Span } from '../article/span.ts'
import { foldText } from '../folded-text.ts'
import { isIsoDay } from './calendar.ts'
import { cuesIn, maskOf } from './cues.ts'
import type { Period } from './period.ts'
import type { Around, Found, PeriodRule } from './rule.ts'
import { dayRules } from './rules/days.ts'
import { monthRules } from './rules/months.ts'
import { quarterRules } from './rules/quarters.ts'
import { spanRules } from './rules/spans.ts'
import { yearRules } from './rules/years.ts'

/** Every way of writing a time. Where two match, the longer stands; of two equally long, the earlier of this list. */
export const periodRules: readonly PeriodRule[] = [
  ...spanRules,
  ...quarterRules,
  ...yearRules,
  ...dayRules,
  ...monthRules,
]

/** Prepositions that change which time is meant, kept as printed; the rest give way to the period's own. */
const KEPT = /\b(by|until|till|from|since|before|after)\s{1,2}$/i

function phraseOf(found: Found, before: string): string | undefined {
  if (found.say === undefined) return undefined
  const printed = KEPT.exec(before)?.[1]?.toLowerCase()
  return `${printed ?? found.preposition ?? 'in'} ${found.say}`
}

interface Candidate {
  readonly start: number
  readonly end: number
  readonly found: Found
}

const EDGE = /\b([Tt]he )?(end|start|beginning|close|middle) of\s{1,2}$/

/** 'the end of' before a quarter or a month makes it the instant at its edge; years have their own rule. */
function atEdge(found: Found, start: number, before: string): { found: Found; start: number } {
  const edge = /^(?:quarter|half|month|fiscal-year|decade)$/.test(found.sort) ? EDGE.exec(before) : null
  if (!edge) return { found, start }
  const { from, to, say, preposition: _preposition, sort: _sort, ...rest } = found
  const word = /end|close/.test(edge[2] ?? '') ? 'end' : edge[2] === 'middle' ? 'middle' : 'start'
  const day = word === 'end' ? to : word === 'start' ? from : undefined
  return {
    start: start - edge[0].length,
    found: {
      ...rest,
      sort: 'instant',
      ...(day === undefined ? {} : { from: day, to: day }),
      ...(say === undefined ? {} : { say: `the ${word} of ${say}`, preposition: 'at' }),
    },
  }
}

const readings = periodRules.map(({ needs, pattern, read }) => ({ needed: maskOf(needs), pattern, read }))

/** Every time named in one stretch of folded text, with overlaps. */
function candidatesIn(folded: string, { start, end }: Span, date: string | undefined): Candidate[] {
  const part = folded.slice(start, end)
  const cues = cuesIn(part)
  const candidates: Candidate[] = []
  if (cues === 0) return candidates
  for (const { needed, pattern, read: readMatch } of readings) {
    if ((cues & needed) !== needed) continue
    // The one pattern, rather than a copy of it for each text as matchAll makes.
    pattern.lastIndex = 0
    for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
      // The stop behind 'in May.' ends the sentence, and 'Oct' is as good as 'Oct.'.
      const words = match[0].endsWith('.') ? match[0].slice(0, -1) : match[0]
      const around: Around = {
        ...(date === undefined ? {} : { date }),
        before: part.slice(Math.max(0, match.index - 80), match.index),
        after: part.slice(match.index + words.length, match.index + words.length + 40),
      }
      const read = readMatch(match.groups ?? {}, around, words)
      if (!read) continue
      const { found, start: first } = atEdge(read, start + match.index, around.before)
      candidates.push({ start: first, end: start + match.index + words.length, found })
    }
  }
  return candidates
}

/** Times named in `text`, ascending, none overlapping. `within` limits the reading to those spans (no time crosses their edges); `date` is the article's own day. Time linear in the text. */
export function findPeriods(
  text: string,
  options: { readonly date?: string; readonly within?: readonly Span[] } = {},
): Period[] {
  const folded = foldText(text)
  const date = options.date !== undefined && isIsoDay(options.date) ? options.date : undefined
  const periods: Period[] = []
  for (const span of options.within ?? [{ start: 0, end: text.length }]) {
    const candidates = candidatesIn(folded, span, date)
    // Stable: equal spans keep the order of the rules.
    candidates.sort((a, b) => a.start - b.start || b.end - a.end)
    let reached = span.start
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i] as Candidate
      if (candidate.start < reached) continue
      // A longer one that begins inside this one wins over it.
      const longer = candidates[i + 1]
      if (
        longer &&
        longer.start < candidate.end &&
        longer.end > candidate.end &&
        longer.end - longer.start > candidate.end - candidate.start
      )
        continue
      reached = candidate.end
      const { say: _say, preposition: _preposition, ...kept } = candidate.found
      const phrase = phraseOf(
        candidate.found,
        folded.slice(Math.max(span.start, candidate.start - 20), candidate.start),
      )
      periods.push({
        start: candidate.start,
        end: candidate.end,
        ...kept,
        ...(phrase === undefined ? {} : { phrase }),
      })
    }
  }
  return periods
}
