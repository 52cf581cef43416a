// `npm run audit`: asks the registry whether a package in use is known to be at fault. Needs the network, so no test does it.
import { spawnSync } from 'node:child_process'
import { root } from './launcher/prisma.ts'

const { status, stdout, stderr } = spawnSync(
  'npm',
  ['audit', '--omit', 'dev', '--audit-level', 'moderate', '--loglevel', 'error'],
  {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  },
)
const isUnanswered = /audit endpoint returned an error|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/.test(
  stderr,
)
if (isUnanswered) {
  console.error(
    'The package registry in use answers no audits, so nothing is known about faults. Run this where npm’s own registry can be reached, or give the file that `npm run sbom` writes to a scanner.',
  )
  process.exitCode = 2
} else {
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = status ?? 1
}
