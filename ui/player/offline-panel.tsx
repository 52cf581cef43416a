import { useState } from 'react'
import type { AttemptView } from '#server/attempts/view'
import { Modal } from '#ui/frame/modal.tsx'
import { fetchPack, NOT_KEPT } from '#ui/offline/fetch-pack.ts'
import { mayWorkOffline } from '#ui/offline/may-work-offline.ts'
import type { Session } from './session.ts'

interface Props {
  readonly session: Session
  readonly attempt: AttemptView
  readonly hasPack: boolean
  readonly onClose: () => void
}

/** What of this quiz works without a network, and, in practice, the offer to take its answers along. */
export function OfflinePanel({ session, attempt, hasPack, onClose }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const take = async () => {
    if (isBusy) return
    setBusy(true)
    const pack = await fetchPack(attempt.id)
    if (typeof pack === 'string') setProblem(pack)
    else await session.takePack(pack).catch(() => setProblem(NOT_KEPT))
    setBusy(false)
  }
  return (
    <Modal title="Without a network" onClose={onClose}>
      {mayWorkOffline() ? (
        <p>
          This quiz is kept on this device. You can go on, close it and open it again without a network; your
          answers wait here and are sent when it is back.
        </p>
      ) : (
        <p>
          Answers you give while the network is away wait on this device and are sent when it is back. To open
          the quiz without a network, your browser wants an address with https.
        </p>
      )}
      {attempt.mode === 'test' ? (
        <p className="soft">The answers of a test stay on the server until it has been handed in.</p>
      ) : hasPack ? (
        <p role="status">Its answers are on this device too: each of yours is checked at once.</p>
      ) : (
        <>
          <p>
            The right answers are not on this device: how it went you see when the network is back. You may
            take them along. This quiz then moves your daily review and counts in no score.
          </p>
          <p className="actions">
            <button type="button" className="button" aria-disabled={isBusy} onClick={take}>
              {isBusy ? 'One moment' : 'Take the answers along'}
            </button>
          </p>
        </>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <p>
        <a href="/offline">What is kept on this device</a>
      </p>
    </Modal>
  )
}
