/** A line of print. Measured in points, from the lower left corner of its page. */
export interface Line {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  /** Of its letters. */
  readonly size: number
}

/** A run of letters, as a PDF sets it. */
interface Run {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

/** A wider gap than this, in letter sizes, is a space. */
const SPACE = 0.18

/** The lines of a page, in the order they are set. What is turned, as a mark across the page is, is left out. */
export function linesOf(items: readonly (Run | object)[], page: number): Line[] {
  const lines: Line[] = []
  let open: Line | null = null
  const close = () => {
    if (open && open.text.trim() !== '') lines.push({ ...open, text: open.text.replace(/\s+/g, ' ').trim() })
    open = null
  }
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform
    const size = Math.hypot(c, d)
    const isTurned = Math.abs(b) > Math.abs(a)
    if (isTurned || size === 0 || (item.str.trim() === '' && !open)) continue
    const last: Line | null = open
    const isSameLine =
      last && Math.abs(last.y - y) < 0.6 * Math.max(last.size, size) && x > last.end - 2 * size
    if (!last || !isSameLine) {
      close()
      if (item.str.trim() !== '') open = { page, text: item.str, x, end: x + item.width, y, size }
      continue
    }
    const gap: string = x - last.end > SPACE * size ? ' ' : ''
    // A small letter beside larger ones is a note's number, or a share's mark.
    open = {
      ...last,
      text: last.text + gap + item.str,
      end: Math.max(last.end, x + item.width),
      size: Math.max(last.size, size),
    }
  }
  close()
  return lines
}
