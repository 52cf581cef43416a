import path from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { questionsOf, read, splitTitle } from '#core'
import { loadLexicon } from '#server/lexicon'
import type { Comparison } from './comparison.ts'
import { median } from './comparison.ts'
import { makeTexts } from './texts.ts'

const ROUNDS = 9
const TEXTS = 12

/** From a text to ten questions about it. */
export function questioner(root: string): (text: string) => unknown {
  const lexicon = loadLexicon(path.join(root, 'content/names'))
  return (text) =>
    questionsOf(read({ ...splitTitle(text), date: '2025-06-01' }, lexicon), { count: 10, seed: 1 })
}

/** Articles to questions, against wink-nlp reading the same texts alone. No text is read twice by either. */
export function measureEngine(root: string): Comparison {
  const question = questioner(root)
  const wink = winkNLP(model)
  const readAlone = (text: string) => wink.readDoc(text).tokens().out()
  const time = (work: (text: string) => unknown, texts: readonly string[]) => {
    const began = performance.now()
    for (const text of texts) work(text)
    return (performance.now() - began) / texts.length
  }
  for (const text of makeTexts(4, 'warm')) [readAlone(text), question(text)]
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const texts = makeTexts(TEXTS, `round ${round}`)
    return { alone: time(readAlone, texts), ours: time(question, texts) }
  })
  const alone = median(rounds.map((round) => round.alone))
  const ours = median(rounds.map((round) => round.ours))
  return {
    what: 'article to questions, against wink-nlp alone',
    ours: `${ours.toFixed(2)} ms an article`,
    theirs: `${alone.toFixed(2)} ms`,
    ratio: median(rounds.map((round) => round.alone / round.ours)),
    budget: { atLeast: 0.25 },
  }
}
