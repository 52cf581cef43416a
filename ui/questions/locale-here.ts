/** The language numbers are typed and said in: the browser's. */
export const localeHere = (): string => (typeof navigator === 'undefined' ? 'en' : navigator.language)
