import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { hashesOf, sealPages } from '../../scripts/seal-pages.mjs'

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true })
})

/** A build folder as Next leaves it, with one page at /quiz that /quiz/:attempt leads to. */
function build(manifest: object = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-seal-'))
  folders.push(folder)
  fs.mkdirSync(path.join(folder, 'server/app'), { recursive: true })
  fs.writeFileSync(
    path.join(folder, 'server/app/quiz.html'),
    '<script>one()</script><script src="/a.js"></script>',
  )
  const routes = {
    version: 3,
    headers: [
      { source: '/:path*', regex: '^(?:/.*)?$', headers: [{ key: 'Content-Security-Policy', value: 'x' }] },
    ],
    rewrites: {
      beforeFiles: [],
      afterFiles: [{ source: '/quiz/:attempt', destination: '/quiz', regex: '^/quiz/([^/]+?)$' }],
      fallback: [],
    },
    ...manifest,
  }
  fs.writeFileSync(path.join(folder, 'routes-manifest.json'), JSON.stringify(routes))
  fs.writeFileSync(
    path.join(folder, 'prerender-manifest.json'),
    JSON.stringify({ routes: { '/quiz': {}, '/icon.svg': {} } }),
  )
  return folder
}
const headersOf = (folder: string) =>
  JSON.parse(fs.readFileSync(path.join(folder, 'routes-manifest.json'), 'utf8')).headers

describe('sealing the pages of a build', () => {
  it('allows the inline scripts of a page and no other, at every address that leads to it', () => {
    const folder = build()
    expect(sealPages(folder)).toEqual(['/quiz', '/quiz/:attempt'])
    const [, ...rules] = headersOf(folder)
    for (const rule of rules) {
      const policy: string = rule.headers[0].value
      expect(policy).toContain(`script-src 'self' ${hashOf('one()')};`)
      expect(policy).not.toContain(hashOf('two()'))
      expect(policy).not.toContain('unsafe')
    }
    expect(rules.map(({ regex }: { regex: string }) => new RegExp(regex).test('/quiz/abc'))).toEqual([
      false,
      true,
    ])
  })

  it('changes nothing when it is done again', () => {
    const folder = build()
    sealPages(folder)
    const once = headersOf(folder)
    sealPages(folder)
    expect(headersOf(folder)).toEqual(once)
  })

  it('takes back what it allowed before when the page has changed', () => {
    const folder = build()
    sealPages(folder)
    fs.writeFileSync(path.join(folder, 'server/app/quiz.html'), '<script>two()</script>')
    sealPages(folder)
    const text = JSON.stringify(headersOf(folder))
    expect(text).toContain(hashOf('two()'))
    expect(text).not.toContain(hashOf('one()'))
  })

  it('refuses a build of another shape', () => {
    expect(() => sealPages(build({ version: 4 }))).toThrow('not of the shape')
  })

  it('hashes each inline script once, as it stands, and none that is fetched', () => {
    const html =
      '<script>a</script><script id="x">b\n</script><script>a</script><script async="" src="/c.js"></script>'
    expect(hashesOf(html)).toEqual([hashOf('a'), hashOf('b\n')])
  })
})
