'use client'

import { Form } from '#ui/form/form.tsx'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly correction: string
  readonly article: string
  readonly publish: Act<unknown>
  readonly drop: Act<unknown>
}

/** The two ways out of a correction that waits. */
export const Decide = ({ correction, article, publish, drop }: Props) => (
  <>
    <Form label="Publish it" send={() => publish({ correction })} onDone={() => location.reload()} />
    <p>
      <Press
        act={drop}
        sent={{ correction }}
        label="Leave the article as it is"
        next={`/articles/${article}`}
      />
    </p>
  </>
)
