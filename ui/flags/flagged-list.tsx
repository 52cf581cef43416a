import type { FlaggedLine } from '#server/flags/view'
import { StemText } from '#ui/questions/stem-text.tsx'
import { sayCount, sayDay } from '#ui/text/dates.ts'

interface Props {
  readonly lines: readonly FlaggedLine[]
  /** What is said where there are none. */
  readonly none: string
}

/** Questions that were flagged, each on the way to where it is decided. */
export const FlaggedList = ({ lines, none }: Props) =>
  lines.length === 0 ? (
    <p>{none}</p>
  ) : (
    <ol className="questions">
      {lines.map(({ question, stem, title, people, lastAt, reasons, isOwners }) => (
        <li key={question}>
          <a className="stem-link" href={`/flags/${question}`}>
            <StemText text={stem} />
          </a>
          <p className="about-question">
            <span>
              {people === 1 ? '1 person' : `${people} people`}, last on {sayDay(lastAt, 'short')}
            </span>
            <span>{isOwners ? 'Yours to decide everywhere' : 'Yours to decide in your classes'}</span>
            <span>{title}</span>
          </p>
          <p>{reasons.join('; ')}</p>
        </li>
      ))}
    </ol>
  )

/** The way to the flags, with how many questions wait. */
export const FlagsLink = ({ open }: { readonly open: number }) => (
  <a href="/flags">Flags{open > 0 && ` (${sayCount(open, 'question')} to decide)`}</a>
)
