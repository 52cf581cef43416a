import { capital } from '../language/capital.ts'
import { SLOT } from './ask.ts'

const SOUNDS_LIKE_A_VOWEL = /^(?:[aeiou]|8|11(?!\d)|18(?!\d)|11[,.]|18[,.])/i

/** A number that has its capital from the beginning of a sentence. */
const NUMBER_WORD =
  /^(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|Hundreds|Thousands)(?= \p{Ll})/u

/** A template with its slot filled. The first letter of the sentence is made a capital and 'a' or 'an' before the slot follows the filling. */
export function fill(template: string, text: string): string {
  const at = template.indexOf(SLOT)
  if (at < 0) return template
  const before = template.slice(0, at)
  const article = SOUNDS_LIKE_A_VOWEL.test(text) ? 'n' : ''
  const head = before.replace(/(?<![\p{L}\p{N}])([Aa])n? $/u, `$1${article} `)
  const said = head === '' ? text : text.replace(NUMBER_WORD, (word) => word.toLowerCase())
  const filled = head + said + template.slice(at + SLOT.length)
  return capital(filled)
}

/** Whether a template has exactly one slot. */
export const hasOneSlot = (template: string): boolean => template.split(SLOT).length === 2
