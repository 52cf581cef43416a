import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { loadLexicon } from '#server/lexicon'
import { endWithReader } from './command-line.ts'
import { pageOf } from './eval/html/page.ts'
import { type Judge, readAnswers } from './eval/judge/answers.ts'
import { keySchema } from './eval/judge/item.ts'
import { printTally } from './eval/judge/print-tally.ts'
import { writeSheets } from './eval/judge/write-sheets.ts'
import { rowsSchema } from './eval/quantities/newsquant.ts'
import { printErrors, printScores } from './eval/quantities/print-scores.ts'
import { reportOn } from './eval/report.ts'
import { runText } from './eval/run-text.ts'
import { readSettings, type Settings, USAGE } from './eval/settings.ts'
import { readTexts } from './eval/texts.ts'

/** Exit code of unreadable input and of arguments that make no sense. */
const UNREADABLE = 2

type Problem = { readonly problem: string }
type Deed = Settings['deed']

const say = (lines: Iterable<string>): void => {
  for (const line of lines) process.stdout.write(`${line}\n`)
}

async function measure(settings: Extract<Settings, { deed: 'measure' }>): Promise<Problem | undefined> {
  const { folder, count, seed, html, judge, items, rivals } = settings
  const lexicon = loadLexicon(path.resolve(import.meta.dirname, '../content/names'))
  const texts = readTexts(folder)
  if (texts.length === 0) return { problem: `${folder} holds no texts` }
  // The first pass warms up; only the second is timed.
  for (const text of texts) runText(text, lexicon, { count, seed })
  const runs = texts.map((text) => runText(text, lexicon, { count, seed }))
  if (html !== undefined) writeFileSync(html, pageOf(runs))
  if (judge !== undefined) {
    const written = writeSheets(runs, { folder: judge, rivals, items, seed })
    if (typeof written !== 'string') return written
    say([written])
  }
  for await (const line of reportOn(runs)) say([line])
  return undefined
}

function tally({ key, answers }: Extract<Settings, { deed: 'tally' }>): Problem | undefined {
  const { items } = keySchema.parse(JSON.parse(readFileSync(key, 'utf8')))
  const judges: Judge[] = []
  for (const file of answers) {
    const judge = readAnswers(readFileSync(file, 'utf8'), path.basename(file, path.extname(file)))
    if ('problem' in judge) return judge
    judges.push(judge)
  }
  say(printTally(items, judges))
  return undefined
}

function quantities({ file, folds, errors }: Extract<Settings, { deed: 'quantities' }>): undefined {
  const rows = rowsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  say(printScores(rows, folds))
  if (errors !== undefined) say(['', ...printErrors(rows, errors)])
}

/** What can be asked for, and what is done; a problem it gives back is told in one line. */
const DEEDS: {
  readonly [D in Deed]: (
    settings: Extract<Settings, { deed: D }>,
  ) => Promise<Problem | undefined> | Problem | undefined
} = { measure, tally, quantities }

const carryOut = <D extends Deed>(settings: Extract<Settings, { deed: D }>) =>
  DEEDS[settings.deed as D](settings)

/** A file that cannot be read or is of another form is the caller's mistake, told in a line; anything else is ours. */
function problemOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return `a file is not of the form it should have: ${z.prettifyError(error)}`
  if (error instanceof SyntaxError) return `a file is no JSON: ${error.message}`
  if (error instanceof Error && 'code' in error && 'path' in error) return error.message
  throw error
}

endWithReader()
const settings = readSettings(process.argv.slice(2))
if (settings === 'help') process.stdout.write(USAGE)
else if ('problem' in settings) {
  process.stderr.write(`${settings.problem}\n\n${USAGE}`)
  process.exitCode = UNREADABLE
} else {
  const problem = await (async () => carryOut(settings))().catch((error: unknown) => ({
    problem: problemOf(error),
  }))
  if (problem) {
    process.stderr.write(`eval: ${problem.problem}\n`)
    process.exitCode = UNREADABLE
  }
}
