import type { Name } from '../../article/name.ts'
import { oppositeOf } from '../../language/opposites.ts'
import type { SentenceFinding } from '../finding.ts'
import { isBoundWord, saysFromWhere } from '../sentence/bound-word.ts'
import { turnsToNonsense } from '../sentence/turns-to-nonsense.ts'
import { sentenceFinding, subjectIn, templateWith } from './sentence-finding.ts'
import type { Frame } from './sentence-frame.ts'

/** The first word of a sentence that another would turn round: 'a weak (strong) dollar helps exporters'. */
export function turnedWords(frame: Frame, names: readonly Name[]): SentenceFinding[] {
  const { marked, range, without } = frame
  for (let i = range.from; i < range.to; i++) {
    const token = marked.tokens[i]
    if (!token) continue
    // Few words have an opposite, so that is asked first.
    const other = oppositeOf(token.text, token.pos)
    if (other === undefined || without.has(i) || isBoundWord(marked, i) || saysFromWhere(marked, range, i))
      continue
    if (turnsToNonsense(marked, range, i)) continue
    const said = templateWith(frame, { from: i, to: i + 1 })
    const words = said?.toLowerCase().split(/[^\p{L}-]+/u) ?? []
    if (said === null || words.includes(other) || words.includes(token.text)) continue
    const subject = subjectIn(said, names)
    if (subject === null) continue
    return [sentenceFinding(frame, said, { type: 'word', word: token.text, opposite: other }, { subject })]
  }
  return []
}
