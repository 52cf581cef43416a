import { type Candidate, createRandom, type Limits } from '#core'
import { pool } from '../db.ts'
import { readBanked } from '../questions/stored.ts'

/** Articles and questions that are looked at for one set; more would be drawn no better. */
const MOST_ARTICLES = 40
const MOST_QUESTIONS = 240

interface ArticleRow {
  id: string
  companies: string[]
  concepts: string[]
}

/** Values of a statement as they are added, each by its number. */
class Values {
  readonly list: unknown[] = []
  add(value: unknown): string {
    this.list.push(value)
    return `$${this.list.length}`
  }
}

/** What makes a question of the bank (`i`) one to be drawn. */
function itemTerms({ kinds, levels }: Limits, values: Values): string {
  const ofKinds = kinds ? ` AND i.kind = ANY(${values.add(kinds)})` : ''
  const ofLevels = levels ? ` AND i.level = ANY(${values.add(levels)})` : ''
  return `NOT i.needs_article${ofKinds}${ofLevels}`
}

/**
 * Questions of the bank within limits, taken by chance from articles taken by chance: enough to pick a set from, however
 * large the bank is. The same bank, limits and seed: the same questions.
 */
export async function sampleBank(limits: Limits, seed: string): Promise<Candidate[]> {
  const articles = await sampleArticles(limits, createRandom(`${seed} bank`).next())
  if (articles.length === 0) return []
  const byId = new Map(articles.map((article) => [article.id, article]))
  const values = new Values()
  const [ids, salt] = [values.add([...byId.keys()]), values.add(seed)]
  const each = values.add(Math.ceil(MOST_QUESTIONS / articles.length))
  const { rows } = await pool().query<{ id: string; articleId: string; banked: unknown }>(
    `SELECT item.version_id AS id, item.article_id AS "articleId", item.banked
     FROM unnest(${ids}::uuid[]) AS sampled (id)
     CROSS JOIN LATERAL (
       SELECT i.version_id, i.article_id, i.banked FROM bank_item i
       WHERE i.article_id = sampled.id AND ${itemTerms(limits, values)}
       ORDER BY md5(i.version_id || ${salt}) LIMIT ${each}
     ) item`,
    values.list,
  )
  return rows.flatMap(({ id, articleId, banked }) => {
    const article = byId.get(articleId)
    return article ? [{ id, article, banked: readBanked(banked) }] : []
  })
}

/** Articles with a question within the limits: the next ones from a place on, and on from the beginning. */
async function sampleArticles(limits: Limits, place: number): Promise<ArticleRow[]> {
  const values = new Values()
  const from = values.add(place)
  const { concepts, companies } = limits
  const ofConcepts = concepts ? ` AND r.concepts && ${values.add(concepts)}` : ''
  const ofCompanies = companies ? ` AND r.companies && ${values.add(companies)}` : ''
  const terms = `EXISTS (SELECT FROM bank_item i WHERE i.article_id = b.article_id AND ${itemTerms(limits, values)})
    ${ofConcepts}${ofCompanies}`
  const run = (turn: number, comparison: string) =>
    `(SELECT ${turn} AS turn, b.place, b.article_id AS id, r.companies, r.concepts
      FROM bank_article b JOIN revision r ON r.id = b.revision_id
      WHERE b.place ${comparison} ${from} AND ${terms} ORDER BY b.place LIMIT ${MOST_ARTICLES})`
  const { rows } = await pool().query<ArticleRow>(
    `SELECT id, companies, concepts FROM (${run(0, '>=')} UNION ALL ${run(1, '<')}) sampled
     ORDER BY turn, place LIMIT ${MOST_ARTICLES}`,
    values.list,
  )
  return rows
}
