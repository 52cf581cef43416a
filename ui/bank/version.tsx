import type { DifferenceView, VersionView } from '#server/bank/view'
import { sayDay } from '#ui/text/dates.ts'
import { sayAnswered } from './about-question.tsx'

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
