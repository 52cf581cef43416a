import type { AnalysisView } from '#server/assignments/analysis-view'
import { StemText } from '#ui/questions/stem-text.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { sayShare } from '#ui/text/share.ts'
import { sayAlpha, sayFigure, sayOf } from './analysis-words.ts'
import { PartBar } from './part-bar.tsx'
import { Sentence } from './sentence.tsx'

const sayScore = (value: number | null): string => (value === null ? 'not known' : sayShare(value))

/** How the class as a whole has done, each figure with what it means. */
export function SetFigures({ view }: { readonly view: AnalysisView }) {
  const { people, mean, median, alpha } = view
  return (
    <dl className="analysis-figures">
      <div>
        <dt>Handed in</dt>
        <dd>{sayCount(people, 'person', 'people')}</dd>
        <dd className="soft">Of each the first attempt counts, and of each question the first try.</dd>
      </div>
      <div>
        <dt>On average</dt>
        <dd>{sayScore(mean.value)}</dd>
        <dd className="soft">Of the marks of the questions that each was asked.</dd>
      </div>
      <div>
        <dt>In the middle</dt>
        <dd>{sayScore(median.value)}</dd>
        <dd className="soft">Half of the people have more, half have less (the median).</dd>
      </div>
      <div>
        <dt>How well it ranks</dt>
        <dd>{sayFigure(alpha.value)}</dd>
        <dd className="soft">
          {sayAlpha(view)} Cronbach’s alpha, 1 at best
          {alpha.value !== null &&
            `, from ${sayCount(alpha.people, 'person', 'people')} and ${sayCount(alpha.answers, 'answer')}`}
          .
        </dd>
      </div>
    </dl>
  )
}

/** The wrong options that most people took for right, with what to read again. */
export function Misconceptions({ view: { misconceptions } }: { readonly view: AnalysisView }) {
  if (misconceptions.length === 0)
    return <p>No wrong answer was chosen by three people or more: nothing to go over with everybody.</p>
  return (
    <ol className="findings">
      {misconceptions.map(({ question, stem, text, why, chosen, sentence }) => (
        <li key={`${question} ${text}`}>
          <h3>
            <StemText text={stem} />
          </h3>
          <p>
            {sayOf(chosen)} chose <b>‘{text}’</b>. {why}
          </p>
          <PartBar share={chosen.share ?? 0} isRight={false} />
          {sentence && <Sentence sentence={sentence} />}
        </li>
      ))}
    </ol>
  )
}
