import type { Reading } from '../../article/reading.ts'
import { sentenceAround, sentenceText } from '../../article/sentence-around.ts'
import type { Evidence } from '../../article/span.ts'
import { mentionsOf, speaksOfBody, thingsNamedIn } from '../../article/things.ts'
import { tellingTitle } from '../../article/title.ts'
import type { Status } from '../../facts/fact.ts'
import type { Finding, Subject, When } from '../../facts/finding.ts'
import { evidenceOf } from '../../facts/make-fact.ts'
import { capital } from '../../language/capital.ts'
import { isToldByReport } from '../../periods/by-report.ts'
import type { Exactness, Quantity } from '../../quantities/quantity.ts'
import { type Ask, SLOT } from '../ask.ts'
import { rootsOf, standsIn } from '../checker/words.ts'
import { GAP } from '../question.ts'
import { reportedAs, withoutReport } from '../report.ts'

/** How a modifier is said before 'what percentage' or 'how much'; null where no question reads well with it. */
const BEFORE_WHAT: Readonly<Record<Exactness, string | null>> = {
  exactly: '',
  about: 'about ',
  nearly: 'about ',
  'more-than': 'more than ',
  'less-than': null,
  'at-least': null,
  'at-most': null,
  'up-to': null,
  between: '',
}

export const modifierOf = ({ exactness }: Quantity): string | null => BEFORE_WHAT[exactness]

/** The modifier as the article prints it, with a space behind: 'more than '. */
export const printedModifier = (text: string, { outerStart, start }: Quantity): string => {
  const modifier = text.slice(outerStart, start).replace(/\s+/g, ' ').trim().toLowerCase()
  return modifier === '' || !/^[a-z' ]+$/.test(modifier) ? '' : `${modifier} `
}

export const isAre = ({ isPlural }: Subject): string => (isPlural ? 'were' : 'was')

/** What joining may leave to be mended: spaces of another kind or side by side, a space before a mark. */
const UNTIDY = /[^\S ]| [ ,.?]/

/** Parts of a sentence joined by single spaces, empty ones left out. */
export function words(...parts: readonly string[]): string {
  let joined = ''
  for (const part of parts) if (part !== '') joined += joined === '' ? part : ` ${part}`
  return UNTIDY.test(joined) ? joined.replace(/\s+/g, ' ').replace(/ ([,.?])/g, '$1') : joined
}

const WORD_LIMIT = 30

/** Whether a text has at most so many words. */
const isWithin = (text: string, words: number): boolean =>
  text.length < 2 * words - 1 || text.split(' ').length <= words

const YEAR = /\b(?:1[89]|20)\d\d\b/

/** Whether a sentence says by itself what it speaks of: it names a body, a place or whoever the title names. What only went up or down, at no time that is known, does not. */
function isPlaced(reading: Reading, { family, when }: Finding, sentence: string): boolean {
  if (family === 'change' && when.phrase === '' && reading.date === undefined) return false
  const title = tellingTitle(reading)
  return (
    thingsNamedIn(reading, sentence).some(({ canonical }) => title.includes(canonical)) ||
    speaksOfBody(reading, sentence)
  )
}

const EXPECTED: ReadonlySet<Status> = new Set<Status>([
  'guidance',
  'forecast',
  'estimate',
  'planned',
  'proposed',
  'revised',
])

/** Whether a sentence tells by itself when it holds: it names a year, and no other report gives another figure for it; or it tells what somebody said, which stays said. */
const isTimed = ({ family, fact }: Finding, sentence: string): boolean =>
  family === 'statement' || (YEAR.test(sentence) && !EXPECTED.has(fact.status))

/** What tells whose figures they are and when and under which title they were reported. */
interface Opening {
  /** The answer, which the title must not give away. */
  readonly key?: string
  /** Whether only the title says what it speaks of. */
  readonly isUnderTitle?: boolean
  /** How many words it may have with a title that it can do without. */
  readonly most?: number
}

const OPENS_PHRASE =
  /^(?:The|An?|In|On|At|Excluding|Including|After|Before|Since|With|For|By|From|Some|Several|Many|Most|All|Both|Half|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|If|When|While|Although|Because|During|Under|Over|Between|Among|About|More|Less|Fewer|Nearly|Almost|No|Each|Every)(?= (?:[a-z\d]|\{\}))/

/** Without the capital that a first word has from the sentence alone. */
const uncapital = (sentence: string): string => sentence.replace(OPENS_PHRASE, (word) => word.toLowerCase())

/** A sentence that is said together with where it comes from: a question ends in it, a statement begins with it. */
function from(source: string | undefined, reported: string, sentence: string): string {
  if (sentence.endsWith('?')) {
    const asked = source === undefined ? capital(sentence) : `According to ${source}, ${sentence}`
    return reported === '' ? asked : `${asked.slice(0, -1)}, ${reported}?`
  }
  if (source === undefined)
    return reported === '' ? capital(sentence) : `${capital(reported)}, ${uncapital(sentence)}`
  return `According to ${source}${reported === '' ? '' : `, ${reported}`}, ${sentence}`
}

const READABLE = 42

/** Whether a title holds the answer, or a word of it. */
function givesAway(title: string, key: string): boolean {
  if (key === '' || title === '') return false
  const inTitle = rootsOf(title)
  return standsIn(key, title) || rootsOf(key).some((root) => root.length > 2 && inTitle.includes(root))
}

/** Whether a title has an answer in it: as it is, or of a name one of its words or its initials. */
function isNamedIn(title: string, key: string): boolean {
  if (key === '') return false
  if (standsIn(key, title)) return true
  const own = key
    .split(' ')
    .filter((word) => /^\p{Lu}\p{L}{2,}/u.test(word) && !/^(?:The|And|Group|Company|Bank)$/.test(word))
  const initials = key.replace(/[^\p{Lu}]/gu, '')
  return (
    own.some((word) => standsIn(word, title)) ||
    (initials.length > 1 &&
      title.split(/[^\p{L}\p{N}&]+/u).some((word) => word.replace('&', '') === initials))
  )
}

/** Whether a title has the people of the country that is asked for: 'French growth slows'. */
const namesNation = ({ nations }: Reading, title: string, key: string): boolean =>
  key !== '' && title.split(/[^\p{L}]+/u).some((word) => nations.get(word) === key)

const POINTING = /\b[Tt]he (?:\p{Ll}+ ){0,2}(\p{Ll}{3,})/gu

/** Whether a sentence speaks by 'the' of what the title has a word for: 'the scheme' below 'Union to fund clean air scheme'. */
function pointsAtTitle(title: string, sentence: string): boolean {
  if (title === '') return false
  const inTitle = new Set(rootsOf(title.toLowerCase()))
  for (const [phrase] of sentence.matchAll(POINTING))
    if (rootsOf(phrase).some((root) => inTitle.has(root))) return true
  return false
}

/** How much of a title a statement may say again before it tells nothing else. */
const MOST_OF_TITLE = 0.65

/** Whether a statement says the title over again: which way that went, whoever reads the title knows. */
export function tellsTheTitle(reading: Reading, told: string): boolean {
  const title = rootsOf(tellingTitle(reading))
  const said = rootsOf(told)
  return (
    title.length > 2 && title.filter((root) => said.includes(root)).length >= MOST_OF_TITLE * title.length
  )
}

/** What comes on top of something told before. */
const FURTHER = /\b(?:a further|another|an additional|an extra)\b/i

/** A statement or question with whose figures they are; where it names no year but the article has a date, with when it was reported; and where it does not say of what and of when it speaks, with the title that does. */
export function opened(
  reading: Reading,
  finding: Finding,
  sentence: string,
  { key = '', isUnderTitle = false, most = sentence.endsWith('?') ? WORD_LIMIT : READABLE }: Opening = {},
): string {
  const { source } = finding
  const title = tellingTitle(reading)
  const under = from(source, reportedAs(title, reading.date), sentence)
  const isNeeded =
    isUnderTitle ||
    isToldByReport(sentence) ||
    FURTHER.test(sentence) ||
    (pointsAtTitle(title, sentence) && !givesAway(title, key)) ||
    !isPlaced(reading, finding, sentence)
  const isTold = isNamedIn(title, key) || namesNation(reading, title, key)
  if (isNeeded && title !== '' && !isTold) return under
  const isWelcome = !isTimed(finding, sentence) && !givesAway(title, key) && !isTold && isWithin(under, most)
  if (isWelcome && title !== '') return under
  return from(source, reportedAs('', YEAR.test(sentence) ? undefined : reading.date), sentence)
}

/** Whether a question about this can only be asked right after its article. */
export const needsArticle = (reading: Reading, when: When): boolean =>
  !when.isAbsolute && reading.date === undefined

/** What the article says, for the explanation: the sentence, whole. */
export function quoted(reading: Reading, { marked, when }: Finding): string {
  const sentence = sentenceText(reading, marked.sentence)
  const before = when.from ? sentenceText(reading, when.from.sentence) : ''
  return before === ''
    ? `The article says: “${sentence}”`
    : `The article says: “${before}” and then: “${sentence}”`
}

/** Whether a sentence begins with its slot, 'the' apart: as a gap nothing would lead up to it. */
export const beginsWithGap = (sentence: string): boolean => /^(?:the )?\{\}/i.test(sentence)

/** Whether a stem is short enough to be read at once. */
export const isShort = (stem: string): boolean => isWithin(stem, WORD_LIMIT)

/** Words that `gapStem` puts around a sentence. */
const AROUND_GAP = 5

/** A sentence with a slot as a question: 'Which figure completes the sentence “...”?' Undefined where it would be too long. */
export function gapStem(
  what: string,
  { reading, finding, told, opening = {} }: ToldWithSlot,
): string | undefined {
  if (!told.includes(SLOT)) return undefined
  const sentence = opened(reading, finding, told, { ...opening, most: WORD_LIMIT - AROUND_GAP })
  // Out of its sentence it would not say where it stands; as a gap in it there is room.
  if (withoutReport(sentence) === sentence && opened(reading, finding, told, opening) !== sentence)
    return undefined
  const stem = `Which ${what} completes the sentence “${sentence.replace(SLOT, GAP).replace(/\.$/, '')}”?`
  return isShort(stem) ? stem : undefined
}

/** What a finding tells, with a slot in it, before it is said where that was reported. */
interface ToldWithSlot {
  readonly reading: Reading
  readonly finding: Finding
  readonly told: string
  readonly opening?: Opening
}

/** A finding's evidence, and where its sentence only says 'he' or 'the company' for `name`, the sentence before it that names it. */
function evidenceFor(reading: Reading, { fact, marked }: Finding, name?: string): readonly Evidence[] {
  const { text, sentences } = reading
  const { start, end } = marked.sentence
  if (name === undefined || text.slice(start, end).includes(name)) return fact.evidence
  const full = mentionsOf(reading, name).filter((each) => each.text === name)
  const before = full.findLast((each) => each.end <= start) ?? full[0]
  const sentence = before && sentenceAround(sentences, before)
  return sentence ? evidenceOf(text, [...fact.evidence, sentence]) : fact.evidence
}

/** What every ask about a finding shares: its fact and group, the sentence that explains it, the evidence; also that which names `name` where its own sentence does not. */
export const askedOf = (
  reading: Reading,
  finding: Finding,
  name?: string,
): Pick<Ask, 'fact' | 'group' | 'explanation' | 'evidence'> => ({
  fact: finding.fact,
  group: finding.fact.id,
  explanation: quoted(reading, finding),
  evidence: evidenceFor(reading, finding, name),
})
