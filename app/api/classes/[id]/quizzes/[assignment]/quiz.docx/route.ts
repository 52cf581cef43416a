import { downloadAssignment } from '#server/print/download'
import { assignmentPaperSchema } from '#server/print/papers'
import { route } from '#server/route'

export const GET = route(
  { deed: 'teach-class', input: assignmentPaperSchema, pace: 'export' },
  downloadAssignment,
)
