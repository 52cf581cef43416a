import { wordSet } from '../word-set.ts'
import type { Status } from './fact.ts'
import type { Clause } from './sentence/clauses.ts'
import { rangeSome, wordAt } from './sentence/marked.ts'
import { FORECAST_VERBS, HEDGE_WORDS, PLAN_VERBS } from './sentence/words.ts'

/** Verbs after which the infinitive holds what has not happened yet. */
const headVerbs = (clause: Clause): string[] => {
  const verbs = [clause.verb.lemma]
  for (let at: Clause | undefined = clause.reporter; at; at = at.reporter) verbs.push(at.verb.lemma)
  return verbs
}

const CONDITIONS = wordSet('if unless provided')

/** Whether an 'if' or 'unless' outside a quotation opens the sentence, or stands in the clause or right behind it. */
const hangsOnIf = ({ marked, lead, rest }: Clause): boolean =>
  rangeSome(
    0,
    Math.min(marked.tokens.length, Math.max(OPENING, rest.to + 2)),
    (i) =>
      CONDITIONS.has(wordAt(marked, i)) &&
      (i < OPENING || i >= lead.from) &&
      !marked.quoted[i] &&
      marked.tokens[i - 1]?.text !== 'as',
  )

/** 'However, if cars are left out, | sales rose': the condition between commas before a clause. */
function followsIf({ marked, subject }: Clause): boolean {
  if (wordAt(marked, subject.from - 1) !== ',') return false
  for (let i = subject.from - 2; i >= 0 && !/^[;:.]$/.test(wordAt(marked, i)); i--) {
    if (CONDITIONS.has(wordAt(marked, i)) || /^excluding$/.test(wordAt(marked, i))) return !marked.quoted[i]
    if (wordAt(marked, i) === ',') return false
  }
  return false
}

/** 'But even if': what opens a sentence holds for all of it. */
const OPENING = 3

/** What is said and not offered: to reject it is to deny it. */
const SAYINGS = wordSet(
  'claim claims allegation allegations accusation accusations suggestion suggestions charge charges report reports rumour rumours rumor rumors idea notion fears concerns criticism speculation assertion assertions argument arguments complaint complaints',
)

/** 'Rejected the offer', 'has dismissed calls for a tax': what somebody wanted was turned down. */
const isTurningDown = ({ marked, verb, rest }: Clause): boolean =>
  rest.to > verb.to &&
  /^(?:DET|NOUN|ADJ|PROPN|NUM)$/.test(marked.tokens[verb.to]?.pos ?? '') &&
  !rangeSome(verb.to, rest.to, (i) => wordAt(marked, i) === 'that' || SAYINGS.has(wordAt(marked, i)))

/** How firmly a clause states what it says, by its verbs, its modal and the words before it. */
export function statusOf(clause: Clause): Status {
  const { verb, marked, lead, rest, joint } = clause
  if (joint === 'if' || joint === 'unless' || joint === 'whether' || hangsOnIf(clause) || followsIf(clause))
    return 'conditional'
  const verbs = headVerbs(clause)
  // 'Rejected the offer' is a deed; 'rejected that it had', 'denied' and what is told behind them are not so.
  const isTurnedDown = /^(?:reject|dismiss)$/.test(verb.lemma) && isTurningDown(clause)
  if (verbs.slice(isTurnedDown ? 1 : 0).some((lemma) => /^(?:deny|reject|dismiss)$/.test(lemma)))
    return 'denied'
  if (verb.modal && /^(?:could|may|might|would|should|can)$/.test(verb.modal)) return 'hedged'
  if (verbs.some((lemma) => FORECAST_VERBS.has(lemma)) || verb.auxiliaries.includes('expected'))
    return 'forecast'
  if (verb.modal && /^(?:will|shall|'ll|’ll|wo)$/.test(verb.modal)) return 'planned'
  if (PLAN_VERBS.has(verb.lemma)) return 'planned'
  if (
    verbs
      .slice(1)
      .some((lemma) => /^(?:suggest|believe|think|feel|suspect|claim|reckon|fear|hope|guess)$/.test(lemma))
  )
    return 'hedged'
  // In a date 'May' is no verb.
  const isHedge = (i: number) => HEDGE_WORDS.has(wordAt(marked, i)) && !marked.periods[i]
  if (rangeSome(lead.from, lead.to, isHedge) || rangeSome(verb.from, verb.to + 1, isHedge)) return 'hedged'
  const isLikely = rangeSome(rest.from, rest.from + 3, (i) => wordAt(marked, i) === 'likely')
  const isSet = wordAt(marked, rest.from) === 'set' && wordAt(marked, rest.from + 1) === 'to'
  if (isLikely || isSet) return 'hedged'
  return 'actual'
}
