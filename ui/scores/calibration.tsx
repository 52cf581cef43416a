import type { CalibrationView, OwnScoresView } from '#server/learning/view'
import { sayConfidence } from '#ui/player/confidence.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { sayShare } from '#ui/text/share.ts'
import { InFigures } from './in-figures.tsx'
import { ShareBar } from './share-bar.tsx'

/** What saying 'fifty-fifty' to everything earns. */
const COIN = 0.25
/** With fewer answers the score is told, and nothing is said of it. */
const FEWEST = 10

/** The Brier score in plain words. */
export function sayBrier(brier: number, answers: number): string {
  const told = `Your Brier score is ${brier.toFixed(2)}: the gap between what you said and what came, squared, on average. Nought is perfect, and saying ‘fifty-fifty’ to everything would earn ${COIN}.`
  if (answers < FEWEST) return `${told} It rests on ${sayCount(answers, 'answer')} so far, too few to judge.`
  return brier < COIN
    ? `${told} So what you say of your answers tells something.`
    : `${told} So a coin would have told as much as your words.`
}

function Table({ words }: Pick<CalibrationView, 'words'>) {
  return (
    <InFigures
      summary="How sure and how right in figures"
      heads={['You said', 'Promises', 'Right', 'May truly be']}
    >
      {words.map(({ confidence, promised, right, asked, range }) => (
        <tr key={confidence}>
          <th scope="row">{sayConfidence(confidence)}</th>
          <td className="figure">{sayShare(promised)}</td>
          <td className="figure">
            {right} of {asked}
          </td>
          <td className="figure">
            {asked === 0 ? 'unknown' : `${sayShare(range.low)} to ${sayShare(range.high)}`}
          </td>
        </tr>
      ))}
    </InFigures>
  )
}

/** What one person said of their answers, against how often they were right. */
export function CalibrationPart({ scores: { calibration, answers } }: { readonly scores: OwnScoresView }) {
  const { words, brier } = calibration
  const asked = words.reduce((sum, word) => sum + word.asked, 0)
  if (answers === 0) return null
  return (
    <section className="own-part" aria-labelledby="sure-title">
      <h2 id="sure-title">How sure, and how right</h2>
      {brier === null ? (
        <p>
          You have not said yet how sure you were of an answer. Do so below a question, and this shows whether
          ‘certain’ is as good as your word.
        </p>
      ) : (
        <>
          <p className="soft">
            The upright mark is what the word promises, the dot how often you were right, the band where that
            may settle.
          </p>
          <dl className="sure">
            {words.map(({ confidence, promised, right, asked: times, range, says }) => (
              <div key={confidence}>
                <dt>{sayConfidence(confidence)}</dt>
                <dd>
                  <ShareBar share={times === 0 ? null : right / times} range={range} promised={promised} />
                  <p className="says">{says}</p>
                </dd>
              </div>
            ))}
          </dl>
          <p>{sayBrier(brier, asked)}</p>
          <Table words={words} />
        </>
      )}
    </section>
  )
}
