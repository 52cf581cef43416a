import type { ReactNode } from 'react'

const Icon = ({ children }: { readonly children: ReactNode }) => (
  <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

/** Right. Always beside the word. */
export const Tick = () => (
  <Icon>
    <path d="M3.5 10.5l4.2 4.3L16.5 5.4" fill="none" stroke="currentColor" strokeWidth="2.4" />
  </Icon>
)

/** Wrong. Always beside the word. */
export const Cross = () => (
  <Icon>
    <path d="M4.5 4.5l11 11m0-11l-11 11" fill="none" stroke="currentColor" strokeWidth="2.4" />
  </Icon>
)

/** Partly right. Always beside the words. */
export const Half = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.6" fill="none" stroke="currentColor" strokeWidth="2.2" />
    <path d="M10 3.4a6.6 6.6 0 0 0 0 13.2z" fill="currentColor" />
  </Icon>
)

/** One place up. */
export const Up = () => (
  <Icon>
    <path d="M10 16.5V4.5M4.8 9.4L10 4.2l5.2 5.2" fill="none" stroke="currentColor" strokeWidth="2" />
  </Icon>
)

/** One place down. */
export const Down = () => (
  <Icon>
    <path d="M10 3.5v12M4.8 10.6l5.2 5.2 5.2-5.2" fill="none" stroke="currentColor" strokeWidth="2" />
  </Icon>
)

/** What can be taken hold of and dragged. */
export const Grip = () => (
  <Icon>
    <path d="M4 7h12M4 13h12" fill="none" stroke="currentColor" strokeWidth="2" />
  </Icon>
)

/** The house's mark: a wether's bell on its collar. */
export const Bell = () => (
  <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <path d="M5 6.2c7 3 15 3 22 0" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    <path
      d="M16 8.2c-5.2 0-7.6 3.3-7.6 7.6 0 4-1 6.5-2.9 8.4h21c-1.9-1.9-2.9-4.4-2.9-8.4 0-4.3-2.4-7.6-7.6-7.6z"
      fill="currentColor"
    />
    <circle cx="16" cy="27" r="2.6" fill="currentColor" />
  </svg>
)
