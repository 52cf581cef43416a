import type { EventFinding, When } from '../../facts/finding.ts'
import { type Marked, type Range, rangeSome, wordAt } from '../../facts/sentence/marked.ts'
import { standalone } from '../../facts/sentence/standalone.ts'
import type { AskScene } from './ask-scene.ts'
import { words } from './wording.ts'

/** The time as it is added behind a predicate: not where the predicate holds it already. */
export function timeBehind(finding: EventFinding): string {
  const { place, marked, predicate } = finding
  const at = place.search(/\p{Lu}/u)
  const name = at === -1 ? '' : place.slice(at)
  // 'has trouble with Japan's users | in Japan'
  const isSaid =
    name !== '' &&
    rangeSome(predicate.from, predicate.to, (i) => name.includes(marked.names[i]?.text ?? ' / '))
  return words(isSaid ? '' : place, whenBehind(finding))
}

/** The time alone. */
export function whenBehind({ marked, predicate, when, fact, clause }: EventFinding): string {
  const { period } = when
  // What is planned did not happen at the time the sentence tells of the plan.
  const isAhead =
    (fact.status !== 'actual' && !(clause.verb.modal === 'will' && !clause.reporter)) ||
    (clause.verb.lemma === 'be' && wordAt(marked, clause.verb.to) === 'to')
  if (isAhead && period && marked.periods.indexOf(period) < clause.subject.from) return ''
  // 'On 3 May: the crisis has shown ...' is the day of the report
  if (period?.sort === 'day' && /^(?:has|have)$/.test(clause.verb.auxiliaries[0] ?? '')) return ''
  // 'earned a profit in 2024 where it had lost money in 2023': the times stand where they belong
  const holdsAnother = rangeSome(predicate.from, predicate.to, (i) => {
    const other = marked.periods[i]
    return other !== undefined && other !== period && other.relation === undefined
  })
  return holdsAnother ? '' : whenOutside(marked, predicate, when)
}

/** A time as it is said beside a range; '' where the range tells it. */
export function whenOutside(marked: Marked, { from, to }: Range, { period, phrase }: When): string {
  const at = period ? marked.periods.indexOf(period) : -1
  return at >= from && at < to ? '' : phrase
}

/** The predicate's words with something in the place of a range, names in full. */
export const predicateWith = (
  { scene }: AskScene,
  { marked, predicate }: EventFinding,
  range: Range,
  text: string,
): string | null => standalone(scene, marked, predicate, { bound: true, slot: { range, text } })

/** Words of what is counted: 'cars' in '1.8 million cars'. */
export function countedNoun(marked: Marked, range: Range): string {
  const nouns: string[] = []
  for (let i = range.from; i < range.to; i++) {
    const token = marked.tokens[i]
    if (
      token &&
      (/^(?:NOUN|ADJ|PROPN)$/.test(token.pos) || /^(?:daily|weekly|monthly)$/.test(token.lower)) &&
      !/\d/.test(token.text) &&
      !/^(?:hundred|thousand|million|billion|trillion|dozen|m|mn|mln|bn|tn|k)s?$/i.test(token.text)
    )
      nouns.push(token.text)
    // 'deep and surface mines'
    else if (token?.lower === 'and' && nouns.length > 0 && i + 1 < range.to) nouns.push('and')
  }
  return nouns.join(' ')
}
