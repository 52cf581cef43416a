import { lookup } from 'node:dns/promises'
import net from 'node:net'
import tls from 'node:tls'
import { isPublicAddress } from './public-address.ts'

/** The addresses a name stands for. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>

export const resolveByName: Resolve = (host) => lookup(host, { all: true, verbatim: true })

/** Thrown where an address is one of a network of somebody's own. */
export class PrivateAddress extends Error {}

/** Whom to connect with. */
export interface Peer {
  readonly url: URL
  /** Whether the installation lets this host and port be reached wherever they are. */
  readonly isAllowed: boolean
  readonly resolve: Resolve
  readonly signal: AbortSignal
}

/**
 * A socket to the host of `url`, of TLS where it is https. The name is resolved once, every address it stands for is
 * checked, and the one that answered is checked again before the first byte is sent, so that a name server which changes its
 * answer gains nothing. Throws `PrivateAddress`, or what the network says.
 */
export async function openChecked(peer: Peer): Promise<net.Socket> {
  const { url, isAllowed, signal } = peer
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = net.isIP(host) ? [{ address: host, family: net.isIP(host) }] : await peer.resolve(host)
  signal.throwIfAborted()
  if (!isAllowed && !found.every(({ address }) => isPublicAddress(address))) throw new PrivateAddress()
  const isSecure = url.protocol === 'https:'
  const socket = net.connect({
    host,
    port: Number(url.port) || (isSecure ? 443 : 80),
    signal,
    autoSelectFamily: true,
    lookup: (_host, _options, answer) => answer(null, [...found]),
  })
  await once(socket, 'connect')
  if (!isAllowed && !isPublicAddress(socket.remoteAddress ?? '')) {
    socket.destroy()
    throw new PrivateAddress()
  }
  if (!isSecure) return socket
  const secured = tls.connect({
    socket,
    ALPNProtocols: ['http/1.1'],
    ...(net.isIP(host) ? {} : { servername: host }),
  })
  // Where the time is over, the socket below is gone, and this one with it.
  await once(secured, 'secureConnect')
  return secured
}

function once(socket: net.Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve)
    // Stays: an error that comes later than all interest in it would end the process.
    socket.on('error', reject)
    socket.once('close', () => reject(new Error('closed')))
  })
}
