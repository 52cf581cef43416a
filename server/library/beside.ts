import type { ArticleCard } from '../attempts/view.ts'
import { reading } from '../reading.ts'
import type { Viewer } from '../viewer.ts'
import { CARD, type CardRow, tellCard } from './card.ts'
import type { ArticleLink, Beside } from './view.ts'

const RELATED = 3

/** The newest so many of each list are looked at: more would be related no better. */
const LOOKED_AT = 60

type Placed = Pick<ArticleCard, 'slug' | 'date' | 'sector' | 'companies' | 'concepts'>

/** What stands beside an article. The same for everyone. */
export async function getBeside(_viewer: Viewer, article: Placed): Promise<Beside> {
  const [related, older, newer] = await Promise.all([
    listRelated(article),
    // The first term is for the index: rows of days that cannot be are not walked through.
    findNeighbour(article, `date <= $1 AND (date < $1 OR slug > $2) ORDER BY date DESC, slug`),
    findNeighbour(article, `date >= $1 AND (date > $1 OR slug < $2) ORDER BY date, slug DESC`),
  ])
  return { related, older, newer }
}

/** Those that share most of its companies and concepts, or else its sector. */
async function listRelated({ slug, sector, companies, concepts }: Placed): Promise<ArticleCard[]> {
  // A condition of its own for each list: each has an index of its own.
  const near = (condition: string) =>
    `(SELECT article_id FROM public_library WHERE ${condition} AND slug <> $1 ORDER BY date DESC LIMIT ${LOOKED_AT})`
  const { rows } = await reading().query<CardRow>(
    `SELECT ${CARD}
     FROM (
       ${near('companies && $3::text[]')} UNION ${near('concepts && $4::text[]')} UNION ${near('sector = $2')}
     ) near JOIN public_library l USING (article_id)
     ORDER BY 2 * cardinality(ARRAY(SELECT unnest(l.companies) INTERSECT SELECT unnest($3::text[])))
       + 3 * cardinality(ARRAY(SELECT unnest(l.concepts) INTERSECT SELECT unnest($4::text[])))
       + (l.sector = $2)::int DESC, l.date DESC, l.slug
     LIMIT ${RELATED}`,
    [slug, sector, companies, concepts],
  )
  return rows.map(tellCard)
}

async function findNeighbour({ date, slug }: Placed, condition: string): Promise<ArticleLink | null> {
  const { rows } = await reading().query<ArticleLink>(
    `SELECT slug, title FROM public_library WHERE ${condition} LIMIT 1`,
    [date, slug],
  )
  return rows[0] ?? null
}
