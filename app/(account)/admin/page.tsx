import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { getState } from '#server/health/state'
import { Backups } from '#ui/admin/backups.tsx'
import { FailedJobs } from '#ui/admin/failed-jobs.tsx'
import { Figures, saySize } from '#ui/admin/figures.tsx'
import { sayCount, sayMoment } from '#ui/text/dates.ts'
import { giveUpJob, retryJob } from './actions.ts'

export const metadata: Metadata = { title: 'How it runs', robots: { index: false } }

/** For admins: jobs, imports, flags, storage, backups, versions and what went wrong. */
export default async function AdminPage() {
  const state = await getState(await enter('see-how-it-runs'))
  return (
    <div className="frame account">
      <header>
        <h1>How it runs</h1>
        <p>
          <a href="/people">People</a> · <a href="/people/audit">Audit trail</a> ·{' '}
          <a href="/flags">{sayCount(state.openFlags, 'flagged question')} open</a>
        </p>
      </header>
      <section aria-labelledby="backups">
        <h2 id="backups">Backups</h2>
        <Backups last={state.lastBackup} failed={state.failedBackup} folder={state.backupsFolder} />
      </section>
      <section aria-labelledby="jobs">
        <h2 id="jobs">Jobs</h2>
        <p>{sayCount(state.waiting, 'job')} due now.</p>
        <FailedJobs jobs={state.failedJobs} retry={retryJob} giveUp={giveUpJob} />
      </section>
      <section aria-labelledby="imports">
        <h2 id="imports">Articles brought in</h2>
        <p>{state.importsUnderWay} under way. Of the last seven days, these came to nothing:</p>
        {state.importsFailed.length === 0 ? (
          <p className="soft">None.</p>
        ) : (
          <Figures lines={state.importsFailed.map(({ why, count }) => [why, count] as const)} />
        )}
      </section>
      <section aria-labelledby="storage">
        <h2 id="storage">Storage</h2>
        <Figures
          lines={[
            ['Database', saySize(state.databaseBytes)],
            ...state.tables.map(({ table, bytes }) => [`Table ${table}`, saySize(bytes)] as const),
            ['Data folder', state.dataFolder],
            ['Free there', state.freeBytes === null ? 'not known' : saySize(state.freeBytes)],
          ]}
        />
      </section>
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <Figures lines={state.versions.map(({ what, version }) => [what, version] as const)} />
      </section>
      <section aria-labelledby="failures">
        <h2 id="failures">What went wrong</h2>
        {state.failures.length === 0 ? (
          <p>Nothing has.</p>
        ) : (
          <ul className="sessions">
            {state.failures.map(({ deed, name, code, place, times, lastAt }) => (
              <li key={`${deed} ${name} ${code} ${place}`}>
                <b>{deed}</b>
                <span>
                  {name}
                  {code !== null && ` ${code}`}, {sayCount(times, 'time')}, last {sayMoment(lastAt)}
                </span>
                {place !== null && <small className="soft">{place}</small>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
