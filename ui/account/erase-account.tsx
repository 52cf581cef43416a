'use client'

import { Form } from '#ui/form/form.tsx'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { clearDevice, sendWhatWaits } from '#ui/offline/leave.ts'
import { sayDay } from '#ui/text/dates.ts'
import { OwnPassword } from './password-fields.tsx'

interface Props {
  /** When it will be; null where it has not been asked for. */
  readonly eraseAt: string | null
  readonly hasPassword: boolean
  readonly askToErase: Act<unknown>
  readonly keepAccount: Act<unknown>
}

/** Has one's account erased, after a week in which one may think again. */
export function EraseAccount({ eraseAt, hasPassword, askToErase, keepAccount }: Props) {
  const clear = async () => {
    const { owners } = await sendWhatWaits()
    await clearDevice(owners)
    location.reload()
  }
  if (eraseAt !== null)
    return (
      <p className="notice">
        This account will be erased on {sayDay(eraseAt)}. <Press act={keepAccount} label="Keep it" />
      </p>
    )
  return (
    <details>
      <summary>Erase this account</summary>
      <p>
        Name, address, scores and all you keep in mind go for good, seven days from now; until then you can
        sign in and keep it. What this device keeps of you goes at once. Your answers still count, without
        you, in how many readers got a question right.
      </p>
      <Form label="Erase it in seven days" isQuiet send={askToErase} onDone={clear}>
        <OwnPassword has={hasPassword} />
      </Form>
    </details>
  )
}
