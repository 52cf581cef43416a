import type { ClassView, MemberView, SlipView, TaughtClassView } from '#server/classes/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayDay } from '#ui/text/dates.ts'
import { AddTeacher } from './add-teacher.tsx'
import { Move } from './move.tsx'
import { Reissue } from './reissue.tsx'

const sayStanding = ({ enrolledAt, seenAt }: MemberView): string =>
  `In the class since ${sayDay(enrolledAt, 'short')}${seenAt === null ? ', never signed in' : `, last seen ${sayDay(seenAt, 'short')}`}.`

interface LearnersProps {
  readonly own: TaughtClassView
  /** The other classes of the same teacher. */
  readonly others: readonly ClassView[]
  readonly address: string
  readonly remove: Act<unknown>
  readonly move: Act<unknown>
  readonly reissue: Act<{ readonly slips: readonly SlipView[] }>
  readonly erase: Act<unknown>
}

interface EraseProps {
  readonly own: TaughtClassView
  readonly member: MemberView
  readonly erase: Act<unknown>
}

/** Has an account that a teacher made erased in seven days, or keeps it. */
function EraseMember({ own, member: { id, name, hasSlip, eraseAt }, erase }: EraseProps) {
  if (!hasSlip) return null
  const sent = { class: own.id, person: id, isErased: eraseAt === null }
  if (eraseAt === null)
    return <Press act={erase} sent={sent} label="Erase the account in seven days" about={name} />
  return (
    <>
      <span className="soft">To be erased on {sayDay(eraseAt, 'short')}.</span>{' '}
      <Press act={erase} sent={sent} label="Keep the account" about={name} />
    </>
  )
}

/** The learners of a class, each with what their teacher may do. */
export function Learners({ own, others, address, remove, move, reissue, erase }: LearnersProps) {
  if (own.learners.length === 0) return <p>Nobody yet. Below are the three ways in.</p>
  return (
    <ul className="people">
      {own.learners.map((learner) => {
        const { id, name, signsInAs, hasSlip } = learner
        const sent = { class: own.id, person: id }
        return (
          <li key={id}>
            <details>
              <summary>
                <b>{name}</b> <span className="soft">{signsInAs}</span>
              </summary>
              <p className="soft">{sayStanding(learner)}</p>
              {hasSlip && <Reissue sent={sent} name={name} address={address} reissue={reissue} />}
              <p className="deeds">
                <Press act={remove} sent={sent} label="Take out of the class" about={name} />
                <EraseMember own={own} member={learner} erase={erase} />
              </p>
              <Move sent={sent} others={others} move={move} />
            </details>
          </li>
        )
      })}
    </ul>
  )
}

interface TeachersProps {
  readonly own: TaughtClassView
  readonly remove: Act<unknown>
  readonly add: Act<unknown>
}

/** Those who teach a class; the last one stays. */
export function Teachers({ own, remove, add }: TeachersProps) {
  return (
    <>
      <ul className="sessions">
        {own.teachers.map(({ id, name, signsInAs }) => (
          <li key={id}>
            <b>{name}</b>
            <span className="soft">{signsInAs}</span>
            {own.teachers.length > 1 && (
              <Press act={remove} sent={{ class: own.id, person: id }} label="Take off" about={name} />
            )}
          </li>
        ))}
      </ul>
      <AddTeacher id={own.id} add={add} />
    </>
  )
}

interface GoneProps {
  readonly own: TaughtClassView
  readonly restore: Act<unknown>
  readonly erase: Act<unknown>
}

/** Learners who have left or were taken out: what they did is kept, and they can be taken back. */
export function Gone({ own, restore, erase }: GoneProps) {
  return (
    <ul className="sessions">
      {own.gone.map((member) => {
        const { id, name, signsInAs } = member
        return (
          <li key={id}>
            <b>{name}</b>
            <span className="soft">{signsInAs}</span>
            <span className="deeds">
              <Press act={restore} sent={{ class: own.id, person: id }} label="Take back" about={name} />
              <EraseMember own={own} member={member} erase={erase} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
