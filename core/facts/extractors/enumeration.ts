import type { Name } from '../../article/name.ts'
import type { EnumerationFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { lastOfName, type Marked, posAt, type Range, wordAt } from '../sentence/marked.ts'
import { familyOfSentence } from './event-family.ts'
import { subjectIn, templateWith, whenOf } from './sentence-finding.ts'
import { type Frame, toldIn } from './sentence-frame.ts'

/** So many names are right answers at most; there have to be wrong ones beside them. */
const MOST = 3
const FEWEST = 2

/** Where the word that joins two names of a list ends; -1 where none stands at `i`. */
function behindJoint(marked: Marked, i: number): number {
  const at = wordAt(marked, i) === ',' ? i + 1 : i
  if (/^(?:and|&)$/.test(wordAt(marked, at))) return at + 1
  return at > i ? at : -1
}

/** The names that are listed from token `from` on, with where the list ends. */
function listFrom(marked: Marked, from: number): { names: Name[]; to: number } {
  const names: Name[] = []
  let to = from
  for (let i = from; marked.names[i]; ) {
    names.push(marked.names[i] as Name)
    to = lastOfName(marked, i) + 1
    const next = behindJoint(marked, to)
    if (next === -1 || !marked.names[next]) break
    i = next
  }
  return { names, to }
}

/** Words that open a list of some among many: whoever is not in it may be of them too. */
const OPEN = /^(?:as|like|including|includes|include|notably|especially|particularly)$/

/** Whether a list is whole: no further member of it stands on either side that is no name. */
function isWhole(marked: Marked, { from, to }: Range): boolean {
  const before = wordAt(marked, from - 1)
  const behind = wordAt(marked, to)
  const isIntroduced = /^(?:ADP|VERB|AUX)$/.test(posAt(marked, from - 1)) && !OPEN.test(before)
  if (!isIntroduced || /^(?:and|or|&|both|either|between|than|from|to)$/.test(before)) return false
  if (/^(?:and|or|&|respectively)$/.test(behind) || /^['’]s?$/.test(behind)) return false
  if (behind === ',' && !/^(?:ADP|SCONJ|PRON)$/.test(posAt(marked, to + 1)) && to + 1 < marked.tokens.length)
    return false
  return !/^(?:NOUN|PROPN|ADJ)$/.test(posAt(marked, to))
}

/** The lists of names of one sort in a sentence that can stand by itself. */
export function findEnumerations(frame: Frame): EnumerationFinding[] {
  const { marked, range, scene, status } = frame
  const found: EnumerationFinding[] = []
  for (let i = range.from + 1; i < range.to; i++) {
    if (!marked.names[i] || marked.names[i] === marked.names[i - 1] || marked.quoted[i]) continue
    // A list that dashes set off is left out, and a gap with it would join what it parts.
    if (frame.without.has(i)) continue
    const { names, to } = listFrom(marked, i)
    const [first] = names
    const isOfOneSort =
      first !== undefined &&
      first.sort !== 'other' &&
      names.every(({ sort, isCountry }) => sort === first.sort && isCountry === first.isCountry)
    const isList =
      isOfOneSort &&
      names.length >= FEWEST &&
      names.length <= MOST &&
      new Set(names.map(({ canonical }) => canonical)).size === names.length &&
      isWhole(marked, { from: i, to })
    const template = isList && to <= range.to ? templateWith(frame, { from: i, to }) : null
    const subject = template ? subjectIn(template, toldIn(frame, marked.names)) : null
    if (first && first.sort !== 'other' && template && subject !== null)
      found.push({
        family: 'enumeration',
        fact: factOf({
          family: familyOfSentence(template),
          subject,
          measure: template.replace('{}', '…'),
          object: names.map(({ canonical }) => canonical).join('; '),
          status,
          evidence: evidenceOf(scene.reading.text, [marked.sentence]),
        }),
        marked,
        when: whenOf(marked, range),
        sort: first.sort,
        names,
        template,
      })
    i = Math.max(i, to - 1)
  }
  return found
}
