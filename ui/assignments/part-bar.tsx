interface Props {
  /** 0 to 1. */
  readonly share: number
  /** Whether it is of what is right. */
  readonly isRight: boolean
}

/** A part of all as a filled bar; the words beside it say the same. */
export function PartBar({ share, isRight }: Props) {
  return (
    <svg
      className="part-bar"
      data-right={isRight || undefined}
      width="100%"
      height="10"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="track" x="0" y="4" width="100%" height="2" />
      <rect className="part" x="0" y="0" width={`${(share * 100).toFixed(2)}%`} height="10" />
    </svg>
  )
}
