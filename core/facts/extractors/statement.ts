import type { StatementFinding } from '../finding.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, posAt, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { appositionStart } from '../sentence/set-off.ts'
import { standalone } from '../sentence/standalone.ts'
import { SPEECH_VERBS } from '../sentence/words.ts'
import { speakerOf, statementFinding } from './speaker.ts'

/** How a speaker speaks of itself in what is reported. */
const SELF = { person: /^(?:he|she)$/, organisation: /^(?:it|they)$/, place: /^(?:it|they)$/ } as const

const CUT = /\b(?:as to|to|of|for|with|in|on|at|by|from|about|into|than|that|whether|stated|and|or)$/

/** 'Rejects a suggestion that he had told the board that': what is reported of what somebody may never have said. */
const isDenied = ({ marked, subject }: Clause): boolean =>
  marked.tokens
    .slice(0, subject.from)
    .some(({ lemma, pos }) => pos === 'VERB' && /^(?:reject|deny|dismiss|refute|dispute|doubt)$/.test(lemma))

const SHORTEST = 6
const LONGEST = 26

/** 'No rise as long | as markets were unstable': the condition is part of what is said. */
const isCutInAsLongAs = (marked: Marked, to: number): boolean =>
  /^(?:long|soon|far)$/.test(wordAt(marked, to - 1)) && wordAt(marked, to - 2) === 'as'

/** What named people and organisations are reported to have said, hedges kept: 'Ms Ode said the spring range was too plain'. */
export function findStatements(scene: Scene, marked: Marked, clauses: readonly Clause[]): StatementFinding[] {
  return clauses.flatMap((clause): StatementFinding[] => {
    const { reporter } = clause
    if (reporter && /^(?:show|indicate|suggest|point|describe|state)$/.test(reporter.verb.lemma)) return []
    if (
      !reporter ||
      !SPEECH_VERBS.has(reporter.verb.lemma) ||
      reporter.verb.isNegated ||
      reporter.verb.isPassive
    )
      return []
    if (marked.quoted[clause.verb.head] || reporter.verb.modal !== undefined) return []
    const speaker = speakerOf(scene, marked, reporter.subject)
    if (!speaker) return []
    const range = {
      from: clause.subject.from,
      to: clause.isCut || isCutInAsLongAs(marked, clause.rest.to) ? sentenceEnd(marked) : clause.rest.to,
    }
    if (clause.isCut && marked.quoted.slice(range.from).some((isQuoted) => isQuoted)) return []
    const opening = wordAt(marked, range.from)
    // 'Who said he expected ...' keeps its 'he': it is whoever is asked for.
    const isSelf = SELF[speaker.sort].test(opening)
    if (!isSelf && /^(?:he|she|it|they)$/.test(opening)) return []
    // 'told investors that once the purchase was completed, it would': what was said comes behind
    if (/^(?:once|when|while|if|unless|although|though)$/.test(opening)) return []
    const content =
      isSelf || opening === 'there'
        ? prefixed(
            opening,
            standalone(scene, marked, { from: range.from + 1, to: range.to }, { bound: true }),
          )
        : standalone(scene, marked, range, { bound: true })
    if (content === null || content.includes(speaker.name)) return []
    // Cut off before what it was about: 'should be made as to', 'was close to achieving'
    if (CUT.test(content) || (clause.isCut && /ing$/.test(content))) return []
    if (isDenied(reporter)) return []
    const count = content.split(' ').length
    if (count < SHORTEST || count > LONGEST) return []
    const verb = verbOf(reporter)
    if (verb === null) return []
    return [statementFinding(scene, marked, speaker, `${verb} that`, uncapital(content, marked, range.from))]
  })
}

/** Verbs that lean on something said before, or on somebody told. */
const AS_SAID: Readonly<Record<string, string>> = { told: 'said', added: 'said', adds: 'says' }

/** How somebody said it, as it stands behind 'who': 'says' for 'officials say', 'is predicting'; null where it takes more words. */
function verbOf({ marked, verb: { head, lemma, auxiliaries } }: Clause): string | null {
  const printed = wordAt(marked, head)
  if (printed === lemma) return auxiliaries.length === 0 ? `${printed}s` : null
  if (!/ing$/.test(printed)) return AS_SAID[printed] ?? printed
  const [auxiliary = ''] = auxiliaries
  if (auxiliaries.length !== 1) return null
  return /^(?:is|was)$/.test(auxiliary) ? `${auxiliary} ${printed}` : null
}

/** 'Harrow expects sales to fall by a tenth': what somebody named thinks will be. */
export function findExpectations(
  scene: Scene,
  marked: Marked,
  clauses: readonly Clause[],
): StatementFinding[] {
  return clauses.flatMap((clause): StatementFinding[] => {
    const { verb, subject, rest, reporter, isCut } = clause
    if (!/^(?:expect|forecast|predict)$/.test(verb.lemma) || verb.isPassive || verb.isNegated) return []
    if (reporter || isCut || verb.modal !== undefined || marked.quoted[verb.head]) return []
    if (!/^(?:expects|expected|forecasts|predicts|predicted)$/.test(wordAt(marked, verb.head))) return []
    if (verb.auxiliaries.length > 0 || wordAt(marked, rest.from) === 'to') return []
    const to = marked.tokens.findIndex(
      (_, i) => i > rest.from && i < rest.to && wordAt(marked, i) === 'to' && posAt(marked, i + 1) !== 'NUM',
    )
    if (to === -1 || !/^(?:VERB|AUX)$/.test(posAt(marked, to + 1)) || marked.names[to + 1]) return []
    const end = /[.,]/.test(wordAt(marked, rest.to - 1)) ? rest.to - 1 : rest.to
    const speaker = speakerOf(scene, marked, subject)
    const content = speaker && standalone(scene, marked, { from: rest.from, to: end }, { bound: true })
    if (!speaker || !content || content.includes(speaker.name) || /["“”]/.test(content)) return []
    const count = content.split(' ').length
    if (count < SHORTEST || count > LONGEST) return []
    return [statementFinding(scene, marked, speaker, wordAt(marked, verb.head), content)]
  })
}

/** Verbs of what somebody says of itself: 'claimed to have found oil'. */
const OF_ITSELF = /^(?:claims|claimed|admits|admitted)$/

/** 'Harrow, which claimed to have found oil off Peru,': what somebody named says that it did. */
export function findClaims(scene: Scene, marked: Marked): StatementFinding[] {
  const found: StatementFinding[] = []
  for (let i = 1; i < marked.tokens.length - 3; i++) {
    const isClaim =
      OF_ITSELF.test(wordAt(marked, i)) && wordAt(marked, i + 1) === 'to' && wordAt(marked, i + 2) === 'have'
    if (!isClaim || marked.quoted[i] || marked.isTitle) continue
    const range = namedBefore(marked, i)
    const speaker = range && speakerOf(scene, marked, range)
    let to = i + 3
    while (to < marked.tokens.length && !/^[,.;:()"“”–—]$/.test(wordAt(marked, to))) to++
    const content = speaker && standalone(scene, marked, { from: i + 1, to }, { bound: true })
    if (!speaker || !content || content.includes(speaker.name)) continue
    const count = content.split(' ').length
    if (count < SHORTEST || count > LONGEST) continue
    found.push(statementFinding(scene, marked, speaker, wordAt(marked, i), content))
  }
  return found
}

/** The name that a verb belongs to: right before it, or before its 'which' or 'who'. */
function namedBefore(marked: Marked, verb: number): { from: number; to: number } | null {
  const isRelative = /^(?:which|who)$/.test(wordAt(marked, verb - 1)) && wordAt(marked, verb - 2) === ','
  const before = isRelative ? verb - 3 : verb - 1
  const first = isRelative ? appositionStart(marked, verb - 2) : -1
  const at = first === -1 ? before : first - 1
  const name = marked.names[at]
  return name ? { from: marked.names.indexOf(name), to: at + 1 } : null
}

/** Behind the last word of a sentence. */
const sentenceEnd = ({ tokens }: Marked): number => {
  let end = tokens.length
  while (end > 0 && tokens[end - 1]?.pos === 'PUNCT') end--
  return end
}

const prefixed = (word: string, text: string | null): string | null =>
  text === null ? null : `${word} ${text}`
const uncapital = (text: string, marked: Marked, i: number): string =>
  marked.names[i]
    ? text
    : /^(?:The|A|An|Its|Their)\b/.test(text)
      ? text.charAt(0).toLowerCase() + text.slice(1)
      : text
