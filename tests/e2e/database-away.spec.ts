import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { findFreePort } from '../../server/postgres/server.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The app by itself, with a database at an address where nobody listens; returns where it is and how to stop it. */
async function startWithoutDatabase(): Promise<{ address: string; stop: () => void }> {
  const port = await findFreePort()
  const address = `http://127.0.0.1:${port}`
  const nothing = 'postgresql://nobody@127.0.0.1:9/none'
  const words = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)]
  const app = spawn(process.execPath, words, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: nothing,
      DATABASE_DIRECT_URL: nothing,
      BELLWETHER_SECRET: 'a secret of thirty-two characters or more',
    },
    stdio: 'ignore',
  })
  await expect(async () => void (await fetch(`${address}/icon.svg`))).toPass({ timeout: 30_000 })
  return { address, stop: () => app.kill() }
}

test('with the database away a page says so in words, tells nothing of what broke, and leads on', async ({
  page,
}) => {
  const { address, stop } = await startWithoutDatabase()
  try {
    for (const place of ['/', '/articles/any', '/articles/any/quiz', '/library']) {
      const reply = await page.goto(`${address}${place}`)
      expect(reply?.status(), place).toBe(500)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be drawn')
      await expect(page.getByText('Your answers are kept. Try again in a moment.')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Front page' })).toHaveAttribute('href', '/')
      expect(await page.content()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1:9|postgres|pool/i)
    }
    const again = page.waitForRequest(`${address}/library`)
    await page.getByRole('button', { name: 'Try again' }).click()
    await again
    const started = await page.request.post(`${address}/api/attempts`, {
      headers: { origin: address },
      data: { set: crypto.randomUUID(), mode: 'practice', key: crypto.randomUUID() },
    })
    expect(started.status()).toBe(503)
    expect(started.headers()['retry-after']).toBe('2')
  } finally {
    stop()
  }
})
