import type { CheckedView, FailureView } from '#server/desks/view'
import { Cross, Tick } from '#ui/frame/icons.tsx'

/** What the checker says of a question: how many rules it keeps, or each it breaks, in words. */
export function Verdict({ checked }: { readonly checked: Pick<CheckedView, 'failures' | 'rules'> }) {
  const { failures, rules } = checked
  if (failures.length === 0)
    return (
      <p className="desk-verdict" data-standing="right">
        <Tick /> The checker passes it: it keeps all {rules} rules for its kind.
      </p>
    )
  return (
    <div className="desk-verdict" data-standing="wrong">
      <p>
        <Cross /> It breaks {failures.length === 1 ? 'a rule' : `${failures.length} rules`} of {rules}:
      </p>
      <ul>
        {failures.map((failure) => (
          <Failure key={failure.rule} failure={failure} />
        ))}
      </ul>
    </div>
  )
}

const Failure = ({ failure: { says, title, number, isFirm } }: { readonly failure: FailureView }) => (
  <li>
    {isFirm && <b>Has to be mended: </b>}
    {says}{' '}
    <span className="soft">
      (Rule {number}: {title})
    </span>
  </li>
)
