import { overlapsAny } from '../../../article/span.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { reportersOf, speakersOf } from '../speakers.ts'
import { standsIn } from '../words.ts'

/** Words in quotation marks that are more than a term of somebody's. */
const QUOTATION = /[“"]([^“”"]{20,})[”"]/
const SAYS =
  /\b(?:said|says|told|added|noted|argued|claimed|warned|explained|insisted|commented|stated|wrote|declared)\b/i

/** Those the question says are speaking: the key, or the names beside the quotation. */
function claimed({ question, key, trueText, reading }: Sight): string[] {
  if (key && question.kind !== 'true-false') return [key.text]
  const beside = trueText.replace(QUOTATION, ' ')
  return [...new Set(reading.names.map(({ canonical }) => canonical))].filter((name) =>
    standsIn(name, beside),
  )
}

/** What is reported without quotation marks is said in a sentence of the passages that names the speaker, or says 'he' or 'the company' of whoever was named last. */
function reportProblem(sight: Sight): string | null {
  const { question, reading, facts } = sight
  if (!facts.some(({ family }) => family === 'statement')) return null
  const sentences = reading.sentences.filter((sentence) => overlapsAny(sentence, question.evidence))
  const speakers = sentences.flatMap(({ start, end }) => reportersOf(reading, start, end))
  const isRight = claimed(sight).some((name) =>
    speakers.some((speaker) => isSameThing(name, speaker, reading)),
  )
  return isRight || speakers.length === 0 ? null : `By its passage this is said by ${speakers.join(' or ')}.`
}

export const rightSpeaker: Rule = {
  number: 4,
  title: 'Words in quotation marks stand in the article, and whoever is said to say them says them there.',
  kinds: ['choice', 'true-false', 'cloze'],
  check: (sight) => {
    const { trueText, reading, key } = sight
    const quoted = QUOTATION.exec(trueText)?.[1]
    if (quoted === undefined || !SAYS.test(trueText.replace(QUOTATION, ' '))) return reportProblem(sight)
    const words = quoted.replace(/[.,;!?…]$/, '')
    const start = reading.text.indexOf(words)
    if (start < 0) return 'The words in quotation marks do not stand so in the article.'
    if (key && standsIn(key.text, quoted)) return null
    const speakers = speakersOf(reading, start, start + words.length)
    if (!speakers) return 'The article does not say beside these words who says them.'
    const isRight = claimed(sight).some((name) =>
      speakers.some((speaker) => isSameThing(name, speaker, reading)),
    )
    return isRight ? null : `By the words beside it this is said by ${speakers.join(' or ')}.`
  },
}
