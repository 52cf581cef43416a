import type { StatementFinding } from '../../facts/finding.ts'
import type { Ask } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { nameRivals, phrase, slotFor } from './names.ts'
import { evidenceFor, isShort, needsArticle, opened, quoted, words, worthOf } from './wording.ts'

/** Who said it. */
export function statementAsks(ask: AskScene, finding: StatementFinding): Ask[] {
  const { speaker, sort, verb, content } = finding
  const who = sort === 'person' ? 'who' : 'which organisation'
  const stem = opened(ask.reading, finding, `${words(who, verb, content)}?`)
  if (!isShort(stem)) return []
  const said = opened(
    ask.reading,
    finding,
    `it was ${slotFor(ask.reading, speaker)} ${sort === 'person' ? 'who' : 'that'} ${words(verb, content)}.`,
  )
  const [surname] = speaker.split(' ').slice(-1)
  return [
    {
      fact: finding.fact,
      slot: 'speaker',
      group: finding.fact.id,
      stem,
      key: phrase(sort, speaker, sort === 'person' && surname ? [surname] : []),
      rivals: nameRivals(ask, finding.marked, sort, speaker),
      statement: said,
      sentence: said,
      explanation: quoted(ask.reading, finding),
      evidence: evidenceFor(ask.reading, finding, speaker),
      needsArticle: needsArticle(ask.reading, finding.when),
      worth: worthOf(ask.reading, finding, 0.55),
    },
  ]
}
