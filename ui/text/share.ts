/** '78%' of 0.78. Only all is said to be all, and only nothing nothing: 0.996 is '99%', 0.004 is '1%'. */
export function sayShare(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 100 && share < 1) return '99%'
  if (rounded === 0 && share > 0) return '1%'
  return `${rounded}%`
}
