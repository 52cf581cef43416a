import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import zlib from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChecked, PrivateAddress } from '#server/documents/checked-socket'
import { fetchAddress } from '#server/documents/fetch-address'
import { isPublicAddress } from '#server/documents/public-address'
import { type Listening, listen } from '../support/listen.ts'

type Answer = (response: ServerResponse, request: IncomingMessage) => void
const page =
  (body: string | Buffer = '<p>Hello</p>', headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
const to =
  (location: string): Answer =>
  (response) =>
    response.writeHead(302, { location }).end()
const status =
  (code: number): Answer =>
  (response) =>
    response.writeHead(code, { 'content-type': 'text/html' }).end('no')

const paths = new Map<string, Answer>()
const asked: string[] = []
let server: Listening
let site: string
let allowed: ReadonlySet<string>

beforeAll(async () => {
  server = await listen(
    http.createServer((request, response) => {
      asked.push(`${request.url} ${request.headers['user-agent']}`)
      ;(paths.get(request.url ?? '') ?? status(404))(response, request)
    }),
  )
  site = `http://127.0.0.1:${server.port}`
  allowed = new Set([`127.0.0.1:${server.port}`])
})
afterAll(() => server.stop())

/** Fetches from a site of the test's own, that the installation allows. */
const get = (path: string, answer: Answer) => {
  paths.set(path, answer)
  return fetchAddress(`${site}${path}`, { allowed })
}

describe('an address', () => {
  it('is fetched, by our own name', async () => {
    const outcome = await get('/article?a=1', page('<p>Hello</p>', { 'x-robots-tag': 'noai' }))
    expect(outcome).toMatchObject({
      done: { type: 'text/html', address: `${site}/article?a=1`, headers: { 'x-robots-tag': 'noai' } },
    })
    expect('done' in outcome && new TextDecoder().decode(outcome.done.bytes)).toBe('<p>Hello</p>')
    expect(asked).toContain('/article?a=1 Bellwether')
  })

  it.each([
    ['gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
  ])('may come packed: %s', async (encoding, pack) => {
    const outcome = await get(`/${encoding}`, page(pack('<p>Hello</p>'), { 'content-encoding': encoding }))
    expect('done' in outcome && new TextDecoder().decode(outcome.done.bytes)).toBe('<p>Hello</p>')
  })

  it('may point elsewhere three times', async () => {
    paths.set('/1', to('/2'))
    paths.set('/2', to(`${site}/3`))
    paths.set('/3', to('4'))
    paths.set('/4', page())
    expect(await fetchAddress(`${site}/1`, { allowed })).toMatchObject({ done: { address: `${site}/4` } })
    expect(await get('/0', to('/1'))).toEqual({ refused: 'http-error', status: 302 })
  })

  it.each([
    ['over 2 MB, and says so', page('', { 'content-length': '3000000' }), { refused: 'too-large' }],
    ['over 2 MB', page(Buffer.alloc(2_500_000)), { refused: 'too-large' }],
    [
      'over 2 MB once it is unpacked',
      page(zlib.gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }),
      { refused: 'too-large' },
    ],
    [
      'over 2 MB once it is unpacked, in br',
      page(zlib.brotliCompressSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'br' }),
      { refused: 'too-large' },
    ],
    [
      'packed otherwise',
      page(zlib.deflateSync('Hello'), { 'content-encoding': 'deflate' }),
      { refused: 'unreachable' },
    ],
    ['packed badly', page('Hello', { 'content-encoding': 'gzip' }), { refused: 'unreachable' }],
    ['a picture', page('', { 'content-type': 'image/png' }), { refused: 'wrong-type' }],
    ['a program', page('', { 'content-type': 'text/javascript' }), { refused: 'wrong-type' }],
    ['of no type', ((response) => response.end('Hello')) as Answer, { refused: 'wrong-type' }],
    ['gone', status(410), { refused: 'http-error', status: 410 }],
    ['failing', status(503), { refused: 'http-error', status: 503 }],
    ['broken off', ((response) => response.socket?.destroy()) as Answer, { refused: 'unreachable' }],
  ])('is refused where what it holds is %s', async (name, answer, outcome) => {
    expect(await get(`/${encodeURIComponent(name)}`, answer)).toEqual(outcome)
  })

  it.each([
    ['never answers', () => {}],
    [
      'never ends',
      ((response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const timer = setInterval(() => response.write('a'), 50)
        response.once('close', () => clearInterval(timer))
      }) as Answer,
    ],
  ])('is given up after five seconds where it %s', async (name, answer) => {
    const start = performance.now()
    expect(await get(`/${encodeURIComponent(name)}`, answer)).toEqual({ refused: 'took-too-long' })
    expect(performance.now() - start).toBeLessThan(8_000)
  })

  it('is unreachable where nobody listens or no such name is', async () => {
    const shut = await listen(http.createServer())
    await shut.stop()
    const gone = { allowed: new Set([`127.0.0.1:${shut.port}`]) }
    expect(await fetchAddress(`http://127.0.0.1:${shut.port}/`, gone)).toEqual({ refused: 'unreachable' })
    const resolve = () => Promise.reject(new Error('ENOTFOUND'))
    expect(await fetchAddress('https://no-such.example/', { resolve, allowed })).toEqual({
      refused: 'unreachable',
    })
  })

  it.each([
    '',
    'no address at all',
    'https://',
    'ftp://example.org/a',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,a',
    'http://a:b@example.org/',
    'http://example.org:8080/',
    'https://example.org:22/',
    'localhost:80',
    `https://example.org/${'a'.repeat(1_000)}`,
  ])('is none: %s', async (address) => {
    expect(await fetchAddress(address, { allowed })).toEqual({ refused: 'not-an-address' })
  })
})

describe('a private network', () => {
  const PRIVATE = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '①②⑦.⓪.⓪.①',
    '0',
    '0.0.0.0',
    '10.0.0.5',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:8.8.8.8]',
    '[::127.0.0.1]',
    '[fe80::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[ff02::1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::a00:1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[2001:db8::1]',
    '[3fff::1]',
    'localhost',
  ]

  it.each(PRIVATE)('is not reached: %s', async (host) => {
    expect(await fetchAddress(`http://${host}/`, { allowed })).toEqual({ refused: 'private-address' })
  })

  it.each(PRIVATE.filter((host) => /^[\x20-\x7e]*$/.test(host) && host !== 'localhost'))(
    'is not reached by a redirect, at its usual port or another: %s',
    async (host) => {
      const path = `/to-${encodeURIComponent(host)}`
      expect(await get(path, to(`http://${host}/`))).toEqual({ refused: 'private-address' })
      expect(await get(path, to(`http://${host}:5432/`))).toEqual({ refused: 'not-an-address' })
    },
  )

  it('is not reached by a name, whatever else the name stands for', async () => {
    const found = [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.5', family: 4 },
    ]
    const resolve = async () => found
    expect(await fetchAddress('http://inside.example/', { resolve, allowed })).toEqual({
      refused: 'private-address',
    })
  })

  it('is not reached by a name that stands for something else the second time', async () => {
    // Asked for its rules and for the page, it is the first.
    let count = 0
    const resolve = async () => [{ address: count++ < 2 ? '127.0.0.1' : '10.0.0.5', family: 4 }]
    const names = new Set([`changing.example:${server.port}`])
    paths.set('/changes', to('http://changing.example/'))
    const outcome = await fetchAddress(`http://changing.example:${server.port}/changes`, {
      resolve,
      allowed: names,
    })
    expect(outcome).toEqual({ refused: 'private-address' })
  })

  it('is seen at the socket, whatever was said of it before', async () => {
    let reads = 0
    // Public when it is checked, and loopback when it is connected with.
    const found = {
      family: 4,
      get address() {
        return reads++ === 0 ? '93.184.216.34' : '127.0.0.1'
      },
    }
    const before = asked.length
    const peer = {
      url: new URL(`http://changing.example:${server.port}/`),
      isAllowed: false,
      resolve: async () => [found],
      signal: AbortSignal.timeout(5_000),
    }
    await expect(openChecked(peer)).rejects.toThrow(PrivateAddress)
    expect(reads).toBeGreaterThan(1)
    expect(asked.length).toBe(before)
  })

  it('is told from the internet', () => {
    expect(
      ['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'].filter(isPublicAddress),
    ).toHaveLength(3)
    expect(
      ['', 'example.org', '127.0.0.1', '0x08080808', '8.8.8', 'fe80::1%eth0'].filter(isPublicAddress),
    ).toEqual([])
  })
})

describe('robots.txt', () => {
  /** A site with these rules. */
  async function at(robots: Answer | string) {
    const seen: string[] = []
    const own = await listen(
      http.createServer((request, response) => {
        seen.push(request.url ?? '')
        if (request.url !== '/robots.txt') return page()(response, request)
        if (typeof robots === 'string') response.writeHead(200, { 'content-type': 'text/plain' }).end(robots)
        else robots(response, request)
      }),
    )
    const host = `127.0.0.1:${own.port}`
    return {
      host,
      get: (path: string) => fetchAddress(`http://${host}${path}`, { allowed: new Set([host]) }),
      asked: seen,
      stop: own.stop,
    }
  }

  it.each([
    ['User-agent: *\nDisallow: /private', '/private/a', false],
    ['User-agent: *\nDisallow: /private', '/public', true],
    ['User-agent: bellwether\nDisallow: /\n\nUser-agent: *\nAllow: /', '/a', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Bellwether\nAllow: /', '/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['<html>Not found</html>', '/a', true],
    [`User-agent: *\nDisallow: /a\n${'#'.repeat(600_000)}`, '/a', false],
  ])('is kept to: %#', async (rules, path, isAllowed) => {
    const own = await at(rules)
    const outcome = await own.get(path)
    await own.stop()
    expect(outcome).toEqual(isAllowed ? { done: expect.anything() } : { refused: 'forbidden-by-robots' })
    expect(own.asked.includes(path)).toBe(isAllowed)
  })

  it('is asked for once an hour', async () => {
    const own = await at('User-agent: *\nDisallow: /private')
    for (const path of ['/a', '/b', '/private']) await own.get(path)
    await own.stop()
    expect(own.asked).toEqual(['/robots.txt', '/a', '/b'])
  })

  it('that is not there allows everything; that cannot be given out, nothing', async () => {
    const none = await at(status(404))
    expect(await none.get('/a')).toHaveProperty('done')
    await none.stop()
    const failing = await at(status(500))
    expect(await failing.get('/a')).toEqual({ refused: 'http-error', status: 500 })
    expect(failing.asked).toEqual(['/robots.txt'])
    await failing.stop()
  })

  it('holds for where a redirect leads as well', async () => {
    const closed = await at('User-agent: *\nDisallow: /secret')
    paths.set('/moved', to(`http://${closed.host}/secret`))
    const both = new Set([...allowed, closed.host])
    const outcome = await fetchAddress(`${site}/moved`, { allowed: both })
    await closed.stop()
    expect(outcome).toEqual({ refused: 'forbidden-by-robots' })
    expect(closed.asked).toEqual(['/robots.txt'])
  })
})
