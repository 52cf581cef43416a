'use client'

import type { SlipView } from '#server/classes/view'

interface Props {
  readonly slips: readonly SlipView[]
  /** Of this installation. */
  readonly address: string
}

/** What is handed to learners without an address, one slip each; passwords are shown here and never again. */
export function Slips({ slips, address }: Props) {
  if (slips.length === 0) return null
  return (
    <div className="slips">
      <p className="notice" role="status">
        Print these now, or copy them: the passwords are not shown again. A lost slip can be made anew.{' '}
        <button type="button" className="text-button" onClick={() => print()}>
          Print
        </button>{' '}
        <button type="button" className="text-button" onClick={() => location.reload()}>
          Done
        </button>
      </p>
      <ul>
        {slips.map(({ name, signInName, password }) => (
          <li key={signInName}>
            <b>{name}</b>
            <dl>
              <dt>Go to</dt>
              <dd>{`${address}/sign-in`}</dd>
              <dt>Name</dt>
              <dd>
                <code>{signInName}</code>
              </dd>
              <dt>Password</dt>
              <dd>
                <code>{password}</code>
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </div>
  )
}
