import { wordSet } from '../../word-set.ts'
import { type Marked, type Range, rangeSome, wordAt } from './marked.ts'
import { APOSTROPHES, POSSESSIVES, SPEECH_VERBS } from './words.ts'

/** A finite verb with its auxiliaries, as token indices. */
export interface VerbGroup extends Range {
  /** Index of the lexical verb, or of the copula. */
  readonly head: number
  /** Dictionary form of the head. */
  readonly lemma: string
  /** The auxiliaries before the head, lower case, without adverbs. */
  readonly auxiliaries: readonly string[]
  readonly isPassive: boolean
  readonly isNegated: boolean
  /** 'will', 'could', ... */
  readonly modal?: string
}

const MODALS = wordSet("will would could may might should can must shall 'll ’ll wo ca")
const NEGATIONS = wordSet("not n't n’t never")
const BE = wordSet("be is are was were been being 's ’s am 're ’re")
const HAVE = wordSet("have has had 've ’ve")
const DO = wordSet('do does did')
const NON_FINITE_START = wordSet('be been being having')

const isFree = (marked: Marked, i: number): boolean =>
  marked.names[i] === undefined && marked.quantities[i] === undefined && marked.periods[i] === undefined
const isVerbal = (marked: Marked, i: number): boolean => {
  const pos = marked.tokens[i]?.pos
  const isVerb = pos === 'VERB' || pos === 'AUX'
  if (!isVerb && pos !== 'NOUN') return false
  return isFree(marked, i) && !isDescribing(marked, i) && (isVerb || isMistakenNoun(marked, i))
}

/** 'the bank's hit list', 'the proposed budget': a verb's form between an article or possessive and a noun describes the noun. */
function isDescribing(marked: Marked, i: number): boolean {
  if (marked.tokens[i]?.pos !== 'VERB') return false
  const before = marked.tokens[i - 1]
  const opens =
    before !== undefined &&
    ((/ing$/.test(before.text) && (before.pos === 'VERB' || marked.tokens[i - 2]?.pos === 'ADP')) ||
      (before.pos === 'DET' && !/^(?:that|this|all|both|each)$/i.test(before.text)) ||
      APOSTROPHES.has(before.text) ||
      POSSESSIVES.has(before.lower))
  return (
    (opens || isBehindPreposition(marked, i) || isSecondDescription(marked, i)) &&
    (/^(?:NOUN|PROPN|ADJ)$/.test(marked.tokens[i + 1]?.pos ?? '') || marked.names[i + 1] !== undefined)
  )
}

/** 'copied or pirated goods': the second of two that describe a noun. */
const isSecondDescription = (marked: Marked, i: number): boolean =>
  wordAt(marked, i - 1) === 'or' &&
  /(?:ed|en|wn)$/.test(wordAt(marked, i)) &&
  /^(?:NOUN|ADJ|VERB)$/.test(marked.tokens[i - 2]?.pos ?? '')

/** 'trade in pirated goods': no finite verb follows its preposition. */
const isBehindPreposition = (marked: Marked, i: number): boolean =>
  marked.tokens[i - 1]?.pos === 'ADP' &&
  /(?:ed|en|wn)$/.test(wordAt(marked, i)) &&
  /^(?:in|of|for|with|at|on|from|by|into|over|under|between|among|about|against)$/.test(wordAt(marked, i - 1))

/** Past forms that the tagger takes for nouns and that hardly ever are. */
const SURE_VERBS = wordSet(
  'fell rose grew shrank sank began became came went took gave told said sold bought won paid shed slid',
)

/** 'Lindt plans to', 'spending accounts for': verbs the tagger takes for plural nouns. */
function isMistakenNoun(marked: Marked, i: number): boolean {
  const next = wordAt(marked, i + 1)
  const before = marked.tokens[i - 1]?.pos
  const follows =
    marked.names[i - 1] !== undefined || before === 'NOUN' || before === 'PROPN' || before === 'PRON'
  if (marked.tokens[i]?.pos !== 'NOUN') return false
  const word = wordAt(marked, i)
  if (SURE_VERBS.has(word)) return before !== 'DET' || /^(?:both|all|each)$/.test(wordAt(marked, i - 1))
  if (word === 'shot') return next === 'up' || next === 'down'
  if (!follows) return false
  if (/^(?:plans|aims|hopes|intends|expects|seeks|wants|needs|promises)$/.test(word)) return next === 'to'
  if (/^(?:accounts)$/.test(word)) return next === 'for'
  // 'the Trade Office charges a duty': no noun stands right before an article
  if (
    /^(?:charges|targets|limits|rates|costs|trades|orders|designs|markets|ships|stores|supplies|values)$/.test(
      word,
    )
  )
    return marked.names[i - 1]?.sort === 'organisation' && /^(?:an?|the|its)$/.test(next)
  // 'Officials claim that'
  if (/^(?:claim|report|forecast|estimate)$/.test(word) && next === 'that')
    return /^(?:DET|NOUN|PROPN|ADJ|PRON)$/.test(marked.tokens[i + 2]?.pos ?? '')
  if (/^(?:plan|hope|aim)$/.test(word))
    return next === 'to' && /s$/.test(wordAt(marked, i - 1)) && before === 'NOUN'
  return (
    /^(?:claims|forecasts|estimates|warns|reports|says)$/.test(word) &&
    (next === 'that' || marked.names[i - 1] !== undefined)
  )
}
/** 'also', 'already', 'not', and 'up' are passed over between auxiliary and verb. */
const isBetween = (marked: Marked, i: number): boolean =>
  marked.tokens[i]?.pos === 'ADV' || NEGATIONS.has(wordAt(marked, i))

const isGlued = (marked: Marked, i: number): boolean =>
  (marked.tokens[i - 1]?.text === '-' && marked.tokens[i - 1]?.end === marked.tokens[i]?.start) ||
  (marked.tokens[i + 1]?.text === '-' && marked.tokens[i + 1]?.start === marked.tokens[i]?.end)

/** All finite verb groups, left to right. Infinitives, gerunds and participles on their own are none. */
export function findVerbGroups(marked: Marked): VerbGroup[] {
  const groups: VerbGroup[] = []
  const count = marked.tokens.length
  let i = 0
  while (i < count) {
    if (!isVerbal(marked, i) || isGlued(marked, i)) {
      i++
      continue
    }
    const from = i
    const auxiliaries: string[] = []
    let head = from
    let isNegated = false
    let to = from
    while (to < count) {
      const word = wordAt(marked, to)
      const isAuxiliary = MODALS.has(word) || BE.has(word) || HAVE.has(word) || DO.has(word)
      if (isVerbal(marked, to) && isAuxiliary) {
        auxiliaries.push(word)
        head = to
        to++
      } else if (to > from && isBetween(marked, to) && hasVerbSoon(marked, to)) {
        if (NEGATIONS.has(word)) isNegated = true
        to++
      } else if (to > from && NEGATIONS.has(word)) {
        isNegated = true
        to++
      } else if (isVerbal(marked, to) && !isGlued(marked, to)) {
        head = to
        to++
        break
      } else break
    }
    const lexical = wordAt(marked, head)
    const isCopula = auxiliaries.length > 0 && auxiliaries.at(-1) === lexical
    const used = isCopula ? auxiliaries.slice(0, -1) : auxiliaries
    const first = wordAt(marked, from)
    const isInfinitive = wordAt(marked, from - 1) === 'to' || NON_FINITE_START.has(first)
    const isGerund =
      used.length === 0 &&
      /ing$/.test(first) &&
      !/^(?:bring|ring|sing|swing|spring|cling|fling|sting|king)$/.test(first)
    if (!isInfinitive && !isGerund) {
      const modal = used.find((word) => MODALS.has(word))
      const opening = adverbsBefore(marked, from)
      groups.push({
        from: opening,
        to,
        head,
        lemma: isCopula
          ? BE.has(lexical)
            ? 'be'
            : HAVE.has(lexical)
              ? 'have'
              : (marked.tokens[head]?.lemma ?? lexical)
          : (marked.tokens[head]?.lemma ?? lexical),
        auxiliaries: used,
        isPassive: !isCopula && used.length > 0 && BE.has(used.at(-1) ?? '') && !/ing$/.test(lexical),
        isNegated:
          isNegated ||
          rangeHas(marked, opening, from, NEGATING_ADVERBS) ||
          NEGATING_ADVERBS.has(wordAt(marked, head - 1)),
        ...(modal === undefined ? {} : { modal }),
      })
    }
    i = to
  }
  return groups
}

/** 'never paid', 'rarely sells': the adverb undoes the verb. */
const NEGATING_ADVERBS = wordSet('never not rarely seldom hardly barely scarcely no')

/** Where the adverbs right before a verb begin: they belong to what it says. */
function adverbsBefore(marked: Marked, verb: number): number {
  let at = verb
  while (
    at > 0 &&
    isFree(marked, at - 1) &&
    marked.tokens[at - 1]?.pos === 'ADV' &&
    !/^(?:so|then|when|where|why|how|thus|also|however|there|here|as)$/.test(wordAt(marked, at - 1))
  )
    at--
  return at
}

const rangeHas = (marked: Marked, from: number, to: number, words: ReadonlySet<string>): boolean =>
  rangeSome(from, to, (i) => words.has(wordAt(marked, i)))

/** Whether a verb follows the adverbs that begin at `i`. */
function hasVerbSoon(marked: Marked, i: number): boolean {
  let at = i
  while (at < i + 3 && isBetween(marked, at)) at++
  return isVerbal(marked, at)
}

/** 'goods seized at the border rose': with only a preposition's phrase between, the second verb is the sentence's and the first describes the noun. */
function leadsToAnother(marked: Marked, { to }: VerbGroup, next: VerbGroup): boolean {
  if (marked.tokens[to]?.pos !== 'ADP' || SPEECH_VERBS.has(marked.tokens[to - 1]?.lemma ?? '')) return false
  for (let i = to; i < next.from; i++) {
    const { pos, text } = marked.tokens[i] ?? { pos: 'X', text: '' }
    if (/^(?:PUNCT|SCONJ|CCONJ|PRON|VERB|AUX)$/.test(pos) || /^(?:that|as|while|but|and)$/i.test(text))
      return false
  }
  // 'Sales rose in Spain prices fell' would be two sentences; one noun phrase behind the preposition is the rule.
  return next.from - to <= 7
}

/** Whether a participle without auxiliary is more likely to describe the noun before it: 'shares held by', 'tax introduced in 2010'. */
export const isBareParticiple = (marked: Marked, group: VerbGroup, next: VerbGroup | undefined): boolean => {
  const { head, auxiliaries, lemma } = group
  const word = wordAt(marked, head)
  if (auxiliaries.length > 0) return false
  if (next && /(?:ed|en|wn)$/.test(word) && leadsToAnother(marked, group, next)) return true
  // 'the rival led by Jane Doe'
  if (/^(?:led|headed|chaired|founded|run)$/.test(word) && wordAt(marked, head + 1) === 'by') return true
  if (!next)
    return (
      !(word === 'named' && marked.names[group.to]) &&
      /^(?:aimed|quoted|known|called|named|owned|based|backed|dubbed|poised|priced|worth|seen|given|taken)$/.test(
        word,
      )
    )
  if (/^(?:by)$/.test(wordAt(marked, head + 1)))
    return (
      word !== lemma &&
      /(?:ed|en|n|t|ld|de|ne)$/.test(word) &&
      !/^(?:rose|fell|grew|went|came|ran|sank|dropped|climbed|jumped|increased|declined|rose|slumped|surged|soared|decreased|shrank|slipped|advanced|expanded|contracted|plunged|tumbled|slid|gained|lost|dipped|eased)$/.test(
        word,
      )
    )
  return (
    /^(?:been|done|seen|known|driven|given|taken|made|held|born|drawn|shown|grown|written|chosen|spoken|broken|hidden|gone|begun|led|based|named|called|listed|owned|backed|aimed|related|linked|used|needed|left)$/.test(
      word,
    ) && /^(?:to|in|as|on|at|by|from|with|for|once|over|after)$/.test(wordAt(marked, head + 1))
  )
}
