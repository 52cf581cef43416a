import type { Name } from '../../article/name.ts'
import { mentionsOf } from '../../article/things.ts'
import type { EventFinding } from '../../facts/finding.ts'
import { within, wordAt } from '../../facts/sentence/marked.ts'
import { isLoose } from '../../facts/sentence/pointing.ts'
import type { Ask } from '../ask.ts'
import { contentWords, rootsOf } from '../checker/words.ts'
import type { AskScene } from './ask-scene.ts'
import { isOneOfMany } from './description.ts'
import { timeBehind } from './event-wording.ts'
import { askedWord, kindWord } from './kind-words.ts'
import { nameRivals, phrase, slotFor } from './names.ts'
import { outsideRivals } from './peers.ts'
import { askedOf, beginsWithGap, isShort, needsArticle, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** A person's last name, which will do as an answer. */
const surnamesOf = ({ sort, canonical }: Name): string[] => {
  const last = canonical.split(' ').at(-1)
  return sort === 'person' && last !== undefined && last !== canonical ? [last] : []
}

/** What has one doer: rule 25 says of whom it is asked. */
const BUYING_VERBS = /^(?:buy|acquire|purchase|take|agree|complete)$/

/** Words that carry meaning, without which a predicate fits too many. */
const FEWEST_WORDS = 3

/** How many words of a predicate another sentence may share before 'also' says that somebody there did it as well. */
const MOST_SHARED = 0.6

/** 'Velt also began talks with Orrin', where a sentence before tells of talks that another had with Orrin. */
function didOthersToo({ scene }: AskScene, { marked, clause, subject, said }: EventFinding): boolean {
  const isAdded =
    [clause.verb.from - 1, clause.verb.from, clause.verb.head - 1, clause.verb.to].some(
      (i) => wordAt(marked, i) === 'also',
    ) || /^(?:too|as well)$/.test(wordAt(marked, clause.rest.to - 1))
  if (!isAdded) return false
  const roots = [...new Set(rootsOf(said))]
  return scene.marked.slice(0, marked.sentence.index).some((before) => {
    const names = before.names.filter((name) => name !== undefined)
    if (
      before.isTitle ||
      !names.some(({ canonical, sort }) => sort !== 'place' && canonical !== subject.text)
    )
      return false
    const told = new Set([
      ...rootsOf(before.tokens.map(({ text }) => text).join(' ')),
      ...names.flatMap(({ canonical }) => rootsOf(canonical)),
    ])
    return roots.filter((root) => told.has(root)).length >= MOST_SHARED * roots.length
  })
}

/** Which company, or who, did it: the verb phrase stays as the article has it. */
export function subjectAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading } = ask
  const { subject, when, clause, marked, said } = finding
  const name = mentionsOf(reading, subject.text.replace(/^the /, '')).find(
    ({ canonical, text, sort, isCountry }) =>
      (sort === 'organisation' || sort === 'person' || isCountry) &&
      (canonical === subject.owner || text === subject.text),
  )
  // 'Firms led by Orrin' are not Orrin
  const isWhole =
    name !== undefined && [name.canonical, name.text].includes(subject.text.replace(/^the /i, ''))
  if (!name || !isWhole || subject.isPlural) return []
  // 'said it would recall' is the speaker's 'will'
  if (clause.reporter && clause.verb.modal === 'would') return []
  if (said.split(' ').length < 4 || said.includes(name.canonical)) return []
  // What 'it' is to a person, the words before would tell.
  if (name.sort === 'person' && /^[^\p{Lu}]*\b(?:it|its)\b/u.test(said)) return []
  // 'released the names of the companies': of which ones?
  if (
    !/[\p{Lu}\d]/u.test(`${said} ${when.isAbsolute ? when.phrase : ''}`) &&
    isLoose(marked, finding.predicate)
  )
    return []
  // 'laid out its vision' many have done
  if (contentWords(said).length < FEWEST_WORDS && within(marked.quantities, finding.predicate).length === 0)
    return []
  if (
    /^(?:have|are|were)\b/.test(said) ||
    (clause.verb.auxiliaries.length === 0 &&
      wordAt(marked, clause.verb.head) === clause.verb.lemma &&
      !/^(?:cut|put|set|hit|let|shut)$/.test(clause.verb.lemma))
  )
    return []
  if (didOthersToo(ask, finding)) return []
  if (isOneOfMany(said.replace(/^(?:is|was|are|were) /, ''))) return []
  const sort = name.sort === 'person' ? 'person' : name.isCountry ? 'place' : 'organisation'
  const opening = sort === 'person' ? 'who' : `which ${askedWord(reading, marked, name)}`
  const key = { key: name.canonical }
  const stem = opened(reading, finding, `${words(opening, said, timeBehind(finding))}?`, key)
  const statement = opened(
    reading,
    finding,
    `${words(slotFor(reading, name.canonical), said, timeBehind(finding))}.`,
    key,
  )
  const whoever = sort === 'person' ? 'the person who' : `the ${kindWord(name)} that`
  const figures = within(marked.quantities, finding.predicate).length
  return [
    {
      slot: 'subject',
      // What is too long for a question may be a statement.
      ...(isShort(stem) ? { stem } : {}),
      key: phrase(sort, name.canonical, surnamesOf(name)),
      rivals: [
        ...nameRivals(ask, finding.marked, sort, name.canonical),
        ...(BUYING_VERBS.test(clause.verb.lemma) ? outsideRivals(reading, name.canonical) : []),
      ],
      statement,
      sentence: beginsWithGap(statement)
        ? opened(
            reading,
            finding,
            `${words(whoever, said, timeBehind(finding), 'is', slotFor(reading, name.canonical))}.`,
            key,
          )
        : statement,
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, figures > 0 ? 0.7 : 0.6),
      ...askedOf(reading, finding, name.canonical),
    },
  ]
}
