import process from 'node:process'

/** Exit code of unreadable input and of arguments that make no sense. */
export const UNREADABLE = 2

/** The lines of a usage about commands, by what each is for. */
export const sayCommands = (purposes: Readonly<Record<string, string>>): string =>
  Object.entries(purposes)
    .map(([name, purpose]) => `  ${name.padEnd(18)}${purpose}`)
    .join('\n')

/** A whole number that a person wrote, or null where it is none from `low` to `high`. */
export const wholeNumber = (text: string, low: number, high: number): number | null =>
  /^\d{1,9}$/.test(text) && Number(text) >= low && Number(text) <= high ? Number(text) : null

/** What `parse` makes of the arguments, or the first line of what it had against them. */
export function parsed<T extends object>(parse: () => T): T | { readonly problem: string } {
  try {
    return parse()
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

/** Ends the command quietly where its reader has seen enough (`| head`): that is no error. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
