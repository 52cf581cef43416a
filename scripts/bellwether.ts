import path from 'node:path'
import process from 'node:process'
import { splitTitle } from '#core'
import { loadLexicon } from '#server/lexicon'
import { COMMANDS } from './bellwether/commands.ts'
import { linesOf, readInput } from './bellwether/input.ts'
import { isKeep, keep } from './bellwether/keep.ts'
import { createPaint } from './bellwether/paint.ts'
import { readSettings, type Settings, USAGE } from './bellwether/settings.ts'
import { endWithReader, UNREADABLE } from './command-line.ts'

/** Reads every file in turn and prints what the command finds in it; a file that cannot be read stops none of the others. */
async function run({ command, files, json, lines, count, seed, date }: Settings): Promise<number> {
  const paint = createPaint(process.stdout, process.env.NO_COLOR)
  const lexicon = loadLexicon(path.resolve(import.meta.dirname, '../content/names'))
  let code = 0
  for (const file of files) {
    const input = await readInput(file)
    if ('problem' in input) {
      process.stderr.write(`bellwether: ${file === '-' ? 'standard input' : file}: ${input.problem}\n`)
      code = UNREADABLE
      continue
    }
    const bodies = lines ? linesOf(input.text).map((body) => ({ body })) : [splitTitle(input.text)]
    for (const body of bodies) {
      const article = date === undefined ? body : { ...body, date }
      const { found, print } = COMMANDS[command].run(article, { count, seed, lexicon })
      if (json) process.stdout.write(`${JSON.stringify({ file, ...found })}\n`)
      else {
        const name =
          ('title' in article ? article.title : undefined) ?? (lines ? found.text.slice(0, 70) : file)
        process.stdout.write(`\n  ${paint.bold(name)}\n\n${print(paint).join('\n')}\n`)
      }
    }
  }
  return code
}

endWithReader()
const args = process.argv.slice(2)
const [command, ...rest] = args
if (isKeep(command)) process.exitCode = await keep(command, rest)
else {
  const settings = readSettings(args)
  if (settings === 'help') process.stdout.write(USAGE)
  else if ('problem' in settings) {
    process.stderr.write(`${settings.problem}\n\n${USAGE}`)
    process.exitCode = UNREADABLE
  } else process.exitCode = await run(settings)
}
