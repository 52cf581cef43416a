/** Signs that editors of questions write by name, beside the five of XML. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…' },
  ...{
    pound: '£',
    euro: '€',
    yen: '¥',
    cent: '¢',
    times: '×',
    minus: '−',
    frac12: '½',
    frac14: '¼',
    bull: '•',
  },
}

const signOf = (all: string, name: string): string => {
  if (!name.startsWith('#')) return NAMED[name] ?? all
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}

/** What stands in HTML, without anything of its form: nothing of it is ever shown as HTML. Lines and paragraphs end lines. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6])>/gi, '\n')
    .replace(/<[a-z/!?][^<>]*>/gi, ' ')
    .replace(/&(#x?[\da-f]{1,6}|[a-z\d]{2,8});/gi, signOf)

/** Whether HTML shows something that no words say. */
export const hasPictures = (html: string): boolean =>
  /<(?:img|svg|video|audio|iframe|object|embed|math)\b/i.test(html)
