import { Modal } from './modal.tsx'

const KEYS = [
  ['1 to 6', 'choose that option, or go to that part'],
  ['Enter', 'check, and go on'],
  ['H', 'show the hint, between two tries'],
  ['S', 'read the article'],
  ['F', 'say that something is wrong'],
  ['?', 'this list'],
] as const

interface Props {
  /** Whether the article may be opened beside the question; in a test it may not. */
  readonly hasSource: boolean
  /** Whether a question may have several tries. */
  readonly hasHint: boolean
  readonly isOn: boolean
  readonly onTurn: (isOn: boolean) => void
  readonly onClose: () => void
}

/** What the keys do, and the switch that turns them off. */
export function KeyList({ hasSource, hasHint, isOn, onTurn, onClose }: Props) {
  return (
    <Modal title="Keys" onClose={onClose}>
      <dl className="key-list">
        {KEYS.filter(([key]) => (hasSource || key !== 'S') && (hasHint || key !== 'H')).map(([key, deed]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">They rest while you type in a field.</p>
      <label className="switch">
        <input type="checkbox" checked={isOn} onChange={({ target }) => onTurn(target.checked)} />
        <span>Use these keys in this browser</span>
      </label>
    </Modal>
  )
}
