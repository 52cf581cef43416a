import { KINDS, type Kind, type Question, type QuestionOf } from '../../question.ts'
import { type Amount, isSame } from '../amount.ts'
import { figuresOf } from '../article-index.ts'
import { hintAmounts, rulesOut } from '../hint-bounds.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { contentWords, holdsWords, plainWords, rootOf, standsIn, wordsOf } from '../words.ts'

const MOST_WORDS = 30

/** What a hint may not speak of at all, with the reason: where to look is evidence, how the answer is spelt is half of it. */
const TABOO: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:paragraphs?|sentences?|headlines?|captions?|in (?:the|its) title|(?:opening|beginning|start|end|top|bottom|foot|half|middle|part) of the (?:article|text|story|piece|report))\b/i,
    'tells where in the article the answer stands',
  ],
  [
    /\b(?:begins?|beginning|starts?|starting|ends?|ending) (?:with|in) (?:an? |the )?(?:letters?\b|capital\b|['"“‘]?\p{Lu}['"”’]?(?![\p{L}\p{N}]))|\b(?:initials?|letters?|rhymes?|spel(?:t|led|ling)|alphabet(?:ical(?:ly)?)?|anagram)\b/iu,
    'tells how the answer is spelt',
  ],
]

/** Which of several is meant, by its place among them. */
const PLACE =
  /\b(?:options?|answers?|choices?) (?:[a-f]|[1-6]|one|two|three|four|five|six)\b|\b(?:first|second|third|fourth|fifth|last|top|bottom|middle|longest|shortest|largest|smallest|biggest|greatest|highest|lowest|latest|earliest|upper|lower|larger|smaller|higher|greater) (?:one|two|three|half|options?|answers?|choices?|figures?|dates?|names?|of (?:the|these|them|all))\b|\b(?:only|just|but) one of (?:the|these|them)\b|\bin the middle\b/i

const TRUTH =
  /\b(?:true|truth|false|falsehood|right|wrong|correct|incorrect|accurate|inaccurate|mistakes?|errors?|altered|changed|swapped)\b/i

/** What hints of a kind may not say besides. */
const PLACES: { readonly [K in Kind]: RegExp | null } = {
  choice: PLACE,
  'multiple-response': PLACE,
  'true-false': TRUTH,
  number: null,
  cloze: null,
  ordering: /\b(?:as (?:shown|listed|given|printed)|revers\w*|backwards|upside down|other way round)\b/i,
  matching: null,
  estimate: null,
}

/** Everything of a question that an answer is made of, right or wrong: naming any of it points at it or away from it. */
const NAMED: { readonly [K in Kind]: (question: QuestionOf<K>) => readonly string[] } = {
  choice: ({ options }) => options.map(({ text }) => text),
  'multiple-response': ({ options }) => options.map(({ text }) => text),
  'true-false': () => [],
  number: () => [],
  cloze: ({ answer, accepts }) => [answer, ...accepts],
  ordering: ({ answer }) => answer,
  matching: ({ answer }) => answer.flat(),
  estimate: () => [],
}

const namedBy = <K extends Kind>(question: QuestionOf<K>): readonly string[] =>
  NAMED[question.kind as K](question)

/** Figures that settle an answer of parts stand in the reasons for it. */
const reasonsOf = (question: Question): readonly string[] => ('reasons' in question ? question.reasons : [])

/** Words of a text that carry meaning, cut to what their forms share, without numerals. */
const roots = (text: string): readonly string[] =>
  contentWords(text)
    .filter((word) => word.length > 2 && !/^\d/.test(word))
    .map(rootOf)

/** What the hint names of the answers; null where it names none. */
function nameIn(hint: string, { question, keys, altered, reading, index }: Sight): string | null {
  const parts = typeof altered === 'object' && altered ? [altered.truth, altered.put] : []
  const named = [...namedBy(question), ...parts].find((text) => standsIn(text, hint))
  if (named !== undefined) return named
  const line = plainWords(hint)
  for (const [name, words] of index.names.texts)
    if (holdsWords(line, words) && keys.some(({ text }) => isSameThing(name, text, reading))) return name
  return null
}

/** A word of a key that the question itself does not give and that is no more the key's than any other answer's. */
function wordIn(hint: string, { question, keys, wrong }: Sight): string | null {
  const given = new Set(roots(question.stem))
  const held = new Set(roots(hint))
  for (const { text, amounts } of keys) {
    if (amounts.length > 0) continue
    const told = roots(text).find(
      (root) =>
        held.has(root) &&
        !given.has(root) &&
        !(wrong.length > 0 && wrong.every((other) => roots(other.text).includes(root))),
    )
    if (told !== undefined) return text
  }
  return null
}

/** A figure so near to the key's, as a share of it, tells it. */
const NEAR = 0.1

const isNear = (a: Amount, b: Amount): boolean =>
  isSame(a, b) || Math.abs(Math.abs(a.value) - Math.abs(b.value)) <= NEAR * Math.abs(b.value)

/** Whether a figure of the hint is the key's or next to it, in whatever unit it is said, or one of those that the answer's parts are settled by. */
function tellsFigure(hint: string, { keys, question, index }: Sight): boolean {
  const said = hintAmounts(hint)
  if (said.length === 0) return false
  const bare = 'tolerance' in question ? [{ value: question.answer, sort: '', slack: 0 }] : []
  const asked = [...keys.flatMap(({ amounts }) => amounts), ...bare]
  if (said.some((amount) => asked.some((key) => isNear(amount, key)))) return true
  const settling = reasonsOf(question).flatMap((why) => figuresOf(why, index))
  return settling.some(({ value }) => said.some((amount) => amount.value === value))
}

/** So many words of the passage side by side are a quotation. */
const QUOTED = 5

/** Whether the hint quotes the passage beyond what the question says of it. */
function quotes(hint: string, { question, evidenceText }: Sight): boolean {
  const words = wordsOf(hint)
  const [passage, stem] = [plainWords(evidenceText), plainWords(question.stem)]
  return words.some((_, i) => {
    if (i + QUOTED > words.length) return false
    const run = words.slice(i, i + QUOTED).join(' ')
    return holdsWords(passage, run) && !holdsWords(stem, run)
  })
}

function faultOf(hint: string, sight: Sight): string | null {
  const { question, keys, wrong } = sight
  if (!/[.!]$/.test(hint) || wordsOf(hint).length > MOST_WORDS)
    return 'The hint is no short sentence with a full stop.'
  for (const [taboo, does] of TABOO) if (taboo.test(hint)) return `The hint ${does}.`
  if (PLACES[question.kind]?.test(hint)) return 'The hint points at an answer by its place or its truth.'
  const named = nameIn(hint, sight)
  if (named !== null) return `The hint names '${named}', which is the answer or one of the answers.`
  const told = wordIn(hint, sight)
  if (told !== null) return `The hint has a word of the answer '${told}' that the question does not give.`
  if (tellsFigure(hint, sight)) return 'The hint gives the figure of the answer, or one next to it.'
  const out = [...wrong, ...keys].find(({ amounts }) => rulesOut(hint, amounts))
  if (out && 'options' in question) return `The hint alone rules out the option '${out.text}'.`
  return quotes(hint, sight) ? 'The hint quotes the passage that settles the question.' : null
}

export const hintKeepsTheKey: Rule = {
  number: 26,
  title: 'A hint narrows things down and gives nothing away: no answer, no option, no figure, no place.',
  kinds: KINDS,
  check: (sight) => {
    const { hint } = sight.question
    return hint === undefined ? null : faultOf(hint, sight)
  },
}
