import type { Name } from '../../article/name.ts'
import type { EventFinding } from '../../facts/finding.ts'
import {
  isPartOfPhrase,
  lastOfName,
  type Marked,
  posAt,
  within,
  wordAt,
} from '../../facts/sentence/marked.ts'
import { type Ask, SLOT } from '../ask.ts'
import { contentWords } from '../checker/words.ts'
import type { AskScene } from './ask-scene.ts'
import { predicateWith, timeBehind } from './event-wording.ts'
import { nameRivals, phrase } from './names.ts'
import { askedOf, needsArticle, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** Verbs of which more than one object may be true: no gap is asked there. */
const OPEN_VERBS =
  /^(?:compete|include|face|rival|operate|sell|serve|supply|own|back|employ|regulate|partner|work|meet|join|trade)$/

/** Words that carry meaning, without which a place is anybody's guess. */
const FEWEST_WORDS = 6

/** Verbs that put something in one place only: elsewhere a place is no sure answer, as more may be true of others. */
const PLACING_VERBS = /^(?:build|base|found|locate|hold|sign|open|headquarter|situate)$/

/** 'By Treasurer Ana Ruiz': the office before a person's name stays where the name is asked for. */
const isTitled = (marked: Marked, { sort }: Name, from: number, to: number): boolean =>
  sort === 'person' &&
  TITLES.test(wordAt(marked, from - 1)) &&
  !/^(?:NOUN|PROPN)$/.test(posAt(marked, to)) &&
  !/^['’]s?$/.test(wordAt(marked, to))

const TITLES =
  /^(?:president|minister|secretary|treasurer|chancellor|governor|chairman|chairwoman|executive|director|commissioner|founder|chief|boss|premier|senator|judge|prosecutor|attorney|leader|head|mayor|ambassador|tycoon|businessman|financier|billionaire|entrepreneur)$/

/** A named person, body or place inside the verb phrase: as a gap, and as a statement that can be altered. */
export function objectAsks(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading } = ask
  const { marked, predicate, clause, subject, when } = finding
  if (OPEN_VERBS.test(clause.verb.lemma)) return []
  const names = within(marked.names, { from: clause.verb.to, to: predicate.to }).filter(
    ({ sort, canonical }) =>
      sort !== 'other' && canonical !== subject.text && !subject.text.includes(canonical),
  )
  const counts = new Map<string, number>()
  for (const { sort } of names) counts.set(sort, (counts.get(sort) ?? 0) + 1)
  return names.flatMap((name): Ask[] => {
    const { sort } = name
    if (sort === 'other' || (sort === 'place' && !PLACING_VERBS.test(clause.verb.lemma) && !name.isCountry))
      return []
    if ((counts.get(sort) ?? 0) > 1 || (sort === 'person' && !name.canonical.includes(' '))) return []
    const from = marked.names.indexOf(name)
    const to = lastOfName(marked, from) + 1
    // '12,600 MW' of a dam is no body
    if (marked.quantities[from] !== undefined || posAt(marked, from - 1) === 'NUM') return []
    if (!isTitled(marked, name, from, to) && isPartOfPhrase(marked, { from, to }, clause.verb.to)) return []
    // 'EVA of Taiwan' says where EVA is
    if (sort === 'place' && wordAt(marked, from - 1) === 'of' && marked.names[from - 2]) return []
    const said = predicateWith(ask, finding, { from, to }, SLOT)
    if (said === null || said.includes(name.canonical)) return []
    // 'Shares fell in _____' could be anywhere
    if (sort === 'place' && contentWords(`${subject.text} ${said}`).length < FEWEST_WORDS) return []
    const statement = opened(reading, finding, `${words(subject.text, said, timeBehind(finding))}.`, {
      key: name.canonical,
    })
    const surname = sort === 'person' ? (name.canonical.split(' ').at(-1) ?? '') : ''
    return [
      {
        slot: `object-${sort}`,
        key: phrase(sort, sort === 'person' ? name.canonical : name.text, surname === '' ? [] : [surname]),
        rivals: nameRivals(ask, marked, sort, name.canonical),
        ...(sort === 'place' && !PLACING_VERBS.test(clause.verb.lemma) ? {} : { statement }),
        sentence: statement,
        needsArticle: needsArticle(reading, when),
        worth: worthOf(reading, finding, 0.5),
        ...askedOf(reading, finding),
      },
    ]
  })
}
