import type { CorrectionOrigin, CorrectionView } from '#server/corrections/view'

/** Which way another text came, in words. */
export const ORIGIN_WORDS: Readonly<Record<CorrectionOrigin, string>> = {
  edit: 'Edited here',
  file: 'Its file has changed',
  import: 'Its page has changed',
  feed: 'Its publisher’s feed tells of it otherwise',
}

/** How a correction stands, in words. */
export const STATE_WORDS: Readonly<Record<CorrectionView['state'], string>> = {
  open: 'Nothing has changed yet.',
  published: 'It has been published.',
  dropped: 'The article was left as it was.',
}
