import { wordSet } from '../../word-set.ts'
import type { Clause } from './clauses.ts'
import { posAt, rangeSome, wordAt } from './marked.ts'

/** Nouns that stand for many, with which either number of the verb is English. */
const OF_MANY = wordSet(
  'number majority minority range series lot group team pair couple handful variety third quarter half percent percentage proportion share fraction rest bulk host raft string spate slew swathe bunch crowd mass plenty police staff public media press data people government board family crew committee council cabinet management party company firm bank union association federation opposition army parliament commission club band trio duo audience generation jury total dozen hundred thousand million billion average tenth fifth',
)
const PLURAL_VERBS = wordSet('are were have')

const ENDS_NOUN = /^(?:ADP|VERB|AUX|SCONJ|PUNCT|PRON)$/

/** Whether a subject in the singular has a verb in the plural, as a slip of the article or because half of the subject was not found: 'the success of the products have', 'a court were'. */
export function disagrees({ marked, subject, verb }: Clause): boolean {
  if (!PLURAL_VERBS.has(wordAt(marked, verb.from))) return false
  let head = subject.from
  while (head < subject.to && (!ENDS_NOUN.test(posAt(marked, head)) || wordAt(marked, head) === '-')) head++
  if (rangeSome(subject.from, head, (i) => posAt(marked, i) === 'CCONJ')) return false
  head--
  const noun = marked.tokens[head]
  return (
    head >= subject.from &&
    noun?.pos === 'NOUN' &&
    noun.lower === noun.lemma &&
    !/[^s]s$/.test(noun.lower) &&
    marked.names[head] === undefined &&
    marked.quantities[head] === undefined &&
    !OF_MANY.has(noun.lower)
  )
}
