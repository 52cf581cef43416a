import type { GradeCell } from '#server/assignments/view'
import { CheckField } from '#ui/form/check-field.tsx'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { Modal } from '#ui/frame/modal.tsx'
import { sayPercent } from './words.ts'

interface Props {
  readonly sent: { readonly assignment: string; readonly person: string }
  readonly about: string
  readonly cell: GradeCell | null
  readonly set: Act<unknown>
  readonly onClose: () => void
}

/** A teacher's own word about one grade, in a dialog over the page. */
export function GradeForm({ sent, about, cell, set, onClose }: Props) {
  const score = cell?.score ?? null
  const own = cell?.own ?? null
  return (
    <Modal title={about} onClose={onClose}>
      <p className="soft">
        {score === null
          ? `Nothing has been handed in${cell?.isMissing ? ', which counts as nought' : ''}.`
          : `Reckoned from what was handed in: ${sayPercent(score)}.`}
      </p>
      <Form
        label="Lay down"
        send={(fields) =>
          set({
            ...sent,
            own: fields.own ? Number(fields.own) / 100 : null,
            reason: fields.reason ?? '',
            isExcused: fields.isExcused !== undefined,
            comment: fields.comment ?? '',
          })
        }
        onDone={() => location.reload()}
      >
        <Field
          name="own"
          label="A grade of your own, in per cent"
          hint="Empty for what is reckoned. Nothing that is reckoned later changes it."
          type="number"
          min={0}
          max={100}
          step="any"
          defaultValue={own === null ? '' : Math.round(own * 1_000) / 10}
        />
        <Field
          name="reason"
          label="Why"
          maxLength={500}
          defaultValue={cell?.reason ?? ''}
          autoCapitalize="sentences"
        />
        <CheckField
          name="isExcused"
          label="Excused: it counts in no total"
          defaultChecked={cell?.isExcused}
        />
        <Field
          name="comment"
          label="A word to the learner"
          maxLength={500}
          defaultValue={cell?.comment ?? ''}
          autoCapitalize="sentences"
        />
      </Form>
    </Modal>
  )
}
