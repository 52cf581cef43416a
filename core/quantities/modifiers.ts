import type { Lexeme } from './lexemes.ts'
import type { Change, Exactness } from './quantity.ts'

/** Words before a figure that say how exact it is, longest first. */
const PHRASES: readonly (readonly [phrase: string, exactness: Exactness])[] = [
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not less than', 'at-least'],
  ['no more than', 'at-most'],
  ['not more than', 'at-most'],
  ['as many as', 'up-to'],
  ['as much as', 'up-to'],
  ['as high as', 'up-to'],
  ['as little as', 'at-least'],
  ['as few as', 'at-least'],
  ['in excess of', 'more-than'],
  ['north of', 'more-than'],
  ['upwards of', 'more-than'],
  ['upward of', 'more-than'],
  ['a maximum of', 'at-most'],
  ['a minimum of', 'at-least'],
  ['just short of', 'nearly'],
  ['close to', 'about'],
  ['more than', 'more-than'],
  ['greater than', 'more-than'],
  ['higher than', 'more-than'],
  ['better than', 'more-than'],
  ['less than', 'less-than'],
  ['fewer than', 'less-than'],
  ['lower than', 'less-than'],
  ['at least', 'at-least'],
  ['at most', 'at-most'],
  ['up to', 'up-to'],
  ['in the region of', 'about'],
  ['an estimated', 'about'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['circa', 'about'],
  ['some', 'about'],
  ['approx', 'about'],
  ['averaged', 'about'],
  ['averaging', 'about'],
  ['barely', 'about'],
  ['~', 'about'],
  ['≈', 'about'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['approaching', 'nearly'],
  ['over', 'more-than'],
  ['above', 'more-than'],
  ['exceeding', 'more-than'],
  ['exceeded', 'more-than'],
  ['exceeds', 'more-than'],
  ['exceed', 'more-than'],
  ['topping', 'more-than'],
  ['topped', 'more-than'],
  ['under', 'less-than'],
  ['below', 'less-than'],
  ['sub -', 'less-than'],
  ['exactly', 'exactly'],
  ['precisely', 'exactly'],
  ['between', 'between'],
  ['>', 'more-than'],
  ['<', 'less-than'],
]

/** The phrases by their last word, each with its words from last to first. */
const BY_LAST = new Map<string, { readonly words: readonly string[]; readonly exactness: Exactness }[]>()
for (const [phrase, exactness] of PHRASES) {
  const words = phrase.split(' ').reverse()
  const last = words[0] ?? ''
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), { words, exactness }])
}

/** NewsQuant's sign for each, where no direction is said. */
const SIGNS: Readonly<Record<Exactness, Change>> = {
  exactly: '=',
  about: '~',
  nearly: '~',
  'more-than': '>',
  'at-least': '>',
  'less-than': '<',
  'at-most': '<',
  'up-to': '<',
  between: '=',
}

/** Words that may stand between a modifier or a verb and its figure without meaning anything for it. */
const FILLERS = new Set([
  'just',
  'only',
  'well',
  'a',
  'an',
  'slightly',
  'another',
  'further',
  'additional',
  'extra',
  'even',
  'far',
  'little',
  'record',
  'whopping',
])
const BRIDGES = new Set([...FILLERS, 'by', 'sharply', 'steeply', 'more', 'modestly'])

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Verbs and adverbs that a figure follows directly when it says by how much. */
const UP = words(
  'up rose rise rises risen rising gained gain gains gaining jumped jump jumps jumping climbed climb climbs climbing grew grow grows grown growing added add adds adding advanced advance advances advancing ' +
    'increased increase increases increasing surged surge surges surging soared soar soars soaring leapt leaped leaping rallied rally rallies rallying edged spiked spike spikes rebounded rebound swelled ticked upward upwards expanded expand expands expanding higher',
)
const DOWN = words(
  'down fell fall falls fallen falling dropped drop drops dropping declined decline declines declining lost lose loses losing slid slide slides sliding slipped slip slips slipping tumbled tumble tumbles tumbling ' +
    'plunged plunge plunges plunging plummeted plummet plummets plummeting sank sink sinks sunk sinking shed sheds shedding decreased decrease decreases decreasing dipped dip dips dipping shrank shrink shrinks shrunk shrinking ' +
    'retreated contracted contract contracts contracting crashed crash eased ease eases easing lowered slumped slump slumps slumping downward downwards lower reduced',
)

export interface Modified {
  readonly exactness: Exactness
  /** Index of the first modifier; the figure's own first index when there is none. */
  readonly first: number
  readonly change: Change
}

function matchBefore(lexemes: readonly Lexeme[], at: number): { size: number; exactness: Exactness } | null {
  for (const { words: reversed, exactness } of BY_LAST.get(lexemes[at - 1]?.lower ?? '') ?? []) {
    if (reversed.every((word, i) => lexemes[at - 1 - i]?.lower === word))
      return { size: reversed.length, exactness }
  }
  return null
}

/** Reads backwards from the figure that begins at `at`: how exact it is, where the modifiers begin, and NewsQuant's sign. A direction counts for a figure that follows its verb at once ('rose 8%', 'down by about 3%'); about, more and less win over it, nearly and under do not. `isCount`: the figure counts a noun, so that verbs of having and giving say nothing ('added 300 jobs', 'gave up 517 yards'). */
export function readModifiers(lexemes: readonly Lexeme[], at: number, isCount: boolean): Modified {
  let first = at
  let exactness: Exactness = 'exactly'
  for (let rounds = 0; rounds < 3; rounds++) {
    const skips = FILLERS.has(lexemes[first - 1]?.lower ?? '') ? 1 : 0
    const close = matchBefore(lexemes, first)
    const found = close ?? (skips > 0 ? matchBefore(lexemes, first - skips) : null)
    if (!found) break
    // 'about 5%' outranks what stands farther off, except a bound: 'at least about 5%'.
    if (first === at || found.exactness === 'at-least' || found.exactness === 'at-most')
      exactness = found.exactness
    first -= found.size + (close ? 0 : skips)
  }
  const direction = directionBefore(lexemes, first, isCount)
  const wins = exactness === 'exactly' || exactness === 'nearly' || lexemes[first]?.lower === 'under'
  return { exactness, first, change: direction !== null && wins ? direction : SIGNS[exactness] }
}

/** Verbs that 'up' belongs to without meaning a rise. */
const PHRASAL =
  /^(?:gave|give|gives|giving|given|made|make|makes|making|put|puts|took|takes|taking|take|picked|set|sets|racked|paid|bought|buy|used|signed|backed|rounded)$/

function directionOf(word: string): 'up' | 'down' | null {
  return UP.has(word) ? 'up' : DOWN.has(word) ? 'down' : null
}

function directionBefore(lexemes: readonly Lexeme[], at: number, isCount: boolean): 'up' | 'down' | null {
  const isBy = lexemes[at - 1]?.lower === 'by'
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const word = lexemes[i]?.lower ?? ''
    const direction = directionOf(word)
    if (direction !== null) {
      const isIdle =
        isCount && (word.startsWith('add') || (word === 'up' && PHRASAL.test(lexemes[i - 1]?.lower ?? '')))
      return isIdle ? null : direction
    }
    // 'grow sales by 35%': the verb's object stands between.
    const isObject =
      isBy &&
      lexemes[i]?.sort === 'word' &&
      !/^(?:and|or|but|to|from|of|which|who|that|is|was|were|are)$/.test(word)
    if (!BRIDGES.has(word) && !isObject) return null
  }
  return null
}
