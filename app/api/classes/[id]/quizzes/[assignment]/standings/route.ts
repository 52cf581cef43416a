import { placeSchema, readStandings } from '#server/assignments/taught'
import { route } from '#server/route'

export const GET = route({ deed: 'teach-class', input: placeSchema }, readStandings)
