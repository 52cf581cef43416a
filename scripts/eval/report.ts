import { printCoverage } from './measures/coverage.ts'
import { printGrammar } from './measures/grammar.ts'
import { printGuessers } from './measures/guessers.ts'
import { printMeaning } from './measures/meaning.ts'
import { printNearDuplicates } from './measures/near-duplicates.ts'
import { printPlaces } from './measures/places.ts'
import { printRejections } from './measures/rejections.ts'
import { printSpeed } from './measures/speed.ts'
import { printVariety } from './measures/variety.ts'
import { printYield } from './measures/yield.ts'
import { setsOf, type TextRun } from './run-text.ts'
import { seenIn } from './seen.ts'

/** Where chance decides, so many sets are drawn from each text. */
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1)

type Section = (runs: readonly TextRun[]) => string[] | Promise<string[]>

/** What the places of keys and the guessers look at: every text at every seed. */
function printChance(runs: readonly TextRun[]): string[] {
  const sets = runs.flatMap((run) => setsOf(run, SEEDS))
  const seen = seenIn(sets)
  return [...printPlaces(seen), '', ...printGuessers(seen, sets)]
}

/** THE TABLE: what is measured, in the order in which it is printed. */
const SECTIONS: Readonly<Record<string, Section>> = {
  'How many questions': printYield,
  'How varied': printVariety,
  'How much of the article': printCoverage,
  'Cause, consequence and meaning': printMeaning,
  'What the checker keeps out, over all drafts': printRejections,
  [`Where the key stands, and what guessing brings, over ${SEEDS.length} seeds`]: printChance,
  'Nearly the same in one set': printNearDuplicates,
  Grammar: printGrammar,
  Time: printSpeed,
}

/** Every measurement of these texts, section by section as it is done. */
export async function* reportOn(runs: readonly TextRun[]): AsyncGenerator<string> {
  for (const [title, print] of Object.entries(SECTIONS)) {
    yield `\n${title}\n`
    for (const line of await print(runs)) yield line === '' ? '' : `  ${line}`
  }
}
