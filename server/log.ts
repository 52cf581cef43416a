/**
 * Notes a failure of ours: what was being done, the error's name, code and place in the code. Never its message,
 * which may hold what someone wrote, and never the request.
 */
export function logFailure(deed: string, error: unknown): void {
  const { name, code, places } = describe(error)
  console.error(JSON.stringify({ level: 'error', deed, name, code, places }))
}

function describe(error: unknown): { name: string; code: string | undefined; places: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, places: [] }
  const { code } = error as Error & { code?: unknown }
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return { name: error.name, code: typeof code === 'string' ? code : undefined, places }
}
