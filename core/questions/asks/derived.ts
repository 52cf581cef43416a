import type { DerivedFinding, DerivedResult } from '../../facts/finding.ts'
import { capital } from '../../language/capital.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { type Ask, type FigureKey, type Key, type Rival, SLOT } from '../ask.ts'
import { isBeyond } from '../distractors.ts'
import { figureRivals } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { figureKey, writtenLike } from './figure-key.ts'
import { isAre, isShort, needsArticle, opened, quoted, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** A derived figure as an ask: stem, key, its working, and the figures that common slips give. */
interface Worked {
  readonly stem: string
  readonly statement?: string
  readonly key: FigureKey
  readonly slips: readonly Rival[]
  readonly working: string
}

type Work<T extends DerivedResult['type']> = (
  scene: AskScene,
  result: Extract<DerivedResult, { type: T }>,
  phrase: string,
) => Worked | null

const printed = (scene: AskScene, quantity: Quantity): string =>
  scene.reading.text.slice(quantity.start, quantity.end).replace(/\s+/g, ' ')
const slip = (key: FigureKey, why: string, source: Rival['source'] = 'computed'): Rival => ({
  key,
  why,
  source,
})

const plain = (
  unit: string,
  text: string,
  value: number,
  decimals: number,
  entryUnit: string,
): FigureKey => ({ type: 'figure', value, unit, text, scale: 1, decimals, entryUnit })
const percentKey = (value: number): FigureKey => plain('%', `${value}%`, value, value % 1 === 0 ? 0 : 1, '%')
const timesKey = (value: number): FigureKey =>
  plain('x', `${value} times`, value, value % 1 === 0 ? 0 : 1, 'times')

/** Decimals that show three significant digits in a scale. */
const threeDigits = (value: number, scale: number): number => {
  const shown = value / scale
  return shown >= 100 ? 0 : shown >= 10 ? 1 : 2
}

const WORK: { readonly [T in DerivedResult['type']]: Work<T> } = {
  previous: (scene, { change, value }) => {
    const { to, by, subject, past, verb, when } = change
    const target = to ? figureKey(scene.reading.text, to) : null
    if (!to || !by || !target) return null
    const direction = change.fact.direction === 'down' ? 'fall' : 'rise'
    const key = writtenLike(target, value, threeDigits(value, to.scale))
    const size = printed(scene, by)
    const factor = change.fact.direction === 'down' ? 1 - by.value / 100 : 1 + by.value / 100
    const wrong = to.value * factor
    const start = when.from || when.phrase === '' ? '' : when.phrase
    return {
      stem: `${words('if', subject.text, past, `by ${size} to ${printed(scene, to)}`, `${start},`.replace(/^,$/, ','), 'roughly what', isAre(subject), subject.isPlural ? 'they' : 'it', `before the ${direction}`)}?`.replace(
        ' ,',
        ',',
      ),
      key,
      slips: [
        slip(
          writtenLike(target, wrong, threeDigits(wrong, to.scale)),
          `This applies the ${size} ${direction} once more instead of undoing it.`,
        ),
        slip(
          writtenLike(
            target,
            value * (change.fact.direction === 'down' ? 1.12 : 0.88),
            threeDigits(value, to.scale),
          ),
          `A ${size} ${direction} from this level would not lead to ${printed(scene, to)}.`,
        ),
        slip(
          writtenLike(
            target,
            value * (change.fact.direction === 'down' ? 1.3 : 0.75),
            threeDigits(value, to.scale),
          ),
          `A ${size} ${direction} from this level would not lead near ${printed(scene, to)}.`,
        ),
      ],
      working: `${capital(subject.text)} ${past} by ${size} to ${printed(scene, to)}, so the level before the ${direction} was ${printed(scene, to)} ÷ ${Number(factor.toFixed(4))} = about ${key.text}. (To ${verb} by ${size} is to be multiplied by ${Number(factor.toFixed(4))}.)`,
    }
  },
  multiple: (scene, { subject, value, from, to, toPhrase }) => {
    const key = timesKey(value >= 2.95 ? Math.round(value) : value)
    const [low, high] = [printed(scene, from), printed(scene, to)]
    return {
      stem: `${words(subject.text, `rose from ${low} to ${high}`, toPhrase)}: about how many times the earlier figure is that?`,
      key,
      slips: [0.5, 1.5, 2]
        .map((factor) => Math.max(1.2, Number((key.value * factor).toFixed(key.decimals))))
        .filter((other) => other !== key.value)
        .map((other) =>
          slip(
            timesKey(other),
            `${other} times ${low} would be about ${writtenLike(figureKey(scene.reading.text, from) ?? key, from.value * other, threeDigits(from.value * other, from.scale)).text}, not ${high}.`,
          ),
        ),
      working: `${high} ÷ ${low} = ${(to.value / from.value).toFixed(2)}, about ${key.text}.`,
    }
  },
  percent: (scene, { subject, value, from, to, direction, toPhrase }) => {
    const key = percentKey(value)
    const [low, high] = [printed(scene, from), printed(scene, to)]
    const verb = direction === 'up' ? 'rise' : 'fall'
    const against = (Math.abs(to.value - from.value) / to.value) * 100
    const other = percentKey(against >= 10 ? Math.round(against) : Number(against.toPrecision(2)))
    return {
      stem: `${words('by roughly what percentage did', subject.text, `${verb} from ${low} to ${high}`, toPhrase)}?`,
      statement:
        `${words(subject.text, direction === 'up' ? 'rose' : 'fell', `by about ${SLOT}, from ${low} to ${high},`, toPhrase)}.`.replace(
          ',.',
          '.',
        ),
      key,
      slips: [
        ...(Math.abs(other.value - value) / value > 0.12
          ? [
              slip(
                other,
                `This measures the change against the later figure, ${high}; a change is measured against the earlier one, ${low}.`,
              ),
            ]
          : []),
        ...[0.6, 1.5, 2].map((factor) => {
          const slipped = percentKey(
            value >= 10 ? Math.round(value * factor) : Number((value * factor).toPrecision(2)),
          )
          return slip(slipped, `A change of ${slipped.text} from ${low} would not lead to ${high}.`)
        }),
      ],
      working: `The change from ${low} to ${high}, divided by the earlier figure ${low}, is ${((Math.abs(to.value - from.value) / from.value) * 100).toFixed(1)}%, about ${key.text}.`,
    }
  },
  share: (scene, { part, whole, value, partQuantity, wholeQuantity }, phrase) => {
    const key = percentKey(value)
    const [small, large] = [printed(scene, partQuantity), printed(scene, wholeQuantity)]
    return {
      stem: `${words('roughly what percentage of', whole.text, phrase, 'did', part.text, 'make up')}?`,
      statement: `${words(part.text, `made up about ${SLOT} of`, whole.text, phrase)}.`,
      key,
      slips: [0.5, 1.6, 2.4]
        .map((factor) => percentKey(Math.round(value * factor)))
        .filter(({ value: other }) => other > 0 && other < 100)
        .map((other) =>
          slip(
            other,
            `${other.text} of ${large} would be about ${writtenLike(figureKey(scene.reading.text, wholeQuantity) ?? key, (wholeQuantity.value * other.value) / 100, threeDigits((wholeQuantity.value * other.value) / 100, wholeQuantity.scale)).text}, not ${small}.`,
          ),
        ),
      working: `${small} ÷ ${large} = ${((partQuantity.value / wholeQuantity.value) * 100).toFixed(1)}%, about ${key.text}.`,
    }
  },
}

const work = (scene: AskScene, result: DerivedResult, phrase: string): Worked | null =>
  (WORK[result.type] as (scene: AskScene, result: DerivedResult, phrase: string) => Worked | null)(
    scene,
    result,
    phrase,
  )

/** A figure further off is seen at once not to follow from those in the question. */
const NEAR = 1.6

const isNear = (rival: Key, { value }: FigureKey): boolean =>
  rival.type === 'figure' && !isBeyond(rival.value, value, NEAR)

/** What can be asked about a figure that follows from stated ones; the explanation shows the working. */
export function derivedAsks(scene: AskScene, finding: DerivedFinding): Ask[] {
  const { reading, figures } = scene
  const worked = work(scene, finding.result, finding.when.phrase)
  if (!worked) return []
  const opening = { key: worked.key.text }
  const stem = opened(reading, finding, worked.stem, opening)
  if (!isShort(stem)) return []
  const [first] = finding.inputs
  const said =
    worked.statement === undefined ? undefined : opened(reading, finding, worked.statement, opening)
  return [
    {
      fact: finding.fact,
      slot: 'result',
      group: finding.fact.id,
      stem,
      key: worked.key,
      rivals: [
        ...worked.slips,
        ...(worked.key.unit === '%' || worked.key.unit === 'x'
          ? []
          : figureRivals(figures, worked.key).filter(({ key }) => isNear(key, worked.key))),
      ],
      ...(said === undefined ? {} : { statement: said }),
      explanation: `${worked.working} ${first ? quoted(reading, first) : ''}`.trim(),
      evidence: finding.fact.evidence,
      needsArticle: needsArticle(reading, finding.when),
      worth: worthOf(reading, finding, 0.85),
    },
  ]
}
