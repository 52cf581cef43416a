import { isClausal } from '../../../facts/fact.ts'
import { areSeparate } from '../../../language/offices.ts'
import { areOpposites } from '../../../language/opposites.ts'
import { asksBuyer } from '../buyer.ts'
import { isCatchAll } from '../catch-all.ts'
import { wayOfMove } from '../movement.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { holdsWords, OPENING_REASON, plainWords, standsIn } from '../words.ts'

const ASKS_HOLDER = /^(?:as of [^,]*, |in [^,]*, |at [^,]*, )?who(?:se)?\b/i
const ASKS_OFFICE = /\b(?:what|which) (?:position|office|post|title)\b/i

/** A place among others, which one thing has at a time. */
const RANK =
  /^(?:[a-z]+-)?(?:largest|biggest|smallest|richest|oldest|busiest|tallest|longest|cheapest|fastest-growing)$/

/** What is said to be so of one is mostly so of its rivals: no wrong answer is safe. */
const TRUE_OF_MANY =
  /\b(?:compet(?:e|es|ed|ing|ition)|competitors? (?:of|to)|rivals? (?:of|to)|rivalry|(?:is|are|was|were) (?:an? )?(?:\w+ )?rivals?)\b/i

/** Whether the article itself mentions it, or each of two that it joins, or the question's own facts do in its words. */
function isMentioned(text: string, sight: Sight): boolean {
  const { index, facts } = sight
  if (facts.some(({ subject, object = '' }) => standsIn(text, `${subject} / ${object}`))) return true
  if (index.names.inFull.has(plainWords(text))) return true
  if (holdsWords(index.running, plainWords(text.replace(OPENING_REASON, '')))) return true
  const parts = text.split(' and ')
  return parts.length > 1 && parts.every((part) => isMentioned(part, sight))
}

/** Whether the question asks who does it. */
const isSubject = ({ key, facts }: Sight): boolean =>
  key !== null && facts.some(({ subject }) => plainWords(subject) === plainWords(key.text))

/** Another name for the key is for no-second-key to tell. */
const isKey = (text: string, { keys, reading }: Sight): boolean =>
  keys.some(
    (key) =>
      isSameThing(text, key.text, reading) ||
      (wayOfMove(text) !== null && wayOfMove(text) === wayOfMove(key.text)),
  )

/** Offices that several people hold at one time. */
const HELD_BY_MANY =
  /\b(?:analysts?|economists?|directors?|partners?|co-founders?|founders?|spokes\w+|advis[eo]rs?|members?|lawyers?|engineers?|professors?|strategists?|traders?|officials?|managers?|consultants?|researchers?|editors?|shareholders?|investors?|vice[- ]presidents?|commissioners?|ministers? of state|trustees?|brokers?|lecturers?|scientists?|senators?|governors? of the board)\b/i
const BUT_ONE =
  /\b(?:chief|managing|finance|financial|general|director-general|executive director|head|lead|founding|operating|editor-in-chief|creative|technical)\b/i
const isHeldByOne = (office = ''): boolean => !HELD_BY_MANY.test(office) || BUT_ONE.test(office)

/** Whether the question asks for an office, and the wrong ones are none that the holder of the right one often holds as well. */
const areOtherOffices = ({ question, key, facts, wrong, reading }: Sight): boolean =>
  key !== null &&
  ASKS_OFFICE.test(question.stem) &&
  facts.some(({ measure }) => measure !== undefined && plainWords(measure) === plainWords(key.text)) &&
  wrong.every(({ text }) => areSeparate(reading.lexicon, key.text, text))

/** Whether only one answer can be true in the world: an amount, a date, one of two opposites, an office at a date or its holder, the buyer in a named deal. */
function isExclusive(sight: Sight): boolean {
  const { question, key, facts, wrong } = sight
  if (!key || key.amounts.length > 0 || key.date !== null) return true
  if (wrong.length === 1 && wrong.every(({ text }) => areOpposites(text, key.text))) return true
  const role = facts.find(({ family }) => family === 'role')
  if (role) {
    if (ASKS_HOLDER.test(question.stem) || question.kind === 'true-false')
      return (
        isHeldByOne(role.measure) && facts.some(({ subject }) => plainWords(subject) === plainWords(key.text))
      )
    return areOtherOffices(sight)
  }
  if (facts.some(({ family }) => family === 'rank') && RANK.test(key.text)) return true
  return facts.some(isClausal) && isSubject(sight) && asksBuyer(sight)
}

export const oneAnswerInTheWorld: Rule = {
  number: 25,
  title: 'Wrong answers from outside the article stand only where one answer alone can be true.',
  kinds: ['choice', 'multiple-response', 'true-false'],
  check: (sight) => {
    if (sight.question.kind !== 'multiple-response' && isExclusive(sight)) return null
    if (sight.wrong.length > 0 && isSubject(sight) && TRUE_OF_MANY.test(sight.trueText)) {
      return `Others compete as '${sight.key?.text}' does, whether the article says so or not.`
    }
    const outside = sight.wrong.find(
      ({ text }) => !isMentioned(text, sight) && !isKey(text, sight) && !isCatchAll(text),
    )
    return outside ? `'${outside.text}' is not in the article and could be true as well.` : null
  },
}
