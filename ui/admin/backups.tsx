import type { BackupView } from '#server/health/view'
import { sayMoment } from '#ui/text/dates.ts'
import { Figures, saySize } from './figures.tsx'

interface Props {
  readonly last: BackupView | null
  readonly failed: BackupView | null
  readonly folder: string | null
}

/** What an admin can do, by the code of the error. */
const WAYS_ON: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: make room, or name another folder in BELLWETHER_BACKUPS.',
  EACCES: 'The folder may not be written to.',
  EROFS: 'The folder may not be written to.',
  ENOENT: 'The folder is not there.',
}

/** How automatic backups go. */
export function Backups({ last, failed, folder }: Props) {
  return (
    <>
      {failed && (
        <p className="problem">
          The backup of {sayMoment(failed.at)} on {failed.node} failed ({failed.failure}).{' '}
          {WAYS_ON[failed.failure ?? ''] ?? 'The log says where.'} It is tried again by itself.
        </p>
      )}
      <Figures
        lines={[
          ['Last that went well', last ? `${sayMoment(last.at)}, ${saySize(last.bytes ?? 0)}` : 'none yet'],
          ...(last ? [['It is in', `${last.file} on ${last.node}`] as const] : []),
          ['This node puts them in', folder ?? 'no folder: they are turned off'],
        ]}
      />
    </>
  )
}
