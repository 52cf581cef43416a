'use server'

import { action } from '#server/action'
import { markRead as mark, readSchema } from '#server/notices/list'

export const markRead = action({ deed: 'read-notices', input: readSchema }, mark)
