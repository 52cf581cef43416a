import type { ChangeFinding, Subject } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, type Range, within, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { statusOf } from '../status.ts'
import { headOf, organisationOf, ownMeasure, subjectOf } from '../subject.ts'
import { whenIn, whenReported } from '../time.ts'
import { readFigures } from './change-figures.ts'
import { changeFinding } from './change-finding.ts'
import { type Direction, DOWNWARD, directionOf, PAST, PLAIN, pastOf, UPWARD } from './change-words.ts'

/** What shows figures but does not own them. */
const SOURCES =
  /^(?:figures?|data|statistics|numbers|survey|report|study|results|estimates?|analysis|poll|index|research)$/

/** What is measured of a country or a firm, so that nothing else is measured at it. */
const COUNTRY_HAS =
  /\b(?:exports?|imports?|sales|output|production|growth|inflation|economy|spending|deficit|surplus|trade)$/

/** A measure named inside a clause belongs to the clause's subject: 'X’s mining arm did well, with output rising 21%'. */
function partOf(scene: Scene, clause: Clause, range: Range): Subject | null {
  const { marked } = clause
  const bare = subjectOf(scene, marked, range)
  const isOwned = within(marked.names, range).length > 0
  if (isOwned || !bare) return bare
  if (SOURCES.test(wordAt(marked, headOf(marked, clause.subject)))) return bare
  const whole = subjectOf(scene, marked, clause.subject)
  if (!whole?.isAnchored) return bare
  // 'The exchange did best, with its index rising 12%'
  if (bare.owner !== undefined && bare.owner === whole.owner) return bare
  const organisation = organisationOf(scene, clause)
  if (organisation === whole.text) return subjectOf(scene, marked, range, organisation)
  const isCountry = marked.names[headOf(marked, clause.subject)]?.isCountry === true
  if (isCountry && whole.text === whole.owner) return ownMeasure(whole.owner, bare.measure, bare.isPlural)
  // 'Norland's exports soared, with the total up 9%': a measure is at no other measure
  if (/['’]s? /.test(whole.text) && COUNTRY_HAS.test(whole.measure)) return null
  return {
    text: `${bare.measure} at ${whole.text}`,
    isPlural: bare.isPlural,
    isAnchored: true,
    ...(whole.owner ? { owner: whole.owner } : {}),
    measure: `${whole.measure} ${bare.measure}`,
  }
}

/** 'Up 8% on the forecast': set beside something else than its own past. */
const isOnAnother = (marked: Marked, at: number): boolean =>
  [at - 1, at].some((i) => /^(?:on|than|against)$/.test(wordAt(marked, i))) &&
  within(marked.periods, { from: at, to: at + 4 }).length === 0

const isSeen = ({ verb }: Clause): boolean => verb.lemma === 'see'

/** 'showed imports down 3.4% to $81.2bn': no verb between the measure and 'down'. */
export function verbless(scene: Scene, marked: Marked, clauses: readonly Clause[]): ChangeFinding[] {
  const found: ChangeFinding[] = []
  for (let i = 1; i < marked.tokens.length; i++) {
    const word = wordAt(marked, i)
    // 'Saw sales rise 13%': the bare verb behind 'see' and its measure.
    const isBareVerb = PAST[word] !== undefined && marked.quantities[i + 1] !== undefined
    const participle =
      (word.endsWith('ing') || isBareVerb) && PAST[marked.tokens[i]?.lemma ?? '']
        ? directionOf(marked.tokens[i]?.lemma ?? '')
        : null
    if ((!UPWARD.has(word) && !DOWNWARD.has(word) && !participle) || marked.quoted[i]) continue
    const clause = clauses.findLast(({ verb }) => verb.to <= i)
    if (!clause || clause.verb.isNegated || i >= clause.rest.to + 8) continue
    const figures = readFigures(marked, i + 1, marked.tokens.length)
    if (!figures.by) continue
    let from = i
    while (
      from > clause.verb.to &&
      (/^(?:NOUN|ADJ|PROPN|DET)$/.test(marked.tokens[from - 1]?.pos ?? '') ||
        /^['’]s?$/.test(wordAt(marked, from - 1)) ||
        marked.names[from - 1])
    )
      from--
    const link = wordAt(marked, from - 1)
    const isShown = /^(?:show|see|report|post|leave)$/.test(clause.verb.lemma) && from <= clause.verb.to + 1
    const isDriven = /^(?:driving|sending|pushing|leaving|with|lifting|taking|bringing)$/.test(link)
    const isTail = wordAt(marked, i - 1) === ',' && clause.verb.lemma === 'be'
    const isBare = from < i && (isShown || isDriven) && (!isBareVerb || isSeen(clause))
    if (!isBare && (!isTail || isOnAnother(marked, figures.end))) continue
    const subject = isBare ? partOf(scene, clause, { from, to: i }) : subjectOf(scene, marked, clause.subject)
    if (!subject) continue
    const direction: Direction = participle ?? (UPWARD.has(word) ? 'up' : 'down')
    const when =
      participle && !whenIn(marked, clause.rest).period
        ? whenIn(marked, { from: i, to: figures.end })
        : whenIn(marked, { from: isDriven ? i : 0, to: figures.end })
    const words = participle
      ? { verb: marked.tokens[i]?.lemma ?? '', past: pastOf(marked.tokens[i]?.lemma ?? '') }
      : PLAIN[direction]
    const change = changeFinding({
      scene,
      marked,
      subject,
      figures,
      direction,
      ...words,
      status: statusOf(clause),
      when: whenReported(scene, marked, subject.measure, when),
      range: { from: i, to: figures.end },
      limit: marked.tokens.length,
      clause,
    })
    if (change) found.push(change)
  }
  return found
}
