import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Makes what is counted in a process, with what Node says of itself. */
function createMeters() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string) => new Gauge({ name: `bellwether_${name}`, help, registers })
  return {
    registry,
    requests: new Histogram({
      name: 'bellwether_http_request_seconds',
      help: 'Requests by the part of the app and the first digit of the status',
      labelNames: ['group', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    saves: new Counter({
      name: 'bellwether_saves_total',
      help: 'Answers sent to be saved, by what became of them',
      labelNames: ['outcome'],
      registers,
    }),
    answers: new Counter({ name: 'bellwether_answers_total', help: 'Answers that are final', registers }),
    signInsRefused: new Counter({
      name: 'bellwether_sign_ins_refused_total',
      help: 'Sign-ins refused, by why',
      labelNames: ['because'],
      registers,
    }),
    jobsWaiting: gauge('jobs_waiting', 'Jobs that are due'),
    jobsFailed: gauge('jobs_failed', 'Jobs whose tries are used up'),
    oldestJob: gauge('jobs_oldest_seconds', 'For how long the oldest of the jobs that are due has been so'),
    connectionsUsed: gauge('db_connections_used', 'Connections of this process in use'),
    connectionsWaiting: gauge(
      'db_connections_waiting',
      'Requests of this process that wait for a connection',
    ),
    isStoreUp: gauge('db_up', '1 while the database answers, else 0'),
    lastBackup: gauge('backup_last_success_timestamp_seconds', 'When the last automatic backup went well'),
  }
}

type Meters = ReturnType<typeof createMeters>

// One set in a process, however many copies of this module a bundler makes.
const place = Symbol.for('bellwether.meters')
const shared = globalThis as typeof globalThis & { [place]?: Meters }

/** What is counted in this process, made when it is first asked for. */
export function meters(): Meters {
  shared[place] ??= createMeters()
  return shared[place]
}
