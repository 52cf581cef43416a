import type { Format } from '../format.ts'
import { read } from './read.ts'
import { losses, write } from './write.ts'

/** The text format that Moodle and many others read. */
export const gift: Format = {
  title: 'GIFT',
  use: 'For Moodle and many others: a plain text that can be read and changed by hand.',
  never: 'The text of the article is left out; the passages are in it word by word, below the explanation.',
  ending: '.gift',
  mediaType: 'text/plain; charset=utf-8',
  losses,
  write,
  read,
}
