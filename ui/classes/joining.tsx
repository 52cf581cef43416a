import type { JoiningView } from '#server/classes/view'
import { Qr } from '#ui/account/qr.tsx'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly id: string
  readonly joining: JoiningView | null
  readonly isArchived: boolean
  readonly change: Act<unknown>
}

/** The code of a class, to be written on a blackboard, sent as a link or held before a camera. */
export function Joining({ id, joining, isArchived, change }: Props) {
  if (isArchived) return <p>Nobody joins a class that is put away.</p>
  if (joining === null)
    return (
      <p>
        Nobody can join by a code now.{' '}
        <Press act={change} sent={{ class: id, isOpen: true }} label="Let them join by a new code" />
      </p>
    )
  return (
    <>
      <p>Whoever has an account joins with this code, by the link, or by its picture:</p>
      <p className="join-code">{joining.code}</p>
      <p>
        <code className="made-link">{joining.link}</code>
      </p>
      <details>
        <summary>Show the picture</summary>
        <Qr rows={joining.picture} label="The link to join the class" />
      </details>
      <p className="deeds">
        <Press act={change} sent={{ class: id, isOpen: true }} label="Make a new code" />
        <Press act={change} sent={{ class: id, isOpen: false }} label="Let nobody else join" />
      </p>
    </>
  )
}
