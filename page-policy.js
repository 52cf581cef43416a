// @ts-check
/**
 * What a browser may do on our pages, said once for next.config.js (every reply), proxy.ts (pages drawn on request) and
 * scripts/seal-pages.mjs (pages drawn by the build). docs/decisions/0006-page-security-policy.md says why.
 */

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

/**
 * The content security policy of a page whose inline scripts are these: a nonce or hashes, each with its quotes.
 * @param {readonly string[]} scripts
 */
export const pagePolicy = (scripts = []) => {
  const allowed = scripts.length === 0 ? '' : ` ${scripts.join(' ')}`
  return DIRECTIVES.map((line) => (line.startsWith('script-src') ? line + allowed : line)).join('; ')
}

/** For replies that are no page: nothing in them may load, run or be framed. */
export const DATA_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** The other headers, on every reply but the program's own files. */
export const COMMON_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/**
 * On files of the program, which are no pages: what they may do is said by the page that loads them. A quiz page asks for
 * ten of them, and the headers of a page weigh more than the smallest of these files.
 */
export const PROGRAM_HEADERS = COMMON_HEADERS.filter(({ key }) =>
  ['X-Content-Type-Options', 'Cross-Origin-Resource-Policy'].includes(key),
)
