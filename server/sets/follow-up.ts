import { z } from 'zod'
import type { AnalysisView } from '../assignments/analysis-view.ts'
import { TEACHES_ITS } from '../assignments/taught.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { mapAgain } from './asked-again.ts'
import { MOST, whyNot } from './fits.ts'
import { asTitle } from './held.ts'
import { makeSet } from './make.ts'
import type { FollowUpLine, MadeView } from './view.ts'

/** What of an assignment could be asked again, in its order; what should be is marked: most missed it, or took the same wrong answer for right. */
export async function listFollowUp(
  { personId }: Viewer,
  { questions, misconceptions, again }: AnalysisView,
): Promise<FollowUpLine[]> {
  const asked = questions.map((each) => each.id)
  const ways = await mapAgain(asked, asked, personId)
  const suggested = new Set([...misconceptions, ...again].map(({ question }) => question))
  return questions.flatMap(({ id: question, number, stem, right }) => {
    const way = ways.get(question)
    return way
      ? [
          {
            ...{ question, number, stem },
            ...{ missed: right.of - right.people, of: right.of },
            ...{ isOther: way.isOther, isSuggested: suggested.has(question) },
          },
        ]
      : []
  })
}

export const followUpSchema = z.strictObject({ assignment: id, questions: z.array(id).min(1).max(MOST) })

/**
 * Makes a set that asks these questions of an assignment again, by other questions about the same facts where there are
 * some. What cannot be asked any more is left out.
 */
export const makeFollowUp = (
  viewer: Viewer,
  { assignment, questions }: z.output<typeof followUpSchema>,
): Promise<Outcome<MadeView>> =>
  makeSet(viewer, async (client, personId) => {
    const { rows } = await client.query<{ title: string; versions: string[] }>(
      `SELECT a.title, array(SELECT i.version_id::text FROM quiz_set_item i WHERE i.set_id = a.set_id ORDER BY i.position) AS versions
       FROM assignment a WHERE a.id = $1 AND a.removed_at IS NULL AND ${TEACHES_ITS}`,
      [assignment, personId],
    )
    const [own] = rows
    const asked = own?.versions.filter((each) => questions.includes(each)) ?? []
    if (!own || asked.length < new Set(questions).size) return { refused: 'not-found' }
    const ways = await mapAgain(asked, own.versions, personId, client)
    const versions = [...ways.values()].map(({ version }) => version)
    if (versions.length === 0) return { refused: 'withdrawn' }
    const refused = await whyNot(client, personId, [], versions)
    return refused === null ? { title: asTitle(`Follow-up: ${own.title}`), versions } : { refused }
  })
