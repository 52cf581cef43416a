import type { DiffPart } from '#server/corrections/view'

/** A text with what was put in and taken out, in words for who does not see how they are set. */
export const Diff = ({ parts }: { readonly parts: readonly DiffPart[] }) => (
  <div className="prose diff">
    {parts.map(({ text, sort }, i) => {
      const key = `${i} ${sort}`
      if (sort === 'same') return <span key={key}>{text}</span>
      return sort === 'out' ? (
        <del key={key}>
          <span className="unseen">taken out: </span>
          {text}
        </del>
      ) : (
        <ins key={key}>
          <span className="unseen">put in: </span>
          {text}
        </ins>
      )
    })}
  </div>
)
