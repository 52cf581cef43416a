import { parseArgs } from 'node:util'
import { parsed, sayCommands, wholeNumber } from '../command-line.ts'
import { COMMANDS, type Command, isCommand } from './commands.ts'
import { KEEP_USAGE } from './keep.ts'

/** What the command line asks for. */
export interface Settings {
  readonly command: Command
  readonly files: readonly string[]
  readonly json: boolean
  readonly lines: boolean
  readonly count: number
  readonly seed: number
  readonly date?: string
}

/** The usage, as printed for --help and after a mistake. */
export const USAGE = `Usage: npm run -s bellwether -- COMMAND [options] FILE...

Commands
${sayCommands(Object.fromEntries(Object.entries(COMMANDS).map(([name, { purpose }]) => [name, purpose])))}

About everything that is kept
${KEEP_USAGE}

Options
  --json            one compact JSON object for each text, on a line of its own
  --lines           every line of a file is a text of its own, without a title
  --count 10        how many questions to make
  --seed 1          the same seed makes the same questions
  --date YYYY-MM-DD the day the text was published
  --help            this page

FILE is a text file; - is standard input.
`

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Reads the arguments: settings, 'help' when that was asked for, or in a sentence what is wrong with them. */
export function readSettings(args: readonly string[]): Settings | 'help' | { readonly problem: string } {
  const said = parsed(() => parse(args))
  if ('problem' in said) return said
  const { values, positionals } = said
  const [command, ...files] = positionals
  if (values.help) return 'help'
  if (command === undefined) return { problem: 'Which command?' }
  if (!isCommand(command)) return { problem: `There is no command '${command}'.` }
  if (files.length === 0) return { problem: 'Which file? (- is standard input)' }
  const count = wholeNumber(values.count, 1, 1000)
  if (count === null) return { problem: `--count is a whole number from 1 to 1000, not '${values.count}'.` }
  const seed = wholeNumber(values.seed, 0, 999_999_999)
  if (seed === null) return { problem: `--seed is a whole number, not '${values.seed}'.` }
  const { date, json, lines } = values
  if (date !== undefined && !isDay(date)) return { problem: `--date is a day as YYYY-MM-DD, not '${date}'.` }
  return { command, files, json, lines, count, seed, ...(date === undefined ? {} : { date }) }
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      lines: { type: 'boolean', default: false },
      count: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      date: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
