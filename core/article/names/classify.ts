import type { Lexicon } from '../../lexicon.ts'
import { wordSet } from '../../word-set.ts'
import type { NameSort } from '../name.ts'
import type { Token } from '../reading.ts'
import type { Run } from './runs.ts'
import {
  COMPANY_ATTRIBUTES,
  COMPANY_NOUNS,
  CORPORATE_VERBS,
  ORGANISATION_ENDS,
  PERSON_NOUNS,
} from './words.ts'

/** Points for and against each sort; the mentions of one thing add theirs up. */
export type Votes = Readonly<Record<Exclude<NameSort, 'other'>, number>>

/** Most cues say nothing of most names. */
const NONE: Partial<Votes> = {}

const bare = (word: string): string => word.replace(/\.$/, '')
/** What is neither a body nor a person nor a place. */
const NOBODY: Partial<Votes> = { organisation: -6, person: -6, place: -6 }

const APOSTROPHES = wordSet("' ’ 's ’s")
const isApostropheS = (token: Token | undefined): boolean => APOSTROPHES.has(token?.text ?? '')

/** The token `offset` places before or behind the run. */
const before = (run: Run, offset = 1): Token | undefined => run.sentence.tokens[run.from - offset]
const after = (run: Run, offset = 0): Token | undefined => run.sentence.tokens[run.to + offset]

const LAWS = wordSet(
  'Act Acts Law Rule Rules Treaty Directive Regulation Code Constitution Agreement Accord Plan Pact Protocol Prize Award Awards Lecture Lectures Cup Trophy',
)

/** Cues of a name's own words, the same wherever it stands. Each says what it makes likelier; order does not matter. */
const WORD_CUES: readonly ((words: readonly string[], lexicon: Lexicon) => Partial<Votes>)[] = [
  (words, { places }) => (places.has(words.join(' ')) ? { place: 6 } : NONE),
  (words, { organisations }) => (organisations.has(words.join(' ')) ? { organisation: 6 } : NONE),
  // 'the Dow', 'Brent crude': whatever they do in a sentence, nobody works there
  (words, { things }) => (things.has(words.join(' ')) ? NOBODY : NONE),
  // 'the Trade Expansion Act'
  (words) =>
    words.length > 1 && LAWS.has(words.at(-1) ?? '') ? { organisation: -6, person: -6, place: -6 } : NONE,
  (words) => (words.length > 1 && ORGANISATION_ENDS.has(words.at(-1) ?? '') ? { organisation: 5 } : NONE),
  (words) => (words.length > 1 && words.includes('of') ? { organisation: 4 } : NONE),
  (words) => (words.includes('&') ? { organisation: 4 } : NONE),
  (words) =>
    words.length > 1 &&
    /^(?:Street|Road|Avenue|Lane|Square|Bridge|Airport|Island|Islands|Valley|Beach|Ocean|Sea|River)$/.test(
      words.at(-1) ?? '',
    )
      ? { place: 5 }
      : NONE,
  (words) =>
    words.length === 1 && /^[A-Z][A-Z&]{1,5}$/.test(words[0] ?? '') ? { organisation: 0.75 } : NONE,
  (words, { givenNames }) =>
    words.length > 1 &&
    words.length < 5 &&
    givenNames.has(words[0] ?? '') &&
    !ORGANISATION_ENDS.has(bare(words.at(-1) ?? ''))
      ? { person: 3 }
      : NONE,
  (words) => (words.length > 2 && /^\p{Lu}\.?$/u.test(words[1] ?? '') ? { person: 3 } : NONE),
]

const EXAMPLES = wordSet('like as including')
const EMPLOYED = wordSet('at for of with')
const PLACING = wordSet('in near across throughout outside around')

/** Cues of what stands around one mention. */
const MENTION_CUES: readonly ((run: Run) => Partial<Votes>)[] = [
  // more than a list of firms: 'Mr Sears'
  ({ honorific }) => (honorific ? { person: 7 } : NONE),
  // 'the retailer Harrow', 'rival Brisk'
  (run) => (COMPANY_NOUNS.has(before(run)?.text ?? '') ? { organisation: 3 } : NONE),
  // 'the North Leeds company' is from there, 'Harrow group' is Harrow
  (run) => {
    if (!COMPANY_NOUNS.has(after(run)?.text ?? '')) return NONE
    const isFromThere =
      /^(?:the|a)$/.test(before(run)?.lower ?? '') && /^(?:company|firm)$/.test(after(run)?.text ?? '')
    return isFromThere ? { place: 1.25 } : { organisation: 1 }
  },
  // 'founder Mei Tan', 'analyst Sam Cole'
  (run) => (run.words.length > 1 && PERSON_NOUNS.has(before(run)?.lower ?? '') ? { person: 3 } : NONE),
  // 'the chief executive, Ana Ruiz,'
  (run) =>
    run.words.length > 1 && before(run)?.text === ',' && PERSON_NOUNS.has(before(run, 2)?.lower ?? '')
      ? { person: 3 }
      : NONE,
  // 'rivals like Orrin', 'young firms such as Pell'
  (run) =>
    EXAMPLES.has(before(run)?.text ?? '') &&
    [2, 3, 4].some((offset) => COMPANY_NOUNS.has(before(run, offset)?.text ?? ''))
      ? { organisation: 2 }
      : NONE,
  // 'Harrow, the retailer', 'Tom Hale, principal analyst', 'Okafor, 51,'
  (run) => {
    if (after(run)?.text !== ',') return NONE
    const words = run.sentence.tokens.slice(run.to + 1, run.to + 7).map((t) => t.text)
    const stop = words.findIndex((word) => /^[,.;]$/.test(word))
    const phrase = (stop === -1 ? words : words.slice(0, stop)).map((word) => word.toLowerCase())
    if (/^\d{2}$/.test(words[0] ?? '') && words[1] === ',') return { person: 4 }
    if (
      phrase.slice(0, 5).some((word) => PERSON_NOUNS.has(word)) &&
      run.words.length > 1 &&
      !/^(?:whose|which|where)$/.test(phrase[0] ?? '')
    )
      return { person: 2 }
    if (
      phrase.slice(0, 4).some((word) => COMPANY_NOUNS.has(word)) &&
      /^(?:the|a|an|which|one)$/.test(phrase[0] ?? '')
    )
      return { organisation: 2 }
    return NONE
  },
  // "Norvale's revenue", 'Boeing shares'
  (run) => {
    const noun = isApostropheS(after(run)) ? after(run, 1) : after(run)
    const next = isApostropheS(after(run)) ? after(run, 2) : after(run, 1)
    const isAttribute = COMPANY_ATTRIBUTES.has(noun?.text ?? '') || COMPANY_ATTRIBUTES.has(next?.text ?? '')
    return isAttribute ? { organisation: isApostropheS(after(run)) ? 1.5 : 2 } : NONE
  },
  // 'shares in Boeing', 'analyst at Dunmore', 'founder of Kestrel'
  (run) => {
    const near = before(run)?.text ?? ''
    const noun = before(run, 2)?.lower ?? ''
    if (EMPLOYED.has(near) && PERSON_NOUNS.has(noun)) return { organisation: near === 'of' ? 1.5 : 2.5 }
    if ((near === 'in' || near === 'of') && /^(?:shares?|stakes?|owners?|parent|investors?)$/.test(noun))
      return { organisation: 2 }
    return NONE
  },
  (run) =>
    run.words.length === 1 && CORPORATE_VERBS.has(after(run)?.lemma ?? '') && after(run)?.pos === 'VERB'
      ? { organisation: 0.75 }
      : NONE,
  // 'in Seattle', 'near Dublin', 'across Europe'
  (run) =>
    PLACING.has(before(run)?.lower ?? '') && run.words.length < 3 && !isApostropheS(after(run))
      ? { place: 1.25 }
      : NONE,
  (run) =>
    after(run)?.text === ',' && /^(?:in|near|at)$/.test(before(run)?.text ?? '') ? { place: 0.75 } : NONE,
  // 'he', 'who' right behind
  (run) =>
    run.words.length > 1 && after(run)?.text === ',' && after(run, 1)?.text === 'who' ? { person: 3 } : NONE,
  // 'Snow said', two capitalised words and a verb of speech
  (run) =>
    run.words.length === 2 &&
    /^(?:say|add|tell|note|explain|warn|argue|comment|remark|insist)$/.test(after(run)?.lemma ?? '')
      ? { person: 0.75 }
      : NONE,
  (run) =>
    run.words.length === 2 && /^(?:said|says|added|explained)$/.test(before(run)?.text ?? '')
      ? { person: 1.5 }
      : NONE,
]

function sumOf(votes: readonly Partial<Votes>[]): Votes {
  const sum = { organisation: 0, person: 0, place: 0 }
  for (const vote of votes) {
    if (vote === NONE) continue
    sum.organisation += vote.organisation ?? 0
    sum.person += vote.person ?? 0
    sum.place += vote.place ?? 0
  }
  return sum
}

/** What a name's own words say about its sort. */
export const voteOnWords = (words: readonly string[], lexicon: Lexicon): Votes =>
  sumOf(WORD_CUES.map((cue) => cue(words, lexicon)))

/** What the neighbours of one mention say about its sort. */
export const voteOnMention = (run: Run): Votes => sumOf(MENTION_CUES.map((cue) => cue(run)))

const ENOUGH = 1

/** The sort that the summed votes speak for; `other` when they are few or divided. */
export function sortOf({ organisation, person, place }: Votes): NameSort {
  const best = Math.max(organisation, person, place)
  if (best < ENOUGH) return 'other'
  const close = [organisation, person, place].filter((vote) => vote > best - 0.5).length > 1
  if (close) return 'other'
  return best === organisation ? 'organisation' : best === person ? 'person' : 'place'
}
