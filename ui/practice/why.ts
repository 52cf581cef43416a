import type { WhyView } from '#server/practice/view'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
/** '12 Nov' by the reader's own clock. For the browser only. */
const sayShortDay = (moment: string): string => DAY.format(new Date(moment))

/** One way a sort. */
const WORDS: { readonly [S in WhyView['sort']]: (why: Extract<WhyView, { sort: S }>) => string } = {
  due: () => 'Due for review',
  'long-ago': ({ at }) => `Last asked on ${sayShortDay(at)}`,
  missed: ({ at }) => `You missed this on ${sayShortDay(at)}`,
  'weak-subject': ({ subject }) => `New to you, on ${subject}, which you often miss`,
  new: () => 'New to you',
}

/** Why practice asks this, in words. */
export const sayWhy = <S extends WhyView['sort']>(why: Extract<WhyView, { sort: S }>): string =>
  WORDS[why.sort as S](why)
