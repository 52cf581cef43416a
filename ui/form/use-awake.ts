import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Whether the page's script runs what is pressed. Until then a form that is sent would load its page again, with what was
 * typed in the address; a button that is disabled so long sends nothing, nor does Enter.
 */
export const useAwake = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
