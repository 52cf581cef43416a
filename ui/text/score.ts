const inDigits = (digits: number) => new Intl.NumberFormat('en', { maximumFractionDigits: digits })
const [one, two] = [inDigits(1), inDigits(2)]

/** A sum of marks in words: '6', '6.5'. Only what is whole is said whole: 5.97 does not become 6. */
export function sayScore(score: number): string {
  const tenths = Math.round(score * 10) / 10
  if (!Number.isInteger(tenths) || Math.abs(score - tenths) < 1e-6) return one.format(tenths)
  return two.format(Math.floor(score * 100) / 100)
}
