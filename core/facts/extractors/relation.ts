import type { Name } from '../../article/name.ts'
import type { RelationFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { lastOfName, type Marked, posAt, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { UNTOLD } from '../time.ts'

const PART = /^(?:subsidiary|unit|division|arm|brand)$/
const WHOLE = /^(?:parent|owner)$/

/** Words that say it is so no more, or not yet. */
const NO_LONGER = /^(?:once|formerly|former|previously|then|ex|future|prospective)$/

/** How many words may describe a part: 'a wholly owned Scottish subsidiary of'. */
const REACH = 6

interface Pair {
  readonly owner: Name
  readonly owned: Name
}

const organisationAt = (marked: Marked, i: number): Name | undefined => {
  const at = wordAt(marked, i) === 'the' ? i + 1 : i
  const name = marked.names[at]
  return name?.sort === 'organisation' ? name : undefined
}

/** ', a unit of Norvale': the owner behind the words that stand behind a name. */
function ofPart(marked: Marked, owned: Name, i: number): Pair | null {
  if (wordAt(marked, i) !== ',') return null
  if (wordAt(marked, i + 1) === 'owned' && wordAt(marked, i + 2) === 'by') {
    const owner = organisationAt(marked, i + 3)
    return owner ? { owner, owned } : null
  }
  for (let at = i + 1; at < i + REACH; at++) {
    if (NO_LONGER.test(wordAt(marked, at))) return null
    if (PART.test(wordAt(marked, at))) {
      const owner = wordAt(marked, at + 1) === 'of' ? organisationAt(marked, at + 2) : undefined
      return owner ? { owner, owned } : null
    }
    if (marked.names[at] || !/^(?:DET|ADJ|NOUN|ADV|VERB)$/.test(posAt(marked, at))) return null
  }
  return null
}

/** "'s parent Norvale", "'s owner, Norvale,": the owner behind a name's possessive. */
function ofWhole(marked: Marked, owned: Name, i: number): Pair | null {
  if (!/^['’]s?$/.test(wordAt(marked, i)) || !WHOLE.test(wordAt(marked, i + 1))) return null
  let at = i + 2
  if (/^(?:company|group|firm)$/.test(wordAt(marked, at))) at++
  if (wordAt(marked, at) === ',') at++
  const owner = organisationAt(marked, at)
  return owner ? { owner, owned } : null
}

/** ', which owns Brisk and Tarn,': what stands behind a name that owns it. */
function ofOwner(marked: Marked, owner: Name, i: number): Pair | null {
  const isOwner =
    wordAt(marked, i) === ',' && wordAt(marked, i + 1) === 'which' && wordAt(marked, i + 2) === 'owns'
  const owned = isOwner ? organisationAt(marked, i + 3) : undefined
  return owned ? { owner, owned } : null
}

/** Who owns whom, where the words between two names say so. */
export function findRelations({ reading }: Scene, marked: Marked): RelationFinding[] {
  const found: RelationFinding[] = []
  for (let i = 0; i < marked.tokens.length; i++) {
    const name = marked.names[i]
    if (name?.sort !== 'organisation' || marked.names[i - 1] === name || marked.quoted[i]) continue
    const end = lastOfName(marked, i) + 1
    const pair = ofPart(marked, name, end) ?? ofWhole(marked, name, end) ?? ofOwner(marked, name, end)
    if (!pair || pair.owner.canonical === pair.owned.canonical) continue
    const fact = factOf({
      family: 'relation',
      subject: pair.owner.canonical,
      measure: 'owns',
      object: pair.owned.canonical,
      status: 'actual',
      evidence: evidenceOf(reading.text, [marked.sentence]),
    })
    found.push({ family: 'relation', fact, marked, when: UNTOLD, ...pair })
  }
  return found
}
