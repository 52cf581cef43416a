import type { RuleView } from '#server/sets/view'

/** The address at which a rule draws. */
export function drawAddress(rule: RuleView): string {
  const { count, articles, concept, sector, kinds, unseenBy, isRising, seed } = rule
  const asked = new URLSearchParams({ count: String(count), kinds: String(kinds), seed })
  for (const slug of articles) asked.append('article', slug)
  for (const [name, value] of Object.entries({ concept, sector, unseenBy }))
    if (value !== undefined) asked.set(name, value)
  if (!isRising) asked.set('order', 'mixed')
  return `/sets/draw?${asked}`
}
