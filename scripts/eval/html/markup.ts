/** Text that is markup already. Made by `markup` alone, which escapes whatever is put into it. */
export interface Markup {
  readonly markup: string
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark)

type Part = string | number | Markup | readonly Markup[]

function put(part: Part): string {
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(put).join('')
}

/** A template of HTML: what stands in it is markup, what is put into it is text, unless it is markup itself. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.map((text, at) => text + (parts[at] === undefined ? '' : put(parts[at]))).join(''),
})

export const NOTHING: Markup = { markup: '' }
