import { channel } from 'node:diagnostics_channel'

/** What became of an answer that was sent to be saved. */
export interface Saved {
  /** 'saved', or the refusal. */
  readonly outcome: string
  readonly isFinal: boolean
}

/** Every answer that the database has decided about is told here, for who counts them. */
export const SAVES = 'bellwether:save'
const saves = channel(SAVES)

/** Tells of one; costs nothing where nobody counts. */
export function tellSave(outcome: string, isFinal: boolean): void {
  if (saves.hasSubscribers) saves.publish({ outcome, isFinal } satisfies Saved)
}
