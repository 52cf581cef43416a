import type { Marked, Range } from './marked.ts'
import { findVerbGroups, isBareParticiple, type VerbGroup } from './verbs.ts'
import { SPEECH_VERBS } from './words.ts'

/** A finite clause: who, does, what. Ranges are token indices of one sentence. */
export interface Clause {
  readonly marked: Marked
  /** The noun phrase before the verb, without an opening 'In 2024,'. */
  readonly subject: Range
  readonly verb: VerbGroup
  /** From behind the verb to the end of the clause. */
  readonly rest: Range
  /** What stands before the subject: 'In 2024 alone,'. Empty when nothing does. */
  readonly lead: Range
  /** The clause whose 'said (that)' this one follows. */
  readonly reporter?: Clause
  /** Whether its end was cut off at a quotation or a clause that belongs to its last noun: it says less than the article. */
  readonly isCut: boolean
  /** The word that joins it to what is before: 'while', 'because', 'if'. */
  readonly joint?: string
}

const word = (marked: Marked, i: number): string => (marked.tokens[i]?.text ?? '').toLowerCase()
const pos = (marked: Marked, i: number): string => marked.tokens[i]?.pos ?? 'PUNCT'

const SUBORDINATORS =
  /^(?:that|as|because|if|while|whereas|although|though|after|before|since|when|unless|until|whether|despite|which|who|whose|where|so|than|how|why|what)$/
const NOUN_LIKE = /^(?:NOUN|PROPN|NUM|PRON|SYM)$/
const PREPOSITIONS =
  /^(?:during|since|of|in|from|for|to|at|on|with|between|among|by|across|per|against|under|over|within|about|around|into|through|including|excluding|throughout)$/
const SUBJECT_PREPOSITIONS =
  /^(?:during|of|in|from|for|to|at|on|with|between|among|across|per|against|under|within|about|excluding|including|into|over|by)$/

/** Whether the token can stand in a noun phrase, seen from its right end. */
function isNominal(marked: Marked, i: number): boolean {
  if (marked.names[i] || marked.quantities[i] || marked.periods[i]) return true
  const text = word(marked, i)
  if (SUBORDINATORS.test(text)) return false
  const tag = pos(marked, i)
  if (NOUN_LIKE.test(tag) || tag === 'DET' || tag === 'ADJ') return true
  if (/^['’]s?$|^%$/.test(text)) return true
  if (tag === 'ADP' || /^(?:including|excluding)$/.test(text)) return SUBJECT_PREPOSITIONS.test(text)
  if (tag === 'ADV')
    return (
      isReduced(marked, i + 1) ||
      /^(?:more|most|less|least|about|nearly|almost|around|roughly|only|just|some|very|highly|newly|once|up)$/.test(
        text,
      )
    )
  if (text === '-' || text === '/' || text === '&') {
    const before = marked.tokens[i - 1]
    const token = marked.tokens[i]
    return text === '&' || before?.end === token?.start
  }
  if (tag === 'VERB') return isDescribing(marked, i) || isReduced(marked, i) || isPurpose(marked, i)
  if (tag === 'PART' && text === 'to') return isPurpose(marked, i + 1)
  return false
}

/** 'roads affected by new building': a participle with 'by' belongs to the noun before it. */
const isReduced = (marked: Marked, i: number): boolean =>
  pos(marked, i) === 'VERB' &&
  /(?:ed|en|wn|ilt|eld|ade)$/.test(word(marked, i)) &&
  word(marked, i + 1) === 'by' &&
  /^(?:NOUN|PROPN|ADV)$/.test(pos(marked, i - 1))

const PURPOSES =
  /^(?:decision|plan|plans|bid|attempt|attempts|move|proposal|effort|efforts|right|deal|agreement|need|pledge|offer|agreement|pressure|request|refusal|failure)$/

/** 'the decision to raise rates': an infinitive that belongs to the noun before it. */
const isPurpose = (marked: Marked, i: number): boolean =>
  pos(marked, i) === 'VERB' && word(marked, i - 1) === 'to' && PURPOSES.test(word(marked, i - 2))

/** A participle that describes the noun behind it: 'rising sales', 'a planned merger', 'US-listed shares'. */
function isDescribing(marked: Marked, i: number): boolean {
  const text = word(marked, i)
  if (!/(?:ing|ed|en|wn)$/.test(text)) return false
  const before = word(marked, i - 1)
  const tag = pos(marked, i - 1)
  const isOpen =
    tag === 'DET' ||
    tag === 'ADJ' ||
    tag === 'ADP' ||
    before === '-' ||
    /^['’]s?$/.test(before) ||
    /^(?:its|their|his|her|our)$/.test(before)
  const next = pos(marked, i + 1)
  return (
    (isOpen || /ing$/.test(text)) &&
    (next === 'NOUN' || next === 'ADJ' || next === 'PROPN' || marked.tokens[i + 1]?.text === '-')
  )
}

/** Walks left over an apposition or relative clause between commas: 'Sam Cole, an analyst at X, | said'. Returns the index of its first comma, or -1. */
function appositionStart(marked: Marked, comma: number): number {
  for (let i = comma - 1; i > 0; i--) {
    const text = word(marked, i)
    if (/^[.;:()"“”]$/.test(text)) return -1
    if (text !== ',') continue
    const first = word(marked, i + 1)
    const isRelative = /^(?:which|who|whose)$/.test(first)
    const isNoun =
      /^(?:a|an|the|its|his|her|their|one|another|former|chief|chairman|president|head|director|founder|co-founder|analyst|senior|principal|managing|formerly|currently|based|including|part|called|known|named|dubbed|once|in|with|along|like|unlike|as|after|since|despite)$/.test(
        first,
      )
    const isAge = /^\d{2}$/.test(first)
    const isAside =
      /^(?:however|meanwhile|though|too|also|then|instead|therefore|nevertheless)$/.test(first) &&
      comma - i <= 3
    const isPossessive =
      marked.names[i + 1] !== undefined && /^['’]s?$/.test(word(marked, lastOfName(marked, i + 1) + 1))
    if (
      !isRelative &&
      !isNoun &&
      !isAge &&
      !isAside &&
      !isPossessive &&
      !/(?:based|listed|owned)$/.test(first)
    )
      return -1
    const before = i - 1
    return isNominal(marked, before) && !SUBORDINATORS.test(word(marked, before)) ? i : -1
  }
  return -1
}

/** 'Mr Okoro who is in Lagos, | has praised': the index of the 'who', or -1. */
function relativeStart(marked: Marked, comma: number, floor: number): number {
  for (let i = comma - 1; i > Math.max(floor, comma - 25); i--) {
    const text = word(marked, i)
    if (/^[,;:.()"“”]$/.test(text)) return -1
    if (/^(?:who|which)$/.test(text)) return isNominal(marked, i - 1) ? i : -1
  }
  return -1
}

/** A dash set off by spaces. */
const isDash = (marked: Marked, i: number): boolean =>
  /^(?:-|–|—|--)$/.test(word(marked, i)) && marked.tokens[i - 1]?.end !== marked.tokens[i]?.start

/** Walks left over what stands between two dashes: 'Alpine Re - the oldest insurer - | fell'. The index of the first dash, or -1. */
function dashStart(marked: Marked, dash: number): number {
  for (let i = dash - 1; i > 0; i--) {
    if (/^[.;:()"“”]$/.test(word(marked, i)) || pos(marked, i) === 'VERB' || pos(marked, i) === 'AUX')
      return -1
    if (isDash(marked, i)) return isNominal(marked, i - 1) ? i : -1
  }
  return -1
}

const lastOfName = (marked: Marked, i: number): number => {
  let at = i
  while (marked.names[at + 1] !== undefined && marked.names[at + 1] === marked.names[i]) at++
  return at
}

/** The noun phrase that ends right before `verb`, with the verb's own adverbs skipped. */
function subjectBefore(marked: Marked, verb: VerbGroup, floor: number): Range | null {
  let to = verb.from
  while (
    to > floor &&
    (pos(marked, to - 1) === 'ADV' || /^(?:both|all|each)$/.test(word(marked, to - 1))) &&
    !marked.names[to - 1]
  )
    to--
  let from = to
  let end = to
  while (from > floor) {
    const i = from - 1
    const text = word(marked, i)
    if (marked.quoted[i] !== marked.quoted[verb.from]) break
    if (text === ',' && from === end) {
      const comma = appositionStart(marked, i)
      const start = comma > floor ? comma : relativeStart(marked, i, floor)
      if (start <= floor) break
      from = start
      end = start
    } else if (isDash(marked, i) && from === end) {
      const start = dashStart(marked, i)
      if (start <= floor) break
      from = start
      end = start
    } else if (text === ')') {
      let open = i
      while (open > floor && marked.tokens[open]?.text !== '(') open--
      if (open <= floor) break
      from = open
      if (end === i + 1) end = open
    } else if (text === 'and' || text === '&') {
      if (!joinsNouns(marked, i)) break
      from = i
    } else if (text === ',' && inNameList(marked, i)) from = i
    else if (isNominal(marked, i)) {
      from = i
      // A capital 'The' inside a sentence begins it anew, behind words that slipped in before it.
      if (i > 0 && /^(?:The|A|An)$/.test(marked.tokens[i]?.text ?? '') && !marked.names[i]) break
    } else break
  }
  // An opening 'In November' or 'At the company' without comma is no part of the subject.
  while (
    from < end &&
    (PREPOSITIONS.test(word(marked, from)) || pos(marked, from) === 'ADP') &&
    !isModifier(marked, from)
  ) {
    const next = endOfPhrase(marked, from + 1, end)
    if (next >= end) return null
    from = next
  }
  while (from < end && (marked.periods[from] || /^['’]s?$|^[,-]$/.test(word(marked, from)))) {
    // 'last year's profit' keeps its period
    const last = lastOfPeriod(marked, from)
    if (/^['’]s?$/.test(word(marked, last + 1))) break
    from++
  }
  while (
    end > from &&
    (marked.periods[end - 1] !== undefined || PREPOSITIONS.test(word(marked, end - 1))) &&
    end - 1 > from
  ) {
    if (marked.periods[end - 1] === undefined && !marked.periods[end]) break
    end--
  }
  if (
    pos(marked, from) === 'VERB' &&
    /^(?:following|including|according|excluding|regarding|concerning)$/.test(word(marked, from))
  )
    return null
  const hasNoun = rangeSome(from, end, (i) => NOUN_LIKE.test(pos(marked, i)) || marked.names[i] !== undefined)
  return from < end && hasNoun ? { from, to: end } : null
}

/** 'about 8,500 vehicles', 'over 100 people': the word belongs to the figure. */
const isModifier = (marked: Marked, i: number): boolean =>
  /^(?:about|around|over|under|up|between|some)$/.test(word(marked, i)) &&
  [1, 2].some((step) => marked.quantities[i + step] !== undefined)

const lastOfPeriod = (marked: Marked, i: number): number => {
  let at = i
  while (marked.periods[at + 1] !== undefined && marked.periods[at + 1] === marked.periods[i]) at++
  return at
}

const rangeSome = (from: number, to: number, test: (i: number) => boolean): boolean => {
  for (let i = from; i < to; i++) if (test(i)) return true
  return false
}

/** Where the phrase behind an opening preposition ends, so that the subject can begin: behind a period ('In November |'). */
function endOfPhrase(marked: Marked, from: number, end: number): number {
  let i = from
  while (i < end && marked.periods[i] === undefined && i < from + 2) i++
  if (marked.periods[i] === undefined) return end
  return lastOfPeriod(marked, i) + 1
}

/** 'Orrin, Velt and Sorn': a comma between names. */
const inNameList = (marked: Marked, i: number): boolean => {
  const left = marked.names[i - 1]
  const at = word(marked, i + 1) === 'and' ? i + 2 : i + 1
  const right = marked.names[at]
  if (!left || !right || left.sort !== right.sort) return false
  // 'the Trade Office, US exports': the second name only describes a noun
  return !/^(?:NOUN|ADJ)$/.test(pos(marked, lastOfName(marked, at) + 1))
}

/** Whether 'and' joins two nouns of one subject rather than two clauses. */
function joinsNouns(marked: Marked, i: number): boolean {
  if (word(marked, i - 1) === ',' && inNameList(marked, i - 1)) return true
  const left = marked.names[i - 1] !== undefined || /^(?:NOUN|PROPN)$/.test(pos(marked, i - 1))
  if (!left) return /^(?:ADJ)$/.test(pos(marked, i - 1)) && /^(?:ADJ|NOUN)$/.test(pos(marked, i + 1))
  const right = marked.names[i + 1] !== undefined || /^(?:NOUN|PROPN|ADJ)$/.test(pos(marked, i + 1))
  if (!right) return false
  // 'exports fell and imports rose': a verb between the clause's start and the left noun means two clauses
  for (let j = i - 1; j >= 0; j--) {
    const text = word(marked, j)
    if (/^[;:.]$/.test(text) || SUBORDINATORS.test(text)) return true
    if (/^(?:and|but)$/.test(text) && word(marked, j - 1) === ',') return true
    if (
      (pos(marked, j) === 'VERB' || pos(marked, j) === 'AUX') &&
      !marked.names[j] &&
      !isDescribing(marked, j)
    )
      return false
  }
  return true
}

/** Where the words that open the sentence before the subject begin to matter: only what stands in the same clause. */
function leadBefore(marked: Marked, subject: Range, floor: number): Range {
  let from = subject.from
  while (from > floor && !/^(?:[;:.]|and|but|while)$/.test(word(marked, from - 1))) from--
  return { from, to: subject.from }
}

const NEGATIVES = /^(?:not|no|never|neither|nor|none|nobody|few|little|hardly|barely)$/

const CLOSERS = /^(?:;|:|--|—|–|\.|\?|!)$/

/** Where a clause whose rest begins at `from` ends, `limit` being the next clause's start or the sentence's end. */
function restEnd(marked: Marked, from: number, limit: number): number {
  let depth = 0
  for (let i = from; i < limit; i++) {
    const text = word(marked, i)
    if (text === '(') depth++
    if (text === ')') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    if (CLOSERS.test(text) && !isInside(marked, i)) return i
    if (text === '-' && marked.tokens[i - 1]?.end !== marked.tokens[i]?.start) return i
    if (text === ',' && !isInside(marked, i) && !isListComma(marked, i, limit)) return i
    if (
      /^(?:and|but)$/.test(text) &&
      startsPredicate(marked, i + 1) &&
      SPEECH_VERBS.has(marked.tokens[i + 1]?.lemma ?? '')
    )
      return i
    if (/^["“”]$/.test(text)) {
      // A few words in quotation marks are part of the clause.
      const close = closingQuote(marked, i, limit)
      if (close === -1) return i
      i = close
    }
  }
  return limit
}

/** The mark that closes the quotation opened at `i`, before `limit`; -1 where there is none. */
export function closingQuote(marked: Marked, i: number, limit: number): number {
  for (let at = i + 1; at < limit; at++) if (/^["”]$/.test(marked.tokens[at]?.text ?? '')) return at
  return -1
}

const isInside = (marked: Marked, i: number): boolean =>
  [marked.names, marked.quantities, marked.periods].some((cover) => cover[i] !== undefined)

/** Whether a verb, perhaps behind an adverb, begins a second predicate of the same subject. */
const startsPredicate = (marked: Marked, i: number): boolean =>
  !marked.names[i] &&
  (pos(marked, i) === 'VERB' ||
    pos(marked, i) === 'AUX' ||
    (pos(marked, i) === 'ADV' && /^(?:VERB|AUX)$/.test(pos(marked, i + 1))))

/** A comma of a list: 'chemicals, cars and food'. */
function isListComma(marked: Marked, i: number, limit: number): boolean {
  const nominal = (at: number) =>
    NOUN_LIKE.test(pos(marked, at)) || marked.names[at] !== undefined || pos(marked, at) === 'ADJ'
  if (!nominal(i - 1) || !(nominal(i + 1) || pos(marked, i + 1) === 'DET' || word(marked, i + 1) === 'and'))
    return false
  if (/^(?:and|but)$/.test(word(marked, i + 1)) && startsPredicate(marked, i + 2)) return false
  // ', and Airbus for a quarter': another subject without its verb
  if (
    word(marked, i + 1) === 'and' &&
    marked.names[i + 2] &&
    rangeSome(i + 3, Math.min(limit, i + 7), (j) => /^(?:for|to|with|by|at)$/.test(word(marked, j)))
  )
    return false
  if (pos(marked, i - 1) === 'ADJ' && pos(marked, i + 1) === 'VERB' && pos(marked, i + 2) === 'NOUN')
    return true
  // 'lighter, faster boats'; 'Bend, Oregon'
  if (pos(marked, i - 1) === 'ADJ' && pos(marked, i + 1) === 'ADJ') return true
  if (marked.names[i - 1]?.sort === 'place' && marked.names[i + 1]?.sort === 'place') return true
  for (let at = i + 1; at < Math.min(limit, i + 12); at++) {
    const text = word(marked, at)
    if (text === 'and' || text === 'or')
      return !rangeSome(i, limit, (j) => j > at && j < at + 4 && pos(marked, j) === 'AUX')
    if (pos(marked, at) === 'VERB' || pos(marked, at) === 'AUX' || SUBORDINATORS.test(text)) return false
  }
  return false
}

/** The last word index of the sentence without its closing mark. */
const sentenceEnd = (marked: Marked): number => marked.tokens.length

/** How a clause begins, before its end is known. */
interface Start {
  readonly subject: Range
  readonly verb: VerbGroup
  readonly lead: Range
  readonly joint?: string
  /** Where it begins: at its subject, or at the verb of a second predicate. */
  readonly begin: number
  readonly isSecond: boolean
}

/** A clause with a subject of its own. */
function startOf(marked: Marked, verb: VerbGroup, floor: number, groups: readonly VerbGroup[]): Start | null {
  const subject = subjectBefore(marked, verb, floor)
  if (!subject || isObject(marked, subject, groups)) return null
  const lead = leadBefore(marked, subject, floor)
  const before =
    word(marked, subject.from - 1) === ',' ? word(marked, subject.from - 2) : word(marked, subject.from - 1)
  const opener = word(marked, lead.from)
  const joint =
    SUBORDINATORS.test(before) || /^(?:and|but)$/.test(before)
      ? before
      : SUBORDINATORS.test(opener)
        ? opener
        : undefined
  const negates = rangeSome(Math.max(0, subject.from - 1), subject.to, (i) => NEGATIVES.test(word(marked, i)))
  return {
    subject,
    verb: negates ? { ...verb, isNegated: true } : verb,
    lead,
    ...(joint === undefined ? {} : { joint }),
    begin: subject.from,
    isSecond: false,
  }
}

/** 'came out of administration, and rejoined the index': a verb behind 'and' that goes on with the subject before. */
function secondPredicate(marked: Marked, verb: VerbGroup, before: Start | undefined): Start | null {
  let at = verb.from - 1
  while (at > 0 && pos(marked, at) === 'ADV') at--
  if (
    !before ||
    !/^(?:and|but)$/.test(word(marked, at)) ||
    marked.quoted[at] !== marked.quoted[before.verb.head]
  )
    return null
  // Only a verb that matches the first in form goes on with its subject: 'to buy and sell' does not.
  const isTensed = verb.auxiliaries.length > 0 || !/(?:ing)$/.test(word(marked, verb.head))
  const hadInfinitive = rangeSome(
    before.verb.to,
    at,
    (i) => word(marked, i) === 'to' && pos(marked, i + 1) === 'VERB',
  )
  const isPast = verb.auxiliaries.length > 0 || word(marked, verb.head) !== verb.lemma
  if (
    !isTensed ||
    (hadInfinitive && !isPast) ||
    before.verb.modal !== undefined ||
    before.verb.isPassive !== verb.isPassive
  )
    return null
  return {
    subject: before.subject,
    verb,
    lead: { from: at, to: at },
    joint: word(marked, at),
    begin: at,
    isSecond: true,
  }
}

/** The finite clauses of a sentence, left to right; a clause behind 'said (that)' names its reporter. */
export function findClauses(marked: Marked): Clause[] {
  const groups = findVerbGroups(marked)
  const starts: Start[] = []
  let floor = 0
  for (const [g, verb] of groups.entries()) {
    const next = groups[g + 1]
    if (isBareParticiple(marked, verb, next === undefined)) continue
    // The verbs of a few quoted words are no clauses of the sentence around them.
    const isQuotedAside =
      marked.quoted[verb.head] && starts.length > 0 && !marked.quoted[starts[0]?.verb.head ?? 0]
    if (isQuotedAside) continue
    const start = startOf(marked, verb, floor, groups) ?? secondPredicate(marked, verb, starts.at(-1))
    if (!start) continue
    starts.push(start)
    floor = verb.to
  }
  const clauses: Clause[] = []
  for (const [k, start] of starts.entries()) {
    const next = starts[k + 1]
    const { begin: _, isSecond, ...said } = start
    const limit = next ? boundaryBefore(marked, start.verb.to, next.begin) : sentenceEnd(marked)
    const rest = { from: start.verb.to, to: restEnd(marked, start.verb.to, limit) }
    const previous = clauses.at(-1)
    const isReported =
      !isSecond && previous !== undefined && gapIsEmpty(marked, previous.verb.to, start.subject.from)
    const reporter = isReported ? previous : isSecond ? previous?.reporter : undefined
    const isCut =
      /^(?:["“”]|that|than|who|which|whose|where|if|unless|:)$/.test(word(marked, rest.to)) ||
      word(marked, rest.to - 1) === 'that'
    const clause: Clause = { marked, ...said, rest, isCut, ...(reporter ? { reporter } : {}) }
    clauses.push(clause)
  }
  return clauses
}

/** Whether the noun phrase belongs to a verb before it ('to put radios into cars | sold in Spain') or to 'with': then what follows is no finite verb. */
function isObject(marked: Marked, { from }: Range, groups: readonly VerbGroup[]): boolean {
  const before = from - 1
  if (word(marked, before) === 'with') return true
  if (!/^(?:VERB|AUX)$/.test(pos(marked, before)) || marked.names[before]) return false
  const group = groups.find(({ head }) => head === before)
  return group === undefined || !SPEECH_VERBS.has(group.lemma)
}

/** The end of a clause before the next one's subject: before 'and', 'while', 'that' and a comma. */
function boundaryBefore(marked: Marked, from: number, subject: number): number {
  let i = subject
  while (
    i > from &&
    (SUBORDINATORS.test(word(marked, i - 1)) || /^(?:and|but|or|,)$/.test(word(marked, i - 1)))
  )
    i--
  return i
}

/** Whether nothing but 'that', a time or an addressee stands between a verb and the next subject. */
function gapIsEmpty(marked: Marked, from: number, to: number): boolean {
  if (to - from > 8) return false
  for (let i = from; i < to; i++) {
    if (marked.periods[i] || marked.names[i]) continue
    if (!/^(?:that|on|in|at|,|also|of|to|the|reporters|investors|analysts|had)$/.test(word(marked, i)))
      return false
  }
  return true
}
