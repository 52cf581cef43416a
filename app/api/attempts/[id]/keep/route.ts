import { keepFacts, keepSchema } from '#server/reviews/memories'
import { route } from '#server/route'

export const POST = route({ deed: 'review-facts', input: keepSchema }, keepFacts)
