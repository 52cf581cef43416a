/** What readers say is wrong with a question, in their words. */
export const FlagWords = ({ flags }: { readonly flags: readonly string[] }) => (
  <section className="flag-words" aria-label="What readers say is wrong with it">
    <p className="label">Flagged by readers</p>
    <ul>
      {flags.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  </section>
)
