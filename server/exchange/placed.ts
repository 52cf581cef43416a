import {
  anchorIn,
  type Bank,
  type Carried,
  type CheckContext,
  carry,
  type FormatName,
  formats,
  fromHand,
  type Question,
  type ReadFile,
  type ReadQuestion,
  type Span,
  type Written,
} from '#core'
import { pool } from '../db.ts'
import { getContext } from '../desks/context.ts'
import { readQuestion } from '../questions/stored.ts'
import { findText, type OwnText, readOwn, textWithout } from './own-article.ts'

/** A draft that a question of a file is already. */
export interface KnownDraft {
  readonly draft: string
  readonly desk: string
  readonly question: Question
}

/** Where questions of a file are put: beside a revision, or beside a text that is to be stored as an article first. */
export interface Place {
  readonly context: CheckContext
  readonly at: { readonly revision: string } | { readonly own: OwnText }
}

/** A question of a file with the place it is put. */
export interface Placed {
  readonly line: number
  readonly importKey: string
  readonly place: Place
  readonly question: Question
  /** The draft it is already, which it changes; null where it is new. */
  readonly known: KnownDraft | null
}

interface KnownRow {
  key: string
  draft: string
  desk: string
  revision: string
  body: unknown
}

/** The drafts at a person's desks that came in by these keys, the last changed of each. */
async function listKnown(
  personId: string,
  keys: readonly string[],
): Promise<Map<string, KnownDraft & { revision: string }>> {
  const { rows } = await pool().query<KnownRow>(
    `SELECT DISTINCT ON (d.import_key) d.import_key AS key, d.id AS draft, d.desk_id AS desk,
       k.revision_id AS revision, s.body
     FROM draft d JOIN desk_teacher t ON t.desk_id = d.desk_id AND t.person_id = $1 JOIN desk k ON k.id = d.desk_id
     JOIN draft_step s ON s.draft_id = d.id AND s.number = d.step
     WHERE d.import_key = ANY($2) ORDER BY d.import_key, s.at DESC, d.id`,
    [personId, keys],
  )
  return new Map(
    rows.map(({ key, draft, desk, revision, body }) => [
      key,
      { draft, desk, revision, question: readQuestion(body) },
    ]),
  )
}

/** What is read of texts at once, in characters: the engine takes its time. */
const MOST_READ = 120_000

/** Texts of a file that are read for it; a long one, or one too many, is not. */
class Texts {
  private readonly bank: Pick<Bank, 'sources'>
  private readonly fallback: OwnText
  private readonly places = new Map<number | null, Promise<Place | null>>()
  private left = MOST_READ

  constructor(bank: Pick<Bank, 'sources'>, fallback: OwnText) {
    this.bank = bank
    this.fallback = fallback
  }

  /** The place beside a source of the file, or beside none. */
  placeOf(personId: string, source: number | null): Promise<Place | null> {
    const known = this.places.get(source)
    if (known) return known
    const found = this.find(personId, source)
    this.places.set(source, found)
    return found
  }

  private async find(personId: string, source: number | null): Promise<Place | null> {
    const given = source === null ? undefined : this.bank.sources[source]
    if (source !== null && (given === undefined || given.text === '')) return this.placeOf(personId, null)
    const own = given ? { ...given, date: given.date ?? this.fallback.date } : this.fallback
    const revision = await findText(personId, own)
    if (revision !== null) return { context: await getContext(revision), at: { revision } }
    this.left -= own.text.length
    const context = this.left < 0 ? null : readOwn(own)
    if (context) return { context, at: { own } }
    return source === null ? null : this.placeOf(personId, null)
  }
}

/** Who brings a file in, from where, and beside which revision, if they have chosen one. */
export interface Bringing {
  readonly personId: string
  readonly format: FormatName
  readonly fileName: string
  /** `YYYY-MM-DD`: the day on which it is brought in. */
  readonly today: string
  readonly revision: string | null
}

/** Every question of a file with the place it is put: where it lies already, else beside the article that was chosen, else beside the text it came with. */
export async function placeAll(
  { questions, ...file }: ReadFile,
  { personId, format, fileName, today, revision }: Bringing,
): Promise<Placed[]> {
  const known = await listKnown(
    personId,
    questions.map(({ question }) => question.id),
  )
  const texts = new Texts(file, textWithout(fileName, today))
  const chosen: Place | null =
    revision === null ? null : { context: await getContext(revision), at: { revision } }
  const placed: Placed[] = []
  for (const each of questions) {
    const before = known.get(each.question.id) ?? null
    const place = before
      ? { context: await getContext(before.revision), at: { revision: before.revision } }
      : (chosen ?? (await texts.placeOf(personId, each.question.source)))
    if (place) placed.push(putAt(each, { place, known: before, format }))
  }
  return placed
}

function putAt(
  { line, question: carried }: ReadQuestion,
  { place, known, format }: { place: Place; known: KnownDraft | null; format: FormatName },
): Placed {
  const says = known ? withKept(carried, known.question, format) : carried.says
  const evidence = evidenceOf(carried, place.context.reading.text, known?.question.evidence ?? [])
  const question = fromHand(
    { ...says, evidence } as Written,
    place.context,
    known?.question.id ?? 'imported',
    known?.question ?? null,
  )
  return { line, importKey: carried.id, place, question, known }
}

/** Where a question is anchored: where its file says exactly, else where it is already, else where its passages stand. */
function evidenceOf(carried: Carried, text: string, before: readonly Span[]): readonly Span[] {
  const found = anchorIn(text, carried) ?? []
  const isExact = carried.evidence.length > 0 && found.length > 0
  return isExact || before.length === 0 ? found : before
}

/** What a question of a file says, with what its format has no place for as it was. */
function withKept({ id, says }: Carried, before: Question, format: FormatName): Carried['says'] {
  const lost = formats[format]
    .losses(carry(before, { id, source: null, passages: [] }))
    .map(({ what }) => what)
  const hint = lost.includes('hint') && says.hint === undefined ? before.hint : says.hint
  const isOrdered =
    'reasons' in before && 'reasons' in says && JSON.stringify(before.answer) === JSON.stringify(says.answer)
  return {
    ...says,
    ...(hint === undefined ? {} : { hint }),
    ...(isOrdered && lost.includes('reasons') ? { reasons: before.reasons } : {}),
  } as Carried['says']
}
