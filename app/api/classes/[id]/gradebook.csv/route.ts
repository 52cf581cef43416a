import { exportGradebook, gradebookSchema } from '#server/assignments/gradebook'
import { route } from '#server/route'

export const GET = route({ deed: 'teach-class', input: gradebookSchema }, exportGradebook)
