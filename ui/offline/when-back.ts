/** What the browser calls its worker with once there is a network, also when no page is open. */
export const WAITING_TAG = 'bellwether-waiting'

interface SyncManager {
  register(tag: string): Promise<void>
}

/** Has the browser send what waits as soon as there is a network, where it can; elsewhere the next page of the app does. */
export async function sendWhenBack(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  if (registration?.active && 'sync' in registration)
    await (registration.sync as SyncManager).register(WAITING_TAG).catch(() => {})
}
