import { type Amount, isSame } from '../checker/amount.ts'
import type { Sight } from '../checker/sight.ts'
import { standsIn } from '../checker/words.ts'
import type { HintScene, Measured } from './hint-scene.ts'

const sizeOf = ({ value }: Amount): number => Math.abs(value)

/** Figures nearer to each other than this are not called larger or smaller. */
const APART = 1.15

/** Between which two figures another lies; undefined where nothing is said of that side. */
interface Bounds {
  readonly below?: Measured | undefined
  readonly above?: Measured | undefined
}

/** Of the figures worth comparing with one, the nearest that is clearly smaller and the nearest that is clearly larger. */
function neighbours(all: readonly Measured[], own: Measured): Bounds {
  const size = sizeOf(own.amount)
  let below: Measured | undefined
  let above: Measured | undefined
  for (const other of all) {
    const its = sizeOf(other.amount)
    if (its * APART < size && (!below || its > sizeOf(below.amount))) below = other
    if (its > size * APART && (!above || its < sizeOf(above.amount))) above = other
  }
  return { below, above }
}

/** How many of the wrong figures lie within bounds. */
const countWithin = (wrong: readonly Amount[], { below, above }: Bounds): number =>
  wrong.filter(
    (amount) =>
      (!below || sizeOf(amount) > sizeOf(below.amount)) && (!above || sizeOf(amount) < sizeOf(above.amount)),
  ).length

const LINKS = { rise: 'that of', fall: 'that of', figure: 'that for' } as const

function say({ noun }: Measured, { below, above }: Bounds): string {
  const than = [
    ...(below ? [`larger than ${LINKS[noun]} ${below.subject.text}`] : []),
    ...(above ? [`smaller than ${LINKS[noun]} ${above.subject.text}`] : []),
  ]
  return `The ${noun} was ${than.join(' and ')}.`
}

/** How the figure that is asked for stands to its like in the article, said without a figure: whoever remembers those, or looks them up, knows on which side to look. It leaves at least one wrong option, and not all. */
export function comparisonHints({ question, key, wrong }: Sight, scene: HintScene): string[] {
  const [figure] = key?.amounts ?? []
  if (!figure || key?.amounts.length !== 1) return []
  const own = question.facts.flatMap(scene.measured).find(({ amount }) => isSame(amount, figure))
  if (!own) return []
  const asked = new Set(question.facts.flatMap(scene.measured))
  const others = own.groups
    .flatMap(scene.inGroup)
    .filter((other) => !asked.has(other) && !standsIn(other.subject.text, question.stem))
  const { below, above } = neighbours(others, own)
  const wrongs = wrong.flatMap(({ amounts }) => amounts)
  const bounds: Bounds[] = []
  if (below && above) bounds.push({ below, above })
  if (below) bounds.push({ below })
  if (above) bounds.push({ above })
  return bounds
    .filter((each) => {
      const left = countWithin(wrongs, each)
      return wrongs.length === 0 || (left > 0 && left < wrongs.length)
    })
    .map((each) => say(own, each))
}
