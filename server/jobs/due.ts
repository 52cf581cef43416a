/** SQL: whether a row of graphile_worker.jobs is due now; one whose tries are used up never is. */
export const IS_DUE = 'attempts < max_attempts AND run_at <= now()'
