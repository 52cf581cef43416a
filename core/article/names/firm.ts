import { sectorOfNoun } from '../../language/trades.ts'
import type { Token } from '../reading.ts'
import type { Run } from './runs.ts'

/** What a text lets one know of a name that no list knows: that it is a company's, and perhaps its trade. */
export interface Firm {
  readonly sector?: string
}

const COMPANY = /^(?:company|firm|chain|conglomerate|maker|manufacturer|start-up|startup)$/
const IS_APOSTROPHE = /^['’]s?$/
const SHARES = /^(?:shares|stock|shareholders)$/
const NOT_ITS_STOCK = /^(?:exchange|exchanges|market|markets|index)$/
/** Where an aside behind a name ends, or goes on about something else. */
const ENDS_ASIDE = /^(?:[,.;:()]|that|which|who|whose|based|owned|in|with|by|said|for|to|and)$/
const LONGEST_ASIDE = 8

const firmOfNoun = (noun: string): Firm | null => {
  const sector = sectorOfNoun(noun)
  if (sector !== undefined) return { sector }
  return COMPANY.test(noun) ? {} : null
}

/** 'Harrow, the struggling retailer,': the last word of the aside. */
function nounBehind(tokens: readonly Token[], to: number): string | undefined {
  if (tokens[to]?.text !== ',' || !/^(?:the|an?)$/.test(tokens[to + 1]?.text ?? '')) return undefined
  for (let i = to + 2; i < to + LONGEST_ASIDE; i++)
    if (ENDS_ASIDE.test(tokens[i]?.text ?? '.')) return tokens[i - 1]?.text
  return undefined
}

function hasShares({ sentence: { tokens }, from, to }: Run): boolean {
  const at = IS_APOSTROPHE.test(tokens[to]?.text ?? '') ? to + 1 : to
  if (SHARES.test(tokens[at]?.text ?? '')) return !NOT_ITS_STOCK.test(tokens[at + 1]?.lower ?? '')
  return /^(?:in|of)$/.test(tokens[from - 1]?.text ?? '') && tokens[from - 2]?.lower === 'shares'
}

/** What one mention says of the firm it names: 'the retailer Harrow', 'Harrow, the retailer', 'Harrow’s shares'; null where it says nothing. */
export function firmAt(run: Run): Firm | null {
  const { tokens } = run.sentence
  return (
    firmOfNoun(tokens[run.from - 1]?.text ?? '') ??
    firmOfNoun(nounBehind(tokens, run.to) ?? '') ??
    (hasShares(run) ? {} : null)
  )
}
