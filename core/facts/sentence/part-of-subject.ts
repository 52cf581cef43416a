import { type Marked, posAt, type Range, rangeSome, wordAt } from './marked.ts'
import { subordinates } from './nominal.ts'
import type { VerbGroup } from './verbs.ts'

/** Whether the noun phrase before a verb, which no clause reaches over before `floor`, is only a part of the verb's subject, or no part of it: one of several, half of a pair, an example, or what begins to tell of the noun before. */
export const isPartOfSubject = (marked: Marked, subject: Range, verb: VerbGroup, floor: number): boolean =>
  isHalf(marked, subject, verb, floor) ||
  isOneOfTwo(marked, subject, verb) ||
  endsList(marked, subject, floor) ||
  endsNounList(marked, subject, floor) ||
  isAsMany(marked, subject) ||
  isDoneTo(marked, subject) ||
  isExample(marked, subject) ||
  standsBehindPreposition(marked, subject, floor) ||
  isTwoPhrases(marked, subject) ||
  isNounWithContact(marked, subject) ||
  endsSource(marked, subject, floor) ||
  (verb.auxiliaries.length === 0 && isBareFigure(marked, subject))

/** 'Talks with Norway and Chile | began', 'some or all of it | was sold': what stands behind 'and' or 'or' is half of a longer subject. */
function isHalf(marked: Marked, { from }: Range, verb: VerbGroup, floor: number): boolean {
  const joint = wordAt(marked, from - 1)
  if (joint === 'or') return true
  if (joint !== 'and') return false
  const isPart = (i: number): boolean =>
    marked.names[i] !== undefined || /^(?:NOUN|PROPN|ADJ|DET)$/.test(posAt(marked, i))
  let preposition = from - 2
  while (preposition > floor && isPart(preposition)) preposition--
  if (preposition <= floor || posAt(marked, preposition) !== 'ADP' || marked.names[preposition]) return false
  // 'hurt by tax bills and asset seizures | imposed on firms'
  if (wordAt(marked, preposition) === 'by' && verb.auxiliaries.length === 0) return true
  let before = preposition - 1
  // 'Fighting between the two'
  if (before === floor && /ing$/.test(wordAt(marked, before))) before--
  while (before >= floor && isPart(before)) before--
  // 'Increased costs at the mill'
  if (before === floor && /ed$/.test(wordAt(marked, before))) before--
  // Behind a verb, 'with Norway' is the verb's own: 'Orrin traded with Norway and Chile agreed'.
  return (
    before < preposition - 1 &&
    (before < 0 || /^(?:and|but|,|;)$/.test(wordAt(marked, before)) || subordinates(marked, before))
  )
}

const isPair = (marked: Marked, { from, to }: Range): boolean =>
  rangeSome(from, to, (i) => wordAt(marked, i) === 'and')

/** 'The fund Orrin and its rival Velt | have': a name behind 'and' with a verb in the plural is one of two. */
const isOneOfTwo = (marked: Marked, subject: Range, verb: VerbGroup): boolean =>
  wordAt(marked, subject.from - 1) === 'and' &&
  marked.names[subject.to - 1] !== undefined &&
  marked.names[subject.from - 2] !== undefined &&
  /^(?:have|are|were)$/.test(wordAt(marked, verb.from)) &&
  !isPair(marked, subject)

/** Commas before the last of a list that has one of its own before 'and'. */
const COMMAS_OF_LIST = 2

/** 'Orrin, Velt 500, and Sorn | rose': the last of several between commas. */
function endsList(marked: Marked, subject: Range, floor: number): boolean {
  const { from } = subject
  if (wordAt(marked, from - 1) !== 'and' || wordAt(marked, from - 2) !== ',' || !marked.names[from])
    return false
  let commas = 0
  for (let i = floor; i < from; i++) if (wordAt(marked, i) === ',') commas++
  return commas >= COMMAS_OF_LIST && !isPair(marked, subject)
}

/** 'Sales at restaurants, bars and cafes | rose': behind a comma the end of a list that began with another noun. */
const endsNounList = (marked: Marked, subject: Range, floor: number): boolean =>
  wordAt(marked, subject.from - 1) === ',' &&
  isPair(marked, subject) &&
  posAt(marked, subject.from - 2) === 'NOUN' &&
  marked.periods[subject.from - 2] === undefined &&
  !/^(?:ADP|SCONJ|ADV)$/.test(posAt(marked, floor)) &&
  wordAt(marked, floor) !== 'according'

/** 'Four times as many cars | were made': the words before say how many. */
const isAsMany = (marked: Marked, { from }: Range): boolean =>
  wordAt(marked, from - 1) === 'as' && /^(?:many|much|few|little)$/.test(wordAt(marked, from))

/** 'Orrin said buying Velt | met a goal': what it bought is not what met it. */
const isDoneTo = (marked: Marked, { from }: Range): boolean =>
  marked.names[from] !== undefined &&
  posAt(marked, from - 1) === 'VERB' &&
  /ing$/.test(wordAt(marked, from - 1)) &&
  (from === 1 || /^(?:said|says|that|,|believes|argued|added)$/.test(wordAt(marked, from - 2)))

/** 'Countries like Chile', 'firms like Orrin': not the one named. */
const isExample = (marked: Marked, { from, to }: Range): boolean =>
  wordAt(marked, from - 1) === 'like' ||
  rangeSome(from, to, (i) => wordAt(marked, i) === 'like' && marked.names[i + 1] !== undefined)

/** 'Sales outside western Europe | rose', where 'outside' is no part of the phrase that was read. */
const standsBehindPreposition = (marked: Marked, { from }: Range, floor: number): boolean =>
  from - 1 > floor &&
  posAt(marked, from - 1) === 'ADP' &&
  /^(?:outside|inside|beyond|near|below|above|behind|beneath|alongside|without|unlike|like|towards?|into|onto|off|up|down|against|despite)$/.test(
    wordAt(marked, from - 1),
  ) &&
  /^(?:NOUN|PROPN|ADJ)$/.test(posAt(marked, from - 2))

/** 'Land owners claim the institute | has': two phrases that no verb was found between. */
const isTwoPhrases = (marked: Marked, { from, to }: Range): boolean =>
  rangeSome(
    from + 1,
    to,
    (i) =>
      /^(?:the|an?)$/.test(marked.tokens[i]?.text ?? '') &&
      marked.names[i - 1] === undefined &&
      marked.periods[i - 1] === undefined &&
      marked.quantities[i - 1] === undefined &&
      posAt(marked, i - 1) === 'NOUN',
  )

/** Nouns in the plural by which a firm is called: 'brokers Orrin'. */
const CALLS_A_FIRM = /(?:[eo]rs|ists|ants|ysts)$/

/** 'The loans Orrin | received': a name right behind a noun in the plural begins what tells of that noun. */
function isNounWithContact(marked: Marked, { from, to }: Range): boolean {
  const name = marked.names[to - 1]
  if (!name || isPair(marked, { from, to })) return false
  const at = marked.names.indexOf(name, from) - 1
  const before = marked.tokens[at]
  return (
    at >= from &&
    before?.pos === 'NOUN' &&
    marked.names[at] === undefined &&
    before.lower !== before.lemma &&
    /s$/.test(before.lower) &&
    !CALLS_A_FIRM.test(before.lower)
  )
}

/** 'According to a survey by Orrin and Velt sales | rose': no comma tells where the source ends. */
const endsSource = (marked: Marked, { from }: Range, floor: number): boolean =>
  floor === 0 && from > 0 && wordAt(marked, 0) === 'according' && wordAt(marked, from - 1) !== ','

/** '(190 were killed) and more than 2,000 | injured': a figure alone, whose verb stands with another. */
const isBareFigure = (marked: Marked, { from, to }: Range): boolean =>
  wordAt(marked, from - 1) === 'and' &&
  !rangeSome(from, to, (i) => marked.names[i] !== undefined || /^(?:NOUN|PROPN|PRON)$/.test(posAt(marked, i)))
