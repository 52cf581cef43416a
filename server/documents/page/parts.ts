import type { Part } from '../document.ts'

const BLOCKS: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY UL'.split(
    ' ',
  ),
)
const HEADINGS: ReadonlySet<string> = new Set('H1 H2 H3 H4 H5 H6'.split(' '))

/** Elements of which nothing is read. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'AUDIO BUTTON CANVAS DIALOG EMBED FIGCAPTION FIGURE FORM IFRAME IMG INPUT MATH NAV NOSCRIPT OBJECT PICTURE SCRIPT SELECT STYLE SVG TABLE TEMPLATE TEXTAREA TITLE VIDEO'.split(
    ' ',
  ),
)

const ELEMENT = 1
const TEXT = 3

/** The paragraphs and headings under an element, in order, as text. Tables, pictures, forms and programs have none. */
export function partsOf(root: Node): Part[] {
  const parts: Part[] = []
  let text = ''
  let linked = 0
  let links = 0
  let isHeading = false
  const flush = () => {
    const said = text.replace(/\s+/g, ' ').trim()
    if (said !== '')
      parts.push({ text: said, isHeading, isLink: linked >= said.length * 0.9 && !/[.!]["”'’]?$/.test(said) })
    text = ''
    linked = 0
  }
  const enter = (node: Node): boolean => {
    if (node.nodeType === TEXT) {
      text += node.nodeValue ?? ''
      if (links > 0) linked += (node.nodeValue ?? '').trim().length
      return false
    }
    if (node.nodeType !== ELEMENT) return false
    const name = node.nodeName.toUpperCase()
    if (LEFT_OUT.has(name)) return false
    if (name === 'BR') text += ' '
    if (name === 'A') links++
    if (BLOCKS.has(name)) {
      flush()
      if (HEADINGS.has(name)) isHeading = true
    }
    return true
  }
  const leave = (node: Node) => {
    const name = node.nodeName.toUpperCase()
    if (name === 'A') links--
    if (!BLOCKS.has(name)) return
    flush()
    if (HEADINGS.has(name)) isHeading = false
  }
  for (let node: Node | null = root; node; ) {
    if (enter(node) && node.firstChild) {
      node = node.firstChild
      continue
    }
    // Left in the order it was entered, up to where there is more.
    if (node.nodeType === ELEMENT && !LEFT_OUT.has(node.nodeName.toUpperCase())) leave(node)
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node) leave(node)
    }
    node = node === root ? null : (node?.nextSibling ?? null)
  }
  flush()
  return parts
}
