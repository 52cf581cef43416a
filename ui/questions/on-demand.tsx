import type { ComponentType } from 'react'
import type { Kind } from '#core/learner'
import { usePart } from '#ui/player/use-part.tsx'
import { StemText } from './stem-text.tsx'
import type { ViewProps } from './view.ts'

type Props<K extends Kind> = ViewProps<K> & {
  readonly fetchControl: () => Promise<{ readonly View: ComponentType<ViewProps<K>> }>
}

/** A view whose control is fetched when such a question is first met. The stem stands at once and keeps the focus. */
export function OnDemand<K extends Kind>(props: Props<K>) {
  const control = usePart(props.fetchControl, true)
  return (
    <>
      <fieldset className="parts" disabled={props.isLocked}>
        <legend>
          <h1 id={props.stemId} tabIndex={-1} className="stem">
            <StemText text={props.shown.stem} />
          </h1>
        </legend>
        {control.sort === 'here' && <control.part.View {...props} />}
        {control.sort === 'loading' && <div className="ghost" aria-hidden="true" />}
      </fieldset>
      {control.sort === 'failed' && (
        <p className="notice" role="alert">
          The rest of this question could not be fetched.{' '}
          <button type="button" className="text-button" onClick={control.retry}>
            Try again
          </button>
        </p>
      )}
    </>
  )
}
