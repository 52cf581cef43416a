import fs from 'node:fs'
import http from 'node:http'
import { gunzipSync } from 'node:zlib'

/** A request as the load sends it; a GET when there is no body. */
export interface Shot {
  readonly path: string
  readonly body?: unknown
  readonly cookie?: string
}

export interface Landed {
  readonly status: number
  /** Unpacked when asked for, so that the load itself costs little. */
  readonly text: () => string
  readonly headers: http.IncomingHttpHeaders
}

/** Sends requests over connections that stay open, as a browser does; where a reply takes longer than `patience` ms it fails. */
export function createSender(url: string, connections: number, patience = 0) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(url)
  const send = ({ path, body, cookie }: Shot): Promise<Landed> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers: http.OutgoingHttpHeaders = {
        'accept-encoding': 'gzip',
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), origin: url }),
        ...(cookie ? { cookie } : {}),
      }
      const request = http.request(
        { agent, hostname, port, path, method: text === undefined ? 'GET' : 'POST', headers },
        (response) => {
          response.on('error', reject)
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            const bytes = Buffer.concat(chunks)
            const isPacked = response.headers['content-encoding'] === 'gzip'
            resolve({
              status: response.statusCode ?? 0,
              text: () => (isPacked ? gunzipSync(bytes) : bytes).toString('utf8'),
              headers: response.headers,
            })
          })
        },
      )
      request.on('error', reject)
      if (patience > 0) request.setTimeout(patience, () => request.destroy(new Error('no reply in time')))
      request.end(text)
    })
  return { send, close: () => agent.destroy() }
}

/** Runs `work` over and over in so many lanes for so long; returns how often it was done in a second. */
export async function measureRate(
  lanes: number,
  seconds: number,
  work: (lane: number) => Promise<void>,
): Promise<number> {
  const began = performance.now()
  const end = began + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < end) {
        await work(lane)
        done++
      }
    }),
  )
  return (done * 1000) / (performance.now() - began)
}

/** Clock ticks of Linux. */
const TICKS = 100

/** Milliseconds of processor time, of its own and the system's for it, that a process has used so far. Linux only. */
export function processorTime(pid: number): number {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return ((user + system) * 1000) / TICKS
}

/** Megabytes of memory that a process holds at the moment. Linux only. */
export function residentMemory(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return (Number(kilobytes) * 1024) / 1e6
}
