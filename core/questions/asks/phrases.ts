import { sentenceText } from '../../article/sentence-around.ts'
import { clausesOf } from '../../facts/sentence/clauses.ts'
import { complementOf } from '../../facts/sentence/complement.ts'
import { type Marked, posAt, type Range, within, wordAt } from '../../facts/sentence/marked.ts'
import { subordinates } from '../../facts/sentence/nominal.ts'
import type { Scene } from '../../facts/sentence/scene.ts'
import { standalone } from '../../facts/sentence/standalone.ts'
import { headOf } from '../../facts/subject.ts'
import type { NounClass } from '../../lexicon.ts'
import { keepWith } from '../../remember.ts'
import { wordSet } from '../../word-set.ts'
import type { Rival } from '../ask.ts'
import { contentWords } from '../checker/words.ts'
import { phrase } from './names.ts'

/** A phrase of the article that can stand as an option: a thing ('the right of Orrin to appeal') or a deed ('sell its last mill'). */
export interface Phrase {
  readonly type: 'thing' | 'deed'
  readonly text: string
  readonly marked: Marked
  /** Its words that carry meaning, forms cut off. */
  readonly words: ReadonlySet<string>
  readonly length: number
  /** Whether a figure stands in it, which would be the thing to ask for. */
  readonly hasFigure: boolean
  readonly isPlural: boolean
  /** How it begins: with a capital, 'the', 'a', or none of them. */
  readonly opening: 'capital' | 'the' | 'a' | 'other'
  /** What its head names, where the lists know: 'somebody' is a person, a body, or a name of either. */
  readonly sort: NounClass | 'somebody' | 'unknown'
}

const SHORTEST = 2
const LONGEST = 14

/** Words at the start of a phrase that point at what was said before it, or tell too little. */
const LEANS =
  /^(?:it|they|he|she|its|their|his|her|this|these|those|such|what|another|other|some|many|most|both|all|any|no|none|one|part|more|fewer|less|similar|like|due|compared|according|up|down)\b/i

/** The phrase that a range of a sentence is; null where it cannot stand alone. */
export function phraseAt(scene: Scene, marked: Marked, type: Phrase['type'], range: Range): Phrase | null {
  const said = standalone(scene, marked, range, { bound: true })
  if (said === null || /["“”]/.test(said)) return null
  const text = opensSentence(scene, marked, range) ? said.charAt(0).toLowerCase() + said.slice(1) : said
  const { length } = text.split(' ')
  if (length < SHORTEST || length > LONGEST || LEANS.test(text)) return null
  const head = headOf(marked, range)
  return {
    type,
    text,
    marked,
    words: new Set(contentWords(text)),
    length,
    hasFigure: within(marked.quantities, range).length > 0,
    isPlural: /[^su]s$/.test(wordAt(marked, head)),
    opening: openingOf(text),
    sort: type === 'deed' ? 'act' : sortOf(scene, marked, head),
  }
}

function openingOf(text: string): Phrase['opening'] {
  if (/^\p{Lu}/u.test(text)) return 'capital'
  if (text.startsWith('the ')) return 'the'
  return /^an? /.test(text) ? 'a' : 'other'
}

/** Whether the phrase owes its capital to the sentence it opens. */
const opensSentence = ({ reading }: Scene, marked: Marked, { from }: Range): boolean =>
  from === 0 &&
  !marked.names[0] &&
  !reading.nations.has(marked.tokens[0]?.text ?? '') &&
  !/^\p{Lu}.*\p{Lu}/u.test(marked.tokens[0]?.text ?? '') &&
  (posAt(marked, 0) === 'DET' || !/^\p{Lu}/u.test(marked.tokens[1]?.text ?? ''))

function sortOf({ reading }: Scene, marked: Marked, head: number): Phrase['sort'] {
  const name = marked.names[head]
  if (name) return name.sort === 'person' || name.sort === 'organisation' ? 'somebody' : 'unknown'
  const named = reading.nouns.get(marked.tokens[head]?.lemma ?? '')
  return named === 'person' || named === 'group' ? 'somebody' : (named ?? 'unknown')
}

/** Parts of speech that end no phrase. */
const LOOSE = wordSet('ADP PUNCT DET CCONJ SCONJ ADV PART')

/** Where a clause's last words stop belonging to it: times and prepositions at its end. */
function restEnd(marked: Marked, from: number, to: number): number {
  let end = to
  while (end > from && (marked.periods[end - 1] !== undefined || LOOSE.has(posAt(marked, end - 1)))) end--
  return end
}

/** What stands behind 'to' with a verb, up to the next mark or clause: 'to | sell its last mill |, he said'. */
function* infinitives(marked: Marked): Generator<Range> {
  for (let i = 0; i + 1 < marked.tokens.length; i++) {
    if (
      wordAt(marked, i) !== 'to' ||
      posAt(marked, i + 1) !== 'VERB' ||
      marked.quoted[i] ||
      marked.names[i + 1] ||
      // 'oil to ports on the sea'
      marked.tokens[i + 1]?.lemma !== wordAt(marked, i + 1)
    )
      continue
    let to = i + 2
    while (
      to < marked.tokens.length &&
      posAt(marked, to) !== 'PUNCT' &&
      posAt(marked, to) !== 'AUX' &&
      !(posAt(marked, to) === 'PART' && wordAt(marked, to) === 'to') &&
      !subordinates(marked, to)
    )
      to++
    const end = restEnd(marked, i + 1, to)
    if (end - i > 3) yield { from: i + 1, to: end }
  }
}

/** Every phrase of the article that could be somebody's answer, each once, in the order of the text. */
export const phrasesOf = keepWith((scene: Scene): readonly Phrase[] => {
  const found = new Map<string, Phrase>()
  const add = (each: Phrase | null) => {
    if (each && !found.has(each.text)) found.set(each.text, each)
  }
  for (const marked of scene.marked) {
    if (marked.isTitle) continue
    for (const { verb, rest, subject, isCut } of clausesOf(marked)) {
      if (marked.quoted[verb.head]) continue
      if (!marked.names[subject.from] && subject.to - subject.from > 1)
        add(phraseAt(scene, marked, 'thing', subject))
      if (isCut || verb.isNegated) continue
      const end = restEnd(marked, verb.to, rest.to)
      const complement = complementOf(marked, verb, end)
      if (complement) add(phraseAt(scene, marked, complement.type, complement.range))
    }
    for (const range of infinitives(marked)) add(phraseAt(scene, marked, 'deed', range))
  }
  return [...found.values()]
})

const MOST_RIVALS = 8
/** Phrases that share more than this of their words would be told apart by a trick. */
const MOST_SHARED = 0.34

const shareOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / Math.max(1, Math.min(a.size, b.size))
}

/** Whether the lists know what a phrase names, and it is nobody who would be asked for by 'who'. */
export const isThing = ({ sort }: Phrase): boolean => sort !== 'somebody' && sort !== 'unknown'

/** Whether a phrase says enough to be told from others of its kind: more than 'the plug' or 'a strike'. */
export const isTelling = ({ type, words }: Phrase): boolean => words.size >= (type === 'thing' ? 2 : 3)

/** How unlike two phrases look as options: by length, number and opening. */
const distance = (a: Phrase, b: Phrase): number =>
  Math.abs(a.length - b.length) +
  (a.isPlural === b.isPlural ? 0 : 2) +
  ((a.opening === 'the') === (b.opening === 'the') ? 0 : 4) +
  ((a.opening === 'a') === (b.opening === 'a') ? 0 : 4)

/** Phrases the article puts elsewhere, the likest first, as wrong options for `key`; `about` are words of the question that none of them may speak of. */
export function phraseRivals(scene: Scene, key: Phrase, about: readonly string[]): Rival[] {
  return phrasesOf(scene)
    .filter(
      (other) =>
        other.type === key.type &&
        other.sort === key.sort &&
        !other.hasFigure &&
        isTelling(other) &&
        other.marked !== key.marked &&
        other.words.size > 0 &&
        (other.opening === 'capital') === (key.opening === 'capital') &&
        other.length <= key.length * 2 + 2 &&
        key.length <= other.length * 2 + 2 &&
        shareOf(key.words, other.words) <= MOST_SHARED &&
        !about.some((word) => other.words.has(word)),
    )
    .map((other) => ({ other, far: distance(key, other) }))
    .sort((a, b) => a.far - b.far || a.other.marked.sentence.index - b.other.marked.sentence.index)
    .slice(0, MOST_RIVALS)
    .map(({ other }) => ({
      key: phrase(key.type, other.text),
      why: `The article says that of something else: “${excerptOf(scene, other)}”`,
      source: 'article',
    }))
}

const LONGEST_EXCERPT = 150

function excerptOf({ reading }: Scene, { marked }: Phrase): string {
  const whole = sentenceText(reading, marked.sentence)
  return whole.length <= LONGEST_EXCERPT ? whole : `${whole.slice(0, LONGEST_EXCERPT).replace(/\s\S*$/, '')}…`
}
