import type { DifferenceView, VersionView } from '#server/bank/view'
import { Cross, Tick } from '#ui/frame/icons.tsx'
import { Passages } from '#ui/player/passage.tsx'
import { sayDay } from '#ui/text/dates.ts'
import { sayAnswered } from './about-question.tsx'

/** A version with its key: what is right, why each part is right or wrong, and the sentence that settles it. */
export function VersionInFull({ version }: { readonly version: VersionView }) {
  const { key, accepts, parts, correction, explanation, hint, passages } = version
  return (
    <>
      <dl className="key-of">
        <dt>Key</dt>
        <dd>
          <b>{key}</b>
          {accepts !== '' && <span className="soft"> ({accepts})</span>}
        </dd>
        {correction !== '' && (
          <>
            <dt>As it was</dt>
            <dd>{correction}</dd>
          </>
        )}
        <dt>Why</dt>
        <dd>{explanation}</dd>
        {hint !== '' && (
          <>
            <dt>Hint</dt>
            <dd>{hint}</dd>
          </>
        )}
      </dl>
      {parts.length > 0 && (
        <ul className="key-parts">
          {parts.map(({ text, isRight, why }) => (
            <li key={text}>
              <span className="sign" data-standing={isRight ? 'right' : 'wrong'}>
                {isRight ? <Tick /> : <Cross />} {isRight ? 'Right' : 'Wrong'}
              </span>{' '}
              <b>{text}</b> <span className="soft">{why}</span>
            </li>
          ))}
        </ul>
      )}
      {passages.length > 0 ? (
        <Passages passages={passages} />
      ) : (
        <p className="notice">
          Not sourced: no sentence of an article settles this question. Check the key yourself.
        </p>
      )}
    </>
  )
}

const SAID_PARTS: { readonly [P in DifferenceView['part']]: string } = {
  stem: 'Question',
  key: 'Key',
  options: 'Options',
  explanation: 'Why',
  passage: 'Passage',
}

type Earlier = VersionView & { readonly changed: readonly DifferenceView[] }

/** The earlier versions of a question, each with what the next one changed. */
export function EarlierVersions({ earlier }: { readonly earlier: readonly Earlier[] }) {
  return (
    <ul className="versions">
      {earlier.map((version) => (
        <li key={version.version}>
          <h3>
            Version {version.number}, {sayDay(version.createdAt, 'short')}
          </h3>
          <p className="soft">
            {sayAnswered(version)}. {sayWithdrawn(version)}
          </p>
          {version.changed.length === 0 ? (
            <p>The next version says the same.</p>
          ) : (
            <dl className="changes">
              {version.changed.map(({ part, before, after }) => (
                <div key={part}>
                  <dt>{SAID_PARTS[part]}</dt>
                  <dd>
                    <span className="soft">Was:</span> {before === '' ? 'nothing' : before}
                    <br />
                    <span className="soft">Now:</span> {after === '' ? 'nothing' : after}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Whether a version is still asked, and if not why. */
export const sayWithdrawn = ({ withdrawn }: VersionView): string =>
  withdrawn === null
    ? 'It stands.'
    : `Withdrawn on ${sayDay(withdrawn.at, 'short')}: ${withdrawn.reason.replace(/\.?$/, '.')}`
