import type { DocumentInput, Draft } from '../document.ts'
import type { DocumentKind } from '../kind.ts'
import { readText } from './text.ts'

/** What reads each kind of document: from its text, or from its bytes. What a kind needs is loaded for that kind alone. */
export const READERS: {
  readonly [Kind in DocumentKind]: (text: string, input: DocumentInput) => Promise<Draft>
} = {
  html: async (text, input) => (await import('./html.ts')).readHtml(text, input),
  markdown: async (text) => (await import('./markdown.ts')).readMarkdown(text),
  text: async (text) => readText(text),
  pdf: async (_text, { bytes }) => (await import('./pdf.ts')).readPdf(bytes),
  docx: async (_text, { bytes }) => (await import('./docx.ts')).readDocx(bytes),
}
