import { exportXlsx, gradebookSchema } from '#server/assignments/gradebook-file'
import { route } from '#server/route'

export const GET = route({ deed: 'teach-class', input: gradebookSchema, pace: 'export' }, exportXlsx)
