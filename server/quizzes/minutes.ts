/** Seconds a question takes with its feedback, as a rule of thumb. */
const SECONDS = 30

/** About how many minutes a quiz takes; at least one. */
export const minutesFor = (questions: number): number => Math.max(1, Math.round((questions * SECONDS) / 60))

/** As many questions as that takes; null where no time is set. */
export const questionsIn = (minutes: number | null): number | null =>
  minutes === null ? null : Math.round((minutes * 60) / SECONDS)
