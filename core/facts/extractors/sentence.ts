import type { Quantity } from '../../quantities/quantity.ts'
import type { Fact, Status } from '../fact.ts'
import type { SentenceFinding } from '../finding.ts'
import { evidenceOf, factOf, figureOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import { figureAt, outerRange } from '../sentence/figures.ts'
import { type Marked, type Range, within } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'

const CONNECTORS =
  /^(?:however|meanwhile|overall|moreover|instead|separately|also|but|and|yet|still|elsewhere|nevertheless|furthermore|additionally|indeed|thus|so|then)$/
const REFUSALS =
  /\b(?:if|unless|whether|not|n't|n’t|never|no|neither|nor|none|nobody|rarely|seldom|hardly|barely|scarcely|there|commented|comment|respectively|another|fourth)\b/i

const SHORTEST = 7
const LONGEST = 34

/** The sentence without the word that joins it to the one before, and without its closing mark. */
function ownWords({ tokens }: Marked): Range {
  let from = 0
  while (from < 2 && CONNECTORS.test((tokens[from]?.text ?? '').toLowerCase())) from++
  if (tokens[from]?.text === ',') from++
  let to = tokens.length
  while (to > from && /^[.!]$/.test(tokens[to - 1]?.text ?? '')) to--
  return { from, to }
}

/** How firmly a whole sentence states what it says, by its words. */
const SOFTENERS: readonly (readonly [RegExp, Status])[] = [
  [/\b(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed))\b/i, 'forecast'],
  [
    /\b(?:could|may|might|would|should|likely|believed|thought|estimated|reportedly|allegedly|probably|nearly|almost)\b/i,
    'hedged',
  ],
  [/\b(?:will|plans?|planned|aims?|intends?|hopes?)\b/i, 'planned'],
]

const statusIn = (text: string): Status => SOFTENERS.find(([words]) => words.test(text))?.[1] ?? 'actual'

/** Without a name, a sentence has to say more to stand alone. */
const LONG_ENOUGH = 11

/** The first telling words, for what a sentence without a name is about. */
const openingOf = (said: string): string =>
  said
    .replace(/\{\}/g, '')
    .split(/\s+/)
    .filter((word) => word.length > 3)
    .slice(0, 3)
    .join(' ')

const isTelling = ({ kind, value, unit, spelled, high }: Quantity): boolean =>
  high === undefined &&
  (kind !== 'count' ||
    ((value > 2 || !spelled) && unit !== '' && !/^(?:month|week|day|hour|minute|year|time)$/.test(unit)))

/** More of a sentence than this in quotation marks is somebody's speech. */
const MOST_QUOTED = 0.35

const isMostlyQuoted = ({ quoted }: Marked): boolean =>
  quoted.filter((isQuoted) => isQuoted).length > MOST_QUOTED * quoted.length

/** Figures of sentences that stand by themselves as they are, whatever their build: they can be asked about as a gap, and so can their names. `taken` are figures that other findings hold. */

export function findSentences(
  scene: Scene,
  marked: Marked,
  clauses: readonly Clause[],
  taken: ReadonlySet<Quantity>,
): SentenceFinding[] {
  if (marked.isTitle || isMostlyQuoted(marked)) return []
  const range = ownWords(marked)
  const [first] = clauses
  // A sentence without a main clause of its own is a fragment.
  if (!first || /^(?:which|who|that|whose|where)$/.test(first.joint ?? '')) return []
  const length = range.to - range.from
  const { text } = scene.reading
  if (length < SHORTEST || length > LONGEST + 10) return []
  const printed = text.slice(marked.sentence.start, marked.sentence.end)
  if (
    REFUSALS.test(printed) ||
    !/[.!]['’)]?$/.test(printed) ||
    /, (?:it|he|she|they) (?:said|added|says)\.?$/.test(printed) ||
    /[?;:=<>|[\]{}]|[-–—] /.test(printed)
  )
    return []
  const names = within(marked.names, range).filter(({ sort }) => sort !== 'other')
  const figures = within(marked.quantities, range)
    .filter((quantity) => !taken.has(quantity) && isTelling(quantity))
    .flatMap((quantity): SentenceFinding[] => {
      const figure = figureAt(marked, marked.quantities.indexOf(quantity))
      if (!figure) return []
      const slot = outerRange(marked, figure)
      const said = standalone(scene, marked, range, { bound: true, slot: { range: slot, text: '{}' } })
      if (said === null || !said.includes('{}') || said.split(' ').length > LONGEST) return []
      const named = names.find(({ canonical, text: name }) => said.includes(canonical) || said.includes(name))
      if (!named && said.split(' ').length < LONG_ENOUGH) return []
      const subject =
        named && said.includes(named.canonical) ? named.canonical : (named?.text ?? openingOf(said))
      const { figure: value, unit } = figureOf(quantity)
      const details = {
        subject,
        value,
        unit,
        status: statusIn(printed),
        ...(quantity.exactness === 'exactly' ? {} : { exactness: quantity.exactness }),
      }
      return [sentenceFinding(scene, marked, range, said, { type: 'figure', quantity }, details)]
    })
  return [...figures, ...namesOf(scene, marked, range)]
}

/** 'According to the Grain Board': who says it is asked elsewhere. */
const isSource = ({ tokens }: Marked, i: number): boolean =>
  tokens.slice(Math.max(0, i - 3), i).some(({ text }) => text.toLowerCase() === 'according')

/** The names of a sentence: each can be asked about as a gap. */
function namesOf(scene: Scene, marked: Marked, range: Range): SentenceFinding[] {
  const names = within(marked.names, range).filter(({ sort }) => sort === 'organisation' || sort === 'person')
  return names.flatMap((name): SentenceFinding[] => {
    const from = marked.names.indexOf(name)
    let to = from
    while (marked.names[to] === name) to++
    const isTwin = names.some((other) => other !== name && other.sort === name.sort)
    const isDescribed =
      /^(?:NOUN|ADJ|PROPN)$/.test(marked.tokens[from - 1]?.pos ?? '') ||
      /^(?:NOUN|PROPN|-)$/.test(marked.tokens[to]?.pos ?? '')
    if (
      from <= range.from ||
      isTwin ||
      isDescribed ||
      isSource(marked, from) ||
      (name.sort === 'person' && !name.canonical.includes(' '))
    )
      return []
    const said = standalone(scene, marked, range, { bound: true, slot: { range: { from, to }, text: '{}' } })
    if (
      said === null ||
      !said.includes('{}') ||
      said.includes(name.canonical) ||
      said.split(' ').length > LONGEST
    )
      return []
    const details = { subject: name.canonical, status: statusIn(said) }
    return [sentenceFinding(scene, marked, range, said, { type: 'name', name }, details)]
  })
}

/** A sentence with one figure or name taken out of it. */
function sentenceFinding(
  { reading }: Scene,
  marked: Marked,
  range: Range,
  template: string,
  slot: SentenceFinding['slot'],
  { subject, ...details }: Pick<Fact, 'subject' | 'status' | 'value' | 'unit' | 'exactness'>,
): SentenceFinding {
  const periods = within(marked.periods, range)
  return {
    family: 'sentence',
    fact: factOf({
      family: 'event',
      subject,
      measure: template.replace('{}', '…'),
      ...details,
      evidence: evidenceOf(reading.text, [marked.sentence]),
    }),
    marked,
    when: { phrase: '', isAbsolute: periods.length > 0 && periods.every(({ isAbsolute }) => isAbsolute) },
    slot,
    template,
  }
}
