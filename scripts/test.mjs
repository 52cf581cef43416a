// `npm test`: everything from a fresh clone to one line that says how many passed. `npm run check` is the quick part
// of it (types, lint, house, unit tests).
import { installDependencies, loadTypeScript, requireNode, root } from './install.mjs'

requireNode()
process.chdir(root)
installDependencies()
await loadTypeScript()
const { runChecks } = await import('./checks/run-checks.ts')
await runChecks(process.argv.slice(2))
