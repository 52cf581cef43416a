import { sayNumber } from '../../learning/number-entry.ts'
import type { Arrangement, Feedback, Shown, ShownOf, ShownPart } from '../../questions/kind.ts'
import { arrange, feedback, show } from '../../questions/kinds.ts'
import { GAP, type Kind, type Question } from '../../questions/question.ts'
import { createRandom } from '../../random.ts'

/** Two versions, so that neighbours do not have the same sheet: version A in the order of the set, B in another. */
export const PAPER_VERSIONS = ['A', 'B'] as const
export type PaperVersion = (typeof PAPER_VERSIONS)[number]

/** Something to choose, by its letter; '' where it needs none. */
export interface Lettered {
  readonly letter: string
  readonly text: string
}

/** What is written or ticked under a question. */
export type PaperBody =
  | { readonly sort: 'boxes'; readonly options: readonly Lettered[] }
  | { readonly sort: 'line'; readonly unit: string | null }
  | { readonly sort: 'order'; readonly items: readonly string[] }
  | { readonly sort: 'pairs'; readonly lefts: readonly string[]; readonly rights: readonly Lettered[] }
  | { readonly sort: 'scale'; readonly marks: readonly string[]; readonly unit: string }

/** A question as it stands on paper. */
export interface PaperQuestion {
  /** From 1. */
  readonly number: number
  /** In two parts where it has a gap, which stands between them. */
  readonly stem: readonly string[]
  /** What is to be done, in a sentence. */
  readonly task: string
  readonly body: PaperBody
}

/** A sentence that settles a question, and where it stands. */
export interface PaperPassage {
  readonly quote: string
  /** The title of the article and its date. */
  readonly source: string
}

/** What is right, on the sheet for who marks. */
export interface PaperKey {
  readonly number: number
  /** What stands on a paper that is right: letters, figures or a word. */
  readonly mark: string
  /** The same in words; '' where `mark` says it all. */
  readonly words: string
  readonly why: string
  readonly passages: readonly PaperPassage[]
}

/** A quiz on paper: pure text and its structure, of which a page or a document is made. */
export interface Paper {
  readonly title: string
  readonly version: PaperVersion
  readonly questions: readonly PaperQuestion[]
  readonly keys: readonly PaperKey[]
  /** How many of the set are left out, for they have been withdrawn. */
  readonly withdrawn: number
}

/** A question to be printed. */
export interface Printed {
  readonly question: Question
  readonly passages: readonly PaperPassage[]
}

/** 'a', 'b' ... of a place from 0. */
const letterOf = (place: number): string => String.fromCharCode('a'.charCodeAt(0) + place)

const texts = (parts: readonly ShownPart[]): string[] => parts.map(({ text }) => text)
const lettered = (parts: readonly ShownPart[]): Lettered[] =>
  parts.map(({ text }, place) => ({ letter: letterOf(place), text }))
const placeIn = (parts: readonly ShownPart[], id: string): number => parts.findIndex((part) => part.id === id)

/** Marks on a scale, its ends among them. */
const MARKS = 5
const COUNTED = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

/** How a kind is put on paper, and what a right answer to it looks like there. */
interface OnPaper<K extends Kind> {
  readonly task: (shown: ShownOf<K>) => string
  readonly body: (shown: ShownOf<K>) => PaperBody
  readonly mark: (shown: ShownOf<K>, told: Feedback) => string
}

const saidIn = (unit: string): string => `Write a number, in ${unit}.`

/** THE TABLE: a kind that cannot be printed does not compile. */
const ON_PAPER: { readonly [K in Kind]: OnPaper<K> } = {
  choice: {
    task: () => 'Tick one box.',
    body: ({ options }) => ({ sort: 'boxes', options: lettered(options) }),
    mark: ({ options }, { keyId = '' }) => letterOf(placeIn(options, keyId)),
  },
  'multiple-response': {
    task: ({ count }) => `Tick ${COUNTED[count] ?? count} boxes.`,
    body: ({ options }) => ({ sort: 'boxes', options: lettered(options) }),
    mark: ({ options }, { parts = [] }) =>
      parts
        .filter(({ key }) => key === 'right')
        .map(({ id }) => placeIn(options, id))
        .sort((a, b) => a - b)
        .map(letterOf)
        .join(', '),
  },
  'true-false': {
    task: () => 'Is this true? Tick one box.',
    body: () => ({ sort: 'boxes', options: ['True', 'False'].map((text) => ({ letter: '', text })) }),
    mark: (_, { key }) => key,
  },
  number: {
    task: ({ unit, tolerance }) =>
      saidIn(unit) + (tolerance > 0 ? ` Within ${sayNumber(tolerance, unit)} is right.` : ''),
    body: ({ unit }) => ({ sort: 'line', unit }),
    mark: (_, { key }) => key,
  },
  cloze: {
    task: () => 'Write what belongs in the gap.',
    body: () => ({ sort: 'line', unit: null }),
    mark: (_, { key }) => key,
  },
  ordering: {
    task: ({ items }) => `Number them from 1 to ${items.length}, 1 for the first.`,
    body: ({ items }) => ({ sort: 'order', items: texts(items) }),
    mark: ({ items }, { parts = [] }) =>
      items.map(({ id }) => parts.find((part) => part.id === id)?.key ?? '').join(', '),
  },
  matching: {
    task: () => 'Write beside each number the letter that goes with it.',
    body: ({ lefts, rights }) => ({ sort: 'pairs', lefts: texts(lefts), rights: lettered(rights) }),
    mark: ({ lefts, rights }, { parts = [] }) =>
      lefts
        .map(({ id }, place) => {
          const right = parts.find((part) => part.id === id)?.key
          return `${place + 1}${letterOf(rights.findIndex(({ text }) => text === right))}`
        })
        .join(', '),
  },
  estimate: {
    task: ({ unit }) => `Mark your estimate on the line, and write it down in ${unit}.`,
    body: ({ low, high, unit }) => ({
      sort: 'scale',
      unit,
      marks: Array.from({ length: MARKS }, (_, i) =>
        sayNumber(Number((low + ((high - low) * i) / (MARKS - 1)).toPrecision(12)), ''),
      ),
    }),
    mark: (_, { key, figure }) =>
      figure
        ? `${key}; ${sayNumber(figure.whole[0], '')} to ${sayNumber(figure.whole[1], '')} is right`
        : key,
  },
}

const rowOf = <K extends Kind>(shown: ShownOf<K>): OnPaper<K> => ON_PAPER[shown.kind as K]

/** Ids that stand for the places of parts: on paper nobody sends them back. */
const placesOf = (arranged: (ids: readonly string[]) => Arrangement): Arrangement =>
  arranged(Array.from({ length: 64 }, (_, i) => `${i}`))

/** An order other than the one there is, where there is another. */
function inAnotherOrder<Thing>(things: readonly Thing[], seed: string): readonly Thing[] {
  const shuffled = createRandom(seed).shuffle(things)
  if (shuffled.some((thing, i) => thing !== things[i]) || things.length < 2) return shuffled
  return [...shuffled.slice(1), ...shuffled.slice(0, 1)]
}

/**
 * A quiz as it is printed. The same set, seed and version give the same paper. In version A the questions stand in the order
 * they come in, in B in another; options are shuffled in both, each in its own way, by chance alone.
 */
export function paperOf(
  {
    title,
    printed,
    withdrawn,
  }: { readonly title: string; readonly printed: readonly Printed[]; readonly withdrawn: number },
  { seed, version }: { readonly seed: string; readonly version: PaperVersion },
): Paper {
  const ordered = version === 'A' ? printed : inAnotherOrder(printed, `${seed}/${version}`)
  const arranged = ordered.map(({ question, passages }, i) => {
    const arrangement = placesOf((ids) => arrange(question, ids, createRandom(`${seed}/${version}/${i}`)))
    const shown = show(question, arrangement)
    return { number: i + 1, shown, told: feedback(question, null, arrangement), passages }
  })
  return {
    title,
    version,
    withdrawn,
    questions: arranged.map(({ number, shown }) => putQuestion(number, shown)),
    keys: arranged.map(({ number, shown, told, passages }) => {
      const mark = rowOf(shown as never).mark(shown as never, told)
      const words = told.correction ?? (mark.startsWith(told.key) ? '' : told.key)
      return { number, mark, words, why: told.explanation, passages }
    }),
  }
}

function putQuestion(number: number, shown: Shown): PaperQuestion {
  const row = rowOf(shown as never)
  return {
    number,
    stem: shown.stem.split(GAP),
    task: row.task(shown as never),
    body: row.body(shown as never),
  }
}
