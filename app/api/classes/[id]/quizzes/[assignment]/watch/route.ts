import { placeSchema } from '#server/assignments/taught'
import { route } from '#server/route'
import { watchAssignment } from '#server/watching/watch'

export const GET = route({ deed: 'teach-class', input: placeSchema }, watchAssignment)
