/** Bytes of a document or feed. */
export const BYTE_LIMIT = 2_000_000

/** Characters of its text. */
export const TEXT_LIMIT = 200_000

/** Fewer words are a teaser or a notice rather than an article. */
export const FEWEST_WORDS = 80
