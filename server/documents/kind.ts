import { decode } from './decode.ts'
import { type DocumentInput, Unreadable } from './document.ts'

/** The kinds of documents there are. */
export type DocumentKind = 'html' | 'markdown' | 'text' | 'pdf' | 'docx'

/** A document with its kind. */
export interface Sorted {
  readonly kind: DocumentKind
  /** '' of a PDF and a Word document. */
  readonly text: string
}

const HEAD = 1024
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Where the document of an encrypted Office file stands, in UTF-16. */
const ENCRYPTED = [...'EncryptedPackage'].join('\0')

const isPage = (text: string): boolean =>
  /^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b/i.test(text)

/** What kind of document it is: by its first bytes, then by what is said of it. Throws why it is none. */
export function sortDocument({ bytes, type = '', name = '' }: DocumentInput): Sorted {
  const head = latin(bytes.subarray(0, HEAD))
  if (head.includes('%PDF-')) return { kind: 'pdf', text: '' }
  if (head.startsWith('PK\x03\x04')) return { kind: 'docx', text: '' }
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    throw new Unreadable(latin(bytes).includes(ENCRYPTED) ? 'encrypted' : 'wrong-type')
  const text = decode(bytes, type)
  if (!isWritten(text)) throw new Unreadable('wrong-type')
  const opening = text
    .slice(0, 4 * HEAD)
    .replace(/<!--[^<>]*-->/g, '')
    .trimStart()
  if (isPage(opening)) return { kind: 'html', text }
  if (/^(?:<\?xml|<!doctype|<(?:rss|feed|rdf:rdf|svg)\b)/i.test(opening)) throw new Unreadable('wrong-type')
  if (isData(text)) throw new Unreadable('wrong-type')
  const saysPage = /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type) || /\.x?html?$/i.test(name)
  if (opening.startsWith('<') || (saysPage && /<\/?[a-z]/i.test(text))) return { kind: 'html', text }
  const saysMarkdown = /markdown/i.test(type) || /\.(?:md|markdown)$/i.test(name)
  return { kind: saysMarkdown || /^---\r?\n/.test(opening) ? 'markdown' : 'text', text }
}

/** Whether it is JSON: what programs tell one another. */
function isData(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether it reads like something written: hardly any of it is no character. */
function isWritten(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001f\u0080-\u009f\ufffd]/g)?.length ?? 0
  return odd * 50 <= sample.length
}
