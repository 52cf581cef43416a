// Runs after `next build`: gives every page that the build has drawn a content security policy that allows just the
// inline scripts that stand in it, by their hashes. Next serves such pages as they are, so no nonce can be put on them.
// The rules go where `next start` reads the headers of the program: routes-manifest.json. Running it again changes
// nothing. A page that is not sealed keeps the policy of next.config.js, which allows no inline script at all.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { pagePolicy } from '../page-policy.js'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g
const POLICY = 'Content-Security-Policy'

/**
 * The hash sources of a page's inline scripts, each once.
 * @param {string} html
 */
export const hashesOf = (html) => [
  ...new Set(
    [...html.matchAll(INLINE_SCRIPT)]
      .map(([, script = '']) => createHash('sha256').update(script).digest('base64'))
      .map((hash) => `'sha256-${hash}'`),
  ),
]

/**
 * Seals the pages under a build folder; returns the addresses it has sealed. Throws when the build does not look as it
 * should, because a page left unsealed would stand still.
 * @param {string} distFolder
 */
export function sealPages(distFolder) {
  const file = path.join(distFolder, 'routes-manifest.json')
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'))
  const drawn = JSON.parse(fs.readFileSync(path.join(distFolder, 'prerender-manifest.json'), 'utf8'))
  if (manifest.version !== 3 || !Array.isArray(manifest.headers))
    throw new Error(`${file} is not of the shape this was written for (Next 16, version 3).`)

  /** @type {{ source: string, destination: string, regex: string }[]} */
  const rewrites = [manifest.rewrites]
    .flat()
    .flatMap((each) => [
      ...(each.beforeFiles ?? []),
      ...(each.afterFiles ?? []),
      ...(each.fallback ?? []),
      ...(each.source ? [each] : []),
    ])
  const rules = Object.keys(drawn.routes).flatMap((route) => {
    const html = path.join(distFolder, 'server/app', `${route === '/' ? 'index' : route}.html`)
    if (!fs.existsSync(html)) return []
    const headers = [{ key: POLICY, value: pagePolicy(hashesOf(fs.readFileSync(html, 'utf8'))) }]
    const own = { source: route, regex: `^${route.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/)?$`, headers }
    const others = rewrites
      .filter(({ destination }) => destination === route)
      .map(({ source, regex }) => ({ source, regex, headers }))
    return [own, ...others]
  })
  const sealed = new Set(rules.map(({ source }) => source))
  const isOurs = (/** @type {{ source: string, headers: { key: string }[] }} */ { source, headers }) =>
    sealed.has(source) && headers.length === 1 && headers[0]?.key === POLICY
  // The last rule that matches wins, so ours stand at the end.
  manifest.headers = [...manifest.headers.filter((/** @type {any} */ rule) => !isOurs(rule)), ...rules]
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, JSON.stringify(manifest))
  fs.renameSync(draft, file)
  return [...sealed]
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const folder = process.argv[2] ?? (process.env.NEXT_DIST_DIR || '.next')
  const sealed = sealPages(path.resolve(import.meta.dirname, '..', folder))
  console.log(`Sealed ${sealed.join(', ')}.`)
}
