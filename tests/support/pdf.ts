/** A text on a page of a PDF: where it begins, in points from the lower left corner, and how large its letters are. */
export interface Printed {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A PDF of pages in Helvetica, written by hand. */
export function pdfOf(pages: readonly (readonly Printed[])[], title?: string): Uint8Array {
  const objects: string[] = []
  const put = (text: string): number => objects.push(text)
  const string = (text: string) =>
    `(${text.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e]/g, (char) => `\\${(WINDOWS.get(char) ?? char.charCodeAt(0)).toString(8).padStart(3, '0')}`)})`
  const font = put('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>')
  const tree = pages.length * 2 + 2
  const kids = pages.map((page) => {
    const set = page
      .map(({ text, x, y, size }) => `BT /F ${size} Tf ${x} ${y} Td ${string(text)} Tj ET`)
      .join('\n')
    const content = put(`<</Length ${set.length}>>stream\n${set}\nendstream`)
    return put(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources<</Font<</F ${font} 0 R>>>>>>`,
    )
  })
  put(`<</Type/Pages/Count ${pages.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`)
  const root = put(`<</Type/Catalog/Pages ${tree} 0 R>>`)
  const info = put(title === undefined ? '<<>>' : `<</Title${string(title)}>>`)
  let text = '%PDF-1.4\n'
  const at = objects.map((object, i) => {
    const start = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer<</Size ${objects.length + 1}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${table}\n%%EOF`
  return Buffer.from(text, 'latin1')
}

const WINDOWS = new Map([
  ['€', 0x80],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['–', 0x96],
  ['—', 0x97],
])
