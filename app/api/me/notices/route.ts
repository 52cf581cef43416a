import { nothing } from '#server/door'
import { countUnread } from '#server/notices/list'
import { route } from '#server/route'

export const GET = route({ deed: 'read-notices', input: nothing }, countUnread)
