/**
 * An explanation without the sentences in it that only quote what stands beside it anyway ('The article says: “...”').
 * What else it says, such as the working of a derived figure, stays.
 */
export function withoutQuotes(explanation: string, quotes: readonly string[]): string {
  let text = explanation
  for (const quote of quotes) {
    const opening = text.indexOf(`“${quote}`)
    if (opening === -1) continue
    const closing = text.indexOf('”', opening + quote.length)
    if (closing === -1) continue
    const before = text.slice(0, opening)
    // The words that lead in to the quotation go with it; they begin after the sentence or bracket before them.
    const ends = ['. ', '? ', '! ', ') '].map((end) => before.lastIndexOf(end))
    const leadIn = Math.max(...ends.map((end) => (end === -1 ? 0 : end + 2)))
    const kept = before.lastIndexOf(':') >= leadIn ? before.slice(0, leadIn) : before
    text = `${kept}${text.slice(closing + 1)}`.replaceAll('  ', ' ').trim()
  }
  return text
}
