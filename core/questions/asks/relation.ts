import type { RelationFinding } from '../../facts/finding.ts'
import { withThe } from '../../facts/subject.ts'
import type { Ask } from '../ask.ts'
import { asOf } from '../report.ts'
import type { AskScene } from './ask-scene.ts'
import { nameRivals, phrase, slotFor } from './names.ts'
import { askedOf, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** Who owns it, and what it owns. */
export function relationAsks(scene: AskScene, finding: RelationFinding): Ask[] {
  const { reading } = scene
  const { owner, owned, marked } = finding
  const verb = reading.date === undefined ? 'owns' : 'owned'
  const base = {
    ...askedOf(reading, finding),
    needsArticle: reading.date === undefined,
    worth: worthOf(reading, finding, 0.5),
  }
  const told = (left: string, right: string): string => asOf(reading.date, `${words(left, verb, right)}.`)
  return [
    {
      ...base,
      slot: 'subject',
      stem: asOf(reading.date, `${words('which company', verb, withThe(scene, owned.canonical))}?`),
      key: phrase('organisation', owner.canonical),
      rivals: nameRivals(scene, marked, 'organisation', owner.canonical),
      statement: told(slotFor(reading, owner.canonical), withThe(scene, owned.canonical)),
    },
    {
      ...base,
      slot: 'object',
      key: phrase('organisation', owned.canonical),
      rivals: nameRivals(scene, marked, 'organisation', owned.canonical),
      sentence: told(withThe(scene, owner.canonical), slotFor(reading, owned.canonical)),
    },
  ]
}
