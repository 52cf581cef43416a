import { type Counted, readCounted } from './counted-noun.ts'
import type { Figure } from './figure.ts'
import { type Lexeme, pastHyphen } from './lexemes.ts'
import { readNumeral } from './numbers.ts'

const OWNED = /^(?:the|its|their|his|her|our|my|these|those)$/
const SUPERLATIVE = /^(?:most|least|world)$/

/** 'one of the best screens', 'two of its plants'. */
function partitive(lexemes: readonly Lexeme[], at: number): Counted | null {
  if (lexemes[at]?.lower !== 'of' || !OWNED.test(lexemes[at + 1]?.lower ?? '')) return null
  const isSuperlative = SUPERLATIVE.test(lexemes[at + 2]?.lower ?? '')
  // 'five of the six vaults' are five vaults.
  const whole = readNumeral(lexemes, at + 2)
  return readCounted(lexemes, whole?.next ?? (isSuperlative ? at + 3 : at + 2), false)
}

const STANDS_FOR =
  /^(?:each|same|this|that|no|any|every|which|another|the|new|newer|older|bigger|smaller|larger|better|cheaper|good|big|latest|old|number|day|only)$/
const IDIOM = /^(?:another|day|time|thing|can|would|could|might|must|may|should|has|is|was)$/

/** 'each one', 'no one', 'one another', 'one day': no count. */
export const isPronoun = (lexemes: readonly Lexeme[], { first, next, numeral }: Figure): boolean =>
  numeral.value === 1 &&
  numeral.spelled &&
  (STANDS_FOR.test(lexemes[first - 1]?.lower ?? '') ||
    IDIOM.test(lexemes[numeral.next]?.lower ?? '') ||
    lexemes[next]?.text === "'")

/** The noun that a figure without a unit counts, from the words behind it; null where there is none. */
export function countedBehind(lexemes: readonly Lexeme[], figure: Figure): Counted | null {
  const { next, numeral } = figure
  const isVague = numeral.high !== undefined
  const isOne = numeral.value === 1 && numeral.spelled && !isVague
  if (pastHyphen(lexemes, next) > next) return null
  if (isVague) return readCounted(lexemes, lexemes[next]?.lower === 'of' ? next + 1 : next, false)
  return partitive(lexemes, next) ?? readCounted(lexemes, next, isOne)
}
