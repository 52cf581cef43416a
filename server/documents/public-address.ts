import ip from 'ipaddr.js'

const GLOBAL = ip.IPv6.parseCIDR('2000::/3')
/** For examples in books (RFC 9637). */
const EXAMPLES = ip.IPv6.parseCIDR('3fff::/20')

/**
 * Whether an IP address, as a resolver or a socket writes it, is one that anybody on the internet could reach. Loopback,
 * link-local, private, shared (CGNAT), multicast, unspecified and reserved ones are not, nor IPv6 addresses that carry an
 * IPv4 one (mapped, NAT64, 6to4, Teredo), nor anything that is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (ip.IPv4.isValidFourPartDecimal(address)) return ip.IPv4.parse(address).range() === 'unicast'
  if (!ip.IPv6.isValid(address)) return false
  const six = ip.IPv6.parse(address)
  return six.range() === 'unicast' && six.match(GLOBAL) && !six.match(EXAMPLES)
}
