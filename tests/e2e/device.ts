import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { Line } from '../support/line.ts'

/** Waits until the page can be opened without a network. */
export async function ready(page: Page): Promise<void> {
  const isControlled = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null
    })
  await expect.poll(isControlled, { timeout: 30_000 }).toBe(true)
}

/** What this browser keeps: rows of its database, and addresses in the caches that are not the same for everyone. */
export const held = (page: Page) =>
  page.evaluate(async () => {
    // To open one that is not there would make an empty one.
    const isThere = (await indexedDB.databases()).some(({ name }) => name === 'bellwether')
    if (!isThere) return []
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bellwether')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const rows: string[] = []
    for (const name of database.objectStoreNames)
      rows.push(
        ...(await new Promise<string[]>((resolve) => {
          const request = database.transaction(name).objectStore(name).getAll()
          request.onsuccess = () => resolve(request.result.map((row) => `${name} ${JSON.stringify(row)}`))
        })),
      )
    database.close()
    const own = (await caches.keys()).filter((name) => !name.includes('precache'))
    const pages = await Promise.all(
      own.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    )
    const kept = Object.keys(localStorage).filter((key) => key.startsWith('bellwether.outbox'))
    return [...rows, ...pages.flat(), ...kept]
  })

/** Takes the network away from a browser, its worker included. A page loaded after that may not be told so by the browser. */
export async function goOffline(context: BrowserContext, line: Line): Promise<void> {
  line.cut()
  await context.setOffline(true)
}

/** Gives it back. */
export async function goOnline(context: BrowserContext, line: Line): Promise<void> {
  line.mend()
  await context.setOffline(false)
}

/** Answers of an attempt that wait in this browser, whatever part of it keeps them. */
export const waitingFor = async (page: Page, attempt: string): Promise<string[]> =>
  (await held(page)).filter(
    (row) => (row.startsWith('waiting ') && row.includes(attempt)) || row === `bellwether.outbox.${attempt}`,
  )
