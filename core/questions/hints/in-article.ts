import { capital } from '../../language/capital.ts'
import { isSame } from '../checker/amount.ts'
import type { Saying } from '../checker/article-index.ts'
import type { Sight } from '../checker/sight.ts'
import { holdsWords, plainWords } from '../checker/words.ts'
import { sayInWords } from '../number-words.ts'

/** How many of the options the article itself holds, where that is more than one and not all. Which of them is right has no part in it. */
export function inArticleHints({ question, key, wrong, index }: Sight): string[] {
  if (!key || question.kind !== 'choice') return []
  const isFigure = key.amounts.length > 0
  const stands = ({ text, amounts }: Saying): boolean =>
    isFigure
      ? amounts.some((amount) => index.amounts.some((other) => isSame(amount, other)))
      : holdsWords(index.running, plainWords(text))
  if (!stands(key)) return []
  const [count, of] = [1 + wrong.filter(stands).length, 1 + wrong.length]
  if (count === 1 || count === of) return []
  const said = `${sayInWords(count)} of the ${sayInWords(of)} ${isFigure ? 'figures' : 'answers'}`
  return [`${count <= of / 2 ? `Only ${said}` : capital(said)} stand in the article.`]
}
