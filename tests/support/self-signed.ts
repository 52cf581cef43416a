import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto'

/** One value in DER: its tag, its length, its bytes. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const identifier = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

const ECDSA_WITH_SHA256 = sequence(identifier('2a8648ce3d040302'))
const COMMON_NAME = identifier('550403')
const SUBJECT_ALTERNATIVE_NAME = identifier('551d11')
const VERSION_3 = der(0xa0, der(0x02, Buffer.from([2])))

const utc = (time: number) =>
  der(0x17, Buffer.from(new Date(time).toISOString().replace(/[-:T]/g, '').replace(/\.\d+/, '').slice(2)))

/**
 * A key and a certificate for a host that vouches for itself, for a day (RFC 5280, version 3, P-256), as PEM. Made by hand,
 * for Node signs but writes no certificates, and a machine need not have openssl.
 */
export function makeCertificate(host: string): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(host)))))
  const hosts = sequence(der(0x82, Buffer.from(host)))
  const day = 24 * 3600 * 1000
  const said = sequence(
    ...[VERSION_3, der(0x02, Buffer.from([1])), ECDSA_WITH_SHA256, name],
    sequence(utc(Date.now() - day), utc(Date.now() + day)),
    ...[name, publicKey.export({ type: 'spki', format: 'der' })],
    der(0xa3, sequence(sequence(SUBJECT_ALTERNATIVE_NAME, der(0x04, hosts)))),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', said, privateKey))
  const certificate = new X509Certificate(sequence(said, ECDSA_WITH_SHA256, signature))
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: certificate.toString() }
}
