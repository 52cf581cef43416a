import type { OwnSetView } from '#server/sets/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly own: OwnSetView
  readonly share: Act<unknown>
}

/** The link by which other teachers look at a set and take a copy of it. */
export function Sharing({ own: { id, link, isArchived }, share }: Props) {
  if (isArchived) return <p>A set that is put away is not shared.</p>
  if (link === null)
    return (
      <p>
        Nobody else sees it.{' '}
        <Press act={share} sent={{ set: id, isShared: true }} label="Make a link for other teachers" />
      </p>
    )
  return (
    <>
      <p>
        Every teacher here who has this link can look at the set as it stands, and take a copy of their own:
      </p>
      <p>
        <code className="made-link">{link}</code>
      </p>
      <p>
        <Press act={share} sent={{ set: id, isShared: false }} label="Take the link back" />
      </p>
    </>
  )
}
