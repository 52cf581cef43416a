import { sentenceAround } from '../../article/sentence-around.ts'
import { overlapsAny } from '../../article/span.ts'
import { indexOf } from './article-index.ts'
import type { Sight } from './sight.ts'
import { contentWords, plainWords, rootOf, rootsOf, standsIn } from './words.ts'

/** What may stand between two things named in one breath, once the other names between them are taken out. */
const IN_ONE_BREATH = /^(?:[\s,]|\b(?:and|or|as well as|the|both)\b|&)*$/
const JOINS = /\b(?:and|or|as well as)\b|&/
/** What goes on behind a list ('A, B and C'). */
const GOES_ON = /^,? (?:and|or) |^, \p{Lu}/u

/** Whether one sentence of the passages names both in one breath, so that what it says of one it says of the other ('X competes with A and B', 'founded in Pune, Maharashtra'). */
export function isListedWith(
  wrong: string,
  key: string,
  { reading, question, trueText, index }: Sight,
): boolean {
  if (wrong.length < 2 || key.length < 2 || standsIn(wrong, trueText)) return false
  for (const sentence of reading.sentences) {
    if (!overlapsAny(sentence, question.evidence)) continue
    const text = reading.text.slice(sentence.start, sentence.end)
    if (/\brespectively\b/.test(text)) continue
    const [a, b] = [text.indexOf(key), text.indexOf(wrong)]
    if (a < 0 || b < 0) continue
    const [from, to] = a < b ? [a + key.length, b] : [b + wrong.length, a]
    if (from > to) continue
    let between = text.slice(from, to)
    const behind = text.slice(a < b ? to + wrong.length : to + key.length)
    for (const name of index.names.texts.keys())
      if (between.includes(name)) between = between.replace(name, '')
    if (!IN_ONE_BREATH.test(between)) continue
    if (JOINS.test(between) || GOES_ON.test(behind) || arePlaces(wrong, key, { reading })) return true
  }
  return false
}

const arePlaces = (a: string, b: string, { reading }: Pick<Sight, 'reading'>): boolean =>
  [a, b].every((text) => indexOf(reading).names.called.get(plainWords(text))?.sort === 'place')

/** What a stem says besides asking: 'which company' and the month of the report say nothing of the matter. */
const ASKING = /\bas of (?:[A-Z][a-z]+ )?\d{4}\b,?|\b(?:which|what) (?:other )?[a-z]+\b|\bwho\b/gi
const CLAUSE_ENDS = /[;:]\s|,\s(?:while|whereas|but|and)\s|\band (?=\p{Lu})|\b(?:while|whereas|but)\b/u
/** A stem of fewer telling words fits too much. */
const FEWEST_ROOTS = 2

/** Whether a clause of the article that does not name the key says of a wrong name all that the stem says. */
export function isSaidOf(wrong: string, key: string, { asked: stem, reading, index }: Sight): boolean {
  const mentions = index.names.inFull.get(plainWords(wrong))
  if (!mentions) return false
  const asked = contentWords(stem.replace(ASKING, ' ')).map(rootOf)
  if (asked.length < FEWEST_ROOTS) return false
  return mentions.some((mention) => {
    const sentence = sentenceAround(reading.sentences, mention)
    if (!sentence) return false
    const clause = reading.text
      .slice(sentence.start, sentence.end)
      .split(CLAUSE_ENDS)
      .find((part) => standsIn(wrong, part) && !standsIn(key, part))
    const said = rootsOf(clause ?? '')
    return clause !== undefined && asked.every((root) => said.includes(root))
  })
}
