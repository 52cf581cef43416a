import http from 'node:http'
import { SpanStatusCode, trace } from '@opentelemetry/api'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { startSeeing } from '#server/health/start'
import { startTraces } from '#server/health/traces'
import { route } from '#server/route'
import { listen } from '../support/listen.ts'

/** All that a collector was sent. */
const received: string[] = []
let collector: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const server = http.createServer(async (request, reply) => {
    let body = ''
    for await (const part of request) body += part
    received.push(`${request.url} ${body}`)
    reply.setHeader('content-type', 'application/json').end('{}')
  })
  collector = await listen(server)
})
afterAll(() => collector.stop())

const api = () =>
  (globalThis as Record<symbol, { trace?: unknown } | undefined>)[Symbol.for('opentelemetry.js.api.1')]

const door = { deed: 'flag-question', input: z.object({ reason: z.string() }) } as const
const flag = route(door, async (_, { reason }) => {
  if (reason.startsWith('SECRET fails')) throw new Error(reason)
  return { done: reason }
})
const send = (reason: unknown) =>
  flag(
    new Request('http://quiz.example/api/questions/SECRET/flag?q=SECRET', {
      method: 'POST',
      headers: { origin: 'http://quiz.example', host: 'quiz.example', 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    }),
    { params: Promise.resolve({}) },
  )

test('nothing is traced where no collector is named', async () => {
  await startSeeing()
  expect((await send('SECRET')).status).toBe(200)
  expect(api()?.trace).toBeUndefined()
})

test('a collector is told what was done and what came of it, and no word of what anybody wrote', async () => {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${collector.port}`
  const stop = startTraces()
  await send('SECRET')
  await send(['SECRET'])
  await send('SECRET fails')
  // As Next tells of a request, and of one that failed.
  trace.getTracer('next').startActiveSpan('GET /library?q=SECRET', (span) => {
    span.setAttributes({
      ...{
        'http.method': 'GET',
        'http.target': '/library?q=SECRET',
        'next.route': '/library',
        'http.status_code': 500,
      },
      ...{ 'next.span_name': 'GET /library?q=SECRET', 'next.span_type': 'BaseServer.handleRequest' },
    })
    span.recordException(new Error('SECRET'))
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'SECRET' })
    span.end()
  })
  trace.getTracer('next').startSpan('fetch GET https://paper.example/SECRET').end()
  await stop()
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT
  expect(received).not.toHaveLength(0)
  const all = received.join('\n')
  expect(all).not.toContain('SECRET')
  expect(all).toMatch(/^\/v1\/traces /)
  const spans = received.flatMap((each) =>
    JSON.parse(each.slice(each.indexOf(' '))).resourceSpans.flatMap(
      (of: { scopeSpans: { spans: unknown[] }[] }) => of.scopeSpans.flatMap(({ spans }) => spans),
    ),
  ) as {
    name: string
    attributes: { key: string; value: { stringValue?: string } }[]
    status: { code: number }
  }[]
  const told = spans.map(({ name, attributes, status }) => [
    ...[name, attributes.find(({ key }) => key === 'bellwether.outcome')?.value.stringValue, status.code],
  ])
  expect(told).toEqual(
    expect.arrayContaining([
      ['flag-question', 'done', 0],
      ['flag-question', 'invalid', 0],
      ['flag-question', 'failed', 0],
      ['GET /library', undefined, 2],
      ['work', undefined, 0],
    ]),
  )
  expect(all).toContain('"bellwether"')
})
