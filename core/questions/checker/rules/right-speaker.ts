import type { Sentence } from '../../../article/reading.ts'
import { overlapsAny } from '../../../article/span.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { namesReporter, reportersOf, speakersOf } from '../speakers.ts'
import { rootsOf, standsIn } from '../words.ts'

/** Words in quotation marks that are more than a term of somebody's. */
const QUOTATION = /[“"]([^“”"]{20,})[”"]/
const SAYS =
  /\b(?:said|says|told|added|noted|argued|claimed|warned|explained|insisted|commented|stated|wrote|declared)\b/i

/** Those the question says are speaking: the key, or the names beside the quotation. */
function claimed({ question, key, trueText, reading }: Sight): string[] {
  if (key && question.kind !== 'true-false') return [key.text]
  const beside = trueText.replace(QUOTATION, ' ')
  const named = reading.names.filter(
    ({ canonical, sort }) =>
      standsIn(canonical, beside) ||
      (sort !== 'organisation' && sort !== 'place' && standsIn(canonical.split(' ').at(-1) ?? '', beside)),
  )
  return [...new Set(named.map(({ canonical }) => canonical))]
}

const ASKS_SPEAKER =
  /\bwho (?:said|says|told|added|noted|argued|claimed|warned|explained|insisted|commented|stated|wrote|declared)\b/i

/** The sentences of the passages that say most of what the question says; all of them where those leave the speaker to the others ('the minister said'). */
function tellingSentences({ question, reading, trueText }: Sight): readonly Sentence[] {
  const asked = rootsOf(trueText)
  const counted = reading.sentences
    .filter((sentence) => overlapsAny(sentence, question.evidence))
    .map((sentence) => {
      const said = rootsOf(reading.text.slice(sentence.start, sentence.end))
      return { sentence, shared: asked.filter((root) => said.includes(root)).length }
    })
  const most = Math.max(...counted.map(({ shared }) => shared))
  const telling = counted.filter(({ shared }) => shared === most)
  const isNamedThere = telling.some(({ sentence: { start, end } }) => namesReporter(reading, start, end))
  return (isNamedThere ? telling : counted).map(({ sentence }) => sentence)
}

/** What is reported without quotation marks is said in a sentence of the passages that names the speaker, or says 'he' or 'the company' of whoever was named last. */
function reportProblem(sight: Sight): string | null {
  const { question, reading, facts } = sight
  if (!facts.some(({ family }) => family === 'statement') && !ASKS_SPEAKER.test(question.stem)) return null
  const speakers = tellingSentences(sight).flatMap(({ start, end }) => reportersOf(reading, start, end))
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
