import MarkdownIt from 'markdown-it'
import type { Draft } from '../document.ts'
import { openPage } from '../page/open.ts'
import { partsOf } from '../page/parts.ts'

const FRONT = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/

/** The value of a plain line of front matter, quotation marks off. Nothing else of YAML is read. */
const value = (matter: string, key: string): string | undefined => {
  const line = matter.split('\n').find((each) => each.toLowerCase().startsWith(`${key}:`))
  const said = line
    ?.slice(key.length + 1)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  return said === '' ? undefined : said
}

/** Markdown, with front matter that may name title, date, publisher and address, or without. */
export function readMarkdown(text: string): Draft {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const front = FRONT.exec(whole)
  const matter = front?.[1] ?? ''
  const html = new MarkdownIt({ html: true }).render(whole.slice(front?.[0].length ?? 0))
  const parts = partsOf(openPage(html).body)
  const heading = parts[0]?.isHeading ? parts[0].text : undefined
  return {
    parts,
    title: value(matter, 'title') ?? heading,
    date: value(matter, 'date'),
    publisher: value(matter, 'publisher'),
    address: value(matter, 'address') ?? value(matter, 'url'),
  }
}
