import type { EventFinding } from '../../facts/finding.ts'
import { complementOf, LIGHT } from '../../facts/sentence/complement.ts'
import type { Ask } from '../ask.ts'
import { contentWords } from '../checker/words.ts'
import type { AskScene } from './ask-scene.ts'
import { timeBehind } from './event-wording.ts'
import { phrase } from './names.ts'
import { isTelling, isThing, type Phrase, phraseAt, phraseRivals } from './phrases.ts'
import { invert } from './turn-round.ts'
import { askedOf, isShort, needsArticle, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** Verbs of which one deed at a time is told: somebody attempts and is expected to do many things. */
const BINDING = /^(?:plan|intend|agree|promise|decide|pledge|refuse|vow|propose|threaten|aim|offer|order)$/

/** 'What has Orrin challenged?', 'What does Orrin intend to do?': the thing or the deed behind the verb. */
export function whatAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading, scene } = ask
  const { marked, clause, predicate, subject, when } = finding
  if (finding.quantity && marked.quantities.indexOf(finding.quantity) < predicate.to) return []
  const complement = complementOf(marked, clause.verb, predicate.to)
  const turned = complement && invert(finding)
  if (!complement || !turned) return []
  if (complement.type === 'deed' && complement.link === '' && !BINDING.test(clause.verb.lemma)) return []
  const key = phraseAt(scene, marked, complement.type, complement.range)
  if (!key || !isThing(key) || key.hasFigure || !isTelling(key)) return []
  const { link } = complement
  const tail = complement.type === 'thing' ? [turned.verb, link] : [turned.verb, link, 'to do']
  const stem = opened(
    reading,
    finding,
    `${words('what', turned.auxiliary, subject.text, ...tail, timeBehind(finding))}?`,
    { key: key.text },
  )
  if (!isShort(stem)) return []
  const rivals = phraseRivals(scene, key, contentWords(subject.text))
  if (rivals.length < 2) return []
  return [
    {
      slot: complement.type,
      stem,
      key: phrase(complement.type, key.text),
      rivals,
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.65),
      ...askedOf(reading, finding),
    },
  ]
}

const SINGULAR: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has', do: 'does' }

/** 'What has boosted demand for video games?': the thing that does it, where it is no name. */
export function doerAsk(ask: AskScene, finding: EventFinding): Ask[] {
  const { reading, scene } = ask
  const { clause, subject, when } = finding
  const { verb } = clause
  if (subject.isPlural && verb.auxiliaries.length === 0 && !/(?:ed|t|n|w)$/.test(verbText(finding))) return []
  const key = doer(ask, finding)
  const { said } = finding
  if (!key || said.split(' ').length < 4) return []
  const told = subject.isPlural ? said.replace(/^\w+/, (first) => SINGULAR[first] ?? first) : said
  const stem = opened(reading, finding, `${words('what', told, timeBehind(finding))}?`, { key: key.text })
  if (!isShort(stem) || /\b(?:its|their|they|it)\b/.test(told)) return []
  const rivals = phraseRivals(scene, key, contentWords(told))
  if (rivals.length < 2) return []
  return [
    {
      slot: 'doer',
      stem,
      key: phrase('thing', key.text),
      rivals,
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.6),
      ...askedOf(reading, finding),
    },
  ]
}

const verbText = ({ marked, clause }: EventFinding): string =>
  (marked.tokens[clause.verb.head]?.text ?? '').toLowerCase()

/** The subject as an answer to 'what': a thing, nobody who could be asked for by 'who'. */
function doer({ scene }: AskScene, { marked, clause, subject }: EventFinding): Phrase | null {
  const { from, to } = clause.subject
  if (to - from < 2 || subject.owner === subject.text) return null
  const key = phraseAt(scene, marked, 'thing', clause.subject)
  if (!key || !isThing(key) || key.hasFigure || !isTelling(key)) return null
  return LIGHT.test(clause.verb.lemma) ? null : key
}
