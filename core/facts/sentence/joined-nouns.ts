import { lastOfName, type Marked, posAt, wordAt } from './marked.ts'
import { isDescribing, subordinates } from './nominal.ts'

/** 'Orrin, Velt and Sorn': a comma between names. */
export const inNameList = (marked: Marked, i: number): boolean => {
  const left = marked.names[i - 1]
  const at = wordAt(marked, i + 1) === 'and' ? i + 2 : i + 1
  const right = marked.names[at]
  if (!left || !right || left.sort !== right.sort) return false
  // 'Despite strong sales of Orrin, Velt's business': a new phrase begins
  if (/^['’]s?$/.test(marked.tokens[lastOfName(marked, at) + 1]?.text ?? '')) return false
  // 'the Trade Office, US exports': the second name only describes a noun
  return !/^(?:NOUN|ADJ)$/.test(posAt(marked, lastOfName(marked, at) + 1))
}

/** Whether 'and' joins two nouns of one subject rather than two clauses. */
export function joinsNouns(marked: Marked, i: number): boolean {
  if (wordAt(marked, i - 1) === ',' && inNameList(marked, i - 1)) return true
  const left =
    marked.names[i - 1] !== undefined ||
    /^(?:NOUN|PROPN)$/.test(posAt(marked, i - 1)) ||
    // 'the Model 3 and the Model Y'
    (posAt(marked, i - 1) === 'NUM' && posAt(marked, i - 2) === 'PROPN')
  if (!left) return /^(?:ADJ)$/.test(posAt(marked, i - 1)) && /^(?:ADJ|NOUN)$/.test(posAt(marked, i + 1))
  const right =
    marked.names[i + 1] !== undefined ||
    /^(?:NOUN|PROPN|ADJ)$/.test(posAt(marked, i + 1)) ||
    // 'Jane Doe and her family'
    (/^(?:the|an?|its|his|her|their)$/.test(wordAt(marked, i + 1)) &&
      (marked.names[i + 2] !== undefined || /^(?:NOUN|PROPN|ADJ)$/.test(posAt(marked, i + 2))))
  if (!right) return false
  // 'exports fell and imports rose': a verb between the clause's start and the left noun means two clauses
  for (let j = i - 1; j >= 0; j--) {
    const text = wordAt(marked, j)
    if (/^[;:.]$/.test(text) || subordinates(marked, j)) return true
    if (/^(?:and|but)$/.test(text) && wordAt(marked, j - 1) === ',') return true
    if (
      (posAt(marked, j) === 'VERB' || posAt(marked, j) === 'AUX') &&
      !marked.names[j] &&
      !isDescribing(marked, j)
    )
      return false
  }
  return true
}
