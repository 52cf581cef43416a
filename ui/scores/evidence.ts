import type { Mastery } from '#core'

/** '7 of 9, last 3 right': what a judgement rests on. With fewer than three answers the count says all. */
export function sayEvidence({ right, asked, last }: Mastery): string {
  const counted = `${right} of ${asked}`
  if (asked <= last.length && (right === 0 || right === asked)) return counted
  const lastRight = last.filter((mark) => mark === 1).length
  if (lastRight === last.length) return `${counted}, last ${last.length} right`
  if (lastRight === 0) return `${counted}, none of the last ${last.length}`
  return `${counted}, ${lastRight} of the last ${last.length}`
}
