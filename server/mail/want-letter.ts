import type pg from 'pg'
import { addJob } from '../jobs/add.ts'
import { mailSettings } from './settings.ts'
import type { Wanted } from './wanted.ts'

/** Has a letter written and sent once the transaction is committed. Does nothing where mail is not set up. */
export async function wantLetter(store: Pick<pg.ClientBase, 'query'>, letter: Wanted): Promise<void> {
  if (mailSettings() !== null) await addJob(store, 'send-letter', letter)
}
