import { useRef, useState } from 'react'
import type { ResultsView } from '#server/attempts/view'
import { sayDay } from '#ui/text/dates.ts'
import { sayScore } from '#ui/text/score.ts'

/** Right, partly right, missed. */
const SIGNS = ['●', '◐', '○'] as const

/** A line that tells how it went and gives nothing away. */
export function shareLine(
  { rows, score, count }: Pick<ResultsView, 'rows' | 'score' | 'count'>,
  day: string,
): string {
  const signs = [...rows]
    .sort((a, b) => a.position - b.position)
    .map(({ feedback: { mark } }) => (mark === 1 ? SIGNS[0] : mark > 0 ? SIGNS[1] : SIGNS[2]))
  return `Bellwether, ${sayDay(day, 'short')}: ${sayScore(score)} of ${count} ${signs.join('')}`
}

/** The line, to be copied; where a page may not write to the clipboard, it is selected instead. */
export function ShareLine({ results, day }: { readonly results: ResultsView; readonly day: string }) {
  const [said, setSaid] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const line = shareLine(results, day)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line)
      setSaid('Copied.')
    } catch {
      field.current?.select()
      setSaid('Selected: copy it from here.')
    }
  }
  return (
    <p className="share">
      <label>
        <span>A line to share</span>
        <input
          ref={field}
          className="field"
          readOnly
          value={line}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <button type="button" className="button" data-quiet="" onClick={copy}>
        Copy
      </button>
      <span className="soft small" role="status">
        {said}
      </span>
    </p>
  )
}
