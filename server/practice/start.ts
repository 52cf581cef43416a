import { listPast } from '../attempts/past.ts'
import { titleOfPractice, topic } from '../quizzes/limits.ts'
import type { Viewer } from '../viewer.ts'
import { type Found, findCandidates, MOST } from './candidates.ts'
import type { PracticeBody, PracticeStartView } from './view.ts'

/** What an address asks a practice to be about, as far as it can be read. */
export function readTopic({ sector, concept }: Record<string, unknown>): Omit<PracticeBody, 'minutes'> {
  const [ofSector, ofConcept] = [topic.safeParse(sector), topic.safeParse(concept)]
  if (ofConcept.success) return { concept: ofConcept.data }
  return ofSector.success ? { sector: ofSector.data } : {}
}

/** What stands before the viewer's practice about a topic: how much of each sort there is to be asked now. */
export async function getPracticeStart(
  viewer: Viewer,
  about: Omit<PracticeBody, 'minutes'>,
): Promise<PracticeStartView> {
  const practice: PracticeBody = { minutes: null, ...about }
  const [candidates, past] = await Promise.all([
    findCandidates({ personId: viewer.personId, practice, session: [], seed: 'start' }),
    listPast(viewer, RECENT),
  ])
  const count = (reason: Found['reason']) =>
    Math.min(MOST, candidates.filter((each) => each.reason === reason).length)
  const open = past.find((each) => each.practice !== null && each.submittedAt === null)
  return {
    title: titleOfPractice(about),
    due: count('due'),
    weak: count('weak'),
    new: count('new'),
    most: MOST,
    open: open
      ? {
          attempt: open.id,
          title: open.title,
          answered: open.items.filter(({ final }) => final).length,
        }
      : null,
  }
}

/** The newest attempts among which an open practice is looked for. */
const RECENT = 20
