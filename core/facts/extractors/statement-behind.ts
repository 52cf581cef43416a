import type { StatementFinding } from '../finding.ts'
import { possessive } from '../possessive.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, posAt, type Range, rangeSome, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { opensSmall } from './sentence-finding.ts'
import { type Speaker, speakerOf, statementFinding } from './speaker.ts'

/** Verbs of whoever tells something as so. */
const SAYING =
  /^(?:say|write|report|warn|add|claim|argue|predict|note|explain|announce|conclude|reckon|estimate|forecast|state|believe)$/

const SHORTEST = 6
const LONGEST = 26

/** Words that join a sentence to the one before, and are no part of what is said. */
const JOINS = /^(?:but|and|however|meanwhile|also|still|yet|so)$/

/** Behind the speaker's verb nothing may stand but when or where it was said. */
const isTail = (marked: Marked, { verb }: Clause): boolean =>
  !rangeSome(verb.to, marked.tokens.length, (i) => {
    const word = wordAt(marked, i)
    return !(
      marked.periods[i] ||
      /^(?:on|in|at|that|a|an|the|its|statement|report|interview|note|day|week|month|earlier|yesterday|\.)$/.test(
        word,
      )
    )
  })

/** A speaker's clause with the words of the sentence that are what was said. */
interface Told {
  readonly said: Clause
  readonly range: Range
  /** Tokens within them that name the speaker. */
  readonly without: ReadonlySet<number>
}

/** 'A gap still stood in the way, the council said.' */
function saidBehind(marked: Marked, clauses: readonly Clause[]): Told | null {
  const said = clauses.at(-1)
  if (!said || clauses.length < 2 || !SAYING.test(said.verb.lemma)) return null
  const comma = said.subject.from - 1
  return wordAt(marked, comma) === ',' && isTail(marked, said)
    ? { said, range: { from: 0, to: comma }, without: new Set() }
    : null
}

/** 'Its robot, Harrow says, does the work of 70 people.' */
function saidWithin(marked: Marked, clauses: readonly Clause[]): Told | null {
  const said = clauses.find(
    ({ subject, verb }) =>
      SAYING.test(verb.lemma) && wordAt(marked, subject.from - 1) === ',' && wordAt(marked, verb.to) === ',',
  )
  const goesOn = said && /^(?:VERB|AUX)$/.test(posAt(marked, said.verb.to + 1))
  if (!said || !goesOn || said.subject.from < 3) return null
  const without = new Set<number>()
  for (let i = said.subject.from - 1; i <= said.verb.to; i++) without.add(i)
  let to = marked.tokens.length
  while (to > 0 && posAt(marked, to - 1) === 'PUNCT') to--
  return { said, range: { from: 0, to }, without }
}

/** What was said, as it stands behind 'that': the speaker is 'it' and 'its' there. */
function contentOf(scene: Scene, marked: Marked, { range, without }: Told, speaker: Speaker): string | null {
  let from = range.from
  if (JOINS.test(wordAt(marked, from))) from++
  if (wordAt(marked, from) === ',') from++
  // 'Either way, more is needed': of what, the sentence before told
  if (/^(?:ADV|CCONJ|SCONJ|INTJ)$/.test(posAt(marked, from)) || wordAt(marked, from) === 'either') return null
  const part = { from, to: range.to }
  const full = standalone(scene, marked, part, { without })
  const isOwn = full?.startsWith(possessive(speaker.name)) && /^(?:its|his|her)$/.test(wordAt(marked, from))
  // 'Its robot, Harrow says': whose, where another was named before?
  if (!isOwn && /^(?:its|his|her|their)$/.test(wordAt(marked, from))) return null
  const content = isOwn ? standalone(scene, marked, part, { without, bound: true }) : full
  if (content === null || content.includes(speaker.name)) return null
  const isLower = isOwn || opensSmall(scene, marked, from, content)
  // A capital that may be the sentence's or a name's
  if (
    !isLower &&
    !marked.names[from] &&
    wordAt(marked, from).length > 3 &&
    !scene.reading.nations.has(marked.tokens[from]?.text ?? '')
  )
    return null
  return isLower ? content.charAt(0).toLowerCase() + content.slice(1) : content
}

/** What somebody named says, told before or around 'Harrow said'. */
export function findStatementsBehind(
  scene: Scene,
  marked: Marked,
  clauses: readonly Clause[],
): StatementFinding[] {
  if (marked.isTitle || marked.quoted.includes(true)) return []
  const told = saidBehind(marked, clauses) ?? saidWithin(marked, clauses)
  if (!told) return []
  const { verb, subject } = told.said
  if (verb.isNegated || verb.isPassive || verb.modal !== undefined) return []
  const others = clauses.filter((clause) => clause !== told.said)
  // What one reports that another said is neither's.
  if (
    (others.length === 0 && told.without.size === 0) ||
    others.some((clause) => SAYING.test(clause.verb.lemma) || clause.joint === 'if')
  )
    return []
  const speaker = speakerOf(scene, marked, subject)
  const content = speaker && contentOf(scene, marked, told, speaker)
  if (!speaker || content === null || /[?"“”]/.test(content)) return []
  const count = content.split(' ').length
  if (count < SHORTEST || count > LONGEST) return []
  const printed = wordAt(marked, verb.head)
  const isPlural = printed === verb.lemma && verb.auxiliaries.length === 0
  return [statementFinding(scene, marked, speaker, `${isPlural ? `${printed}s` : printed} that`, content)]
}
