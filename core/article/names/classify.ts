import type { Lexicon } from '../../lexicon.ts'
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

const bare = (word: string): string => word.replace(/\.$/, '')
const isApostropheS = (token: Token | undefined): boolean => /^['’]s?$/.test(token?.text ?? '')

/** The token `offset` places before or behind the run. */
const before = (run: Run, offset = 1): Token | undefined => run.sentence.tokens[run.from - offset]
const after = (run: Run, offset = 0): Token | undefined => run.sentence.tokens[run.to + offset]

/** Cues: each looks at one mention and says what it makes likelier. Order does not matter. */
const CUES: readonly ((run: Run, lexicon: Lexicon) => Partial<Votes>)[] = [
  ({ honorific }) => (honorific ? { person: 4 } : {}),
  ({ words }, { places }) => (places.has(words.join(' ')) ? { place: 6 } : {}),
  ({ words }, { organisations }) => (organisations.has(words.join(' ')) ? { organisation: 6 } : {}),
  ({ words }) => (words.length > 1 && ORGANISATION_ENDS.has(words.at(-1) ?? '') ? { organisation: 5 } : {}),
  ({ words }) => (words.length > 1 && words.includes('of') ? { organisation: 4 } : {}),
  ({ words }) => (words.includes('&') ? { organisation: 4 } : {}),
  ({ words }) =>
    words.length > 1 &&
    /^(?:Street|Road|Avenue|Lane|Square|Bridge|Airport|Island|Islands|Valley|Beach|Ocean|Sea|River)$/.test(
      words.at(-1) ?? '',
    )
      ? { place: 5 }
      : {},
  ({ words }) =>
    words.length === 1 && /^[A-Z][A-Z&]{1,5}$/.test(words[0] ?? '') ? { organisation: 0.75 } : {},
  ({ words }, { givenNames }) =>
    words.length > 1 &&
    words.length < 5 &&
    givenNames.has(words[0] ?? '') &&
    !ORGANISATION_ENDS.has(bare(words.at(-1) ?? ''))
      ? { person: 3 }
      : {},
  ({ words }) => (words.length > 2 && /^\p{Lu}\.?$/u.test(words[1] ?? '') ? { person: 3 } : {}),
  // 'the retailer Harrow', 'rival Brisk'
  (run) => (COMPANY_NOUNS.has(before(run)?.text ?? '') ? { organisation: 3 } : {}),
  (run) => (COMPANY_NOUNS.has(after(run)?.text ?? '') ? { organisation: 1 } : {}),
  // 'founder Mei Tan', 'analyst Sam Cole'
  (run) => (run.words.length > 1 && PERSON_NOUNS.has(before(run)?.lower ?? '') ? { person: 3 } : {}),
  // 'the chief executive, Ana Ruiz,'
  (run) =>
    run.words.length > 1 && before(run)?.text === ',' && PERSON_NOUNS.has(before(run, 2)?.lower ?? '')
      ? { person: 3 }
      : {},
  // 'rivals like Orrin', 'young firms such as Pell'
  (run) =>
    /^(?:like|as|including)$/.test(before(run)?.text ?? '') &&
    [2, 3, 4].some((offset) => COMPANY_NOUNS.has(before(run, offset)?.text ?? ''))
      ? { organisation: 2 }
      : {},
  // 'Harrow, the retailer', 'Tom Hale, principal analyst', 'Okafor, 51,'
  (run) => {
    if (after(run)?.text !== ',') return {}
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
    return {}
  },
  // "Norvale's revenue", 'Boeing shares'
  (run) => {
    const noun = isApostropheS(after(run)) ? after(run, 1) : after(run)
    const next = isApostropheS(after(run)) ? after(run, 2) : after(run, 1)
    const isAttribute = COMPANY_ATTRIBUTES.has(noun?.text ?? '') || COMPANY_ATTRIBUTES.has(next?.text ?? '')
    return isAttribute ? { organisation: isApostropheS(after(run)) ? 1.5 : 2 } : {}
  },
  // 'shares in Boeing', 'analyst at Dunmore', 'founder of Kestrel'
  (run) => {
    const near = before(run)?.text ?? ''
    const noun = before(run, 2)?.lower ?? ''
    if (/^(?:at|for|of|with)$/.test(near) && PERSON_NOUNS.has(noun))
      return { organisation: near === 'of' ? 1.5 : 2.5 }
    if (/^(?:in|of)$/.test(near) && /^(?:shares?|stakes?|owners?|parent|investors?)$/.test(noun))
      return { organisation: 2 }
    return {}
  },
  (run) =>
    run.words.length === 1 && CORPORATE_VERBS.has(after(run)?.lemma ?? '') && after(run)?.pos === 'VERB'
      ? { organisation: 0.75 }
      : {},
  // 'in Seattle', 'near Dublin', 'across Europe'
  (run) =>
    /^(?:in|near|across|throughout|outside|around)$/.test(before(run)?.lower ?? '') &&
    run.words.length < 3 &&
    !isApostropheS(after(run))
      ? { place: 1.25 }
      : {},
  (run) =>
    after(run)?.text === ',' && /^(?:in|near|at)$/.test(before(run)?.text ?? '') ? { place: 0.75 } : {},
  // 'he', 'who' right behind
  (run) =>
    run.words.length > 1 && after(run)?.text === ',' && after(run, 1)?.text === 'who' ? { person: 3 } : {},
  // 'Snow said', two capitalised words and a verb of speech
  (run) =>
    run.words.length === 2 &&
    /^(?:say|add|tell|note|explain|warn|argue|comment|remark|insist)$/.test(after(run)?.lemma ?? '')
      ? { person: 0.75 }
      : {},
  (run) =>
    run.words.length === 2 && /^(?:said|says|added|explained)$/.test(before(run)?.text ?? '')
      ? { person: 1.5 }
      : {},
]

/** What one mention's own words and neighbours say about its sort. */
export function voteOn(run: Run, lexicon: Lexicon): Votes {
  const votes = { organisation: 0, person: 0, place: 0 }
  for (const cue of CUES) {
    const { organisation = 0, person = 0, place = 0 } = cue(run, lexicon)
    votes.organisation += organisation
    votes.person += person
    votes.place += place
  }
  return votes
}

const ENOUGH = 1

/** The sort that the summed votes speak for; `other` when they are few or divided. */
export function sortOf({ organisation, person, place }: Votes): NameSort {
  const best = Math.max(organisation, person, place)
  if (best < ENOUGH) return 'other'
  const close = [organisation, person, place].filter((vote) => vote > best - 0.5).length > 1
  if (close) return 'other'
  return best === organisation ? 'organisation' : best === person ? 'person' : 'place'
}
