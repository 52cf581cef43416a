import type { QuestionRow } from '#server/bank/view'
import type { MadeView, RuleView } from '#server/sets/view'
import type { Act } from '#ui/form/reply.ts'
import { sayCount } from '#ui/text/dates.ts'
import { drawAddress } from './address.ts'
import { MakeSet } from './make-set.tsx'
import { Rows } from './rows.tsx'
import { sayRows } from './sum.ts'

interface Props {
  readonly rule: RuleView
  readonly rows: readonly QuestionRow[]
  /** By which it would be drawn again. */
  readonly another: string
  readonly create: Act<MadeView>
}

/** What a rule has drawn, before it is kept: as it is, again, or not at all. */
export function Drawn({ rule, rows, another, create }: Props) {
  const again = (
    <a className="button" data-quiet="" href={`${drawAddress({ ...rule, seed: another })}#drawn`}>
      Draw again
    </a>
  )
  if (rows.length === 0)
    return (
      <p className="notice">Nothing in the bank fits that rule. Ask for less: another topic, or any class.</p>
    )
  const kinds = new Set(rows.map(({ kind }) => kind)).size
  return (
    <>
      <p>{sayRows(rows)}.</p>
      {rows.length < rule.count && (
        <p className="notice">
          {sayCount(rule.count, 'question')} were asked for. No more of the bank fit the rule and go together.
        </p>
      )}
      {kinds < rule.kinds && rows.length >= rule.kinds && (
        <p className="notice">There are no more than {sayCount(kinds, 'kind')} that fit the rule.</p>
      )}
      <p className="actions">{again}</p>
      <Rows rows={rows} />
      <MakeSet
        create={create}
        versions={rows.map(({ version }) => version)}
        title={rule.concept ?? rule.sector ?? ''}
        label="Keep it as a set"
      />
    </>
  )
}
