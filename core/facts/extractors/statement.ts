import type { StatementFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import type { Marked, Range } from '../sentence/marked.ts'
import { type Scene, standalone } from '../sentence/refer.ts'
import { SPEECH_VERBS } from '../sentence/words.ts'

const lower = (marked: Marked, i: number): string => (marked.tokens[i]?.text ?? '').toLowerCase()

const SHORTEST = 6
const LONGEST = 26

/** The named person or organisation that a range of tokens is, 'he' and 'the company' included. */
function speakerOf(
  scene: Scene,
  marked: Marked,
  range: Range,
): { name: string; sort: 'person' | 'organisation' } | null {
  let end = range.from
  while (end < range.to && lower(marked, end) !== ',') end++
  // 'a spokesman for Boeing' speaks for Boeing
  const last = marked.names[end - 1]
  const isPronoun = end === range.from + 1 && /^(?:he|she|it)$/.test(lower(marked, range.from))
  const isCompany = /^(?:company|firm|group|retailer|airline|bank|carmaker)$/.test(lower(marked, end - 1))
  const text = last
    ? last.canonical
    : isPronoun || isCompany
      ? standalone(scene, marked, { from: range.from, to: end })
      : null
  const known = scene.reading.names.find(
    ({ canonical, sort }) => canonical === text && (sort === 'person' || sort === 'organisation'),
  )
  if (!known || (known.sort === 'person' && !known.canonical.includes(' '))) return null
  return { name: known.canonical, sort: known.sort === 'person' ? 'person' : 'organisation' }
}

/** What stands in quotation marks, when it is one stretch of some length that begins like a sentence and does not point back. */
function quotation(scene: Scene, marked: Marked): { text: string; from: number; to: number } | null {
  const from = marked.quoted.indexOf(true)
  if (from === -1) return null
  let to = from
  while (to < marked.tokens.length && marked.quoted[to]) to++
  const opens = /^["“]$/.test(marked.tokens[from]?.text ?? '')
  const first = from + (opens ? 1 : 0)
  const begin = marked.tokens[first]
  const last = marked.tokens[to - 1]
  if (!begin || !last || !opens || !/^\p{Lu}/u.test(begin.text)) return null
  const text = scene.reading.text
    .slice(begin.start, last.end)
    .replace(/\s+/g, ' ')
    .replace(/[,.]?["”]?$/, '')
    .trim()
  if (/^(?:It|This|That|These|Those|They|He|She|There|Such|But|And|So)\b/.test(text) || /[“”"[\]]/.test(text))
    return null
  const count = text.split(' ').length
  return count >= SHORTEST && count <= LONGEST ? { text, from, to } : null
}

function statement(
  scene: Scene,
  marked: Marked,
  speaker: { name: string; sort: 'person' | 'organisation' },
  verb: string,
  content: string,
): StatementFinding {
  const fact = factOf({
    family: 'statement',
    subject: speaker.name,
    measure: verb,
    object: content,
    status: 'actual',
    evidence: evidenceOf(scene.reading.text, [marked.sentence]),
  })
  return {
    family: 'statement',
    fact,
    marked,
    when: { phrase: '', isAbsolute: false },
    speaker: speaker.name,
    sort: speaker.sort,
    verb,
    content,
  }
}

/** '“No end is in sight,” said Carsten Fritsch, a strategist at Commerzbank.' */
function direct(scene: Scene, marked: Marked): StatementFinding[] {
  const quote = quotation(scene, marked)
  if (!quote) return []
  const { tokens } = marked
  for (let i = quote.to; i < Math.min(tokens.length, quote.to + 14); i++) {
    if (!/^(?:said|says|added|explained|noted|warned|told)$/.test(lower(marked, i))) continue
    const isBehind =
      marked.names[i + 1] !== undefined ||
      /^(?:mr|mrs|ms|dr)\.?$/.test(lower(marked, i + 1)) ||
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.pos ?? '')
    let range: Range = { from: quote.to, to: i }
    if (isBehind && i === quote.to) {
      let at = i + 1
      while (at < Math.min(tokens.length, i + 9) && !marked.names[at] && !/^[,.]$/.test(lower(marked, at)))
        at++
      let to = at
      while (marked.names[to] !== undefined && marked.names[to] === marked.names[at]) to++
      range = { from: at, to }
    }
    const speaker = range.to > range.from ? speakerOf(scene, marked, range) : null
    if (!speaker || quote.text.includes(speaker.name)) return []
    return [statement(scene, marked, speaker, 'said', `“${quote.text}”`)]
  }
  return []
}

/** A sentence that is all quotation, right behind one that names its speaker: '“…,” said X. “…”' goes on being X's. */
function continued(scene: Scene, marked: Marked): StatementFinding[] {
  const body = marked.tokens.slice(0, -1)
  if (body.length < SHORTEST || !body.every((_, i) => marked.quoted[i])) return []
  const previous = scene.marked[marked.sentence.index - 1]
  if (!previous || previous.isTitle || previous.sentence.block !== marked.sentence.block) return []
  const [before] = direct(scene, previous)
  const first = marked.tokens[0]
  const begin = /^["“]$/.test(first?.text ?? '') ? marked.tokens[1] : first
  const last = marked.tokens.at(-1)
  if (!before || !begin || !last || !/^["“]$/.test(first?.text ?? '')) return []
  const text = scene.reading.text
    .slice(begin.start, last.end)
    .replace(/\s+/g, ' ')
    .replace(/[.,]?["”]?[.]?$/, '')
    .trim()
  if (/^(?:It|This|That|These|Those|They|He|She|There|Such|But|And|So)\b/.test(text) || /[“”"[\]]/.test(text))
    return []
  const count = text.split(' ').length
  if (count < SHORTEST || count > LONGEST) return []
  return [statement(scene, marked, { name: before.speaker, sort: before.sort }, 'said', `“${text}”`)]
}

/** 'Mr Wolfson said menswear ranges were too similar': a clause behind a verb of speech. */
function indirect(scene: Scene, marked: Marked, clauses: readonly Clause[]): StatementFinding[] {
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
    if (clause.isCut || marked.quoted[clause.verb.head] || reporter.verb.modal !== undefined) return []
    const speaker = speakerOf(scene, marked, reporter.subject)
    if (!speaker) return []
    const range = { from: clause.subject.from, to: clause.rest.to }
    const opening = lower(marked, range.from)
    // 'Who said he expected ...' keeps its 'he': it is whoever is asked for.
    const isSelf = /^(?:he|she|it|they)$/.test(opening)
    const content = isSelf
      ? prefixed(opening, standalone(scene, marked, { from: range.from + 1, to: range.to }, { bound: true }))
      : standalone(scene, marked, range, { bound: true })
    if (content === null || content.includes(speaker.name)) return []
    const count = content.split(' ').length
    if (count < SHORTEST || count > LONGEST) return []
    const verb = lower(marked, reporter.verb.head)
    return [
      statement(
        scene,
        marked,
        speaker,
        verb === 'told' ? 'said that' : `${verb} that`,
        uncapital(content, marked, range.from),
      ),
    ]
  })
}

const prefixed = (word: string, text: string | null): string | null =>
  text === null ? null : `${word} ${text}`
const uncapital = (text: string, marked: Marked, i: number): string =>
  marked.names[i]
    ? text
    : /^(?:The|A|An|Its|Their)\b/.test(text)
      ? text.charAt(0).toLowerCase() + text.slice(1)
      : text

/** What named people and organisations said, hedges kept. */
export const findStatements = (
  scene: Scene,
  marked: Marked,
  clauses: readonly Clause[],
): StatementFinding[] => [
  ...indirect(scene, marked, clauses),
  ...direct(scene, marked),
  ...continued(scene, marked),
]
