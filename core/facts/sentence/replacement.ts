import { takesThe } from '../../article/things.ts'
import { keepWith } from '../../remember.ts'
import { possessive } from '../possessive.ts'
import { antecedent, subjectMeant } from './antecedent.ts'
import { type Marked, posAt, type Range, wordAt } from './marked.ts'
import { isOfTitle, pointing } from './pointing.ts'
import type { Scene } from './scene.ts'
import type { Wording } from './wording.ts'
import { SPEECH_VERBS } from './words.ts'

/** Where a word stands that may have to be replaced. */
interface Place {
  readonly scene: Scene
  readonly marked: Marked
  readonly i: number
  readonly range: Range
  readonly bound: boolean
}

/** A text in place of words, and where they end; undefined where they may stay; null where it cannot be told what they stand for. */
type Replaced = { readonly text: string; readonly to: number } | null | undefined

const isAtStart = ({ i, range }: Place): boolean => i === range.from

const TITLED = /\b(Mr|Mrs|Ms) (\p{Lu}[\p{L}’'-]+)/gu

/** The titles an article gives, each with the surname behind it: 'Ms Ruiz'. */
const titledIn = keepWith(
  ({ text }: Scene['reading']): ReadonlySet<string> => new Set(text.match(TITLED) ?? []),
)

/** Whether the article calls somebody 'Ms' whom 'he' would stand for, or 'Mr' whom 'she' would. */
function isCalledOtherwise(
  { scene, marked, i }: Pick<Place, 'scene' | 'marked' | 'i'>,
  who: string,
): boolean {
  const surname = who.split(' ').at(-1) ?? ''
  const isCalled = (title: string): boolean => titledIn(scene.reading).has(`${title} ${surname}`)
  if (/^(?:he|his)$/.test(wordAt(marked, i))) return isCalled('Ms') || isCalled('Mrs')
  return /^(?:she|her)$/.test(wordAt(marked, i)) && isCalled('Mr')
}

function person(place: Place): Replaced {
  if (place.bound && !isAtStart(place)) return undefined
  const who = antecedent(place.scene, place.marked, place.i, 'person')
  return who === null || isCalledOtherwise(place, who) ? null : { text: who, to: place.i + 1 }
}

const owner =
  (sort: 'person' | 'organisation') =>
  ({ scene, marked, i, range, bound }: Place): Replaced => {
    if (bound) return undefined
    const who = antecedent(scene, marked, i, sort)
    if (who !== null && isCalledOtherwise({ scene, marked, i }, who)) return null
    // 'Jane Doe and her family'
    if (who !== null && marked.names.slice(range.from, i).some((name) => name?.canonical === who))
      return undefined
    // 'Its Next Directory' of Next says the owner's name already.
    if (who !== null && marked.names[i + 1]?.text.startsWith(who)) return { text: '', to: i + 1 }
    return who === null
      ? null
      : { text: possessive(takesThe(scene.reading, who) ? `the ${who}` : who), to: i + 1 }
  }

function thing(place: Place): Replaced {
  const { scene, marked, i, bound } = place
  if (bound && !isAtStart(place)) return isSomethingElse(marked, i) ? null : undefined
  const what =
    isAtStart(place) && /^(?:be|look|seem|appear|emerge|transpire|happen)$/.test(nextVerb(marked, i))
      ? null
      : subjectMeant(scene, marked, i)
  if (
    what === null ||
    (isSuffering(marked, i) && !marked.names.slice(0, i).some((name) => name?.sort === 'organisation'))
  )
    return null
  return { text: takesThe(scene.reading, what) ? `the ${what}` : what, to: i + 1 }
}

/** 'It has been moored': what is done to something may be done to a thing that the sentence before told of. */
function isSuffering({ tokens }: Marked, i: number): boolean {
  const behind = tokens.slice(i + 1, i + 5)
  const be = behind.findIndex(({ lower }) => /^(?:is|was|been|being|be|'s|’s)$/.test(lower))
  return be !== -1 && behind[be + 1]?.pos === 'VERB' && !/ing$/.test(behind[be + 1]?.lower ?? '')
}

const several = (place: Place): Replaced => (place.bound && !isAtStart(place) ? undefined : null)
const nobodyNamed = (): Replaced => null
const oneOfTwo = ({ marked, i }: Place): Replaced => (wordAt(marked, i - 1) === 'the' ? null : undefined)

const NOBODY_NAMED =
  'i we you me my our your them him these those this ones himself herself here there'.split(' ')

/** THE TABLE: the words that point at what was said before, and what becomes of each. */
const POINTERS: ReadonlyMap<string, (place: Place) => Replaced> = new Map<string, (place: Place) => Replaced>(
  [
    ['he', person],
    ['she', person],
    ['his', owner('person')],
    ['her', owner('person')],
    ['it', thing],
    ['its', owner('organisation')],
    ['they', several],
    ['their', several],
    ...NOBODY_NAMED.map((word) => [word, nobodyNamed] as const),
    ['us', ({ marked, i }) => (marked.tokens[i]?.text === 'US' ? undefined : null)],
    ['such', ({ marked, i }) => (wordAt(marked, i + 1) === 'as' ? undefined : null)],
    [
      'that',
      // 'that deal', 'offsetting that,'
      ({ marked, i }) =>
        (posAt(marked, i) === 'DET' && posAt(marked, i + 1) === 'NOUN') ||
        (i === 0 && /^(?:VERB|AUX)$/.test(posAt(marked, i + 1))) ||
        posAt(marked, i + 1) === 'PUNCT' ||
        // 'lowered that in March'
        (posAt(marked, i - 1) === 'VERB' &&
          (marked.periods[i + 1] !== undefined || posAt(marked, i + 1) === 'ADP'))
          ? null
          : undefined,
    ],
    ['latter', oneOfTwo],
    ['former', oneOfTwo],
    ['the', ({ scene, marked, i, range }) => pointing(scene, marked, i, range)],
  ],
)

/** What a pronoun or pointing phrase at token `i` becomes; undefined too when the token is neither. */
export function replacement(
  scene: Scene,
  marked: Marked,
  i: number,
  range: Range,
  { bound = false, loose }: Wording,
): Replaced {
  const word = wordAt(marked, i)
  const replaced = POINTERS.get(word)?.({ scene, marked, i, range, bound })
  return replaced === null && loose && word === 'the' && isOfTitle(scene, marked, i) ? undefined : replaced
}

/** Whether 'it' is what the verb before it is done to, and so not the subject: 'approve it', but not 'find it hard'. */
const isSomethingElse = ({ tokens }: Marked, i: number): boolean =>
  /^(?:VERB|ADP)$/.test(tokens[i - 1]?.pos ?? '') &&
  !SPEECH_VERBS.has(tokens[i - 1]?.lemma ?? '') &&
  !/^(?:ADJ|AUX|VERB)$/.test(tokens[i + 1]?.pos ?? '')

/** The dictionary form of the first verb behind a token. */
const nextVerb = (marked: Marked, i: number): string => {
  const next = marked.tokens.slice(i + 1, i + 5).find(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return next && /^(?:is|was|are|were|be|been|'s|’s|would|will|has|had)$/i.test(next.text)
    ? copulaOr(marked, i, next.lemma)
    : (next?.lemma ?? '')
}

/** 'It would be', 'it has been': the copula behind an auxiliary; else the verb. */
function copulaOr(marked: Marked, i: number, lemma: string): string {
  const words = marked.tokens.slice(i + 1, i + 5).map(({ text }) => text.toLowerCase())
  const at = words.findIndex((word) => /^(?:is|was|be|been|'s|’s)$/.test(word))
  if (at === -1) return lemma
  const next = marked.tokens[i + 2 + at]
  // 'it is expanding', 'it was founded' act; 'it is hard', 'it was a story' may point at nothing
  const isImpersonal =
    /^(?:intended|believed|thought|expected|hoped|said|reported|estimated|feared|understood|assumed|planned|known)$/i.test(
      next?.text ?? '',
    )
  return next?.pos === 'VERB' && !isImpersonal ? next.lemma : 'be'
}
