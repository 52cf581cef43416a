import { GAP } from '#ui/text/gap.ts'
import { Reported } from './reported.tsx'

/** A stem as it is read: the gap in a sentence it quotes is drawn as a blank, and said as one. */
export function StemText({ text }: { readonly text: string }) {
  const [before = '', after] = text.split(GAP)
  if (after === undefined) return <Reported text={text} />
  return (
    <>
      <Reported text={before} />
      <span className="blank">
        <span className="unseen">(gap)</span>
      </span>
      <Reported text={after} />
    </>
  )
}
