import type { Metadata } from 'next'
import { OnThisDevice } from '#ui/offline/on-this-device.tsx'

export const metadata: Metadata = { title: 'On this device', robots: { index: false } }
export const dynamic = 'error'

/** What this browser keeps: drawn by the build, the same for everyone. The worker shows it in place of what needs a network. */
export default function OfflinePage() {
  return (
    <>
      <noscript>
        <p className="frame notice">What is kept on this device can be listed only with JavaScript.</p>
      </noscript>
      <OnThisDevice />
    </>
  )
}
