import { Modal } from './modal.tsx'

interface Props {
  /** What each key does. */
  readonly keys: readonly (readonly [key: string, deed: string])[]
  readonly isOn: boolean
  readonly onTurn: (isOn: boolean) => void
  readonly onClose: () => void
}

/** What the keys of a page do, and the switch that turns them off. */
export function KeyList({ keys, isOn, onTurn, onClose }: Props) {
  return (
    <Modal title="Keys" onClose={onClose}>
      <dl className="key-list">
        {keys.map(([key, deed]) => (
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
