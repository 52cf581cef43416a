import { stopMail, stopSchema } from '#server/mail/stop'
import { route } from '#server/route'

// Mail programs press it, from anywhere: what may be stopped, and for whom, is signed.
export const POST = route({ deed: 'stop-mail', input: stopSchema, from: 'anywhere' }, stopMail)
