import { useState } from 'react'

/** Versions that were flagged since the page was opened: one comes back to a question. */
const here = new Set<string>()

/** Whether the reader has said that something is wrong with a question, and what notes that they have. */
export function useFlagged(
  question: string,
  before: boolean | undefined,
): readonly [isFlagged: boolean, note: () => void] {
  const [isFlagged, setFlagged] = useState(before === true || here.has(question))
  const note = () => {
    here.add(question)
    setFlagged(true)
  }
  return [isFlagged, note]
}
