import { Cross, Half, Tick } from '#ui/frame/icons.tsx'
import type { standingOf } from '#ui/questions/verdict.ts'

export type Standing = ReturnType<typeof standingOf>

const ICONS: { readonly [S in Standing]: typeof Tick } = { right: Tick, partly: Half, wrong: Cross }

/** The sign of how an answer fared; the words stand beside it. */
export function StandingIcon({ standing }: { readonly standing: Standing }) {
  const Icon = ICONS[standing]
  return <Icon />
}
