/** What a stretch of text must hold for a rule to find anything in it: a test that costs next to nothing beside the rule. Each says no less than the patterns that name it. */
const CUES = {
  digit: /\d/,
  year: /(?:1[5-9]|2[01])\d\d/,
  month: /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/,
  point: /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:1[5-9]|2[01])\d\d/,
  decade: /0'?s|ties/,
  isoDay: /\d{4}-\d/,
  dotted: /\d[/.]\d{1,2}[/.]\d/,
  clock: /\d:\d|\d\s?(?:[apo'ECMP]|GMT|BST|UTC|hrs)/,
  numbered: /[QH][1-4]|[1-4][QH]/,
  yearWord: /year/,
  monthWord: /month/,
  weekWord: /week|fortnight/,
  dayWord: /day/,
  nearDay: /today|tonight|yesterday|tomorrow/i,
  unit: /day|week|month|quarter|year|decade|hour/,
  weeksOrMonths: /week|month/,
  part: /quarter|half/,
  partOrPeriod: /quarter|half|period|months/,
  fiscal: /fiscal|financial|FY/,
  season: /summer|autumn|winter|spring|Christmas/,
  lead: /past|last|next|coming|previous|preceding|first|following/,
  distance: /ago|earlier|later|before|previously|now/,
  toDate: /far|date/,
  since: /since/i,
  led: /from|between/i,
  rest: /rest|remainder/,
  same: /same/,
  edge: /(?:end|start|beginning|close|middle|turn)\s{1,2}of/,
  comparison: /year|corresponding/,
} as const satisfies Readonly<Record<string, RegExp>>

export type Cue = keyof typeof CUES

/** Tells of one stretch of text which cues it holds, each looked for once. */
export function cuesOf(part: string): (cue: Cue) => boolean {
  const known = new Map<Cue, boolean>()
  return (cue) => {
    const kept = known.get(cue)
    if (kept !== undefined) return kept
    const holds = CUES[cue].test(part)
    known.set(cue, holds)
    return holds
  }
}
