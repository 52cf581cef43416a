'use client'

import type { Editable } from '#server/corrections/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { TextArea } from '#ui/form/text-area.tsx'

interface Props {
  readonly article: Editable
  readonly propose: Act<{ readonly correction: string }>
}

/** The text of an article to be corrected; nothing changes before its effects have been looked at. */
export const EditForm = ({ article: { slug, base, title, body }, propose }: Props) => (
  <Form
    label="See what would change"
    send={(fields) => propose({ slug, base, title: fields.title, body: fields.body, note: fields.note })}
    onDone={({ correction }) => location.assign(`/corrections/${correction}`)}
  >
    <Field
      name="title"
      label="Title"
      defaultValue={title}
      required
      maxLength={200}
      autoCapitalize="sentences"
    />
    <TextArea
      name="body"
      label="Text"
      hint="An empty line between two paragraphs."
      rows={24}
      required
      maxLength={200_000}
      defaultValue={body}
      spellCheck
    />
    <Field
      name="note"
      label="What was wrong"
      hint="It stands beside the article: ‘An earlier version gave revenue as $45m.’"
      required
      maxLength={500}
      autoCapitalize="sentences"
    />
  </Form>
)
