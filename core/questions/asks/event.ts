import type { Name } from '../../article/name.ts'
import type { EventFinding } from '../../facts/finding.ts'
import { figureAt, outerRange } from '../../facts/sentence/figures.ts'
import { type Marked, type Range, within } from '../../facts/sentence/marked.ts'
import { standalone } from '../../facts/sentence/refer.ts'
import { type Ask, type Rival, SLOT } from '../ask.ts'
import { figureRivals } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { figureKey } from './figure-key.ts'
import { fractionKey, fractionRivals } from './fractions.ts'
import { nameRivals, phrase, slotFor } from './names.ts'
import {
  capital,
  evidenceFor,
  isShort,
  modifierOf,
  needsArticle,
  opened,
  printedModifier,
  quoted,
  words,
  worthOf,
} from './wording.ts'

const lower = (marked: Marked, i: number): string => (marked.tokens[i]?.text ?? '').toLowerCase()

/** The clause turned round for a question: 'did', 'X', 'recall 1.8 million cars'. Null where the verb's form does not tell how. */
interface Inverted {
  readonly auxiliary: string
  /** The verb without its first auxiliary, as the question needs it. */
  readonly verb: string
}

function invert({ clause, subject }: EventFinding): Inverted | null {
  const { marked, verb } = clause
  const head = lower(marked, verb.head)
  const middle = marked.tokens.slice(verb.from, verb.head).map(({ text }) => text.toLowerCase())
  const [first, ...others] = verb.auxiliaries
  if (verb.lemma === 'be' && verb.auxiliaries.length === 0) return { auxiliary: head, verb: '' }
  if (first !== undefined) {
    const expanded = /^['’]/.test(first) ? null : first
    if (!expanded) return null
    const adverbs = middle.filter((word) => word !== first && !others.includes(word))
    return { auxiliary: expanded, verb: words(...adverbs, ...others, head) }
  }
  const { lemma } = verb
  if (head === 'has') return { auxiliary: 'does', verb: 'have' }
  if (head === lemma)
    return {
      auxiliary:
        subject.isPlural && !/^(?:cut|put|set|hit|let|shut|cost|split|spread|quit|bid)$/.test(head)
          ? 'do'
          : 'did',
      verb: lemma,
    }
  if (head === `${lemma}s` || head === `${lemma}es` || head === lemma.replace(/y$/, 'ies'))
    return { auxiliary: 'does', verb: lemma }
  return { auxiliary: 'did', verb: lemma }
}

/** The time as it is added behind a predicate: not where the predicate holds it already. */
function timeBehind(finding: EventFinding): string {
  return words(finding.place, whenBehind(finding))
}

/** The time alone. */
function whenBehind({ marked, predicate, when, fact, clause }: EventFinding): string {
  const { period } = when
  // What is planned did not happen at the time the sentence tells of the plan.
  const isAhead =
    fact.status !== 'actual' || (clause.verb.lemma === 'be' && lower(marked, clause.verb.to) === 'to')
  if (isAhead && period && marked.periods.indexOf(period) < clause.subject.from) return ''
  if (!period) return when.phrase
  const at = marked.periods.indexOf(period)
  return at >= predicate.from && at < predicate.to ? '' : when.phrase
}

/** The predicate's words with a slot or gap at a range, names in full. */
const predicateText = (
  { scene }: AskScene,
  { marked, predicate }: EventFinding,
  range: Range | null,
  text: string,
): string | null =>
  standalone(scene, marked, predicate, { bound: true, ...(range ? { slot: { range, text } } : {}) })

/** Words of what is counted: 'cars' in '1.8 million cars'. */
function countedNoun(marked: Marked, range: Range): string {
  const nouns: string[] = []
  for (let i = range.from; i < range.to; i++) {
    const token = marked.tokens[i]
    if (
      token &&
      /^(?:NOUN|ADJ|PROPN)$/.test(token.pos) &&
      !/\d/.test(token.text) &&
      !/^(?:hundred|thousand|million|billion|trillion|dozen)s?$/i.test(token.text)
    )
      nouns.push(token.text)
  }
  return nouns.join(' ')
}

/** Verbs whose 'for' names a price. */
const TRADING_VERBS = /^(?:sell|buy|acquire|purchase|trade|offer|settle|agree|price)$/

const PREPOSITIONS = /^(?:for|in|to|with|by|from|at|of|on|into|over|across)$/

/** Where a second verb of the same subject begins ('and ranked as'), else the end: a question turned round cannot carry it. */
function secondPredicate(marked: Marked, from: number, to: number): number {
  for (let i = from; i < to - 1; i++)
    if (
      /^(?:and|but)$/.test(lower(marked, i)) &&
      /^(?:VERB|AUX)$/.test(marked.tokens[i + 1]?.pos ?? '') &&
      !marked.names[i + 1]
    )
      return i
  return to
}

/** 'How many boats will Harrow recall across Asia?', 'For how much did X sell Y?' Null where the figure stands in a place that no plain question reaches. */
function figureStem(ask: AskScene, finding: EventFinding): string | null {
  const { marked, quantity, predicate, subject, clause } = finding
  if (!quantity) return null
  const modifier = modifierOf(quantity)
  const turned = invert(finding)
  const first = marked.quantities.indexOf(quantity)
  const figure = figureAt(marked, first)
  if (!figure || modifier === null || !turned) return null
  const outer = outerRange(marked, figure)
  const noun = countedNoun(marked, figure.range)
  if (/^(?:who|which|that|whose|a|an|per)$/.test(lower(marked, bracketEnd(marked, figure.range.to))))
    return null
  const next = lower(marked, figure.range.to)
  if (
    /^(?:-|worth)$/.test(next) ||
    marked.tokens[figure.range.to]?.pos === 'NOUN' ||
    marked.tokens[figure.range.to]?.pos === 'ADJ'
  )
    return null
  // 'is to buy': what is only agreed reads badly turned round
  if (clause.verb.lemma === 'be' && lower(marked, clause.verb.to) === 'to') return null
  const isObject = outer.from === clause.verb.to
  const preposition = lower(marked, outer.from - 1)
  const isPrepositional = PREPOSITIONS.test(preposition) && outer.from - 1 >= clause.verb.to
  if (!isObject && !isPrepositional) return null
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
  const tailStart = bracketEnd(marked, figure.range.to)
  if (quantity.kind === 'percent' || next === 'of') {
    const end = nounPhraseEnd(marked, tailStart + 1, predicate.to)
    const of = standalone(ask.scene, marked, { from: tailStart, to: end }, { bound: true })
    const tail = behindText(end)
    if (of === null || tail === null || between === null) return null
    return `${words(isPrepositional ? preposition : '', `${modifier}${how}`, of, turned.auxiliary, subject.text, turned.verb, between, tail, timeBehind(finding))}?`
  }
  const tail = behindText(tailStart)
  if (tail === null || between === null) return null
  return `${words(isPrepositional ? preposition : '', `${modifier}${how}`, turned.auxiliary, subject.text, turned.verb, between, tail, timeBehind(finding))}?`
}

function bracketEnd(marked: Marked, from: number): number {
  if (lower(marked, from) !== '(') return from
  for (let i = from; i < marked.tokens.length; i++) if (lower(marked, i) === ')') return i + 1
  return from
}

function nounPhraseEnd(marked: Marked, from: number, limit: number): number {
  let i = from
  while (i < limit && !marked.periods[i] && !marked.quantities[i]) {
    const { pos = 'X' } = marked.tokens[i] ?? {}
    const joins = pos === 'CCONJ' && /^(?:ADJ|NOUN|PROPN|DET)$/.test(marked.tokens[i + 1]?.pos ?? '')
    if (/^(?:ADP|VERB|AUX|PUNCT|CCONJ|PART)$/.test(pos) && !joins && !marked.names[i]) break
    i++
  }
  return i
}

/** The clause's figure as an ask: how many, how much; or only as a statement and a gap. */
function figureAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading, figures } = ask
  const { marked, quantity, subject, when } = finding
  const key = quantity ? (figureKey(reading.text, quantity) ?? fractionKey(reading.text, quantity)) : null
  const figure = quantity ? figureAt(marked, marked.quantities.indexOf(quantity)) : null
  if (!quantity || !key || !figure || quantity.high !== undefined) return []
  const withSlot = predicateText(
    ask,
    finding,
    outerRange(marked, figure),
    `${printedModifier(reading.text, quantity)}${SLOT}`,
  )
  if (withSlot === null) return []
  const bare = figureStem(ask, finding)
  const stem = bare === null ? undefined : opened(reading, finding, bare)
  const statement = opened(reading, finding, `${words(subject.text, withSlot, timeBehind(finding))}.`)
  return [
    {
      fact: finding.fact,
      slot: 'value',
      group: finding.fact.id,
      ...(stem !== undefined && isShort(stem) ? { stem } : {}),
      key,
      rivals: key.type === 'figure' ? figureRivals(figures, key) : fractionRivals(quantity, key.text),
      statement,
      sentence: statement,
      explanation: quoted(reading, finding),
      evidence: evidenceFor(reading, finding),
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.65),
    },
  ]
}

/** A person's last name, which will do as an answer. */
const surnamesOf = ({ sort, canonical }: Name): string[] => {
  const last = canonical.split(' ').at(-1)
  return sort === 'person' && last !== undefined && last !== canonical ? [last] : []
}

/** Which company, or who, did it: the verb phrase stays as the article has it. */
function subjectAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading } = ask
  const { subject, when, clause, marked } = finding
  const name = reading.names.find(
    ({ canonical, text, sort, isCountry }) =>
      (sort === 'organisation' || sort === 'person' || isCountry) &&
      (canonical === subject.owner || text === subject.text) &&
      subject.text.replace(/^the /, '') === canonical,
  )
  if (!name || subject.isPlural) return []
  // 'said it would recall' is the speaker's 'will'
  if (clause.reporter && clause.verb.modal === 'would') return []
  const said = predicateText(ask, finding, null, '')
  if (said === null || said.split(' ').length < 4 || said.includes(name.canonical)) return []
  if (
    /^(?:have|are|were)\b/.test(said) ||
    (clause.verb.auxiliaries.length === 0 &&
      lower(marked, clause.verb.head) === clause.verb.lemma &&
      !/^(?:cut|put|set|hit|let|shut)$/.test(clause.verb.lemma))
  )
    return []
  const sort = name.sort === 'person' ? 'person' : name.isCountry ? 'place' : 'organisation'
  const noun = name.isCountry ? 'country' : name.isCompany ? 'company' : 'organisation'
  const opening = sort === 'person' ? 'who' : `which ${noun}`
  const stem = opened(reading, finding, `${words(opening, said, timeBehind(finding))}?`)
  if (!isShort(stem)) return []
  const statement = capital(`${words(slotFor(reading, name.canonical), said, timeBehind(finding))}.`)
  const figures = within(marked.quantities, finding.predicate).length
  return [
    {
      fact: finding.fact,
      slot: 'subject',
      group: finding.fact.id,
      stem,
      key: phrase(sort, name.canonical, surnamesOf(name)),
      rivals: nameRivals(ask, finding.marked, sort, name.canonical),
      statement,
      sentence: opened(
        reading,
        finding,
        `${words(sort === 'person' ? 'the person who' : `the ${noun} that`, said, timeBehind(finding), 'is', slotFor(reading, name.canonical))}.`,
      ),
      explanation: quoted(reading, finding),
      evidence: evidenceFor(reading, finding, name.canonical),
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, figures > 0 ? 0.7 : 0.6),
    },
  ]
}

/** How many of them did it: the figure opens the subject. */
function countAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading, figures, scene } = ask
  const { marked, quantity, clause, when } = finding
  const key = quantity ? figureKey(reading.text, quantity) : null
  const figure = quantity ? figureAt(marked, marked.quantities.indexOf(quantity)) : null
  const said = predicateText(ask, finding, null, '')
  const modifier = quantity ? modifierOf(quantity) : null
  if (!quantity || !key || !figure || said === null) return []
  const noun = countedNoun(marked, figure.range)
  const rest =
    figure.range.to >= clause.subject.to
      ? ''
      : standalone(scene, marked, { from: figure.range.to, to: clause.subject.to }, { bound: true })
  if (noun === '' || rest === null) return []
  const printed = printedModifier(reading.text, quantity)
  const stem =
    modifier === null
      ? undefined
      : opened(reading, finding, `${words(`${modifier}how many ${noun}`, rest, said, timeBehind(finding))}?`)
  const statement = opened(
    reading,
    finding,
    `${words(`${printed}${SLOT}`, rest, said, timeBehind(finding))}.`,
  )
  return [
    {
      fact: finding.fact,
      slot: 'count',
      group: finding.fact.id,
      ...(stem !== undefined && isShort(stem) ? { stem } : {}),
      key,
      rivals: figureRivals(figures, key),
      statement,
      ...(printed === '' ? {} : { sentence: statement }),
      explanation: quoted(reading, finding),
      evidence: evidenceFor(reading, finding),
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.6),
    },
  ]
}

/** Verbs of which more than one object may be true: no gap is asked there. */
const OPEN_VERBS =
  /^(?:compete|include|face|rival|operate|sell|serve|supply|own|back|employ|regulate|partner|work|meet|join|trade)$/

/** Verbs that put something in one place only: elsewhere a place is no sure answer, as more may be true of others. */
const PLACING_VERBS = /^(?:build|base|found|locate|hold|sign|open|headquarter|situate)$/

/** A named person, body or place inside the verb phrase: as a gap, and as a statement that can be altered. */
function objectAsks(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading } = ask
  const { marked, predicate, clause, subject, when } = finding
  if (OPEN_VERBS.test(clause.verb.lemma)) return []
  const names = within(marked.names, { from: clause.verb.to, to: predicate.to }).filter(
    ({ sort, canonical }) =>
      sort !== 'other' && canonical !== subject.text && !subject.text.includes(canonical),
  )
  const counts = new Map<string, number>()
  for (const { sort } of names) counts.set(sort, (counts.get(sort) ?? 0) + 1)
  return names.flatMap((name): Ask[] => {
    const { sort } = name
    if (sort === 'other' || (sort === 'place' && !PLACING_VERBS.test(clause.verb.lemma) && !name.isCountry))
      return []
    if ((counts.get(sort) ?? 0) > 1 || (sort === 'person' && !name.canonical.includes(' '))) return []
    const from = marked.names.indexOf(name)
    // 'the group X', 'fellow trader Y': another name behind the noun would not fit it
    if (
      /^(?:NOUN|ADJ|PROPN)$/.test(marked.tokens[from - 1]?.pos ?? '') ||
      /^(?:NOUN|PROPN)$/.test(marked.tokens[marked.names.lastIndexOf(name) + 1]?.pos ?? '')
    )
      return []
    let to = from
    while (marked.names[to] === name) to++
    const said = predicateText(ask, finding, { from, to }, SLOT)
    if (said === null || said.includes(name.canonical)) return []
    const statement = opened(reading, finding, `${words(subject.text, said, timeBehind(finding))}.`)
    const surname = sort === 'person' ? (name.canonical.split(' ').at(-1) ?? '') : ''
    return [
      {
        fact: finding.fact,
        slot: `object-${sort}`,
        group: finding.fact.id,
        key: phrase(sort, sort === 'person' ? name.canonical : name.text, surname === '' ? [] : [surname]),
        rivals: nameRivals(ask, marked, sort, name.canonical),
        ...(sort === 'place' && !PLACING_VERBS.test(clause.verb.lemma) ? {} : { statement }),
        sentence: statement,
        explanation: quoted(reading, finding),
        evidence: evidenceFor(reading, finding),
        needsArticle: needsArticle(reading, when),
        worth: worthOf(reading, finding, 0.5),
      },
    ]
  })
}

const DATED: Readonly<Record<string, string>> = {
  day: 'on what date',
  month: 'in which month',
  year: 'in which year',
}

/** When it happened, where the text gives an absolute day, month or year. */
function dateAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading } = ask
  const { when, subject } = finding
  const { period } = when
  const how = period ? DATED[period.sort] : undefined
  const turned = invert(finding)
  if (/^(?:be|have|remain)$/.test(finding.clause.verb.lemma)) return []
  if (!period?.phrase || !how || !turned || finding.fact.status !== 'actual' || whenBehind(finding) === '')
    return []
  const rest = standalone(
    ask.scene,
    finding.marked,
    { from: finding.clause.verb.to, to: finding.predicate.to },
    { bound: true },
  )
  if (rest === null || rest.split(' ').length < 2) return []
  const text = period.phrase.replace(/^(?:in|on)\s/, '')
  if (!/\d{4}$/.test(text)) return []
  const stem = `${words(how, turned.auxiliary, subject.text, turned.verb, rest)}?`
  if (!isShort(stem)) return []
  const others = reading.periods.filter(
    (other) =>
      other.sort === period.sort &&
      other.phrase !== undefined &&
      other.phrase !== period.phrase &&
      /\d{4}$/.test(other.phrase),
  )
  const sort = period.sort === 'year' ? ('year' as const) : ('date' as const)
  const rivals = [...new Map(others.map((other) => [other.phrase, other])).values()].map((other): Rival => {
    const shown = (other.phrase ?? '').replace(/^(?:in|on)\s/, '')
    return {
      key: phrase(sort, shown),
      why: `${shown} stands elsewhere in the article, for something else.`,
      source: 'article',
    }
  })
  const said = predicateText(ask, finding, null, '')
  const statement =
    said === null
      ? undefined
      : capital(`${words(subject.text, said, `${how.startsWith('on') ? 'on' : 'in'} ${SLOT}`)}.`)
  return [
    {
      fact: finding.fact,
      slot: 'date',
      group: finding.fact.id,
      stem: capital(stem),
      key: phrase(sort, text),
      rivals: [...rivals, ...(period.sort === 'year' ? neighbouringYears(Number(text)) : [])],
      ...(statement === undefined ? {} : { statement, sentence: statement }),
      explanation: quoted(reading, finding),
      evidence: evidenceFor(reading, finding),
      needsArticle: false,
      worth: worthOf(reading, finding, 0.55),
    },
  ]
}

const neighbouringYears = (year: number): Rival[] =>
  [-2, -1, 1, 2].map((step) => ({
    key: phrase('year', String(year + step)),
    why: `The article gives ${year}.`,
    source: 'computed' as const,
  }))

/** What is hedged is asked with its hedge, as the verb phrase keeps it; what is denied or hangs on an 'if' is not asked. */
const ASKABLE = new Set(['actual', 'planned', 'forecast', 'guidance', 'hedged', 'estimate', 'proposed'])

/** 'Growth is predicted to be 2.4%': by whom and for when the clause does not say. */
const isNobodysForecast = ({ clause, source, fact, when }: EventFinding): boolean =>
  clause.verb.isPassive &&
  when.phrase === '' &&
  source === undefined &&
  fact.status !== 'actual' &&
  /^(?:predict|expect|estimate|forecast|project|believe|think|report|say)$/.test(clause.verb.lemma)

/** The places a clause names. */
const placesIn = ({ marked, clause }: Pick<EventFinding, 'marked' | 'clause'>): string =>
  within(marked.names, { from: clause.subject.from, to: clause.rest.to })
    .filter(({ sort }) => sort === 'place')
    .map(({ canonical }) => canonical)
    .join('|')

/** Two counts of the same thing with the same verb and no time to tell them apart: '3.4 million boats were recalled', 'will recall 1.4 million boats'. */
const hasDouble = ({ findings }: AskScene, { quantity, clause, when, fact, marked }: EventFinding): boolean =>
  quantity?.kind === 'count' &&
  when.phrase === '' &&
  findings.some(
    (other) =>
      other.family === 'event' &&
      other.fact.id !== fact.id &&
      other.quantity?.kind === 'count' &&
      other.quantity.unit === quantity.unit &&
      other.quantity.value !== quantity.value &&
      other.clause.verb.lemma === clause.verb.lemma &&
      placesIn(other) === placesIn({ marked, clause }),
  )

/** What can be asked about who did what: how much of it, who, when. */
export function eventAsks(ask: AskScene, finding: EventFinding): Ask[] {
  if (!ASKABLE.has(finding.fact.status) || isNobodysForecast(finding) || hasDouble(ask, finding)) return []
  if (finding.isInSubject) return countAsk(ask, finding)
  return [
    ...figureAsk(ask, finding),
    ...subjectAsk(ask, finding),
    ...objectAsks(ask, finding),
    ...dateAsk(ask, finding),
  ]
}
