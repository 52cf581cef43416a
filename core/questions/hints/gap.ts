import type { Name } from '../../article/name.ts'
import { mentionsOf } from '../../article/things.ts'
import { kindWord } from '../asks/kind-words.ts'
import type { Sight } from '../checker/sight.ts'
import { standsIn } from '../checker/words.ts'
import { sayInWords } from '../number-words.ts'
import { inSentence, speaksOf } from './country.ts'
import type { HintScene } from './hint-scene.ts'

const TITLE = /^[a-z]+(?:[ -][a-z]+){0,2}$/

/** What is named, where that tells more than 'somebody' or 'some body'; '' where it does not. */
function nounOf(name: Name, scene: HintScene): string {
  if (name.sort === 'person') {
    const title = scene.roleOf(name.canonical)?.title ?? ''
    return TITLE.test(title) ? title : ''
  }
  if (name.sort === 'place') return name.isCountry ? 'country' : ''
  const word = name.sort === 'organisation' ? kindWord(name) : ''
  return word === 'organisation' && name.country === undefined ? '' : word
}

const an = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`

/** What the name in a gap is the name of. */
export function gapNameHints(sight: Sight, scene: HintScene): string[] {
  const { question, key, reading } = sight
  if (question.kind !== 'cloze' || !key) return []
  const [name] = mentionsOf(reading, key.text)
  const noun = name ? nounOf(name, scene) : ''
  if (!name || noun === '') return []
  const home = name.sort === 'organisation' ? name.country : undefined
  const from = home === undefined || speaksOf(sight, home) ? '' : ` from ${inSentence(home)}`
  return from === '' && standsIn(noun, question.stem) ? [] : [`The gap takes the name of ${an(noun)}${from}.`]
}

const [FEWEST_WORDS, MOST_WORDS] = [2, 6]

/** How many words fill a gap, where every accepted answer has as many. */
export function gapLengthHints({ question, key }: Sight): string[] {
  if (question.kind !== 'cloze' || !key || /\d/.test(key.text)) return []
  const lengths = new Set(
    [question.answer, ...question.accepts].map((text) => text.trim().split(/\s+/).length),
  )
  const [length = 0] = lengths
  const isTold = lengths.size === 1 && length >= FEWEST_WORDS && length <= MOST_WORDS
  return isTold ? [`The gap takes ${sayInWords(length)} words.`] : []
}
