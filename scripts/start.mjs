// `npm start`: everything from a fresh clone to a served page. docs/operating.md tells what can be set.
import { installDependencies, loadTypeScript, requireNode, root } from './install.mjs'

// Until the launcher can stop in good order there is nothing to stop.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const leave = () => process.exit(0)
for (const signal of signals) process.on(signal, leave)

requireNode()
process.chdir(root)
installDependencies()
await loadTypeScript()
const { main } = await import('./launcher/main.ts')
for (const signal of signals) process.off(signal, leave)
await main(process.argv.slice(2))
