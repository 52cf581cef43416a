import type { MemoryView } from '#server/reviews/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayCount, sayDay } from '#ui/text/dates.ts'

interface Props {
  readonly memories: readonly MemoryView[]
  readonly bury: Act<unknown>
  readonly suspend: Act<unknown>
  readonly drop: Act<unknown>
}

const standing = ({ isSuspended, isBuried, due, reps }: MemoryView): string => {
  if (isSuspended) return 'set aside'
  const when = isBuried ? 'not before tomorrow' : `due ${sayDay(due, 'short')}`
  return reps === 0 ? `${when}, not asked yet` : `${when}, asked ${sayCount(reps, 'time')}`
}

/** The facts somebody keeps in mind: what each is about, never what it says, for it will be asked. */
export function Memories({ memories, bury, suspend, drop }: Props) {
  return (
    <ul className="sessions">
      {memories.map((memory) => {
        const { fact, label, article, isSuspended, isBuried } = memory
        return (
          <li key={fact}>
            <b>{label}</b>
            <span className="soft">
              {article}; {standing(memory)}
            </span>
            <span className="deeds">
              {!isSuspended && !isBuried && (
                <Press act={bury} sent={{ fact }} label="Not today" about={label} />
              )}
              <Press
                act={suspend}
                sent={{ fact, isSuspended: !isSuspended }}
                label={isSuspended ? 'Take back in' : 'Set aside'}
                about={label}
              />
              <Press act={drop} sent={{ fact }} label="Remove" about={label} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
