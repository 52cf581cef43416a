import { isClausal } from '../../../facts/fact.ts'
import { areOpposites } from '../../../language/opposites.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { holdsWords, OPENING_REASON, plainWords, standsIn } from '../words.ts'

const ASKS_HOLDER = /^(?:as of [^,]*, |in [^,]*, |at [^,]*, )?who(?:se)?\b/i
const ASKS_BUYER =
  /\b(?:bought|buy|buying|acquir(?:e|es|ed|ing)|take[sn]? over|took over|takeover|merg(?:e|ed|ing) with)\b/i

/** A place among others, which one thing has at a time. */
const RANK =
  /^(?:[a-z]+-)?(?:largest|biggest|smallest|richest|oldest|busiest|tallest|longest|cheapest|fastest-growing)$/

/** What is said to be so of one is mostly so of its rivals: no wrong answer is safe. */
const TRUE_OF_MANY = /\b(?:compet(?:e|es|ed|ing|ition|itors?)|rivals?|rivalry)\b/i

/** Whether the article itself mentions it, or the question's own facts do in its words. */
const isMentioned = (text: string, { index, facts }: Sight): boolean =>
  facts.some(({ subject, object = '' }) => standsIn(text, `${subject} / ${object}`)) ||
  index.names.inFull.has(plainWords(text)) ||
  holdsWords(index.running, plainWords(text.replace(OPENING_REASON, '')))

/** Whether the question asks who does it. */
const isSubject = ({ key, facts }: Sight): boolean =>
  key !== null && facts.some(({ subject }) => plainWords(subject) === plainWords(key.text))

/** Whether only one answer can be true in the world: an amount, a date, one of two opposites, the holder of an office, the buyer in a named deal. */
function isExclusive({ question, key, facts, wrong }: Sight): boolean {
  if (!key || key.amounts.length > 0 || key.date !== null) return true
  if (wrong.length === 1 && wrong.every(({ text }) => areOpposites(text, key.text))) return true
  if (
    facts.some(({ family }) => family === 'role') &&
    (ASKS_HOLDER.test(question.stem) || question.kind === 'true-false')
  ) {
    return facts.some(({ subject }) => plainWords(subject) === plainWords(key.text))
  }
  if (facts.some(({ family }) => family === 'rank') && RANK.test(key.text)) return true
  return facts.some(isClausal) && ASKS_BUYER.test(question.stem)
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
    const outside = sight.wrong.find(({ text }) => !isMentioned(text, sight))
    return outside ? `'${outside.text}' is not in the article and could be true as well.` : null
  },
}
