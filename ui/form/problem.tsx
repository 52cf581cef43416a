/** Why something was not done; nothing as long as nothing is wrong. */
export const Problem = ({ words }: { readonly words: string | null }) =>
  words === null ? null : (
    <p className="problem" role="alert">
      {words}
    </p>
  )
