import { reading } from '../reading.ts'
import type { Viewer } from '../viewer.ts'
import type { Topic } from './view.ts'

type TopicSort = 'sector' | 'company' | 'concept'

/** Topics of a sort, those of most articles first; at most `limit`. The same for everyone. */
export async function listTopics(_viewer: Viewer, sort: TopicSort, limit: number): Promise<Topic[]> {
  const { rows } = await reading().query<Topic>(
    'SELECT name, articles FROM library_topic WHERE sort = $1 ORDER BY articles DESC, name LIMIT $2',
    [sort, limit],
  )
  return rows
}

/** One topic, or null where no article has it now. */
export async function getTopic(_viewer: Viewer, sort: TopicSort, name: string): Promise<Topic | null> {
  const { rows } = await reading().query<Topic>(
    'SELECT name, articles FROM library_topic WHERE sort = $1 AND name = $2',
    [sort, name],
  )
  return rows[0] ?? null
}
