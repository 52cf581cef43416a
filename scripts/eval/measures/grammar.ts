import { Dialect, type LintKind, LocalLinter } from 'harper.js'
import { binary } from 'harper.js/binary'
import type { Question } from '#core'
import { SLOT } from '../../../core/questions/ask.ts'
import { fill } from '../../../core/questions/fill.ts'
import { GAP } from '../../../core/questions/question.ts'
import { asksIn } from '../asks-in.ts'
import { percent } from '../figures.ts'
import type { TextRun } from '../run-text.ts'

/** What Harper finds, by its sorts: those counted are slips whatever the names. Spelling is left out, as every unknown name would be one; so are matters of taste and of house style. */
export const COUNTED: Readonly<Record<LintKind, boolean>> = {
  Agreement: true,
  BoundaryError: true,
  Eggcorn: true,
  Grammar: true,
  Malapropism: true,
  Miscellaneous: true,
  Nonstandard: true,
  Punctuation: true,
  Redundancy: true,
  Repetition: true,
  Typo: true,
  Usage: true,
  WordOrder: true,
  Capitalization: false,
  Enhancement: false,
  Formatting: false,
  Readability: false,
  Regionalism: false,
  Spelling: false,
  Style: false,
  WordChoice: false,
}
const isCounted = (sort: string): boolean => COUNTED[sort as LintKind] ?? true

/** A slip and where it stands. */
export interface Slip {
  readonly text: string
  readonly sort: string
  readonly says: string
  readonly start: number
  readonly end: number
}

/** 'a $10bn deal': Harper does not read figures aloud. */
const isBeforeFigure = ({ text, start, end }: Slip): boolean =>
  /^an?$/i.test(text.slice(start, end)) && /^ [^\p{L}\s]/u.test(text.slice(end, end + 2))

export type Proofreader = (text: string) => Promise<Slip[]>

/** Harper, in British English, for texts of a sentence or two. */
export async function createProofreader(): Promise<Proofreader> {
  const linter = new LocalLinter({ binary, dialect: Dialect.British })
  await linter.setup()
  return async (text) =>
    (await linter.lint(text, { language: 'plaintext' }))
      .filter((lint) => isCounted(lint.lint_kind()))
      .map((lint) => {
        const { start, end } = lint.span()
        return { text, sort: lint.lint_kind(), says: lint.message(), start, end }
      })
      .filter((slip) => !isBeforeFigure(slip))
}

/** A gap with its words put in; 'a(n)' before it follows them. */
const withGapFilled = (stem: string, words: string): string =>
  fill(stem.replace(`(n) ${GAP}`, ` ${SLOT}`).replace(GAP, SLOT), words)

/** What a question says in sentences of its own: its stem with the gap filled, and the true statement beside a false one. */
export function stemsOf(question: Question): string[] {
  const { stem, answer } = question
  const whole = stem.includes(GAP) && typeof answer === 'string' ? withGapFilled(stem, answer) : stem
  const correction = 'correction' in question ? question.correction : undefined
  return correction === undefined ? [whole] : [whole, correction]
}

/** The statements that a question with options makes, one with each option in the key's place, where its ask words any. */
export function statementsOf({ reading, questions }: Pick<TextRun, 'reading' | 'questions'>): string[] {
  const asks = asksIn(reading)
  return questions.flatMap((question) => {
    const ask = asks.get(question.id)
    if (!('options' in question) || !ask || !('statement' in ask) || ask.statement === undefined) return []
    const { statement } = ask
    return question.options.map(({ text }) => fill(statement, text))
  })
}

/** Whether the slip, with a word on either side, stands so in the article. */
function isTheArticles({ text, start, end }: Slip, article: string): boolean {
  const from = text.lastIndexOf(' ', Math.max(0, start - 2)) + 1
  const space = text.indexOf(' ', end + 1)
  return article.includes(text.slice(from, space < 0 ? end : space))
}

async function slipsIn(
  runs: readonly TextRun[],
  what: string,
  textsOf: (run: TextRun) => readonly string[],
  read: Proofreader,
): Promise<string[]> {
  let texts = 0
  const found: { readonly file: string; readonly slip: Slip; readonly isOwn: boolean }[] = []
  for (const run of runs)
    for (const text of new Set(textsOf(run))) {
      texts++
      for (const slip of await read(text))
        found.push({ file: run.file, slip, isOwn: !isTheArticles(slip, run.reading.text) })
    }
  const own = found.filter(({ isOwn }) => isOwn)
  return [
    `${found.length} slips in ${texts} ${what} (${percent(found.length, texts)}), ${own.length} of them not in the article's own words`,
    ...found.map(
      ({ file, slip, isOwn }) =>
        `  ${file}: ${slip.sort}${isOwn ? '' : " (the article's words)"}, '${slip.text.slice(slip.start, slip.end)}': ${slip.says} In: ${slip.text}`,
    ),
  ]
}

/** What a grammar checker finds in stems, and in statements with each option filled in. */
export async function printGrammar(runs: readonly TextRun[]): Promise<string[]> {
  const read = await createProofreader()
  const sorts = (counted: boolean): string =>
    Object.entries(COUNTED)
      .filter(([, isCounted]) => isCounted === counted)
      .map(([sort]) => sort)
      .join(', ')
  return [
    ...(await slipsIn(
      runs,
      'stems and true statements',
      ({ questions }) => questions.flatMap(stemsOf),
      read,
    )),
    ...(await slipsIn(runs, 'statements with an option filled in', statementsOf, read)),
    `Counted: ${sorts(true)}. Not counted: ${sorts(false)}.`,
  ]
}
