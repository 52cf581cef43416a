import type { Exactness } from '../quantities/quantity.ts'

/** Where figures lie that are true as well when a bound is stated: whoever rose by more than 9% rose by more than 8%. */
const IMPLIED_SIDE: { readonly [E in Exactness]: 'below' | 'above' | null } = {
  exactly: null,
  about: null,
  nearly: null,
  between: null,
  'more-than': 'below',
  'at-least': 'below',
  'less-than': 'above',
  'at-most': 'above',
  'up-to': 'above',
}

/** The side of a figure stated with this exactness on which no wrong answer may lie; null where either will do. */
export const impliedSide = (exactness: string | undefined): 'below' | 'above' | null =>
  exactness !== undefined && exactness in IMPLIED_SIDE ? IMPLIED_SIDE[exactness as Exactness] : null

/** On which side of a figure another lies. */
export const sideOf = (value: number, key: number): 'below' | 'above' =>
  Math.abs(value) < Math.abs(key) ? 'below' : 'above'
