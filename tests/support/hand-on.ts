import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'

/** Hands a request on to `target` with these headers, and the reply back; `fail` is called where none comes. */
export function handOn(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  headers: IncomingHttpHeaders,
  fail: () => void,
): void {
  const { method } = request
  const onward = http.request(new URL(request.url ?? '/', target), { method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(response)
  })
  onward.on('error', fail)
  request.pipe(onward)
}
