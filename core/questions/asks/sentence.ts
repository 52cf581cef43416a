import { tellingTitle } from '../../article/title.ts'
import type { SentenceFinding } from '../../facts/finding.ts'
import { type Ask, type Key, type Rival, SLOT } from '../ask.ts'
import { standsIn } from '../checker/words.ts'
import { figureRivals } from './article-figures.ts'
import type { AskScene } from './ask-scene.ts'
import { dateRivals } from './dates.ts'
import { oppositePair } from './event-opposite.ts'
import { figureKey } from './figure-key.ts'
import { fractionKey, fractionRivals } from './fractions.ts'
import { nameRivals, phrase } from './names.ts'
import { askedOf, gapStem, needsArticle, opened, printedModifier, tellsTheTitle } from './wording.ts'
import { dailyPrice, worthOf } from './worth.ts'

type Slot = SentenceFinding['slot']

/** What the gap takes: the key, its rivals, the words that stay before it, how it may be asked, and what that is worth. */
interface Filling {
  readonly key: Key
  readonly rivals: readonly Rival[]
  readonly before: string
  /** Whether another may be put in its place: a name swapped into just any sentence soon makes nonsense. */
  readonly isStatement: boolean
  /** What a question calls it; absent where a gap in a sentence would not ask for one thing. */
  readonly called?: string
  /** Whether it can be typed from memory: of a word that only turns a sentence round, too many would do. */
  readonly isGap: boolean
  readonly worth: number
}

type Fill<T extends Slot['type']> = (
  scene: AskScene,
  slot: Extract<Slot, { type: T }>,
  finding: SentenceFinding,
) => Filling | null

const FILLINGS: { readonly [T in Slot['type']]: Fill<T> } = {
  figure: ({ reading, figures }, { quantity }, { template, fact }) => {
    const key = figureKey(reading.text, quantity) ?? fractionKey(reading.text, quantity)
    if (!key) return null
    const rivals =
      key.type === 'figure' ? figureRivals(figures, key, fact.family) : fractionRivals(quantity, key.text)
    const before = printedModifier(reading.text, quantity)
    const worth = 0.45 * dailyPrice(template, quantity)
    return { key, rivals, before, called: 'figure', isStatement: true, isGap: true, worth }
  },
  name: (scene, { name }, { marked }) => {
    const sort = name.sort === 'person' ? 'person' : 'organisation'
    const surname = sort === 'person' ? (name.canonical.split(' ').at(-1) ?? '') : ''
    return {
      key: phrase(sort, name.canonical, surname === '' ? [] : [surname]),
      rivals: nameRivals(scene, marked, sort, name.canonical),
      before: '',
      called: 'name',
      isStatement: false,
      isGap: true,
      worth: 0.35,
    }
  },
  date: ({ reading }, { text, isYear }) => ({
    key: phrase(isYear ? 'year' : 'date', text),
    rivals: dateRivals(reading, text),
    before: '',
    called: isYear ? 'year' : 'date',
    isStatement: true,
    isGap: true,
    worth: 0.4,
  }),
  word: (_, { word, opposite }) => ({
    ...oppositePair(word, opposite),
    before: '',
    isStatement: true,
    isGap: false,
    worth: 0.45,
  }),
}

const fillingOf = (scene: AskScene, finding: SentenceFinding): Filling | null =>
  (FILLINGS[finding.slot.type] as (scene: AskScene, slot: Slot, finding: SentenceFinding) => Filling | null)(
    scene,
    finding.slot,
    finding,
  )

/** What needs the title to be understood is asked when little else can be. */
const UNDER_TITLE = 0.4

/** A figure, name, date or word in a sentence that stands by itself: as a gap and as a statement. */
export function sentenceAsks(scene: AskScene, finding: SentenceFinding): Ask[] {
  const { reading } = scene
  const filling = fillingOf(scene, finding)
  if (!filling) return []
  const told = `${finding.template.replace('{}', `${filling.before}${SLOT}`)}.`
  const isUnderTitle = finding.underTitle === true
  if (isUnderTitle && standsIn(filling.key.text, tellingTitle(reading))) return []
  if (finding.slot.type === 'word' && tellsTheTitle(reading, told)) return []
  const opening = { key: filling.key.text, isUnderTitle }
  const statement = opened(reading, finding, told, opening)
  const { called } = filling
  const stem = called === undefined ? undefined : gapStem(called, { reading, finding, told, opening })
  return [
    {
      slot: finding.slot.type,
      key: filling.key,
      rivals: filling.rivals,
      ...(stem === undefined ? {} : { stem }),
      ...(filling.isStatement ? { statement } : {}),
      ...(filling.isGap && !statement.startsWith(SLOT) ? { sentence: statement } : {}),
      needsArticle: needsArticle(reading, finding.when),
      worth: worthOf(reading, finding, filling.worth) * (isUnderTitle ? UNDER_TITLE : 1),
      ...askedOf(reading, finding),
    },
  ]
}
