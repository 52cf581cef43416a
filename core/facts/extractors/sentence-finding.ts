import type { Name } from '../../article/name.ts'
import { isKnownNoun } from '../../lexicon.ts'
import type { Fact } from '../fact.ts'
import type { SentenceFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { type Marked, type Range, within, wordAt } from '../sentence/marked.ts'
import { opensAsName } from '../sentence/nominal.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { familyOfSentence, isShare } from './event-family.ts'
import { type Frame, LONGEST } from './sentence-frame.ts'
import { hasUnnamed } from './sentence-pronouns.ts'

/** Without a name, a sentence has to say more to stand alone. */
const LONG_ENOUGH = 11

/** The first telling words, for what a sentence without a name is about. */
const openingOf = (said: string): string =>
  said
    .replace(/\{\}/g, '')
    .split(/\s+/)
    .filter((word) => word.length > 3)
    .slice(0, 3)
    .join(' ')

/** 'Its chatbot, Norvale says': whose, the words behind tell too late. */
const OPENS_OWNED = /^(?:its|his|her|their) /i

/** The sentence with '{}' in place of a range; null where it cannot stand so. */
export function templateWith({ scene, marked, range, without, isLoose }: Frame, slot: Range): string | null {
  const said = standalone(scene, marked, range, {
    bound: true,
    loose: isLoose,
    without,
    slot: { range: slot, text: '{}' },
  })
  if (said === null || OPENS_OWNED.test(said) || !said.includes('{}') || said.split(' ').length > LONGEST)
    return null
  return hasUnnamed(marked, range, slot) ? null : said
}

/** What a sentence with a gap is about: a name left in it, else its first telling words; null where it says too little to stand alone. */
export function subjectIn(said: string, names: readonly Name[]): string | null {
  const named = names.find(({ canonical, text }) => said.includes(canonical) || said.includes(text))
  if (named) return said.includes(named.canonical) ? named.canonical : named.text
  return said.split(' ').length < LONG_ENOUGH ? null : openingOf(said)
}

/** Its time is said within the sentence itself, so no phrase repeats it. */
export function whenOf(marked: Marked, range: Range): SentenceFinding['when'] {
  const periods = within(marked.periods, range)
  return { phrase: '', isAbsolute: periods.length > 0 && periods.every(({ isAbsolute }) => isAbsolute) }
}

/** A sentence with one figure, name, date or word taken out of it. */
export function sentenceFinding(
  { scene, marked, range, status, isLoose }: Frame,
  template: string,
  slot: SentenceFinding['slot'],
  { subject, ...details }: Pick<Fact, 'subject' | 'value' | 'unit' | 'exactness'>,
): SentenceFinding {
  return {
    family: 'sentence',
    fact: factOf({
      family: slot.type === 'figure' && isShare(marked, slot.quantity) ? 'share' : familyOfSentence(template),
      subject,
      measure: template.replace('{}', '…'),
      ...details,
      status,
      evidence: evidenceOf(scene.reading.text, [marked.sentence]),
    }),
    marked,
    when: whenOf(marked, range),
    slot,
    ...(isLoose ? { underTitle: true } : {}),
    template: opensSmall(scene, marked, range.from, template)
      ? template.charAt(0).toLowerCase() + template.slice(1)
      : template,
  }
}

/** Whether the first word has its capital from the sentence alone: it is no name, and a word that opens phrases or a common noun. */
export function opensSmall({ reading }: Scene, marked: Marked, i: number, template: string): boolean {
  const token = marked.tokens[i]
  // Where 'the company' became a name, the name keeps its capital.
  if (!token || !template.startsWith(token.text) || /^\p{Lu}{2}|^I$/u.test(token.text)) return false
  // 'December's fall'
  if (MONTH_OR_DAY.test(token.text)) return false
  // 'Leeds-based Harrow'
  if (saysWhereFrom(marked, i)) return false
  const isNoName = opensAsName(reading, marked, i)
  if (marked.names[i] && !isNoName) return false
  if (reading.nations.has(token.text)) return false
  return (
    /^(?:DET|ADP|SCONJ|ADV|PRON|CCONJ)$/.test(token.pos) ||
    // 'Prime Minister' keeps its capital
    (token.pos === 'ADJ' && !isCapital(marked, i + 1)) ||
    // 'Falling demand', 'Investors had'
    (token.pos === 'VERB' && /ing$/.test(token.lower)) ||
    isNoName ||
    (token.pos === 'NOUN' && reading.nouns.has(token.lemma) && !isCapital(marked, i + 1)) ||
    (/^(?:NOUN|PROPN)$/.test(token.pos) &&
      /^(?:women|men|people|children|expectations)$/.test(token.lower)) ||
    (isKnownNoun(reading.lexicon, token.lower) && !isHeadOfName(marked, i) && !isCapital(marked, i + 1)) ||
    (token.pos === 'PROPN' && isPlainWord(marked, i, reading.lexicon.places))
  )
}

/** Whether a hyphen joins the word to a participle that says where from: 'Houston-based'. */
const saysWhereFrom = (marked: Marked, i: number): boolean =>
  wordAt(marked, i + 1) === '-' &&
  /^(?:based|born|owned|listed|headquartered|led|backed)$/.test(wordAt(marked, i + 2))

const MONTH_OR_DAY =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/

const isCapital = ({ tokens }: Marked, i: number): boolean => /^\p{Lu}/u.test(tokens[i]?.text ?? '')

/** 'Bank of China', where it was not read as a name. */
const isHeadOfName = ({ tokens }: Marked, i: number): boolean =>
  tokens[i + 1]?.lower === 'of' && /^\p{Lu}/u.test(tokens[i + 2]?.text ?? '')

const FEASTS = /^(?:Christmas|Easter|Ramadan|Diwali|Thanksgiving|Halloween)$/

/** A word that is taken for a name only because it opens a sentence: 'Domestic demand'. */
const isPlainWord = ({ tokens, periods }: Marked, i: number, places: ReadonlySet<string>): boolean =>
  periods[i] === undefined &&
  // 'London Brent'
  !places.has(tokens[i]?.text ?? '') &&
  tokens[i]?.lower !== 'brent' &&
  !FEASTS.test(tokens[i]?.text ?? '') &&
  tokens[i + 1]?.pos === 'NOUN'
