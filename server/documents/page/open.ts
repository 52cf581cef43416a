import { Parser } from 'htmlparser2'
import { parseHTML } from 'linkedom'
import { Unreadable } from '../document.ts'

/** No page that anybody reads is nested deeper; what walks a page calls itself at every level. */
const DEEPEST = 300
/** Elements, texts and comments of a page. Long ones have about 10,000. */
const MOST = 60_000

/**
 * A page, or a part of one, as a document with a body. Scripts are not run, nothing is loaded. Throws where it is nested too
 * deeply or made of too much: that is found in one pass, before a document is made of it.
 */
export function openPage(html: string): Document {
  refuseTangles(html)
  // What makes documents here makes a body only where it is told of one.
  const isWhole = /<body[\s>]/i.test(html)
  return parseHTML(isWhole ? html : `<!doctype html><html><body>${html}</body></html>`).document
}

function refuseTangles(html: string): void {
  let depth = 0
  let count = 0
  const meet = () => {
    count++
    if (depth > DEEPEST || count > MOST) throw new Unreadable('broken')
  }
  const parser = new Parser({
    onopentagname: () => {
      depth++
      meet()
    },
    onclosetag: () => {
      depth--
    },
    ontext: meet,
    oncomment: meet,
  })
  // In pieces: what tangles is met before the rest is read.
  for (let at = 0; at < html.length; at += 65_536) parser.write(html.slice(at, at + 65_536))
  parser.end()
}
