import type { Format } from '../format.ts'
import { read } from './read.ts'
import { losses, write } from './write.ts'

/** Moodle's own format of questions. */
export const moodleXml: Format = {
  title: 'Moodle XML',
  use: 'For Moodle: all eight kinds, with what is told after each answer.',
  never: 'The text of the article is left out; the passages are in it word by word, below the explanation.',
  ending: '.xml',
  mediaType: 'application/xml; charset=utf-8',
  losses,
  write,
  read,
}
