import type { ReactNode } from 'react'
import { Cross, Tick } from '#ui/frame/icons.tsx'

/** Right or wrong, as a sign and in words. */
export function Sign({ isRight, children }: { readonly isRight: boolean; readonly children: ReactNode }) {
  return (
    <span className="sign" data-standing={isRight ? 'right' : 'wrong'}>
      {isRight ? <Tick /> : <Cross />} {children}
    </span>
  )
}
