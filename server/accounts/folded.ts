/** A text in the one form in which it is compared: without regard to case, width or spaces at its ends. */
export const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
