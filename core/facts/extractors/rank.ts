import type { DescriptionFinding, EventFinding, Finding, RankFinding } from '../finding.ts'
import { factOf } from '../make-fact.ts'
import { ORDINALS } from '../rank-words.ts'
import { within, wordAt } from '../sentence/marked.ts'

/** 'the world’s third-largest brewer', 'the fastest-growing market in Asia': owner, ordinal, superlative, and what stands behind it. */
const RANK =
  /^(?<before>the |(?:the )?[\p{L} -]{2,30}[’']s? )(?:(?<ordinal>[a-z]+)[- ])?(?<superlative>largest|biggest|smallest|richest|oldest|busiest|tallest|longest|cheapest|highest|deepest|strongest|fastest|best[- ]selling|fastest[- ]growing|most (?:valuable|profitable|expensive|populous|visited|traded|powerful|popular))[ -](?<behind>\p{L}.+)$/u

/** How a rank is lost: 'one of the largest', 'was once the largest'. */
const LOST = /\b(?:one of|among|once|formerly|former|then|if|would|could|second only)\b/i

function rankOf(text: string): Pick<RankFinding, 'place' | 'superlative' | 'before' | 'behind'> | null {
  const groups = LOST.test(text) ? undefined : RANK.exec(text)?.groups
  if (!groups) return null
  const { before = '', ordinal, superlative = '', behind = '' } = groups
  const place = ordinal === undefined ? 1 : ORDINALS.indexOf(ordinal) + 1
  // 'The nation’s debt-laden largest lender' has a word there that is no ordinal.
  if (place === 0 || /[,;]/.test(behind) || (before === 'the ' && !/\b(?:in|of|by|on|for)\b/.test(behind)))
    return null
  return { place, superlative, before: before.trim(), behind }
}

/** 'Is the world’s third-largest brewer': the words behind the copula of an event. */
function predicated({
  clause,
  fact,
  subject,
  marked,
}: EventFinding): { name: RankFinding['name']; text: string } | null {
  const { verb, subject: range } = clause
  const name = within(marked.names, range).find(({ canonical }) => subject.text === canonical)
  const isCopula = verb.lemma === 'be' && /^(?:is|was|are|were)$/.test(wordAt(marked, verb.head))
  if (!name || !isCopula || fact.status !== 'actual' || verb.isNegated) return null
  return { name, text: (fact.measure ?? '').replace(/^(?:is|was|are|were) /, '') }
}

const described = (finding: Finding): { name: RankFinding['name']; text: string } | null => {
  if (finding.family === 'description') return finding
  return finding.family === 'event' ? predicated(finding) : null
}

/** Where named things stand among their like, by what the findings of a sentence say of them. */
export function findRanks(findings: readonly Finding[]): RankFinding[] {
  return findings.flatMap((finding): RankFinding[] => {
    const said = described(finding)
    const rank = said && rankOf(said.text)
    if (!said || !rank) return []
    const { before, superlative, behind, place } = rank
    const {
      marked,
      when,
      fact: { evidence },
    } = finding as DescriptionFinding | EventFinding
    const fact = factOf({
      family: 'rank',
      subject: said.name.canonical,
      measure: `${superlative} ${behind}`,
      object: before,
      value: place,
      unit: '',
      ...(when.phrase ? { period: when.phrase } : {}),
      status: 'actual',
      evidence,
    })
    return [{ family: 'rank', fact, marked, when, name: said.name, ...rank }]
  })
}
