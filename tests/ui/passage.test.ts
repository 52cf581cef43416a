import { expect, it } from 'vitest'
import { apartFrom } from '../../ui/player/passage.tsx'

const text = 'First. Second. Third. Fourth.'
const passageOf = (quote: string) => {
  const start = text.indexOf(quote)
  const end = start + quote.length
  return {
    quote,
    start,
    end,
    before: text.slice(0, start),
    after: text.slice(end),
    figures: [],
    articleSlug: 'x',
  }
}

it('a passage stands in the company of its paragraph', () => {
  const second = passageOf('Second.')
  expect(apartFrom(second, [second])).toMatchObject({ before: 'First.', after: 'Third. Fourth.' })
})

it('what another passage quotes is not said again beside it', () => {
  const [first, third] = [passageOf('First.'), passageOf('Third.')]
  expect(apartFrom(first, [first, third])).toMatchObject({ before: '', after: 'Second.' })
  expect(apartFrom(third, [first, third])).toMatchObject({ before: 'Second.', after: 'Fourth.' })
})

it('a passage of another paragraph takes nothing away', () => {
  const elsewhere = { ...passageOf('First.'), start: 500, end: 506 }
  const second = passageOf('Second.')
  expect(apartFrom(second, [second, elsewhere])).toMatchObject({ before: 'First.', after: 'Third. Fourth.' })
})
