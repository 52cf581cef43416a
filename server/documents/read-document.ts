import { workApart } from './apart.ts'
import type { DocumentInput, DocumentOutcome } from './document.ts'
import { BYTE_LIMIT } from './limits.ts'

/**
 * Reads an article out of a document that somebody brings in: a web page, a PDF, a Word document, Markdown, plain text, or what was
 * pasted. What it is, its bytes say. At most 2 MB, 200,000 characters of text and five seconds.
 */
export async function readDocument(input: DocumentInput): Promise<DocumentOutcome> {
  if (input.bytes.length > BYTE_LIMIT) return { refused: 'too-large' }
  return workApart('document', input)
}
