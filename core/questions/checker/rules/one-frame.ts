import { sentenceAround } from '../../../article/sentence-around.ts'
import { overlapsAny } from '../../../article/span.ts'
import type { Fact } from '../../../facts/fact.ts'
import { keepWith } from '../../../remember.ts'
import { KINDS } from '../../question.ts'
import { amountAt, amountOf, amountsHeld, type FigureSlot, isSame, isSameRounded } from '../amount.ts'
import { frameOf } from '../frame.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { areApart, PARTS, type TimeSaid, timeSaidIn } from '../time-said.ts'
import { contentWords, rootsOf, standsIn, wordsOf } from '../words.ts'

const DIRECTION_WORDS = {
  up: /\b(?:rise|rose|risen|rising|up|grew|grow|gain|increas|climb|jump|soar|surg|higher|more|add|improv|expand|widen|double|triple|boost|lift|rais)/i,
  down: /\b(?:fall|fell|drop|declin|down|decreas|slump|slid|shrink|shrank|plung|lower|less|los[est]|cut|reduc|tumbl|dip|contract|narrow|halv|shed|trim|slip|sank|sink)/i,
} as const

/** Words that say a figure is not yet a fact. */
const NOT_YET =
  /\b(?:expect|forecast|guid|project|predict|estimat|plan|aim|target|will|would|could|may|might|propos|likely|outlook|anticipat|intend|hope|offer|seek)/i

/** Whether the stem holds a word of the first that the second lacks. */
const tells = (stem: ReadonlySet<string>, own: string | undefined, others: string | undefined): boolean => {
  const taken = new Set(wordsOf(others ?? ''))
  return contentWords(own ?? '').some((word) => stem.has(word) && !taken.has(word))
}

/** Whether a stem names another time than a period, or a part of its year: the quarter, where the period is the year. */
const namesOtherTime = (said: TimeSaid, period: TimeSaid): boolean =>
  areApart(said, period) ||
  PARTS.some((part) => said.parts[part].size > 0 && PARTS.every((each) => period.parts[each].size === 0))

/** Whether the question says which of two values of one measure it means. */
function isToldApart(stem: string, fact: Fact, other: Fact): boolean {
  const words = new Set(wordsOf(stem))
  if (tells(words, fact.period, other.period)) return true
  if (other.period !== undefined && namesOtherTime(timeSaidIn(stem), timeSaidIn(other.period))) return true
  if (
    fact.period !== undefined &&
    other.period === undefined &&
    contentWords(fact.period).some((word) => words.has(word))
  )
    return true
  if (fact.status !== other.status && (fact.status === 'actual') !== NOT_YET.test(stem)) return true
  const isOtherWay =
    fact.direction !== undefined && other.direction !== undefined && fact.direction !== other.direction
  if (isOtherWay && fact.direction !== undefined && DIRECTION_WORDS[fact.direction].test(stem)) return true
  return (
    tells(words, fact.object, other.object) ||
    tells(words, fact.measure, other.measure) ||
    tells(words, fact.subject, other.subject)
  )
}

/** A measure without its owner, so that 'revenue at Corvane' is 'revenue'. */
const measureOf = keepWith(({ subject, measure = '' }: Fact): string => {
  const owner = rootsOf(subject)
  return rootsOf(measure)
    .filter((root) => !owner.includes(root))
    .sort()
    .join(' ')
})

const isMeasured = ({ family }: Fact): boolean => family === 'level' || family === 'change'

/** Another value that the article gives of what is asked for, and that the question does not tell apart. */
function rivalValue({ asked, trueText, key, facts, allFacts }: Sight): string | null {
  for (const fact of facts) {
    if (!isMeasured(fact)) continue
    for (const slots of [['value', 'to'], ['by'], ['from']] as const) {
      const own = amountsHeld(fact, slots)
      const isAsked =
        key === null || key.amounts.some((amount) => own.some((held) => isSameRounded(amount, held)))
      if (own.length === 0 || !isAsked) continue
      const rival = allFacts.find(
        (other) =>
          other !== fact &&
          isMeasured(other) &&
          frameOf(other).subject === frameOf(fact).subject &&
          measureOf(other) === measureOf(fact) &&
          amountsHeld(other, slots).some(
            (amount) => own[0]?.sort === amount.sort && !own.some((held) => isSameRounded(held, amount)),
          ) &&
          !isToldApart(`${asked} ${trueText}`, fact, other),
      )
      if (rival)
        return `The article gives ${fact.subject} another value of ${fact.measure ?? 'this'}${rival.period ? ` (${rival.period})` : ''}; the question does not tell them apart.`
    }
  }
  return null
}

const BEFORE = /\b(?:before|earlier|previous|previously|prior|from|preceding|former|had been|used to)\b/i

/** The level before a change, asked as if it were the level. */
function earlierLevel({ trueText, key, facts }: Sight): string | null {
  const isOf = (fact: Fact, slot: FigureSlot): boolean => {
    const held = amountAt(fact, slot)
    return held !== null && key !== null && key.amounts.some((amount) => isSame(amount, held))
  }
  const fact = facts.find((each) => isOf(each, 'from') && !isOf(each, 'to'))
  if (!fact || BEFORE.test(trueText)) return null
  const { years } = timeSaidIn(trueText)
  const own = timeSaidIn(fact.period ?? '').years
  return [...years].some((year) => !own.has(year))
    ? null
    : `${key?.text} is what ${fact.measure ?? 'it'} was before; the article gives another value behind it, and the question does not tell them apart.`
}

/** Parts of a year that make a figure another than the year's; a month or a day only where something is measured. */
const FINER = {
  any: ['quarter', 'half', 'months'],
  measured: ['quarter', 'half', 'months', 'month', 'day'],
} as const

/** A quarter's figure asked for as the year's. */
function wholeYear({ trueText, key, facts, question, reading }: Sight): string | null {
  const figures = key === null ? facts.length > 0 : key.amounts.length > 0
  const said = timeSaidIn(trueText)
  if (!figures || said.years.size === 0) return null
  if (PARTS.some((part) => said.parts[part].size > 0)) return null
  const times = facts.flatMap((fact) =>
    fact.period === undefined
      ? []
      : [{ phrase: fact.period, parts: isMeasured(fact) ? FINER.measured : FINER.any }],
  )
  if (times.length === 0 && facts.length === 0)
    for (const { phrase, start, end } of reading.periods)
      if (phrase !== undefined && overlapsAny({ start, end }, question.evidence))
        times.push({ phrase, parts: FINER.any })
  const isFiner = ({ phrase, parts }: (typeof times)[number]) => {
    const own = timeSaidIn(phrase)
    return (
      [...said.years].every((year) => own.years.has(year)) && parts.some((part) => own.parts[part].size > 0)
    )
  }
  return times.length > 0 && times.every(isFiner)
    ? `The figure is the one ${times[0]?.phrase}; the question asks for the whole year.`
    : null
}

/** Words that say on what basis a figure stands. */
const BASIS =
  /\b(?:like-for-like|same-store|comparable|constant (?:currency|currencies|exchange rates?)|organic(?:ally)?|underlying|adjusted|excluding|stripping out|before (?:tax|one-off|exceptional)[a-z-]*|in local currency|seasonally adjusted|annualised|pro forma)\b/i
const AGAIN = /\b(?:restat|revis)\w*/i
const NEW_FORECAST =
  /\b(?:rais|lift|upgrad|lower|cut|downgrad|trim|increas|reduc)\w* (?:its |the |their |his )?(?:\w+ )?(?:forecast|guidance|outlook|estimate|target)s?\b/i

/** A figure on a basis of its own, restated or given up, asked as if it were the plain one. */
function otherBasis({ trueText, key, stated, reading, question }: Sight): string | null {
  if (!key) return null
  for (const { start, end } of stated.filter((quantity) =>
    key.amounts.some((amount) => isSame(amount, amountOf(quantity))),
  )) {
    const sentence = sentenceAround(reading.sentences, { start, end })
    if (!sentence || question.evidence.length === 0) continue
    const [before, behind] = [
      reading.text.slice(sentence.start, start),
      reading.text.slice(end, sentence.end),
    ]
    const near = `${before.split(NEXT_PART).at(-1) ?? ''} / ${behind.split(NEXT_PART)[0] ?? ''}`
    const basis = BASIS.exec(near)
    if (basis && !hasBasis(trueText, basis[0]))
      return `The figure ${key.text} is '${basis[0]}'; the question leaves that out.`
    const again = AGAIN.exec(`${before}${behind}`)
    if (again && !AGAIN.test(trueText))
      return `The figure ${key.text} was ${again[0]}; the question does not say which one it asks for.`
    const raised = NEW_FORECAST.exec(before)
    if (raised && /\bfrom $/.test(before) && !BEFORE.test(trueText))
      return `The figure ${key.text} stood before the company '${raised[0]}'; the question asks as if it still held.`
  }
  return null
}

const PART_OF_YEAR =
  /\b(?:in|for|during|over|of) (?:the|its|their) (?:(?:first|second|third|fourth|final|last|latest|same) )?(?:(?:fiscal |business )?(?:quarter|half)|(?:three|six|nine) months)\b/i
const NAMES_YEAR = /\b(?:19|20)\d\d\b/
const WHOLE_YEAR = /\b(?:annual|(?:full|whole|for the|over the|in the) year|year as a whole)\b/
const SAYS_PART =
  /\b(?:quarter(?:ly)?|half|months?|January|February|March|April|May|June|July|August|September|October|November|December|week|yesterday|first-half|interim)\b/

/** The figure of a quarter, asked for without any time. */
function untoldPart({ asked, facts, evidenceText }: Sight): string | null {
  if (
    !facts.some(isMeasured) ||
    NAMES_YEAR.test(asked) ||
    SAYS_PART.test(asked) ||
    WHOLE_YEAR.test(evidenceText)
  )
    return null
  const part = PART_OF_YEAR.exec(evidenceText)
  return part ? `The passage speaks of a part of a year ('${part[0]}'); the question names none.` : null
}

const NEXT_PART = /[,;:]\s|\b(?:while|whereas|but|and)\b/
const hasBasis = (text: string, basis: string): boolean => standsIn(basis, text) || BASIS.test(text)

export const oneFrame: Rule = {
  number: 6,
  title:
    'Where the article gives several values of one measure (guidance and actual, quarter and year), the question says which it means.',
  kinds: KINDS,
  check: (sight) =>
    rivalValue(sight) ?? earlierLevel(sight) ?? wholeYear(sight) ?? otherBasis(sight) ?? untoldPart(sight),
}
