import type { DraftView, State } from '#server/desks/view'

const SAID_STATES: { readonly [S in State]: string } = {
  open: 'open',
  approved: 'approved',
  rejected: 'rejected',
}

/** Where a draft stands, in a word. */
export const sayState = ({ state, withdrawn }: DraftView): string =>
  withdrawn === null ? SAID_STATES[state] : 'withdrawn'

interface Props {
  readonly drafts: readonly DraftView[]
  readonly current: string | undefined
  readonly onShow: (id: string) => void
}

/** The drafts of a desk by number, each with what has been decided. */
export const DraftList = ({ drafts, current, onShow }: Props) => (
  <nav aria-label="Drafts">
    <ol className="desk-drafts">
      {drafts.map((draft, i) => (
        <li key={draft.id}>
          <button
            type="button"
            data-state={sayState(draft)}
            aria-current={draft.id === current ? 'step' : undefined}
            onClick={() => onShow(draft.id)}
          >
            {i + 1}
            <span className="unseen">, {sayState(draft)}</span>
          </button>
        </li>
      ))}
    </ol>
  </nav>
)
