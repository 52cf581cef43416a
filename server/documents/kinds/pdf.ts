import { getDocumentProxy } from 'unpdf'
import { type Draft, Unreadable } from '../document.ts'
import { linesOf } from '../print/lines.ts'
import { withoutMargins } from '../print/margins.ts'
import { paragraphsOf } from '../print/paragraphs.ts'
import { refuseBombs } from '../print/unpacked-size.ts'

/** The permission to copy text, in the numbers of PDF. */
const COPY = 0x10

/** Titles that a program gave, not a person. */
const MADE_UP =
  /\.(?:docx?|pdf|indd|html?|pages|odt)$|^(?:microsoft word|untitled|document\d*|about:blank|print)\b/i

/** A PDF: its lines put together into paragraphs again. One whose pages are pictures has no text. */
export async function readPdf(bytes: Uint8Array): Promise<Draft> {
  refuseBombs(bytes)
  // What reads it keeps the bytes for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { stopAtErrors: false, verbosity: 0 }).catch(
    (error: unknown) => {
      throw new Unreadable((error as Error).name === 'PasswordException' ? 'encrypted' : 'broken')
    },
  )
  const permissions = await pdf.getPermissions()
  if (permissions && !permissions.includes(COPY)) throw new Unreadable('encrypted')
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.push(linesOf((await page.getTextContent()).items, number))
    page.cleanup()
  }
  const { parts, title } = paragraphsOf(withoutMargins(pages))
  const { info } = await pdf.getMetadata()
  const said = (info as { readonly Title?: unknown }).Title
  const named =
    typeof said === 'string' && said.trim() !== '' && !MADE_UP.test(said.trim()) ? said : undefined
  return { parts, title: title ?? named }
}
