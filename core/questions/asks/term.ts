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
const termRivals = ({ findings }: AskScene, { term, sense }: TermFinding): Rival[] =>
  findings
    .filter(isTerm)
    .filter((other) => other.sense === sense && other.term !== term)
    .map((other) => ({
      key: phrase('phrase', other.term),
      why: `${capital(other.term)} ${sense} ${other.definition}.`,
      source: 'article' as const,
    }))

const MOST_NAMES = 6

/** Things of the article that are no person, body or place, as wrong options for a term that is a name. */
const nameRivals = ({ reading }: AskScene, { term, definition }: TermFinding): Rival[] =>
  rankedThings(reading)
    .filter(
      ({ canonical, mentions }) =>
        mentions.every(({ sort }) => sort === 'other') &&
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
const KNOWN_TO_ALL = /^(?:US|USA|UK|EU|UN|TV|CD|DVD|PC)$/

/** What a body's own initials stand for says little about the news. */
const isBody = ({ reading }: AskScene, definition: string): boolean =>
  mentionsOf(reading, definition).some(({ sort }) => sort === 'organisation') ||
  /\b(?:Corporation|Company|Group|Inc|Ltd|plc|Holdings?|Airlines?(?: System)?|Bank)\.?$/.test(definition)

/** What a term means, or what initials stand for. */
export function termAsks(scene: AskScene, finding: TermFinding): Ask[] {
  const { reading } = scene
  const { term, sense, definition } = finding
  const base = { ...askedOf(reading, finding), needsArticle: false, worth: worthOf(reading, finding, 0.5) }
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
  // 'the number is even higher' is a clause, no definition
  if (
    /^[^,]*\b(?:is|are|was|were)\b/.test(definition) &&
    !/\b(?:who|which|that|where|when)\b/.test(definition)
  )
    return []
  const stem = `Which term means “${definition}”?`
  return isShort(stem)
    ? [
        {
          ...base,
          slot: 'term',
          stem,
          key: phrase('phrase', term),
          rivals: [...termRivals(scene, finding), ...nameRivals(scene, finding)],
          sentence: `The term for ${definition} is ${SLOT}.`,
        },
      ]
    : []
}
