import { listJournals, ownerInJournal, readJournal, strikeFromJournal } from './journal.ts'
import { addWaiting, getQuiz } from './store.ts'

/** Moves what was on its way into the database when its page was closed. What is of nobody known waits for its quiz to be opened. */
export async function collectJournals(): Promise<void> {
  for (const attempt of listJournals()) {
    const owner = ownerInJournal(attempt) ?? (await getQuiz(attempt))?.owner
    if (owner === undefined) continue
    for (const body of readJournal(attempt)) {
      await addWaiting({ key: body.key, attempt, owner, body })
      strikeFromJournal(attempt, body.key)
    }
  }
}
