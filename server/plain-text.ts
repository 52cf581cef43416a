/** Characters that are not seen, or that turn the order of the text around them; and halves of characters. An article holds none. */
export const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufff9-\ufffb]|\p{Surrogate}/u

/** What begins like a tag. An article holds plain text alone. */
export const MARKUP = /<[a-z!/?]/i

/** A stranger's text as one line that an article may hold: tags and all that cannot be seen are taken out, spaces made alike. */
export function plainLine(text: string): string {
  return (
    text
      .replace(/[\s\u0085]+/g, ' ')
      // Among them soft hyphens, joiners, marks of direction, tags that only machines read.
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{DI}]/gu, '')
      .replace(/<[a-z!/?][^<>]*>/gi, '')
      // What is left may have become a tag by losing one.
      .replace(/<(?=[a-z!/?])/gi, '< ')
      .replace(/ {2,}/g, ' ')
      .trim()
  )
}
