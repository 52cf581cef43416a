import type { Refusal } from '../refusal-view.ts'

/** What somebody brings in: bytes, and what is said of them. Nothing that is said is believed against the bytes. */
export interface DocumentInput {
  readonly bytes: Uint8Array
  /** A media type, with its parameters or without. */
  readonly type?: string
  /** The name of a file. */
  readonly name?: string
  /** Where it was found. */
  readonly address?: string
  /** What came with it over http, names in small letters. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A document as text. All of it is plain: no tags, nothing that cannot be seen. */
export interface ReadDocument {
  /** One line of at most 200 characters. */
  readonly title: string
  /** Paragraphs and headings, an empty line between them. */
  readonly body: string
  /** The day it was published, `YYYY-MM-DD`, where the document says so. */
  readonly date?: string
  readonly publisher?: string
  /** Where it stands for good: http or https. */
  readonly address?: string
  /** False where its publisher asks that no machine learns or makes something from it (noai, noimageai). */
  readonly mayUse: boolean
}

/** Why a document was not read; each has its sentence among the refusals of the house. */
export type DocumentRefusal = Extract<
  Refusal,
  'too-large' | 'too-long' | 'wrong-type' | 'encrypted' | 'no-text' | 'too-short' | 'took-too-long' | 'broken'
>

/** What came of reading a document. */
export type DocumentOutcome = { readonly done: ReadDocument } | { readonly refused: DocumentRefusal }

/** A paragraph or heading of a document, as it was found. */
export interface Part {
  readonly text: string
  readonly isHeading?: boolean
  /** Every word of it leads elsewhere. */
  readonly isLink?: boolean
}

/** What a kind of document gives: parts still to be cleaned, and what it says of itself. */
export interface Draft {
  readonly parts: readonly Part[]
  readonly title?: string | undefined
  readonly date?: string | undefined
  readonly publisher?: string | undefined
  readonly address?: string | undefined
  readonly mayUse?: boolean
}

/** Thrown by whatever reads a document, and turned into its refusal. */
export class Unreadable extends Error {
  readonly refused: DocumentRefusal
  constructor(refused: DocumentRefusal) {
    super(refused)
    this.refused = refused
  }
}
