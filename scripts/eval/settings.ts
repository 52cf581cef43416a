import { parseArgs } from 'node:util'
import { parsed, wholeNumber } from '../command-line.ts'
import { isMeasure, MEASURES, type Measure } from './quantities/newsquant.ts'

/** What the command line asks for. */
export type Settings =
  | {
      readonly deed: 'measure'
      readonly folder: string
      readonly count: number
      readonly seed: number
      readonly html?: string
      readonly judge?: string
      /** How many questions of each origin go to the judges. */
      readonly items: number
      /** Files of rival questions. */
      readonly rivals: readonly string[]
    }
  | { readonly deed: 'tally'; readonly key: string; readonly answers: readonly string[] }
  | {
      readonly deed: 'quantities'
      readonly file: string
      readonly folds: number
      readonly errors?: Measure
    }

/** The usage, as printed for --help and after a mistake. */
export const USAGE = `Usage
  npm run -s eval -- FOLDER [options]                   measure the engine on the texts of a folder
  npm run -s eval -- --tally --key FILE ANSWERS.tsv...  what judges said of the sheets
  npm run -s eval -- --quantities FILE [options]        score the reading of figures (NewsQuant's form)

Measuring
  --count 10        how many questions to make of each text
  --seed 1          the same seed makes the same questions
  --html FILE       also write a page of the questions beside their passages
  --judge FOLDER    also write blind sheets for judges into FOLDER, and their key beside it as FOLDER.key.json
  --items 60        how many questions of each origin the sheets hold
  --with FILE       mix in rival questions, one JSON object a line: file, stem, kind, options, answer; may be repeated

Quantities
  --folds 5         also score so many parts of the file, each by itself
  --errors MEASURE  print what was wrong by one of: ${Object.keys(MEASURES).join(', ')}
`

type Problem = { readonly problem: string }
type Values = ReturnType<typeof parse>['values']

function measuring(values: Values, positionals: readonly string[]): Settings | Problem {
  const [folder, ...more] = positionals
  if (folder === undefined) return { problem: 'Which folder?' }
  if (more.length > 0) return { problem: `One folder at a time, not also '${more[0]}'.` }
  const count = wholeNumber(values.count, 1, 1000)
  if (count === null) return { problem: `--count is a whole number from 1 to 1000, not '${values.count}'.` }
  const seed = wholeNumber(values.seed, 0, 999_999_999)
  if (seed === null) return { problem: `--seed is a whole number, not '${values.seed}'.` }
  const items = wholeNumber(values.items, 1, 10_000)
  if (items === null) return { problem: `--items is a whole number from 1, not '${values.items}'.` }
  const { html, judge, with: rivals } = values
  if (judge === undefined && rivals.length > 0) return { problem: '--with goes with --judge.' }
  return {
    deed: 'measure',
    folder,
    count,
    seed,
    items,
    rivals,
    ...(html === undefined ? {} : { html }),
    ...(judge === undefined ? {} : { judge }),
  }
}

function tallying({ key }: Values, answers: readonly string[]): Settings | Problem {
  if (key === undefined) return { problem: 'Which key? --key FILE is what --judge wrote beside its folder.' }
  if (answers.length === 0) return { problem: 'Which answers? One TSV file a judge.' }
  return { deed: 'tally', key, answers }
}

function scoring({ quantities: file = '', folds: said, errors }: Values): Settings | Problem {
  const folds = wholeNumber(said, 1, 100)
  if (folds === null) return { problem: `--folds is a whole number from 1 to 100, not '${said}'.` }
  if (errors === undefined) return { deed: 'quantities', file, folds }
  if (!isMeasure(errors)) return { problem: `There is no measure '${errors}'.` }
  return { deed: 'quantities', file, folds, errors }
}

/** Reads the arguments: settings, 'help' when that was asked for, or in a sentence what is wrong with them. */
export function readSettings(args: readonly string[]): Settings | 'help' | Problem {
  const said = parsed(() => parse(args))
  if ('problem' in said) return said
  const { values, positionals } = said
  if (values.help) return 'help'
  if (values.tally) return tallying(values, positionals)
  return values.quantities === undefined ? measuring(values, positionals) : scoring(values)
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      html: { type: 'string' },
      judge: { type: 'string' },
      items: { type: 'string', default: '60' },
      with: { type: 'string', multiple: true, default: [] as string[] },
      tally: { type: 'boolean', default: false },
      key: { type: 'string' },
      quantities: { type: 'string' },
      folds: { type: 'string', default: '1' },
      errors: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
