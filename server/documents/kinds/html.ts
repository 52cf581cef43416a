import { Readability } from '@mozilla/readability'
import type { DocumentInput, Draft } from '../document.ts'
import { aboutOf } from '../page/about.ts'
import { openPage } from '../page/open.ts'
import { partsOf } from '../page/parts.ts'
import { strip } from '../page/strip.ts'

/** A web page: the text of its article, and what it says of itself. */
export function readHtml(html: string, { address, headers }: DocumentInput): Draft {
  const document = openPage(html)
  const about = aboutOf(document, address, headers)
  strip(document)
  const found = new Readability<Node>(document, {
    disableJSONLD: true,
    charThreshold: 250,
    serializer: (element) => element,
  }).parse()
  return { ...about, parts: found?.content ? partsOf(found.content) : [] }
}
