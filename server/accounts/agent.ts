const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg/, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/Chrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const named = (table: typeof BROWSERS, header: string): string | undefined =>
  table.find(([pattern]) => pattern.test(header))?.[1]

/** A browser in the words in which its owner knows it again: 'Firefox on Linux'. The header itself is not kept. */
export function sayAgent(userAgent: string | null): string {
  const header = (userAgent ?? '').slice(0, 500)
  const browser = named(BROWSERS, header) ?? 'A browser'
  const system = named(SYSTEMS, header)
  return system === undefined ? browser : `${browser} on ${system}`
}
