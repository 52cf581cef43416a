import type { CorrectionView } from '#server/reviews/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly corrections: readonly CorrectionView[]
  readonly see: Act<unknown>
}

const articleAddress = ({ article: { slug }, at }: CorrectionView): string =>
  `/articles/${slug}${at ? `?at=${at.start}-${at.end}#passage` : ''}`

const sayNow = ({ now }: CorrectionView): string =>
  now ?? 'The article does not say this in these words any more.'

const sayNext = ({ isRetired }: CorrectionView): string =>
  isRetired ? 'It is not asked again.' : 'You learn it anew from tomorrow on.'

/** Facts that an article no longer states as they were learned: what was, what stands now, and what follows. */
export function Corrections({ corrections, see }: Props) {
  return (
    <ul className="corrections">
      {corrections.map((correction) => {
        const { fact, label, was, article } = correction
        return (
          <li key={fact}>
            <b>{label}</b>
            <dl>
              <dt>It was</dt>
              <dd>{was}</dd>
              <dt>Now</dt>
              <dd>{sayNow(correction)}</dd>
            </dl>
            <p className="small soft">
              {sayNext(correction)} From <a href={articleAddress(correction)}>{article.title}</a>.
            </p>
            <Press act={see} sent={{ fact }} label="Seen" about={`, the correction of ${label}`} />
          </li>
        )
      })}
    </ul>
  )
}
