import { styleText } from 'node:util'

/** How a piece of printed text looks on a terminal; on anything else it is left as it is. */
export interface Paint {
  bold(text: string): string
  dim(text: string): string
  accent(text: string): string
  good(text: string): string
  /** Columns to fill. */
  readonly width: number
}

const plain = (text: string): string => text

/** Colours only on a terminal, and not where NO_COLOR asks for none. */
export function createPaint(
  stream: { isTTY?: boolean; columns?: number },
  noColor: string | undefined,
): Paint {
  const width = Math.min(Math.max(stream.columns ?? 88, 48), 100)
  if (!stream.isTTY || (noColor !== undefined && noColor !== '')) {
    return { bold: plain, dim: plain, accent: plain, good: plain, width }
  }
  const style =
    (format: Parameters<typeof styleText>[0]) =>
    (text: string): string =>
      styleText(format, text, { validateStream: false })
  return { bold: style('bold'), dim: style('dim'), accent: style('cyan'), good: style('green'), width }
}

/** Breaks text into lines of at most `width` columns, each behind `indent` blanks. */
export function wrap(text: string, indent: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width - indent) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(line)
  return lines.map((each) => ' '.repeat(indent) + each)
}
