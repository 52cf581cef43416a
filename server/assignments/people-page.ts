import { pool } from '../db.ts'

/** People on a page. */
export const PAGE = 50

/** Which learners of a class, in which order: by name, by total, or by what they have for one assignment. What has no value comes last, and equal ones stand by name. */
export interface Wanted {
  readonly classId: string
  /** 'name', 'total' or the id of an assignment of the class. */
  readonly sort: string
  readonly isDown: boolean
  /** What their name holds; empty for everybody. */
  readonly find: string
  /** Whether those who have left are among them. */
  readonly isWithGone: boolean
  /** From 1. */
  readonly page: number
}

interface Term {
  readonly by: string
  readonly isDown?: boolean
  /** Whether some have no value. */
  readonly isOpen?: boolean
}

/** People who stand together in an order, as rows of `p`. */
interface Stretch {
  /** SQL, up to the last condition. */
  readonly from: string
  readonly values: readonly string[]
  readonly order: readonly Term[]
}

/** SQL about `enrolment p`: a learner of the class $1 whose name holds $2. The indices in the migrations are of those who are there now. */
const isFound = (
  isWithGone: boolean,
): string => `p.role = 'learner'${isWithGone ? '' : ' AND p.left_at IS NULL'}
  AND p.class_id = $1 AND ($2 = '' OR position(lower($2) IN p.sort_name) > 0)`
const BY_NAME: readonly Term[] = [{ by: 'p.sort_name' }, { by: 'p.person_id' }]

type Who = Pick<Wanted, 'classId' | 'find' | 'isWithGone'>

const everybody = ({ classId, find, isWithGone }: Who): Stretch => ({
  from: `enrolment p WHERE ${isFound(isWithGone)}`,
  values: [classId, find],
  order: BY_NAME,
})

/** The stretches that make up an order, each in that of an index. Of whoever is searched for there are few, and those who have left are seldom asked for: they are sorted. */
function stretchesOf(wanted: Wanted): readonly Stretch[] {
  const { classId, sort, isDown, find, isWithGone } = wanted
  const all = everybody(wanted)
  if (sort === 'name') return [{ ...all, order: BY_NAME.map((term) => ({ ...term, isDown })) }]
  if (sort === 'total') return [{ ...all, order: [{ by: 'p.total', isDown, isOpen: true }, ...BY_NAME] }]
  if (find !== '' || isWithGone)
    return [
      {
        from: `enrolment p LEFT JOIN grade g ON g.assignment_id = $3 AND g.person_id = p.person_id WHERE ${isFound(isWithGone)}`,
        values: [classId, find, sort],
        order: [{ by: 'counted(g)', isDown, isOpen: true }, ...BY_NAME],
      },
    ]
  return [
    {
      from: 'grade p WHERE p.assignment_id = $1 AND p.sort_name IS NOT NULL AND counted(p) IS NOT NULL',
      values: [sort],
      order: [{ by: 'counted(p)', isDown }, ...BY_NAME],
    },
    {
      from: `${all.from} AND NOT EXISTS (
        SELECT FROM grade g WHERE g.assignment_id = $3 AND g.person_id = p.person_id AND counted(g) IS NOT NULL)`,
      values: [classId, find, sort],
      order: BY_NAME,
    },
  ]
}

async function count({ from, values }: Stretch): Promise<number> {
  const { rows } = await pool().query<{ people: number }>(`SELECT count(*)::int AS people FROM ${from}`, [
    ...values,
  ])
  return rows[0]?.people ?? 0
}

/** How many learners are found, on all pages. */
export const countPeople = (wanted: Who): Promise<number> => count(everybody(wanted))

/** SQL for an order, or for that order from its end. */
const sayOrder = (order: readonly Term[], isTurned: boolean): string =>
  order
    .map(({ by, isDown = false, isOpen = false }) => {
      const nulls = isOpen ? ` NULLS ${isTurned ? 'FIRST' : 'LAST'}` : ''
      return `${by} ${isDown === isTurned ? 'ASC' : 'DESC'}${nulls}`
    })
    .join(', ')

interface Stretching {
  readonly most: number
  readonly skip: number
  /** Whether it is counted and read from the end on. */
  readonly isTurned: boolean
}

/** So many people of a stretch after `skip` others; from its end on where it is turned. */
async function read(
  { from, values, order }: Stretch,
  { most, skip, isTurned }: Stretching,
): Promise<string[]> {
  const { rows } = await pool().query<{ person: string }>(
    `SELECT p.person_id AS person FROM ${from} ORDER BY ${sayOrder(order, isTurned)} LIMIT ${most} OFFSET ${skip}`,
    [...values],
  )
  return rows.map(({ person }) => person)
}

/** So many people after `skip` others, over all stretches of an order, and in that order whichever end they are read from. */
async function collect(
  stretches: readonly Stretch[],
  { most, skip: skipped, isTurned }: Stretching,
): Promise<string[]> {
  const people: string[] = []
  let skip = skipped
  for (const stretch of isTurned ? stretches.toReversed() : stretches) {
    if (people.length >= most) break
    const next = await read(stretch, { most: most - people.length, skip, isTurned })
    people.push(...next)
    skip = next.length > 0 || skip === 0 ? 0 : Math.max(0, skip - (await count(stretch)))
  }
  return isTurned ? people.reverse() : people
}

/**
 * The learners on a page, by id, of so many that are being counted. It is read from whichever end is nearer, so that the last
 * page costs what the first does; neither waits until all are counted.
 */
export async function listPeople(wanted: Wanted, counting: Promise<number>): Promise<string[]> {
  const stretches = stretchesOf(wanted)
  if (wanted.page === 1) return collect(stretches, { most: PAGE, skip: 0, isTurned: false })
  const [found, end] = await Promise.all([
    counting,
    collect(stretches, { most: PAGE, skip: 0, isTurned: true }),
  ])
  const before = (wanted.page - 1) * PAGE
  const most = Math.min(PAGE, found - before)
  if (most <= 0) return []
  const after = found - before - most
  if (after === 0) return end.slice(-most)
  const isTurned = after < before
  return collect(stretches, { most, skip: isTurned ? after : before, isTurned })
}
