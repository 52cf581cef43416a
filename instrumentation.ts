/** Runs once when a server starts, before its first request. */
export async function register(): Promise<void> {
  // In this form what is only for Node stays out of what Next builds for elsewhere.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { atStart } = await import('#server/at-start')
    await atStart()
  }
}
