import { type Marked, wordAt } from './marked.ts'

/** Words that sort things of one kind: what is true of small firms may be true of large ones too. */
const SORTING =
  /^(?:large|small|big|larger|smaller|bigger|rich|poor|cheap|expensive|inexpensive|costly|long|short|popular|unpopular|profitable|unprofitable|safe|active|temporary|permanent)$/

/** 'Small firms gained', 'large banks and funds'. */
function sortsMany(marked: Marked, i: number): boolean {
  const noun = marked.tokens[i + 1]
  return SORTING.test(wordAt(marked, i)) && noun?.pos === 'NOUN' && noun.lower !== noun.lemma
}

/** Whether another word could not simply take a word's place: it belongs to a name, figure, time or quotation, to a compound ('low-cost'), to a comparison with a figure ('over 40'), it sorts several things, or something turns it round already ('not easy'). */
export function isBoundWord(marked: Marked, i: number): boolean {
  const { names, periods, quantities, quoted } = marked
  return (
    names[i] !== undefined ||
    periods[i] !== undefined ||
    quantities[i - 1] !== undefined ||
    quantities[i] !== undefined ||
    quantities[i + 1] !== undefined ||
    quoted[i] === true ||
    sortsMany(marked, i) ||
    wordAt(marked, i + 1) === '-' ||
    wordAt(marked, i - 1) === '-' ||
    /^(?:not|no|never|nor|neither|as|so|too|n't|n’t|or|and)$/.test(wordAt(marked, i - 1)) ||
    /^(?:or|and|as|than)$/.test(wordAt(marked, i + 1))
  )
}
