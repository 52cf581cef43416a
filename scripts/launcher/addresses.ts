import net from 'node:net'
import os from 'node:os'

/** The first port from `wanted` on that is free for this host. Throws after a hundred that are taken. */
export async function choosePort(host: string, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100 && port <= 65535; port++)
    if (await isFree(host, port)) return port
  throw new Error(`No port from ${wanted} on is free.`)
}

/** The address of the app for a browser on this machine. */
export function localAddress(host: string, port: number): string {
  const everywhere: Readonly<Record<string, string>> = {
    '0.0.0.0': 'localhost',
    '::': 'localhost',
    '127.0.0.1': 'localhost',
  }
  return `http://${everywhere[host] ?? (net.isIPv6(host) ? `[${host}]` : host)}:${port}`
}

/** The addresses under which other machines of the network can reach this one. */
export function networkAddresses(port: number): string[] {
  return Object.values(os.networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map(({ address }) => `http://${address}:${port}`)
}

async function isFree(host: string, port: number): Promise<boolean> {
  // 'localhost' may lead a browser to ::1, so nobody else may answer there.
  const hosts = host === '127.0.0.1' || host === '0.0.0.0' ? [host, '::1'] : [host]
  for (const each of hosts) if (!(await canListen(each, port))) return false
  return true
}

function canListen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else if (host === '::1') resolve(true)
      else reject(new Error(`Bellwether cannot listen on ${host}: ${error.message}`))
    })
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
