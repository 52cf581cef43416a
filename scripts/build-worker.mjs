// Runs after `next build` and seal-pages.mjs: bundles the worker that serves the app without a network, with a list of what
// it keeps from the start: the whole program, the faces of Latin, and the two pages that are the same for everyone. It is
// written among the build's own files, so that two builds of a clone keep apart; next.config.js serves it as /worker.js.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.resolve(root, process.argv[2] ?? (process.env.NEXT_DIST_DIR || '.next'))

/** Faces for other scripts are fetched when they are needed. */
const KEPT = /\.(?:js|css)$|-latin-(?:wght|opsz)-(?:normal|italic)\.[^.]+\.woff2$/

/** The address of a page drawn by the build, and its file. */
const PAGES = [
  ['/quiz/kept', 'quiz.html'],
  ['/offline', 'offline.html'],
]

/** @param {string} folder */
const listFiles = (folder) =>
  fs.readdirSync(path.join(dist, 'static', folder)).map((name) => `static/${folder}/${name}`)

const program = ['chunks', 'media']
  .flatMap(listFiles)
  .filter((file) => KEPT.test(file))
  // Its name says what is in it.
  .map((file) => ({ url: `/_next/${file}`, revision: null }))
const pages = PAGES.map(([url, file]) => {
  const html = fs.readFileSync(path.join(dist, 'server/app', String(file)))
  return { url, revision: createHash('sha256').update(html).digest('hex').slice(0, 16) }
})
if (program.length === 0) throw new Error(`${dist} holds no program to keep`)

await build({
  entryPoints: [path.join(root, 'ui/offline/worker.ts')],
  outfile: path.join(dist, 'static/worker.js'),
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome111', 'edge111', 'firefox111', 'safari16.4'],
  define: { PRECACHED: JSON.stringify([...program, ...pages]), 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
})
console.log(`Built the worker: it keeps ${program.length} files and ${pages.length} pages.`)
