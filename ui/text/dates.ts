/** '20 February 2025' of '2025-02-20': a day is a day wherever it is read. */
export const sayDay = (day: string, length: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: length,
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`))

/** '10:42:07' on the reader's own clock face. For the browser only: the server does not know where the reader is. */
export const sayTime = (moment: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    new Date(moment),
  )

/** '8 questions' or '1 question'. */
export const sayCount = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** '26 Nov 2026, 16:42 UTC', for pages the server draws. */
export const sayMoment = (moment: string): string => `${sayDay(moment, 'short')}, ${moment.slice(11, 16)} UTC`
