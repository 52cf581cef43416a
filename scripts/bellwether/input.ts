import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import process from 'node:process'

/** The largest text that is read. */
const LIMIT = 10 * 1024 * 1024

/** A file's text, or in one line why it cannot be read. */
export type Input = { readonly text: string } | { readonly problem: string }

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'it is a folder',
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    size += part.length
    if (size > LIMIT) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Reads a file, or standard input for '-': UTF-8 of at most 10 MB. */
export async function readInput(file: string): Promise<Input> {
  try {
    if (file !== '-' && (await stat(file)).isDirectory()) return { problem: `it is a folder` }
    const bytes = await bytesOf(file === '-' ? process.stdin : createReadStream(file))
    if (bytes === null) return { problem: 'it is larger than 10 MB' }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'it is not UTF-8 text' }
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { problem: REASONS[code] ?? `it cannot be read (${code})` }
  }
}

/** The lines of a text; a line end at its end begins no further line. */
export const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
