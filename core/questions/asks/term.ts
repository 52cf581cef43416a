import { mentionsOf, rankedThings } from '../../article/things.ts'
import type { TermFinding } from '../../facts/finding.ts'
import { capital } from '../../language/capital.ts'
import { type Ask, type Rival, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { phrase } from './names.ts'
import { askedOf, isShort } from './wording.ts'
import { worthOf } from './worth.ts'

const isTerm = (finding: { readonly family: string }): finding is TermFinding => finding.family === 'term'

/** Other terms that the article explains, as wrong options. */
const termRivals = ({ findings }: AskScene, { term }: TermFinding): Rival[] =>
  findings
    .filter(isTerm)
    .filter((other) => other.sense !== 'stands for' && other.term !== term)
    .map((other) => ({
      key: phrase('phrase', other.term),
      why: `${capital(other.term)} ${other.sense} ${other.definition}.`,
      source: 'article' as const,
    }))

const MOST_NAMES = 6

const isInitials = (text: string): boolean => /^\p{Lu}{2,6}$/u.test(text)

/** Things of the article that are no person, body or place, as wrong options for a term; for initials, those of one word. */
const nameRivals = ({ reading }: AskScene, { term, definition }: TermFinding): Rival[] =>
  rankedThings(reading)
    .filter(
      ({ canonical, mentions }) =>
        mentions.every(({ sort }) => sort === 'other') &&
        !(isInitials(term) && canonical.includes(' ')) &&
        !term.includes(canonical) &&
        !canonical.includes(term) &&
        !definition.includes(canonical),
    )
    .slice(0, MOST_NAMES)
    .map(({ canonical }) => ({
      key: phrase('phrase', canonical),
      why: `The article names ${canonical}, but not as ${definition}.`,
      source: 'article' as const,
    }))

/** Initials that everybody can spell out. */
const KNOWN_TO_ALL =
  /^(?:US|USA|UK|EU|UN|TV|CD|DVD|PC|GDP|GNP|CEO|CFO|IPO|VAT|WTO|IMF|ECB|AGM|IT|AI|FBI|BBC)$/

/** What a body's own initials stand for says little about the news. */
const isBody = ({ reading }: AskScene, definition: string): boolean =>
  mentionsOf(reading, definition).some(({ sort }) => sort === 'organisation') ||
  /\b(?:Corporation|Company|Group|Inc|Ltd|plc|Holdings?|Airlines?(?: System)?|Bank|Chamber|Commerce|Association|Union|Institute|Society|Federation|Council|Agency|Commission|Authority|Organi[sz]ation|Ministry|Department|Office|Board)\.?$/.test(
    definition,
  )

/** 'A passage that much of their cargo needs': whose, the article alone says. */
const HANGING = /^(?:(?!\p{Ll}{2,}s\b)\S+ )*(?:their|they|them)\b/u

/** 'The number is even higher' is a clause and defines nothing. */
const isClause = (definition: string): boolean =>
  /^[^,]*\b(?:is|are|was|were)\b/.test(definition) && !/\b(?:who|which|that|where|when)\b/.test(definition)

/** How a term is asked for, by how the article explains it. */
const STEMS = {
  means: (definition: string): string => `Which term means “${definition}”?`,
  'is when': (definition: string): string => `What is it called when ${definition}?`,
} as const

const SENTENCES = {
  means: (definition: string): string => `The term for ${definition} is ${SLOT}.`,
  'is when': (definition: string): string => `When ${definition}, it is called ${SLOT}.`,
} as const

/** So many wrong meanings a question needs. */
const FEWEST_MEANINGS = 2

/** What the term means, where the article explains others that could be taken for it. */
function definitionAsk(
  { findings, reading }: AskScene,
  finding: TermFinding,
  base: Pick<Ask, 'fact' | 'group' | 'explanation' | 'evidence' | 'needsArticle' | 'worth'>,
): Ask[] {
  const { term, definition, sense } = finding
  const others = findings
    .filter(isTerm)
    .filter((other) => other.sense === 'means' && other.term !== term && other.definition !== definition)
  if (sense !== 'means' || others.length < FEWEST_MEANINGS) return []
  return [
    {
      ...base,
      slot: 'meaning',
      stem: `What does the term “${term}” mean?`,
      key: phrase('phrase', definition),
      rivals: others.map((other) => ({
        key: phrase('phrase', other.definition),
        why: `That is what ${other.term} means.`,
        source: 'article' as const,
      })),
      worth: worthOf(reading, finding, 0.45),
    },
  ]
}

/** What a term means, or what initials stand for. */
export function termAsks(scene: AskScene, finding: TermFinding): Ask[] {
  const { reading } = scene
  const { term, sense, definition } = finding
  const base = { ...askedOf(reading, finding), needsArticle: false, worth: worthOf(reading, finding, 0.35) }
  if (sense === 'stands for') {
    if (KNOWN_TO_ALL.test(term.replaceAll('.', '')) || isBody(scene, definition)) return []
    return [
      {
        ...base,
        slot: 'expansion',
        key: phrase('phrase', definition),
        rivals: [],
        sentence: `The initials ${term} stand for ${SLOT}.`,
        worth: worthOf(reading, finding, 0.25),
      },
    ]
  }
  if (HANGING.test(definition)) return []
  if (sense === 'means' && isClause(definition)) return []
  // A name among common words is seen at once to be no term for it.
  const isLikeTerm = ({ key }: Rival): boolean => /^\p{Lu}/u.test(key.text) === /^\p{Lu}/u.test(term)
  const terms = termRivals(scene, finding).filter(isLikeTerm)
  const rivals = [...terms, ...nameRivals(scene, finding).filter(isLikeTerm)]
  const key = phrase('phrase', term)
  const stem = STEMS[sense](definition)
  const sentence = SENTENCES[sense](definition)
  if (!isShort(stem)) return []
  return [
    {
      ...base,
      slot: 'term',
      stem,
      key,
      rivals,
      sentence,
      ...(terms.length > 0 ? { statement: sentence } : {}),
    },
    ...definitionAsk(scene, finding, base),
  ]
}
