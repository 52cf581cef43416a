import { notFound } from 'next/navigation'
import { connection } from 'next/server'

/** Every address that leads nowhere. Drawn on request, so that its scripts carry the request's nonce; the not-found page of the build could not know at which address it will stand. */
export default async function MissingPage() {
  await connection()
  notFound()
}
