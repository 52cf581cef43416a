import { useAwake } from './use-awake.ts'

interface Props {
  readonly label: string
  readonly isBusy: boolean
  readonly isQuiet?: boolean
}

/** The button that sends a form, once at a time. */
export function Submit({ label, isBusy, isQuiet = false }: Props) {
  const isAwake = useAwake()
  return (
    <button
      type="submit"
      className="button"
      disabled={!isAwake}
      aria-disabled={isBusy}
      data-quiet={isQuiet ? '' : undefined}
    >
      {isBusy ? 'One moment' : label}
    </button>
  )
}
