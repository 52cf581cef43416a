/** The browser's time zone, by its IANA name. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
