// `npm start`: everything from a fresh clone to a served page. docs/operating.md tells what can be set.
import { installDependencies, loadTypeScript, requireNode, root } from './install.mjs'

requireNode()
process.chdir(root)
installDependencies()
await loadTypeScript()
const { main } = await import('./launcher/main.ts')
await main(process.argv.slice(2))
