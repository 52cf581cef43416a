interface Props {
  /** The share itself; null where there is none yet. */
  readonly share: number | null
  /** From where to where it may lie. */
  readonly range: { readonly low: number; readonly high: number }
  /** What was promised, where something was. */
  readonly promised?: number
}

const at = (share: number): string => `${(share * 100).toFixed(2)}%`

/** A share of all as a dot on a line from nothing to all, and how far it may truly lie. The words beside it say the same. */
export function ShareBar({ share, range, promised }: Props) {
  return (
    <svg className="share-bar" width="100%" height="20" aria-hidden="true" focusable="false">
      <rect className="track" x="0" y="9" width="100%" height="2" />
      <rect className="reach" x={at(range.low)} y="4" width={at(range.high - range.low)} height="12" rx="6" />
      {promised !== undefined && (
        <line className="promised" x1={at(promised)} x2={at(promised)} y1="0" y2="20" />
      )}
      {share !== null && <circle className="dot" cx={at(share)} cy="10" r="5" />}
    </svg>
  )
}
