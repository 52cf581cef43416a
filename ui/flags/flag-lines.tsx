import type { FlagLine } from '#server/flags/view'
import { Moment } from '#ui/text/moment.tsx'

/** What is said of a question; who said so only to those whose learners they are. */
export const FlagLines = ({ flags }: { readonly flags: readonly FlagLine[] }) => (
  <ul className="people flag-lines">
    {flags.map(({ id, reason, at, isOpen, where, who }) => (
      <li key={id}>
        <p>{reason === '' ? 'The words are gone with who wrote them.' : reason}</p>
        <p className="soft small">
          {where && `${who ?? 'A learner who has left'}, in ‘${where.title}’ of ${where.class}, `}
          <Moment at={at} />
          {!isOpen && ', decided'}
        </p>
      </li>
    ))}
  </ul>
)
