import type { Clause } from './sentence/clauses.ts'
import { type Marked, type Range, wordAt } from './sentence/marked.ts'
import type { Scene } from './sentence/scene.ts'
import { standalone } from './sentence/standalone.ts'
import { SPEECH_VERBS } from './sentence/words.ts'

/** Figures speak for whoever gathered them: 'Figures from the Trade Office for March' is the Trade Office; 'ABX figures' is CML figures. */
function speaker(scene: Scene, marked: Marked, range: Range): string | null {
  const first = wordAt(marked, range.from)
  const isFigures =
    /^(?:figures|data|statistics|numbers)$/.test(first) ||
    (first === 'the' && /^(?:figures|data|statistics)$/.test(wordAt(marked, range.from + 1)))
  if (isFigures) {
    const from = marked.tokens.findIndex(
      (_, i) => i > range.from && i < range.to && /^(?:from|by)$/.test(wordAt(marked, i)),
    )
    if (from === -1) return null
    let to = from + 1
    while (to < range.to && wordAt(marked, to) !== 'for' && !marked.periods[to]) to++
    return standalone(scene, marked, { from: from + 1, to }, {})
  }
  // What is set off by commas describes the speaker and is left out.
  let to = range.from
  while (to < range.to && wordAt(marked, to) !== ',') to++
  const text = standalone(scene, marked, { from: range.from, to }, {})
  // The capital of a sentence's first word is no name's.
  const isOwn = text?.startsWith(marked.tokens[0]?.text ?? ' ')
  const isCommon =
    range.from === 0 &&
    isOwn &&
    !marked.names[0] &&
    !/^\p{Lu}{2}/u.test(text ?? '') &&
    // 'Turkmen President', 'French finance minister'
    !/^\p{Lu}/u.test(marked.tokens[1]?.text ?? '') &&
    !scene.reading.lexicon.demonyms.has(marked.tokens[0]?.text ?? '')
  return text !== null && isCommon ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** What stands for whoever it is that 'it is estimated' leaves unnamed. */
const HEARSAY: Readonly<Record<string, string>> = {
  estimate: 'estimates',
  report: 'reports',
  forecast: 'forecasts',
  predict: 'predictions',
}

/** 'It is estimated that', 'it was reported that'. */
const isImpersonal = ({ marked, subject, verb }: Clause): boolean =>
  verb.isPassive && subject.to === subject.from + 1 && wordAt(marked, subject.from) === 'it'

/** 'It says' behind '..., according to the Evening Courier': the paper, and nobody that was told of. */
const isOfPaper = (scene: Scene, { marked, subject }: Clause): boolean =>
  subject.to === subject.from + 1 &&
  /^(?:it|they|he|she)$/.test(wordAt(marked, subject.from)) &&
  scene.marked[marked.sentence.index - 1]?.tokens.some(
    ({ lower }, i, all) => lower === 'according' && all[i + 1]?.lower === 'to',
  ) === true

/** What shows figures speaks for nobody but itself: 'figures showing that spending grew'. */
const FIGURES = /^(?:figures|data|statistics|accounts|results)$/

/** Who says what a clause says: the subject of the 'said' before it, or behind it. Undefined when it is the article itself; null when somebody says it who cannot be named. */
export function sourceOf(
  scene: Scene,
  clause: Clause,
  clauses: readonly Clause[],
): string | null | undefined {
  const { marked, reporter, rest } = clause
  if (reporter && isImpersonal(reporter)) return HEARSAY[reporter.verb.lemma] ?? null
  if (reporter && SPEECH_VERBS.has(reporter.verb.lemma) && isOfPaper(scene, reporter)) return null
  if (reporter && SPEECH_VERBS.has(reporter.verb.lemma))
    return named(scene, speaker(scene, marked, reporter.subject))
  const { lead, subject } = clause
  const before = wordAt(marked, subject.from - 1) === 'that' ? subject.from - 2 : subject.from - 1
  const spoken = marked.tokens[before]
  // 'the union, claimed the firm planned': somebody says it whom the reading of the sentence missed
  if (!reporter && spoken?.pos === 'VERB' && SPEECH_VERBS.has(spoken.lemma))
    return FIGURES.test(wordAt(marked, before - 1)) ? undefined : null
  if (wordAt(marked, lead.from) === 'according' && wordAt(marked, lead.from + 1) === 'to') {
    let to = lead.from + 2
    while (to < lead.to && wordAt(marked, to) !== ',') to++
    return named(scene, speaker(scene, marked, { from: lead.from + 2, to }))
  }
  const after = wordAt(marked, rest.to) === ',' ? rest.to + 1 : rest.to
  if (wordAt(marked, after) === 'according' && wordAt(marked, after + 1) === 'to') {
    let to = after + 2
    while (to < marked.tokens.length && !/^[,.;]$/.test(wordAt(marked, to))) to++
    return named(scene, speaker(scene, marked, { from: after + 2, to }))
  }
  const said = clauses.find(({ subject }) => subject.from === after)
  const isTail = said && SPEECH_VERBS.has(said.verb.lemma) && said.rest.to - said.verb.to <= 4
  if (isTail) return named(scene, speaker(scene, marked, said.subject))
  if (/^(?:said|says)$/.test(wordAt(marked, after))) {
    let to = after + 1
    while (to < marked.tokens.length && !/^[,.;]$/.test(wordAt(marked, to))) to++
    return named(scene, speaker(scene, marked, { from: after + 1, to }))
  }
  return undefined
}

const LONGEST = 8

/** A speaker a reader can look up: with a name in it, or a group such as 'analysts'. */
function named(_: Scene, text: string | null): string | null {
  if (text === null || text.split(' ').length > LONGEST || /\b(?:in|of|on|at|for|by|from)$/.test(text))
    return null
  if (/\p{Lu}/u.test(text.slice(1)) || /^\p{Lu}/u.test(text))
    return /^(?:He|She|It|They|The|A|An|One)\b/.test(text) && !/ \p{Lu}/u.test(text)
      ? null
      : text.replace(/^(?:The|An?) (?=\S)/, (article) => article.toLowerCase())
  return /^(?:analysts|economists|officials|reports|(?:official |current |latest |preliminary )?(?:figures|estimates|forecasts))$/.test(
    text,
  ) || text.split(' ').length >= 3
    ? text
    : null
}
