import type { Sight } from './sight.ts'
import { wordsOf } from './words.ts'

/** 'Which company bought', 'As of May, which bank has agreed to acquire': the deed is done or agreed. An offer can have rivals. */
const BUYS =
  /\b(?:which|what) [\p{L}-]+(?: [\p{L}-]+)? (?:has |have |had |will |is to )?(?:bought|buy|acquired?|purchased?|took over|taken over|take over|agreed to (?:buy|acquire|take over|purchase)|completed (?:its |the )(?:takeover|purchase|acquisition) of) (.+)$/iu
/** Of these many may buy some. */
const SHARED =
  /^(?:shares?|stock|stocks|stakes?|bonds?|debt|notes|products?|goods|oil|gas|cars|planes|jets|aircraft|chips|services|tickets)$/
/** Words that may stand before the name: 'its rival Norvale', 'all of Norvale'. */
const MOST_BEFORE = 4

/** Whether a stem asks who bought a named company, or a named company's business, so that one answer alone can be true. */
export function asksBuyer({ question: { stem }, index }: Sight): boolean {
  const bought = BUYS.exec(stem)?.[1]
  if (bought === undefined) return false
  const words = bought
    .replace(/[?,]/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
  for (let from = 0; from <= MOST_BEFORE && from < words.length; from++) {
    // 'bought shares in Norvale', 'bought 5% of Norvale'
    if (from > 0 && SHARED.test((words[from - 1] ?? '').toLowerCase())) return false
    if (/^\d|^[$£€]/.test(words[from] ?? '')) return false
    for (let to = Math.min(words.length, from + 5); to > from; to--) {
      const name = index.names.called.get(wordsOf(words.slice(from, to).join(' ')).join(' '))
      if (name && name.sort !== 'person' && !name.isCountry)
        return !SHARED.test((words[to] ?? '').toLowerCase())
    }
  }
  return false
}
