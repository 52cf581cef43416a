import type { Draft, Part } from '../document.ts'

const TITLE_LIMIT = 200
const WIDTH = 100
const endsSentence = (line: string): boolean => /[.!?:;…]["”'’)\]]*$/.test(line)

/** Whether the lines of a paragraph were broken to fit a width, rather than being paragraphs themselves. */
const isWrapped = (lines: readonly string[]): boolean =>
  lines.length > 1 &&
  lines.slice(0, -1).every((line) => line.length <= WIDTH) &&
  lines.slice(0, -1).filter((line) => !endsSentence(line) && line.length > WIDTH / 3).length * 2 >
    lines.length - 1

/** Plain text, typed or pasted from a page: its first line is the title where it does not end like a sentence. */
export function readText(text: string): Draft {
  const blocks = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.split('\n').flatMap((line) => line.trim() || []))
  const lines = blocks.flatMap((block) => (isWrapped(block) ? [block.join(' ')] : block))
  const parts = lines.map((line): Part => {
    const heading = /^#{1,6} (.*)$/.exec(line)
    return heading ? { text: heading[1] ?? '', isHeading: true } : { text: line }
  })
  const [first] = parts
  const isTitle = first && parts.length > 1 && first.text.length <= TITLE_LIMIT && !/[.:;,]$/.test(first.text)
  return isTitle ? { title: first.text, parts: parts.slice(1) } : { parts }
}
