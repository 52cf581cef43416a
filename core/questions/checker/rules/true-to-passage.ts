import { overlapsAny } from '../../../article/span.ts'
import { MONTHS } from '../../../periods/calendar.ts'
import { KINDS } from '../../question.ts'
import { amountsHeld, isSame } from '../amount.ts'
import { frameOf } from '../frame.ts'
import { saysOtherWay, wayOf } from '../movement.ts'
import { deedsIn, mentionsIn } from '../parties.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { areApart, PARTS, type TimeSaid, timeSaidIn } from '../time-said.ts'
import { plainWords } from '../words.ts'

/** What a question that asks who or which says once its answer stands in it. */
const ASKED =
  /\b(?:which|what) (?:[a-z-]+ ){0,2}?(?:company|firm|bank|organi[sz]ation|country|airline|retailer|rival|one|group|fund)\b|\bwho\b/i

function wholeText({ question, trueText, key }: Sight): string {
  if (question.kind !== 'choice' || !key) return trueText
  return trueText.replace(ASKED, () => key.text)
}

/** 'Pennywise bought Brightmart' where Brightmart bought Pennywise. */
function turnedRound(sight: Sight): string | null {
  const { reading, evidenceText, index } = sight
  const inFull = (name: string) => index.names.inFull.get(name)?.[0]?.canonical ?? name
  const stated = deedsIn(evidenceText, reading)
  if (stated.length === 0) return null
  const said = deedsIn(wholeText(sight), reading)
  for (const { doer, root, other } of said) {
    const of = stated.filter((deed) => deed.root === root)
    const isRight = of.some((deed) => deed.doer === doer && deed.other === other)
    if (!isRight && of.some((deed) => deed.doer === other && deed.other === doer))
      return `By the passage it is the other way round: '${inFull(other)}' does so to '${inFull(doer)}'.`
  }
  return null
}

/** 'fell' where the passage says that it rose. */
function wrongWay({ trueText, key, facts, evidenceText }: Sight): string | null {
  const way = wayOf(trueText)
  if (!way) return null
  if (saysOtherWay(evidenceText, way))
    return `The question says it went ${way}; the passage says the opposite.`
  const held = facts.filter(
    (fact) =>
      fact.direction !== undefined &&
      key?.amounts.some((amount) => amountsHeld(fact, ['by', 'to']).some((each) => isSame(each, amount))),
  )
  return held.length > 0 && held.every(({ direction }) => direction !== way)
    ? `The question says it went ${way}; by the passage ${held[0]?.measure ?? 'it'} went the other way.`
    : null
}

const inWords = (times: ReadonlySet<string>): string => [...times].join(' and ')

/** The times a question names, but for the month of the article itself: 'In May 2024 she said that in 2025 …'. */
function timesAsked({ trueText, reading: { date } }: Sight): TimeSaid {
  if (date === undefined) return timeSaidIn(trueText)
  const monthOfIt = `${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`
  // 'On 24 October 2024' is a day, not the month of the article.
  const rest = trueText
    .split(monthOfIt)
    .reduce((text, part) => `${text}${/\d $/.test(text) ? monthOfIt : ' '}${part}`)
  return timeSaidIn(rest)
}

/** A year or quarter that the passages, or the fact asked about, put to something else. One that the article does not know at all is for stem-in-article to tell. */
function wrongTime(sight: Sight): string | null {
  const { facts, key, reading, question, evidenceText, index } = sight
  const said = timesAsked(sight)
  if (said.years.size === 0 && PARTS.every((part) => said.parts[part].size === 0)) return null
  const isKnown = [...said.years, ...said.parts.month].every(
    (word) => index.numerals.has(word) || index.timeWords.has(word.toLowerCase()),
  )
  if (!isKnown) return null
  const dated = facts.filter(
    (fact) =>
      fact.period !== undefined &&
      !key?.amounts.some((amount) => amountsHeld(fact, ['from']).some((each) => isSame(amount, each))),
  )
  if (key !== null && key.date === null && dated.length > 0 && dated.length === facts.length) {
    if (dated.every(({ period = '' }) => areApart(said, timeSaidIn(period))))
      return `The passage says it of another time: ${dated[0]?.period}.`
    return null
  }
  if (said.years.size === 0) return null
  const stated = new Set(timeSaidIn(evidenceText).years)
  for (const { start, end, from = '', to = '' } of reading.periods)
    if (overlapsAny({ start, end }, question.evidence))
      for (const day of [from, to]) if (day !== '') stated.add(day.slice(0, 4))
  if (stated.size === 0) return null
  const strange = new Set([...said.years].filter((year) => !stated.has(year)))
  return strange.size > 0 ? `The passage speaks of ${inWords(stated)}, not of ${inWords(strange)}.` : null
}

/** Words by which a passage speaks of what was named before it. */
const POINTS_BACK =
  /\b(?:it|its|he|she|his|her|they|their|we|our|the (?:[a-z-]+ ){0,2}?(?:company|firm|group|airline|bank|retailer|carmaker|maker|giant|lender|business|regulator|agency|government|union|chain|carrier|planemaker|operator|country|city|bill|deal|party|president|minister|body|trust|association))\b/i

/** A company or person that the passages do not speak of, where they speak of another. */
function wrongParty(sight: Sight): string | null {
  const { reading, evidenceText, trueText, keys, index, facts } = sight
  if (POINTS_BACK.test(evidenceText)) return null
  const subjects = facts.map((fact) => frameOf(fact).subject)
  const inFull = (name = '') => index.names.inFull.get(name)?.[0]?.canonical ?? name
  const named = mentionsIn(trueText, reading).map(({ name }) => name)
  const stated = mentionsIn(evidenceText, reading).map(({ name }) => name)
  const isParty = (name: string) => index.names.inFull.get(name)?.[0]?.sort !== 'place'
  const asked = named.filter(isParty)
  const others = stated.filter(
    (name) => isParty(name) && !keys.some(({ text }) => isSameThing(name, plainWords(text), reading)),
  )
  const isSpokenOf = asked.some((name) => stated.includes(name) || subjects.includes(name))
  return asked.length > 0 && others.length > 0 && !isSpokenOf
    ? `The passage speaks of '${inFull(others[0])}', not of '${inFull(asked[0])}'.`
    : null
}

export const trueToPassage: Rule = {
  number: 1,
  title: 'Who did what to whom, which way it went and when are told as the passages tell them.',
  kinds: KINDS,
  check: (sight) => turnedRound(sight) ?? wrongWay(sight) ?? wrongTime(sight) ?? wrongParty(sight),
}
