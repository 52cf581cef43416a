import type { Reading } from '../../article/reading.ts'
import type { EventFinding } from '../../facts/finding.ts'
import { wordAt } from '../../facts/sentence/marked.ts'
import { standalone } from '../../facts/sentence/standalone.ts'
import { capital } from '../../language/capital.ts'
import { keepWith } from '../../remember.ts'
import { type Ask, type Rival, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { whenBehind } from './event-wording.ts'
import { phrase } from './names.ts'
import { invert, secondPredicate } from './turn-round.ts'
import { askedOf, isShort, words } from './wording.ts'
import { worthOf } from './worth.ts'

const DATED: Readonly<Record<string, string>> = {
  day: 'on what date',
  month: 'in which month',
  year: 'in which year',
}

/** The times of an article that name their year, by their sort, each wording once: gathered once for all that is asked by them. */
const datedPhrases = keepWith(({ periods }: Reading): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { sort, phrase } of periods) {
    if (phrase === undefined || !/\d{4}$/.test(phrase)) continue
    const phrases = found.get(sort) ?? new Set<string>()
    found.set(sort, phrases.add(phrase))
  }
  return found
})

const DATED_DEEDS =
  /^(?:found|open|buy|acquire|merge|launch|close|list|die|join|win|start|begin|sell|sign|introduce|ban|become|deliver|import|export|pay|employ|build|set|lose|appoint|name|file|sue|found|move|enter|leave|retire|invent|cut|spend|earn|report|make|produce|use|settle|fine|approve|reject|block|collapse|crash|strike)$/

/** Whether a clause tells of a deed that is done at one time, its tense past. */
const isDatedDeed = ({ marked, verb }: EventFinding['clause']): boolean =>
  DATED_DEEDS.test(verb.lemma) && !/ing$/.test(wordAt(marked, verb.head))

/** When it happened, where the text gives an absolute day, month or year. */
export function dateAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading } = ask
  const { marked, clause, predicate, when, subject, said, fact } = finding
  const { period } = when
  const how = period ? DATED[period.sort] : undefined
  const turned = invert(finding)
  // 'in which year has it sold' is no English
  if (
    /^(?:be|have|remain)$/.test(clause.verb.lemma) ||
    /^(?:has|have)$/.test(clause.verb.auxiliaries[0] ?? '')
  )
    return []
  // 'did the ruling follow a hearing and was made public'
  if (secondPredicate(marked, clause.verb.to, predicate.to) < predicate.to) return []
  // 'signalled faster rises in 2017': the year may be that of the rises
  if (period?.sort === 'year' && !isDatedDeed(clause) && marked.periods.indexOf(period) > clause.subject.from)
    return []
  if (!period?.phrase || !how || !turned || fact.status !== 'actual' || whenBehind(finding) === '') return []
  const rest = standalone(ask.scene, marked, { from: clause.verb.to, to: predicate.to }, { bound: true })
  if (rest === null || rest.split(' ').length < 2) return []
  const text = period.phrase.replace(/^(?:in|on)\s/, '')
  // 'by 13 August', 'before 2024' are no dates of what happened
  if (!/\d{4}$/.test(text) || /^(?:by|before|until|since|after|during|over|from|between)\b/.test(text))
    return []
  const stem = `${words(how, turned.auxiliary, subject.text, turned.verb, rest)}?`
  if (!isShort(stem)) return []
  const sort = period.sort === 'year' ? ('year' as const) : ('date' as const)
  const rivals: Rival[] = []
  for (const other of datedPhrases(reading).get(period.sort) ?? []) {
    if (other === period.phrase) continue
    const shown = other.replace(/^(?:in|on)\s/, '')
    const why = `${shown} stands elsewhere in the article, for something else.`
    rivals.push({ key: phrase(sort, shown), why, source: 'article' })
  }
  const statement = capital(`${words(subject.text, said, `${how.startsWith('on') ? 'on' : 'in'} ${SLOT}`)}.`)
  return [
    {
      slot: 'date',
      stem: capital(stem),
      key: phrase(sort, text),
      rivals: [...rivals, ...(period.sort === 'year' ? neighbouringYears(Number(text)) : [])],
      statement,
      sentence: statement,
      needsArticle: false,
      worth: worthOf(reading, finding, 0.55),
      ...askedOf(reading, finding),
    },
  ]
}

const neighbouringYears = (year: number): Rival[] =>
  [-2, -1, 1, 2].map((step) => ({
    key: phrase('year', String(year + step)),
    why: `The article gives ${year}.`,
    source: 'computed' as const,
  }))
