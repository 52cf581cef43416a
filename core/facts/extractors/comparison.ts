import { grouped } from '../../grouped.ts'
import { capital } from '../../language/capital.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import type {
  ChangeFinding,
  Compared,
  ComparisonFinding,
  ContrastFinding,
  EventFinding,
  Finding,
  LevelFinding,
} from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'

/** Fewer than this are no order to speak of; more nobody puts in order. */
const FEWEST = 3
const MOST = 6

/** What is earned, made or sold over a time: figures of this sort can stand beside each other. */
const FLOW =
  /\b(?:revenues?|sales|turnover|profits?|income|earnings|orders|deliveries|shipments|output|production|exports|imports|bookings|spending|sold)\b/i

/** What the parts of a business bring in. */
const SALES = /\b(?:revenues?|sales|turnover)\b/i

/** What is bought and sold on a market. */
const PRICE = /\b(?:shares?|stocks?|index|indices|bonds?|futures)\b/i

const sortOf = (measure: string): 'flow' | 'price' | null =>
  PRICE.test(measure) ? 'price' : FLOW.test(measure) ? 'flow' : null

const printed = (text: string, { start, end }: Quantity): string =>
  text.slice(start, end).replace(/\s+/g, ' ')

/** A finding beside what of it is compared. */
interface Entry<F extends Finding> {
  readonly finding: F
  readonly item: Compared
}

/** The entries by what `keyOf` gives of each; one of which it gives null is in no group. */
const groupsOf = <T>(all: readonly T[], keyOf: (one: T) => string | null): T[][] =>
  [...grouped(all, keyOf)].flatMap(([key, group]) => (key === null ? [] : [group]))

/** The entries that can be told apart by value and label, one of each; null where too few are left. */
function distinct<F extends Finding>(entries: readonly Entry<F>[]): Entry<F>[] | null {
  const kept: Entry<F>[] = []
  for (const entry of entries) {
    const twin = kept.some(
      ({ item }) =>
        item.value === entry.item.value || item.label.toLowerCase() === entry.item.label.toLowerCase(),
    )
    if (!twin) kept.push(entry)
    if (kept.length === MOST) break
  }
  return kept.length >= FEWEST ? kept : null
}

interface About {
  readonly by: ComparisonFinding['by']
  readonly owner: string
  readonly measure: string
}

function comparisonOf<F extends Finding>(
  text: string,
  entries: readonly Entry<F>[],
  about: About,
): ComparisonFinding[] {
  const kept = distinct(entries)
  const [first] = kept ?? []
  if (!kept || !first) return []
  const rises = about.by === 'time'
  const items = kept.map(({ item }) => item).sort((a, b) => (rises ? a.value - b.value : b.value - a.value))
  const periods = new Set(kept.map(({ finding }) => finding.when.phrase))
  const when = periods.size === 1 && !rises ? first.finding.when : { phrase: '', isAbsolute: rises }
  const fact = factOf({
    family: 'comparison',
    subject: about.owner || about.measure || items[0]?.label || '',
    measure: `${about.measure === '' ? '' : `${about.measure}, `}order by ${about.by}`,
    object: items.map(({ label }) => label).join('; '),
    ...(when.phrase ? { period: when.phrase } : {}),
    status: 'actual',
    evidence: evidenceOf(
      text,
      kept.flatMap(({ finding }) => finding.fact.evidence),
    ),
  })
  return [{ family: 'comparison', fact, marked: first.finding.marked, when, ...about, items }]
}

type Measured = LevelFinding | ChangeFinding

const isComparable = (finding: Finding): finding is Measured =>
  (finding.family === 'level' || finding.family === 'change') &&
  finding.fact.status === 'actual' &&
  finding.subject.isAnchored &&
  finding.source === undefined

/** A change by a plain percentage, as an entry. */
function growthOf(text: string, finding: ChangeFinding): Entry<ChangeFinding> | null {
  const { by, subject, past, tail } = finding
  if (by?.kind !== 'percent' || by.high !== undefined || by.exactness !== 'exactly' || tail !== '')
    return null
  const label = capital(subject.text)
  const why = `${label} ${past} by ${printed(text, by)}.`
  return { finding, item: { label, fact: finding.fact, value: Math.abs(by.value), why, quantity: by } }
}

/** The figure reached, as an entry. */
function sizeOf(text: string, finding: Measured): Entry<Measured> | null {
  const quantity = finding.family === 'level' ? finding.quantity : finding.to
  if (quantity?.kind !== 'money' || quantity.high !== undefined || quantity.exactness !== 'exactly')
    return null
  const label = capital(finding.subject.text)
  const verb = finding.subject.isPlural ? 'were' : 'was'
  const why = `${label} ${verb} ${printed(text, quantity)}.`
  return { finding, item: { label, fact: finding.fact, value: quantity.value, why, quantity } }
}

/** Findings of one owner may leave their time to be understood from the others; those of several owners have to name the same. */
const timesAgree = (entries: readonly Entry<Finding>[]): boolean =>
  new Set(entries.map(({ finding }) => finding.when.phrase).filter((phrase) => phrase !== '')).size <= 1

function byGrowth(text: string, changes: readonly ChangeFinding[]): ComparisonFinding[] {
  const entries = changes.flatMap((change) => growthOf(text, change) ?? [])
  const ways = (['up', 'down'] as const).flatMap((way) => {
    const by = way === 'up' ? ('growth' as const) : ('fall' as const)
    const same = entries.filter(({ finding }) => finding.fact.direction === way)
    const ofOne = groupsOf(same, ({ finding: { subject } }) => {
      const sort = sortOf(subject.measure)
      return sort && subject.owner ? `${subject.owner}|${sort}` : null
    })
    const ofMany = groupsOf(same, ({ finding: { subject, fact } }) =>
      subject.owner && sortOf(subject.measure) ? `${subject.measure}|${fact.period ?? ''}` : null,
    )
    return [
      ...ofOne
        .filter(timesAgree)
        .flatMap((group) =>
          comparisonOf(text, group, { by, owner: group[0]?.finding.subject.owner ?? '', measure: '' }),
        ),
      ...ofMany
        .filter((group) => new Set(group.map(({ finding }) => finding.subject.owner)).size === group.length)
        .flatMap((group) =>
          comparisonOf(text, group, { by, owner: '', measure: group[0]?.finding.subject.measure ?? '' }),
        ),
    ]
  })
  return ways
}

/** Sums of one measure beside each other, whoever's they are; and what one company earns and spends, all told of one time. */
function bySize(text: string, measured: readonly Measured[]): ComparisonFinding[] {
  const entries = measured.flatMap((finding) => sizeOf(text, finding) ?? [])
  const unitOf = ({ item: { quantity } }: Entry<Measured>): string =>
    `${quantity?.unit ?? ''}/${quantity?.per ?? ''}`
  const ofMany = groupsOf(entries, (entry) => {
    const { measure, owner } = entry.finding.subject
    return owner && sortOf(measure) === 'flow'
      ? `${measure}|${unitOf(entry)}|${entry.finding.fact.period ?? ''}`
      : null
  })
  const ofOne = groupsOf(entries, (entry) => {
    const { measure, owner } = entry.finding.subject
    return owner && SALES.test(measure) ? `${owner}|${unitOf(entry)}` : null
  })
  return [
    ...ofMany
      .filter((group) => new Set(group.map(({ finding }) => finding.subject.owner)).size === group.length)
      .flatMap((group) =>
        comparisonOf(text, group, {
          by: 'size',
          owner: '',
          measure: group[0]?.finding.subject.measure ?? '',
        }),
      ),
    ...ofOne
      .filter(timesAgree)
      .flatMap((group) =>
        comparisonOf(text, group, { by: 'size', owner: group[0]?.finding.subject.owner ?? '', measure: '' }),
      ),
  ]
}

const LONGEST_LABEL = 14
const YEAR = /\b(?:1[89]|20)\d\d\b/

/** Something that happened at a time of its own, as an entry. */
function timeOf(finding: EventFinding): (Entry<EventFinding> & { readonly until: number }) | null {
  const { when, fact, subject, clause, predicate, marked } = finding
  const { period } = when
  if (!period?.from || !period.to || !when.isAbsolute || !YEAR.test(when.phrase) || fact.status !== 'actual')
    return null
  if (finding.quantity || finding.source !== undefined || !subject.isAnchored) return null
  if (/^(?:be|have|remain)$/.test(clause.verb.lemma)) return null
  const at = marked.periods.indexOf(period)
  if (at >= predicate.from && at < predicate.to) return null
  const label = capital(`${subject.text} ${fact.measure ?? ''}`)
  if (label.split(' ').length > LONGEST_LABEL || YEAR.test(label)) return null
  const number = (day: string): number => Number(day.replaceAll('-', ''))
  return {
    finding,
    item: { label, fact, value: number(period.from), why: `${label} ${when.phrase}.` },
    until: number(period.to),
  }
}

function inTime(text: string, events: readonly EventFinding[]): ComparisonFinding[] {
  const dated = events.flatMap((event) => timeOf(event) ?? [])
  const apart: typeof dated = []
  for (const entry of [...dated].sort((a, b) => a.item.value - b.item.value)) {
    const before = apart.at(-1)
    if (before === undefined || before.until < entry.item.value) apart.push(entry)
  }
  return comparisonOf(text, apart, { by: 'time', owner: '', measure: '' })
}

/** So many of either side are needed, and used. */
const FEWEST_A_SIDE = 2
const MOST_A_SIDE = 3

/** What rose beside what fell in the same time. */
function contrasts(text: string, changes: readonly ChangeFinding[]): ContrastFinding[] {
  const entries = changes.flatMap((finding): Entry<ChangeFinding>[] => {
    const { subject, past, tail, by } = finding
    if (tail !== '' || !by) return []
    const label = capital(subject.text)
    const why = `${label} ${past} by ${printed(text, by)}.`
    return [{ finding, item: { label, fact: finding.fact, value: by.value, why } }]
  })
  return groupsOf(
    entries,
    ({ finding: { fact, subject } }) => `${fact.period ?? ''}|${sortOf(subject.measure) ?? ''}`,
  ).flatMap((group): ContrastFinding[] => {
    const side = (way: 'up' | 'down') => {
      const labels = new Map(
        group
          .filter(({ finding }) => finding.fact.direction === way)
          .map((entry) => [entry.item.label, entry]),
      )
      return [...labels.values()].slice(0, MOST_A_SIDE)
    }
    const [rose, fell] = [side('up'), side('down')]
    const both = [...rose, ...fell]
    const [first] = both
    if (!first || rose.length < FEWEST_A_SIDE || fell.length < FEWEST_A_SIDE) return []
    if (new Set(both.map(({ item }) => item.label)).size < both.length) return []
    const { when, marked } = first.finding
    const fact = factOf({
      family: 'comparison',
      subject: rose.map(({ item }) => item.label).join('; '),
      measure: 'rose, unlike',
      object: fell.map(({ item }) => item.label).join('; '),
      ...(when.phrase ? { period: when.phrase } : {}),
      status: 'actual',
      evidence: evidenceOf(
        text,
        both.flatMap(({ finding }) => finding.fact.evidence),
      ),
    })
    return [
      {
        family: 'contrast',
        fact,
        marked,
        when,
        rose: rose.map(({ item }) => item),
        fell: fell.map(({ item }) => item),
      },
    ]
  })
}

/** How figures of one sort, and events with dates, stand to each other. */
export function findComparisons(
  text: string,
  findings: readonly Finding[],
): (ComparisonFinding | ContrastFinding)[] {
  const measured = findings.filter(isComparable)
  const changes = measured.filter((finding): finding is ChangeFinding => finding.family === 'change')
  const events = findings.filter((finding): finding is EventFinding => finding.family === 'event')
  return [
    ...byGrowth(text, changes),
    ...bySize(text, measured),
    ...inTime(text, events),
    ...contrasts(text, changes),
  ]
}
