import { GAP } from '#ui/text/gap.ts'

/** A stem as it is read: the gap in a sentence it quotes is drawn as a blank, and said as one. */
export function StemText({ text }: { readonly text: string }) {
  const [before, after] = text.split(GAP)
  if (after === undefined) return text
  return (
    <>
      {before}
      <span className="blank">
        <span className="unseen">(gap)</span>
      </span>
      {after}
    </>
  )
}
