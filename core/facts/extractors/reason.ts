import type { CauseFinding } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, posAt, type Range, wordAt } from '../sentence/marked.ts'
import { subordinates } from '../sentence/nominal.ts'
import { DOWN_VERBS, UP_VERBS } from '../sentence/words.ts'

/** Words that open a reason, by what follows them; the longest first. */
const OPENERS: readonly { readonly words: readonly string[]; readonly takes: CauseFinding['takes'] }[] = [
  { words: ['because', 'of'], takes: 'thing' },
  { words: ['because'], takes: 'clause' },
  { words: ['due', 'to'], takes: 'thing' },
  { words: ['owing', 'to'], takes: 'thing' },
  { words: ['thanks', 'to'], takes: 'thing' },
  { words: ['as', 'a', 'result', 'of'], takes: 'thing' },
  { words: ['on', 'the', 'grounds', 'of'], takes: 'thing' },
  { words: ['on', 'grounds', 'of'], takes: 'thing' },
  { words: ['on', 'account', 'of'], takes: 'thing' },
  { words: ['on', 'the', 'back', 'of'], takes: 'thing' },
]

const FIRST_WORDS = new Set(OPENERS.map(({ words }) => words[0] ?? ''))

/** Why something happened. */
export interface Reason {
  /** Where the words for what happened end. */
  readonly at: number
  /** The reason without the words that open it. */
  readonly range: Range
  readonly takes: CauseFinding['takes']
}

const LONGEST = 18

/** Whether what stands there is to be done, and no thing that does it. */
const isToDo = (marked: Marked, i: number): boolean =>
  posAt(marked, i) === 'AUX' || (posAt(marked, i) === 'VERB' && !/ing$/.test(wordAt(marked, i)))

const openerAt = (marked: Marked, i: number): (typeof OPENERS)[number] | undefined =>
  // 'is due to be completed', 'Due to enter service in 2006, it'
  FIRST_WORDS.has(wordAt(marked, i)) && !(wordAt(marked, i) === 'due' && isToDo(marked, i + 2))
    ? OPENERS.find(({ words }) => words.every((word, k) => wordAt(marked, i + k) === word))
    : undefined

/** The reason that stands behind a clause's verb, with nothing but the clause's own words between. */
function reasonBehind(marked: Marked, clause: Clause): Reason | null {
  const { verb } = clause
  for (let i = verb.to; i < Math.min(marked.tokens.length, ownEnd(marked, clause) + 3); i++) {
    if (marked.quoted[i]) return null
    const opener = openerAt(marked, i)
    if (!opener) continue
    const from = i + opener.words.length
    return told({ at: i, range: { from, to: reasonEnd(marked, from) }, takes: opener.takes })
  }
  return null
}

/** Words behind a verb that open what it takes. */
const LEADS_ON = /^(?:as|that|whether|how|what|why|if|like)$/

/** Where the clause's own words end: ', down from 76% a year earlier' belongs to it. */
function ownEnd(marked: Marked, { rest }: Clause): number {
  const { to } = rest
  if (wordAt(marked, to) !== ',' || !/^(?:up|down)$/.test(wordAt(marked, to + 1))) return to
  let end = to + 1
  while (
    end < marked.tokens.length &&
    !/^(?:[,.;:()]|and|but|while)$/.test(wordAt(marked, end)) &&
    !openerAt(marked, end)
  )
    end++
  return openerAt(marked, end) ? end : to
}

const told = (reason: Reason): Reason | null => {
  const length = reason.range.to - reason.range.from
  return length >= 2 && length <= LONGEST ? reason : null
}

/** Participles behind which 'by' names what did it, by which way it works. */
const DRIVEN: readonly { readonly words: RegExp; readonly verbs: readonly ReadonlySet<string>[] }[] = [
  {
    words:
      /^(?:hit|hurt|dented|hampered|depressed|squeezed|undermined|dragged|dragged down|held back|weighed down|pulled down|hobbled)$/,
    verbs: [DOWN_VERBS],
  },
  {
    words:
      /^(?:helped|aided|boosted|lifted|buoyed|supported|fuelled|fueled|spurred|bolstered|powered|underpinned|pushed up)$/,
    verbs: [UP_VERBS],
  },
  { words: /^(?:driven|caused|prompted|triggered)$/, verbs: [UP_VERBS, DOWN_VERBS] },
]

/** 'Sales fell 4%, hurt by higher costs': what a participle behind the clause says did it, where that works the way things went. */
function reasonByParticiple(marked: Marked, { verb, rest }: Clause): Reason | null {
  if (wordAt(marked, rest.to) !== ',') return null
  const first = wordAt(marked, rest.to + 1)
  const isPlain = wordAt(marked, rest.to + 2) === 'by'
  const said = isPlain ? first : `${first} ${wordAt(marked, rest.to + 2)}`
  const by = isPlain ? rest.to + 2 : rest.to + 3
  const way = wordAt(marked, by) === 'by' ? DRIVEN.find(({ words }) => words.test(said)) : undefined
  if (!way?.verbs.some((verbs) => verbs.has(verb.lemma)) || marked.quoted[by]) return null
  const to = reasonEnd(marked, by + 1)
  return told({ at: rest.to, range: { from: by + 1, to }, takes: 'thing' })
}

/** 'Because of a strike at its mill, Harrow cut its forecast': the reason that opens the clause. */
function reasonBefore(marked: Marked, { lead, subject, rest, isCut }: Clause): Reason | null {
  const opener = openerAt(marked, lead.from)
  if (!opener || opener.takes !== 'thing' || isCut || wordAt(marked, subject.from - 1) !== ',') return null
  const from = lead.from + opener.words.length
  const to = subject.from - 1
  return reasonEnd(marked, from) === to && !marked.quoted[from]
    ? told({ at: rest.to, range: { from, to }, takes: 'thing' })
    : null
}

/** 'Because demand had fallen, Harrow cut its forecast'. */
function reasonClauseBefore(
  marked: Marked,
  { subject, rest, isCut }: Clause,
  before?: Clause,
): Reason | null {
  const isReason =
    before !== undefined &&
    before.joint === 'because' &&
    wordAt(marked, before.subject.from - 1) === 'because' &&
    before.subject.from === 1 &&
    wordAt(marked, before.rest.to) === ',' &&
    subject.from === before.rest.to + 1
  if (!isReason || isCut || before.isCut || before.verb.isNegated) return null
  const range = { from: before.subject.from, to: before.rest.to }
  return told({ at: rest.to, range, takes: 'clause' })
}

/** Why a clause says that it happened, by what stands behind or before it; null where it does not say. */
export const reasonOf = (marked: Marked, clause: Clause, before?: Clause): Reason | null =>
  reasonBehind(marked, clause) ??
  reasonByParticiple(marked, clause) ??
  reasonBefore(marked, clause) ??
  reasonClauseBefore(marked, clause, before)

/** Where a reason that begins at `from` ends: at a mark or a clause of its own. */
export function reasonEnd(marked: Marked, from: number): number {
  let to = from
  while (
    to < marked.tokens.length &&
    !/^[,.;:()"“”—–]$/.test(wordAt(marked, to)) &&
    // 'better-than-expected' is one word
    !(subordinates(marked, to) && wordAt(marked, to - 1) !== '-')
  )
    to++
  // 'because he made it look | as if'
  if (LEADS_ON.test(wordAt(marked, to)) && posAt(marked, to - 1) === 'VERB') return from
  // 'because it leaves out people | who have died'
  if (/^(?:who|which|that)$/.test(wordAt(marked, to))) return from
  while (to > from && /^(?:ADP|DET|CCONJ|PART)$/.test(posAt(marked, to - 1))) to--
  return to
}
