import { type Candidate, createRandom, type Limits } from '#core'
import { pool } from '../db.ts'
import { readBanked } from '../questions/stored.ts'

/** How much of the bank is looked at, and what of it is left out. */
export interface Extent {
  readonly articles: number
  readonly questions: number
  /** Versions that are not wanted. */
  readonly except: readonly string[]
}

/** For one set; from more than that it would be drawn no better. */
const OF_A_SET = { articles: 40, questions: 240 }

/** What a sample may be limited to. */
export interface SampleLimits extends Limits {
  readonly sectors?: readonly string[] | undefined
  /** Slugs of articles. */
  readonly articles?: readonly string[] | undefined
  /** Whose own articles are drawn from beside those of the house. */
  readonly owner?: string | null
}

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
function itemTerms({ kinds, levels }: Limits, { except }: Extent, values: Values): string {
  const ofKinds = kinds ? ` AND i.kind = ANY(${values.add(kinds)})` : ''
  const ofLevels = levels ? ` AND i.level = ANY(${values.add(levels)})` : ''
  const others = except.length > 0 ? ` AND i.version_id <> ALL(${values.add(except)}::uuid[])` : ''
  return `NOT i.needs_article${ofKinds}${ofLevels}${others}`
}

/**
 * Questions of the bank within limits, taken by chance from articles taken by chance: enough to pick a set from, however
 * large the bank is; none of the versions in `except`. The same bank, limits and seed: the same questions.
 */
export async function sampleBank(
  limits: SampleLimits,
  seed: string,
  except: readonly string[] = [],
): Promise<Candidate[]> {
  const { articles, items } = await sample(limits, seed, { ...OF_A_SET, except })
  const byId = new Map(articles.map((article) => [article.id, article]))
  return items.flatMap(({ id, articleId, banked }) => {
    const article = byId.get(articleId)
    return article ? [{ id, article, banked: readBanked(banked) }] : []
  })
}

/** The versions of such questions alone, of as much of the bank as is asked for. */
export const sampleVersions = async (limits: SampleLimits, seed: string, extent: Extent): Promise<string[]> =>
  (await sample(limits, seed, extent)).items.map(({ id }) => id)

interface Sample {
  readonly articles: readonly ArticleRow[]
  readonly items: readonly { readonly id: string; readonly articleId: string; readonly banked: unknown }[]
}

async function sample(limits: SampleLimits, seed: string, extent: Extent): Promise<Sample> {
  const articles = await sampleArticles(limits, extent, createRandom(`${seed} bank`).next())
  if (articles.length === 0) return { articles, items: [] }
  const values = new Values()
  const [ids, salt] = [values.add(articles.map(({ id }) => id)), values.add(seed)]
  const each = values.add(Math.ceil(extent.questions / articles.length))
  const { rows: items } = await pool().query<Sample['items'][number]>(
    `SELECT item.version_id AS id, item.article_id AS "articleId", item.banked
     FROM unnest(${ids}::uuid[]) AS sampled (id)
     CROSS JOIN LATERAL (
       SELECT i.version_id, i.article_id, i.banked FROM bank_item i
       WHERE i.article_id = sampled.id AND ${itemTerms(limits, extent, values)}
       ORDER BY md5(i.version_id || ${salt}) LIMIT ${each}
     ) item`,
    values.list,
  )
  return { articles, items }
}

/** Articles with a question within the limits: the next ones from a place on, and on from the beginning. */
async function sampleArticles(limits: SampleLimits, extent: Extent, place: number): Promise<ArticleRow[]> {
  const values = new Values()
  const from = values.add(place)
  const { concepts, companies, sectors, articles, owner = null } = limits
  const ofConcepts = concepts ? ` AND r.concepts && ${values.add(concepts)}` : ''
  const ofCompanies = companies ? ` AND r.companies && ${values.add(companies)}` : ''
  const ofSectors = sectors ? ` AND r.sector = ANY(${values.add(sectors)})` : ''
  const ofArticles = articles
    ? ` AND b.article_id IN (SELECT id FROM article WHERE slug = ANY(${values.add(articles)}))`
    : ''
  const terms = `EXISTS (SELECT FROM bank_item i WHERE i.article_id = b.article_id AND ${itemTerms(limits, extent, values)})
    AND (b.owner_id IS NULL${owner === null ? '' : ` OR b.owner_id = ${values.add(owner)}`})
    ${ofConcepts}${ofCompanies}${ofSectors}${ofArticles}`
  const run = (turn: number, comparison: string) =>
    `(SELECT ${turn} AS turn, b.place, b.article_id AS id, r.companies, r.concepts
      FROM bank_article b JOIN revision r ON r.id = b.revision_id
      WHERE b.place ${comparison} ${from} AND ${terms} ORDER BY b.place LIMIT ${extent.articles})`
  const { rows } = await pool().query<ArticleRow>(
    `SELECT id, companies, concepts FROM (${run(0, '>=')} UNION ALL ${run(1, '<')}) sampled
     ORDER BY turn, place LIMIT ${extent.articles}`,
    values.list,
  )
  return rows
}
