import type { Quantity } from '../../quantities/quantity.ts'
import type { Family } from '../fact.ts'
import type { Clause } from '../sentence/clauses.ts'
import { type Marked, wordAt } from '../sentence/marked.ts'

/** Verbs that set two organisations in relation, whoever of them is named first. */
const RELATING =
  /^(?:buy|acquire|own|sell|sue|supply|back|regulate|rival|merge|partner|compete|invest|cooperate|collaborate|fine|license|bid)$/

/** So near behind the verb the other has to be named: 'merged last spring with its rival Dunmore'. */
const REACH = 6

/** The organisation to which a clause sets the one it is about in relation; undefined where it does not. */
export function relatedTo({ marked, verb, rest, subject }: Clause): string | undefined {
  const own = marked.names[subject.to - 1]
  if (!RELATING.test(verb.lemma) || verb.isPassive || own?.sort !== 'organisation') return undefined
  for (let i = verb.to; i < Math.min(rest.to, verb.to + REACH); i++) {
    const name = marked.names[i]
    if (name?.sort === 'organisation' && name.canonical !== own.canonical) return name.canonical
    if (name || marked.tokens[i]?.text === ',') return undefined
  }
  return undefined
}

/** Whether a figure is a part of something: '11% of revenue', 'a 51% stake'. */
export function isShare(marked: Marked, quantity: Quantity): boolean {
  if (quantity.kind !== 'percent' && quantity.kind !== 'fraction') return false
  const end = marked.quantities.lastIndexOf(quantity) + 1
  return (
    wordAt(marked, end) === 'of' ||
    [0, 1, 2].some((step) => /^(?:stake|share|interest|holding)$/.test(wordAt(marked, end + step)))
  )
}

/** Words that open a reason. */
const REASONING = /\b(?:because|due to|thanks to|owing to|as a result|on the back of)\b/

/** Words that say what something led to, or what led to it. */
const CAUSING =
  /\b(?:result(?:s|ed|ing)? (?:in|from)|led to|leads? to|leading to|caus(?:e|es|ed|ing)|prompt(?:s|ed|ing)?|trigger(?:s|ed|ing)?|spark(?:s|ed|ing)?|(?:driven|boosted|helped|hit|hurt|fuelled|fueled|lifted|supported|buoyed|bolstered|dragged down|weighed down|offset|dented|prompted) by|weigh(?:s|ed|ing)? on|contribut(?:e|es|ed|ing) to|blam(?:e|es|ed|ing)|attribut(?:e|es|ed) to|in response to)\b/

const COMPARING =
  /\b(?:compared|unlike|whereas|outpac(?:e|es|ed|ing)|outperform(?:s|ed)?|overtak(?:e|es|en|ing)|overtook|twice as|as (?:much|many|large|big) as)\b/

/** 'higher than', 'more expensive than'; 'more than 9%' only says how exact a figure is. */
function comparesBy(text: string): boolean {
  const words = text.split(' ')
  return words.some(
    (word, i) =>
      word === 'than' &&
      /^\p{L}/u.test(words[i + 1] ?? '') &&
      ((words[i - 1]?.endsWith('er') ?? false) || /^(?:more|less|fewer)$/.test(words[i - 2] ?? '')),
  )
}

const RANKING =
  /\b(?:largest|biggest|smallest|strongest|weakest|highest|lowest|fastest|slowest|worst|best|oldest|newest|richest|busiest|steepest|sharpest|deepest|leading|record (?:high|low|level|profit|sales|loss|year|quarter)|top|most (?:popular|expensive|valuable|profitable|important|powerful))\b/

/** What is said by the words of a sentence, where that is more than that something happened. */
export const familyOfSentence = (text: string): Family =>
  REASONING.test(text) ? 'cause' : familyOfClause(text)

/** The same of a clause: a reason behind it is a finding of its own. */
export function familyOfClause(text: string): Family {
  if (CAUSING.test(text)) return 'cause'
  if (COMPARING.test(text) || comparesBy(text)) return 'comparison'
  return RANKING.test(text) ? 'rank' : 'event'
}

/** Verbs that say how much there is of something. */
const MEASURING =
  /^(?:be|have|employ|cost|total|own|operate|hold|serve|reach|stand|amount|number|contain|earn|charge|owe|hire|carry|account|represent)$/

/** Whether a clause says how much there is of something, as plain fact that nobody is quoted for. */
export const isLevel = ({ verb, reporter }: Clause, quantity: Quantity): boolean =>
  MEASURING.test(verb.lemma) &&
  reporter === undefined &&
  (quantity.kind === 'money' || quantity.kind === 'count') &&
  verb.modal === undefined
