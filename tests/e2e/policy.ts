import type { Page } from '@playwright/test'

/** Collects what the browser reports as blocked by a page's policy; call it before the page is opened, and its result to read them. */
export async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  const found: string[] = []
  await page.exposeFunction('tellViolation', (text: string) => found.push(text))
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, sample }) => {
        const tell = (window as unknown as { tellViolation: (text: string) => void }).tellViolation
        tell(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`)
      },
    )
  })
  return async () => {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
    return found
  }
}
