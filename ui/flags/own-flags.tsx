import type { OwnFlagView } from '#server/flags/view'
import { StemText } from '#ui/questions/stem-text.tsx'
import { sayDay } from '#ui/text/dates.ts'
import { TOLD_WORDS } from './words.ts'

/** What somebody has said is wrong with questions, and what became of it. */
export const OwnFlags = ({ flags }: { readonly flags: readonly OwnFlagView[] }) => (
  <ul className="notices own-flags">
    {flags.map(({ id, stem, reason, at, outcome }) => (
      <li key={id}>
        <p className="notice-title">
          <StemText text={stem} />
        </p>
        <p className="soft">
          You, on {sayDay(at, 'short')}: {reason}
        </p>
        {outcome === null ? (
          <p>Not decided yet, or not to be told yet.</p>
        ) : (
          <p>
            <b>{TOLD_WORDS[outcome.decided]}</b>{' '}
            {outcome.word ?? 'Why is said here once you have answered it.'}
            <span className="soft"> {sayDay(outcome.at, 'short')}</span>
          </p>
        )}
      </li>
    ))}
  </ul>
)
