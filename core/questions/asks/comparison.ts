import type { Compared, ComparisonFinding, ContrastFinding } from '../../facts/finding.ts'
import type { AnyAsk, Ask, SeriesAsk } from '../ask.ts'
import { sayInWords } from '../number-words.ts'
import { monthOf } from '../report.ts'
import type { AskScene } from './ask-scene.ts'
import { phrase } from './names.ts'
import { isShort, needsArticle, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

interface Ordering {
  /** What is put in order, and by what: 'in order of their growth'. */
  readonly ordered: string
  readonly first: string
  /** 'rose fastest', for asking which did. */
  readonly most: string | null
  /** 'rose slowest' */
  readonly least: string
}

const ORDERINGS: { readonly [B in ComparisonFinding['by']]: Ordering } = {
  growth: {
    ordered: 'in order of their growth',
    first: 'fastest first',
    most: 'rose fastest',
    least: 'rose slowest',
  },
  fall: {
    ordered: 'in order of their fall',
    first: 'steepest first',
    most: 'fell most',
    least: 'fell least',
  },
  size: { ordered: 'in order of size', first: 'largest first', most: 'was largest', least: 'was smallest' },
  time: { ordered: 'in order of time', first: 'earliest first', most: null, least: '' },
}

/** 'these figures of Norvale', 'these events'. */
function these({ by, owner }: ComparisonFinding): string {
  if (by === 'time') return 'these events'
  return owner === '' ? 'these figures' : `these figures of ${owner}`
}

const explained = (items: readonly Compared[]): string => items.map(({ why }) => why).join(' ')

/** When it was reported, where nothing says of which time it speaks. */
function reported({ reading }: AskScene, finding: ComparisonFinding | ContrastFinding): string {
  if (finding.when.phrase !== '') return finding.when.phrase
  return reading.date === undefined ? '' : `as reported in ${monthOf(reading.date)}`
}

/** The time in a stem: an order of events carries its own. */
const timeOf = (scene: AskScene, finding: ComparisonFinding): string =>
  finding.by === 'time' ? '' : reported(scene, finding)

const baseOf = (
  { reading }: AskScene,
  finding: ComparisonFinding | ContrastFinding,
  items: readonly Compared[],
  base: number,
) => ({
  fact: finding.fact,
  group: finding.fact.id,
  explanation: explained(items),
  evidence: finding.fact.evidence,
  needsArticle: needsArticle(reading, finding.when),
  worth: worthOf(reading, finding, base),
})

function orderAsk(scene: AskScene, finding: ComparisonFinding): SeriesAsk {
  const { ordered, first } = ORDERINGS[finding.by]
  const { items } = finding
  return {
    ...baseOf(scene, finding, items, 0.6),
    also: [],
    slot: 'order',
    stem: `${words('Put', these(finding), ordered, timeOf(scene, finding))}, ${first}.`,
    series: { type: 'order', members: items.map(({ label, why }) => ({ text: label, why })) },
  }
}

/** What goes with which figure: it asks of the figures themselves, not of how they stand. */
function pairsAsk(scene: AskScene, finding: ComparisonFinding): SeriesAsk | null {
  const { items, by } = finding
  const [first, ...others] = items
  if (!first || (by !== 'growth' && by !== 'fall')) return null
  const { text } = scene.reading
  const members = items.flatMap(({ label, why, quantity }) =>
    quantity ? [{ left: label, right: text.slice(quantity.start, quantity.end), why }] : [],
  )
  const way = by === 'growth' ? 'it rose' : 'it fell'
  return {
    ...baseOf(scene, finding, items, 0.5),
    fact: first.fact,
    also: others.map(({ fact }) => fact),
    slot: 'pairs',
    stem: `${words('Match each of', these(finding), `with the percentage by which ${way}`, timeOf(scene, finding))}.`,
    series: { type: 'pairs', members },
  }
}

function topAsk(scene: AskScene, finding: ComparisonFinding): Ask | null {
  const { most } = ORDERINGS[finding.by]
  const [top, ...others] = finding.items
  const { owner } = finding
  // The whole is always larger than its parts.
  if (most === null || !top || (owner !== '' && finding.by === 'size')) return null
  const of = owner === '' ? 'which of the figures reported' : `which of the figures of ${owner}`
  const stem = opened(scene.reading, finding, `${words(of, most, finding.when.phrase)}?`, {
    key: top.label,
  })
  if (!isShort(stem)) return null
  return {
    ...baseOf(scene, finding, [top], 0.65),
    slot: 'top',
    stem,
    key: phrase('thing', top.label),
    rivals: others.map(({ label, why }) => ({
      key: phrase('thing', label),
      why,
      source: 'article' as const,
    })),
  }
}

const TOPS = 2
const FEWEST_OF_WHICH = 4

/** Which two stand at one end, where there are two more. */
function endAsk(end: 'top' | 'bottom') {
  return (scene: AskScene, finding: ComparisonFinding): SeriesAsk | null => {
    const { most, least } = ORDERINGS[finding.by]
    const { items } = finding
    if (most === null || items.length < FEWEST_OF_WHICH) return null
    const stand = (end === 'top' ? most : least).replace(/^was/, 'were')
    const isRight = (place: number) => (end === 'top' ? place < TOPS : place >= items.length - TOPS)
    return {
      ...baseOf(scene, finding, items, 0.6),
      also: [],
      slot: end,
      stem: `${words('Which two of', these(finding), stand, timeOf(scene, finding))}?`,
      series: {
        type: 'several',
        members: items.map(({ label, why }, place) => ({ text: label, correct: isRight(place), why })),
      },
    }
  }
}

/** What can be asked about figures or events beside each other: their order, which stand at the top, what goes with what. */
export function comparisonAsks(scene: AskScene, finding: ComparisonFinding): AnyAsk[] {
  return [orderAsk, pairsAsk, topAsk, endAsk('top'), endAsk('bottom')].flatMap(
    (make) => make(scene, finding) ?? [],
  )
}

/** Which of several rose, and which fell. */
export function contrastAsks(scene: AskScene, finding: ContrastFinding): AnyAsk[] {
  const { rose, fell } = finding
  return (
    [
      [rose, fell, 'rose'],
      [fell, rose, 'fell'],
    ] as const
  ).flatMap(([right, wrong, verb]): SeriesAsk[] => [
    {
      ...baseOf(scene, finding, [...right, ...wrong], 0.55),
      also: [],
      slot: verb,
      stem: opened(
        scene.reading,
        finding,
        `${words(`which ${sayInWords(right.length)} of these ${verb}`, finding.when.phrase)}?`,
      ),
      series: {
        type: 'several',
        members: [
          ...right.map(({ label, why }) => ({ text: label, correct: true, why })),
          ...wrong.map(({ label, why }) => ({ text: label, correct: false, why })),
        ],
      },
    },
  ])
}
