import type { AttemptView } from '#server/attempts/view'

/** '3 of 8'; in practice, which grows, '3 of about 10', or the number alone. */
export function Place({ place, attempt }: { readonly place: number; readonly attempt: AttemptView }) {
  const { count, practice } = attempt
  const of = practice ? (practice.wished === null ? '' : ` of about ${practice.wished}`) : ` of ${count}`
  return (
    <>
      <b>{place}</b>
      {of}
    </>
  )
}
