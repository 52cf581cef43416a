import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from '#server/postgres/server'
import { root } from '../../scripts/launcher/prisma.ts'
import { createDatabase } from '../support/databases.ts'
import { type Image, makeImage } from '../support/dockerfile.ts'

let folder: string
let image: Image
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-image-'))
  fs.chmodSync(folder, 0o755)
  image = makeImage(path.join(root, 'Dockerfile'), folder)
}, 900_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Every file of the image with the time it was written. */
const listFiles = (): string[] =>
  fs
    .readdirSync(image.place('/app'), { recursive: true, withFileTypes: true })
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => `${file} ${fs.lstatSync(file).mtimeMs}`)
    .sort()

test('the image serves, is healthy, writes nothing but its data, and stops in good order', {
  timeout: 300_000,
}, async () => {
  const before = listFiles()
  const environment = {
    DATABASE_URL: await createDatabase(),
    HOST: '127.0.0.1',
    PORT: String(await findFreePort()),
  }
  expect(image.check(environment)).toBe(1)
  const app = image.run(environment)
  let output = ''
  for (const stream of [app.stdout, app.stderr]) stream?.on('data', (chunk) => (output += chunk))
  try {
    await expect.poll(() => output, { timeout: 200_000 }).toContain('Bellwether is at')
    const page = await fetch(`http://127.0.0.1:${environment.PORT}/library`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('href="/articles/')
    expect(image.check(environment)).toBe(0)
    expect(fs.existsSync(image.place('/data/secrets.json'))).toBe(true)
    expect(listFiles()).toEqual(before)
  } finally {
    app.kill('SIGTERM')
  }
  const [code] = await once(app, 'exit')
  expect(code, output).toBe(0)
})

test('the image holds no tests, and nothing that was in the clone by chance', () => {
  expect(fs.readdirSync(image.place('/app'))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:tests|\.git|\.data|docs)$/)]),
  )
  expect(fs.existsSync(image.place('/app/node_modules/vitest'))).toBe(false)
  expect(fs.existsSync(image.place('/app/server.js'))).toBe(true)
})
