import type { OpenDeskView } from '#server/desks/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly desk: Pick<OpenDeskView, 'id' | 'teachers' | 'link'>
  readonly share: Act<unknown>
  readonly leave: Act<unknown>
}

/** Who works at a desk, and the link by which another teacher comes to it. */
export function Colleagues({ desk: { id, teachers, link }, share, leave }: Props) {
  return (
    <>
      <p>{teachers.join(', ')}</p>
      {link === null ? (
        <p>
          <Press act={share} sent={{ desk: id, isShared: true }} label="Make a link for other teachers" />
        </p>
      ) : (
        <>
          <p>Every teacher here who has this link can work at the desk:</p>
          <p>
            <code className="made-link">{link}</code>
          </p>
          <p>
            <Press act={share} sent={{ desk: id, isShared: false }} label="Take the link back" />
          </p>
        </>
      )}
      {teachers.length > 1 && (
        <p>
          The others go on without you:{' '}
          <Press act={leave} sent={{ desk: id }} label="Leave this desk" next="/desks" />
        </p>
      )}
    </>
  )
}
