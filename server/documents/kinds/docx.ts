import mammoth from 'mammoth'
import type { Draft } from '../document.ts'
import { openPage } from '../page/open.ts'
import { partsOf } from '../page/parts.ts'
import { unpackWord } from './zip.ts'

const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  'comment-reference => ',
]

/** A Word document: its paragraphs and headings, without pictures, tables, notes and comments. */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(unpackWord(bytes)) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  const { body } = openPage(value)
  for (const note of body.querySelectorAll('sup > a, li[id*="footnote"], li[id*="endnote"]')) note.remove()
  const parts = partsOf(body)
  const [first] = parts
  const isTitle = first && (first.isHeading || (first.text.length <= 160 && !/[.:;,]$/.test(first.text)))
  return { parts, title: isTitle ? first.text : undefined }
}
