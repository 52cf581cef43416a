import { authRoute } from '#server/accounts/auth-route'

export const GET = authRoute({ deed: 'sign-in' })
export const POST = authRoute({ deed: 'sign-in' })
