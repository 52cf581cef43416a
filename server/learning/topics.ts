import type { Tag } from '#core'
import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import type { Version } from '../questions/versions.ts'

/** What a question is about, by tag. */
export type Topics = Readonly<Record<Tag, readonly string[]>>

interface TopicRow {
  id: string
  sector: string
  companies: string[]
  concepts: string[]
  families: string[]
}

/** The family of a fact is part of its key: every reading that has found it says the same. */
const TOPICS = `
  SELECT v.id, r.sector, r.companies, r.concepts, array(
    SELECT DISTINCT f.data #>> '{fact,family}' FROM question_fact q JOIN fact_reading f ON f.fact_id = q.fact_id
    WHERE q.version_id = v.id
  ) AS families
  FROM question_version v JOIN revision r ON r.id = v.revision_id
  WHERE v.id = ANY($1::uuid[])`

const kept = createKept<Topics>(4_000)

/**
 * What question versions are about, by their ids: concepts and sector of their article, the companies of it that the
 * question or the sentence that settles it names, and the families of their facts. None of it ever changes.
 */
export async function topicsOf(versions: readonly Version[]): Promise<ReadonlyMap<string, Topics>> {
  const known = new Map<string, Topics>()
  const missing = new Map<string, Version>()
  for (const version of versions) {
    const topics = kept.get(version.id)
    if (topics) known.set(version.id, topics)
    else missing.set(version.id, version)
  }
  if (missing.size === 0) return known
  const { rows } = await pool().query<TopicRow>(TOPICS, [[...missing.keys()]])
  for (const { id, sector, companies, concepts, families } of rows) {
    const version = missing.get(id)
    if (!version) continue
    const topics: Topics = {
      concept: concepts,
      sector: [sector],
      company: companies.filter((name) => isNamedIn(version, name)),
      family: families,
    }
    known.set(id, topics)
    kept.set(id, topics)
  }
  return known
}

/** An article names ten companies; an answer about one tells nothing of the other nine. */
const isNamedIn = ({ question, passages }: Version, name: string): boolean =>
  [question.stem, ...passages.map(({ quote }) => quote)].some((text) => hasWord(text, name))

const LETTER = /[\p{L}\p{N}]/u

/** Whether a text has the name as words of their own: 'Apple' is not in 'Appleby'. */
function hasWord(text: string, name: string): boolean {
  if (name === '') return false
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + name.length)]
    if (!LETTER.test(before) && !LETTER.test(after)) return true
  }
  return false
}
