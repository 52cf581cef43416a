import { transaction } from '../db.ts'
import { readQuestion } from '../questions/stored.ts'
import { notify } from './notify.ts'

/** A withdrawal is news for so long. */
const NEWS = '7 days'

interface FlaggedRow {
  version_id: string
  body: unknown
  title: string
  slug: string
  people: string[]
}

/** Versions that were taken back after somebody had flagged them, with those who have not been told yet. Of what was taken back because of a flag they are told with the decision. */
const FLAGGED = `SELECT v.id AS version_id, v.body, r.title, a.slug, array_agg(DISTINCT f.person_id) AS people
  FROM withdrawal w
  JOIN flag f ON f.version_id = w.version_id AND f.created_at < w.created_at
  JOIN question_version v ON v.id = w.version_id
  JOIN revision r ON r.id = v.revision_id
  JOIN article a ON a.id = r.article_id
  WHERE w.created_at > clock_timestamp() - interval '${NEWS}' AND w.rule <> 'flagged'
    AND NOT EXISTS (SELECT FROM notice n WHERE n.person_id = f.person_id AND n.cause = 'withdrawn ' || w.version_id)
  GROUP BY v.id, v.body, r.title, a.slug`

/** Tells those who flagged a question that it is not asked any more, each once. Any number of nodes may call it. */
export async function tellOfWithdrawals(): Promise<void> {
  await transaction(async (client) => {
    const { rows } = await client.query<FlaggedRow>(FLAGGED)
    for (const { version_id, body, title, slug, people } of rows)
      await notify(client, people, {
        kind: 'flagged-withdrawn',
        cause: `withdrawn ${version_id}`,
        data: { stem: readQuestion(body).stem, article: title, slug },
      })
  })
}
