import type { RoleFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { type Marked, posAt, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { UNTOLD } from '../time.ts'

/** So many words may tell between commas what the body is. */
const REACH = 6

/** The organisation of which a comma goes on to tell that the person at `at` leads it: 'Orrin, the Spanish rival led by Jane Doe'. */
function ledBy(marked: Marked, at: number): string | undefined {
  if (wordAt(marked, at - 1) !== 'by' || !/^(?:led|headed|run)$/.test(wordAt(marked, at - 2)))
    return undefined
  for (let i = at - 3; i > at - 3 - REACH; i--) {
    if (wordAt(marked, i) === ',') {
      const name = marked.names[i - 1]
      const isDescribed = i === at - 3 || /^(?:an?|the|its|their)$/.test(wordAt(marked, i + 1))
      return isDescribed && name?.sort === 'organisation' ? name.canonical : undefined
    }
    if (marked.names[i] || !/^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(posAt(marked, i))) return undefined
  }
  return undefined
}

/** Who leads a body, where no title says how. */
export function findLeaders({ reading }: Scene, marked: Marked): RoleFinding[] {
  const found: RoleFinding[] = []
  for (let i = 4; i < marked.tokens.length; i++) {
    const name = marked.names[i]
    if (name?.sort !== 'person' || name === marked.names[i - 1] || marked.quoted[i]) continue
    const organisation = name.canonical.includes(' ') ? ledBy(marked, i) : undefined
    if (organisation === undefined) continue
    const role = { person: name.canonical, title: 'leader', organisation }
    const fact = factOf({
      family: 'role',
      subject: role.person,
      measure: role.title,
      object: organisation,
      status: 'actual',
      evidence: evidenceOf(reading.text, [marked.sentence]),
    })
    found.push({ family: 'role', fact, marked, when: UNTOLD, ...role })
  }
  return found
}
