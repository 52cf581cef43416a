import { gzipSync } from 'node:zlib'
import { watchPolicy } from './policy.ts'
import { begin, expect, firstQuiz, test } from './reader.ts'

/** A trivial page of this Next is 135 KB of gzipped JavaScript; the quiz page may have 1.15 times that. */
const BARE_PAGE_BYTES = 135_000
const MOST = 1.15

/** Addresses of a page drawn on request, one drawn by the build, and one that leads nowhere. */
const DRAWN = [
  '/',
  '/quiz/00000000-0000-4000-8000-000000000000',
  '/nowhere',
  '/articles/nothing',
  '/me',
  '/library',
  '/sign-in',
  '/sign-up',
]

for (const address of DRAWN) {
  test(`${address}: an inline script that is planted does not run`, async ({ page, complaints }) => {
    const violations = await watchPolicy(page)
    await page.route(address, async (route) => {
      const reply = await route.fetch()
      const body = (await reply.text()).replace('</body>', '<script>window.planted = true</script></body>')
      await route.fulfill({ response: reply, body })
    })
    await page.goto(address)
    expect(await page.evaluate(() => 'planted' in window)).toBe(false)
    expect((await violations()).join()).toContain('script-src-elem inline')
    complaints.length = 0
  })

  test(`${address}: carries every header`, async ({ page }) => {
    const headers = (await page.request.get(address)).headers()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).not.toContain('unsafe')
    // One policy: two would both have to be met.
    expect(policy.match(/default-src/g)).toHaveLength(1)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
  })
}

test('personal pages and data are kept by nobody', async ({ page }) => {
  const id = await begin(page, await firstQuiz(page))
  for (const address of ['/', '/me', `/api/attempts/${id}`, '/api/attempts/none']) {
    const headers = (await page.request.get(address)).headers()
    expect(headers['cache-control'], address).toContain('no-store')
  }
  const data = (await page.request.get(`/api/attempts/${id}`)).headers()
  expect(data['content-security-policy']).toContain('sandbox')
  expect(data['content-security-policy']?.match(/default-src/g)).toHaveLength(1)
})

test('browsers are told to stay on https where a proxy speaks it', async ({ page }) => {
  // What a page says holds for the whole host, the data included.
  for (const address of ['/', '/me', '/quiz/00000000-0000-4000-8000-000000000000']) {
    const headers = (await page.request.get(address, { headers: { 'x-forwarded-proto': 'https' } })).headers()
    expect(headers['strict-transport-security'], address).toMatch(/^max-age=\d{8}/)
  }
})

test('the quiz page is light, and holds neither the engine nor a key', async ({ page }) => {
  const quiz = await firstQuiz(page)
  await page.goto(quiz)
  const scripts = new Map<string, Buffer>()
  const documents: string[] = []
  const reads: Promise<unknown>[] = []
  page.on('response', (response) => {
    const sort = response.request().resourceType()
    if (sort === 'script') reads.push(response.body().then((body) => scripts.set(response.url(), body)))
    else
      reads.push(
        response.text().then(
          (text) => documents.push(text),
          () => {},
        ),
      )
  })
  await page.getByRole('button', { name: /^Start/ }).click()
  await page.locator('#stem').waitFor()
  await page.waitForLoadState('networkidle')
  await Promise.all(reads)

  const bytes = [...scripts.values()].reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)
  console.log(
    `JavaScript of the quiz page: ${bytes} bytes gzipped, ${(bytes / BARE_PAGE_BYTES).toFixed(3)} of a bare page`,
  )
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThanOrEqual(BARE_PAGE_BYTES * MOST)
  const program = [...scripts.values()].map((body) => body.toString('utf8')).join('\n')
  expect(program).not.toMatch(/wink/i)
  // Words that only a reply with feedback has; before an answer, no document or reply may.
  for (const word of ['"explanation"', '"keyId"', '"passages"', '"correction"', '"accepts"'])
    expect(documents.join('\n')).not.toContain(word)
})
