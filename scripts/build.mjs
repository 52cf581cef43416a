// `npm run build`: all that `npm start` makes before it starts anything, for images and for machines that get a finished
// tree. With BELLWETHER_STANDALONE=1 Next's small server of this build stands at server.js, and the launcher serves by it.
import { installDependencies, loadTypeScript, requireNode, root } from './install.mjs'

requireNode()
process.chdir(root)
installDependencies()
await loadTypeScript()
const { generateClient } = await import('./launcher/prisma.ts')
const { buildApp } = await import('./launcher/build.ts')
try {
  await generateClient()
  await buildApp(console.log)
  console.log('Everything is built.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
