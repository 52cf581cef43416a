import type { EventFinding } from '../../facts/finding.ts'
import { within, wordAt } from '../../facts/sentence/marked.ts'
import { isLoose } from '../../facts/sentence/pointing.ts'
import type { Ask } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { countAsk } from './event-count.ts'
import { dateAsk } from './event-date.ts'
import { figureAsk } from './event-figure.ts'
import { objectAsks } from './event-object.ts'
import { oppositeAsk } from './event-opposite.ts'
import { subjectAsk } from './event-subject.ts'
import { doerAsk, whatAsk } from './event-what.ts'

/** What is hedged is asked with its hedge, as the verb phrase keeps it; what is denied or hangs on an 'if' is not asked. */
const ASKABLE = new Set(['actual', 'planned', 'forecast', 'guidance', 'hedged', 'estimate', 'proposed'])

/** 'Growth is predicted to be 2.4%': by whom and for when the clause does not say. */
const isNobodysForecast = ({ clause, source, fact, when }: EventFinding): boolean =>
  clause.verb.isPassive &&
  when.phrase === '' &&
  source === undefined &&
  fact.status !== 'actual' &&
  /^(?:predict|expect|estimate|forecast|project|believe|think|report|say)$/.test(clause.verb.lemma)

/** The places a clause names. */
const placesIn = ({ marked, clause }: Pick<EventFinding, 'marked' | 'clause'>): string =>
  within(marked.names, { from: clause.subject.from, to: clause.rest.to })
    .filter(({ sort }) => sort === 'place')
    .map(({ canonical }) => canonical)
    .join('|')

/** Two counts of the same thing with the same verb and no time to tell them apart: '3.4 million boats were recalled', 'will recall 1.4 million boats'. */
const hasDouble = ({ findings }: AskScene, { quantity, clause, when, fact, marked }: EventFinding): boolean =>
  quantity?.kind === 'count' &&
  when.phrase === '' &&
  findings.some(
    (other) =>
      other.family === 'event' &&
      other.fact.id !== fact.id &&
      other.quantity?.kind === 'count' &&
      other.quantity.unit === quantity.unit &&
      other.quantity.value !== quantity.value &&
      other.clause.verb.lemma === clause.verb.lemma &&
      placesIn(other) === placesIn({ marked, clause }),
  )

/** 'Either a court or | a tribunal were better places': of a subject in the plural only its last part was read. */
const isPartOfSubject = ({ subject, clause: { marked, verb } }: EventFinding): boolean =>
  /^an? /i.test(subject.text) &&
  !/ and /.test(subject.text) &&
  /^(?:are|were|have)$/.test(verb.auxiliaries[0] ?? wordAt(marked, verb.head)) &&
  !/^an? (?:number|majority|handful|host|couple|lot|series|range|total|third|quarter|few|dozen|swathe|pair|string|record) /i.test(
    subject.text,
  )

/** What can be asked about who did what: how much of it, who, when. */
export function eventAsks(ask: AskScene, finding: EventFinding): Ask[] {
  const { clause, fact } = finding
  // 'its stake would be reduced' hangs on something said before
  const isSupposed = clause.verb.modal === 'would' && !clause.reporter
  const isNowhere =
    !finding.subject.isAnchored &&
    !/[\p{Lu}\d]/u.test(fact.measure ?? '') &&
    isLoose(finding.marked, { from: clause.subject.from, to: finding.predicate.to })
  if (
    !ASKABLE.has(fact.status) ||
    isSupposed ||
    // 'a firm order for 30 of the aircraft': of which ones?
    /\d of the [a-z]+$/.test(finding.said) ||
    isPartOfSubject(finding) ||
    isNowhere ||
    isNobodysForecast(finding) ||
    hasDouble(ask, finding)
  )
    return []
  if (finding.isInSubject) return countAsk(ask, finding)
  return [
    ...figureAsk(ask, finding),
    ...subjectAsk(ask, finding),
    ...objectAsks(ask, finding),
    ...dateAsk(ask, finding),
    ...whatAsk(ask, finding),
    ...doerAsk(ask, finding),
    ...oppositeAsk(ask, finding),
  ]
}
