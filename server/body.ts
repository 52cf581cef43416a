import { Refused } from './door.ts'

/** No answer, reason, start or form comes near this many bytes. */
const BODY_LIMIT = 16_384

/** The text a request carries, '' for none. Throws the refusal 'too-large', whatever its length is said to be; `limit` is in bytes. */
export async function readText(request: Request, limit = BODY_LIMIT): Promise<string> {
  const told = Number(request.headers.get('content-length'))
  // Within the limit by its own account, which the server holds it to.
  if (told > 0 && told <= limit) return request.text()
  return Buffer.from(await readBytes(request, limit)).toString('utf8')
}

/** The bytes a request carries, none for an empty body. Throws the refusal 'too-large' as soon as there are more than `limit`. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > limit) throw new Refused('too-large')
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) throw new Refused('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
