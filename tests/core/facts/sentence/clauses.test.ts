import { describe, expect, it } from 'vitest'
import { clausesOf } from '../../../../core/facts/sentence/clauses.ts'
import { prepareScene } from '../../../../core/facts/sentence/scene.ts'
import { read } from '../../../../core/index.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

/** Each clause of a sentence as 'subject | verb | rest'. */
const clauses = (text: string) => {
  const { marked } = prepareScene(read({ body: text }, lexicon))
  return marked.flatMap((each) => {
    const words = ({ from, to }: { from: number; to: number }) =>
      each.tokens
        .slice(from, to)
        .map(({ text: word }) => word)
        .join(' ')
    return clausesOf(each).map((clause) => ({
      said: [clause.subject, clause.verb, clause.rest].map(words).join(' | '),
      lead: words(clause.lead),
      isCut: clause.isCut,
      isReported: clause.reporter !== undefined,
    }))
  })
}
const said = (text: string) => clauses(text).map((clause) => clause.said)

describe('clauses', () => {
  it.each([
    ['Harwick Foods sold its mills in 2024.', ['Harwick Foods | sold | its mills in 2024']],
    ['Harwick Foods, hit by falling sales, sold its mills.', ['Harwick Foods | sold | its mills']],
    [
      'Goods seized at the border lost Harwick Foods $40m.',
      ['Goods seized at the border | lost | Harwick Foods $40m'],
    ],
    [
      'The number of counterfeit or pirated goods in Spain rose 8% in 2024.',
      ['The number of counterfeit or pirated goods in Spain | rose | 8% in 2024'],
    ],
    [
      'Harwick Foods sold its mills and bought a bakery.',
      ['Harwick Foods | sold | its mills', 'Harwick Foods | bought | a bakery'],
    ],
    // the second verb goes on with 'that'
    [
      'Harwick Foods owns the body that pays the claims and sells the rest.',
      ['Harwick Foods | owns | the body that pays the claims and sells the rest'],
    ],
    // what was done to it, and what it did
    [
      'Harwick Foods was founded in 1990 and employs a baker.',
      ['Harwick Foods | was founded | in 1990', 'Harwick Foods | employs | a baker'],
    ],
    ['Jane Doe was elected in 1990 and made a peer.', ['Jane Doe | was elected | in 1990 and made a peer']],
    // the time that opens a clause is its own
    [
      'Sales fell in March 2024, and by June 2024 Harwick Foods had closed its mills.',
      ['Sales | fell | in March 2024', 'Harwick Foods | had closed | its mills'],
    ],
    // three verbs in the past
    [
      'Harwick Foods closed a mill, had 40 visitors in May 2024 and sold a bakery.',
      [
        'Harwick Foods | closed | a mill',
        'Harwick Foods | had | 40 visitors in May 2024',
        'Harwick Foods | sold | a bakery',
      ],
    ],
    [
      'Harwick Foods closed a mill, founded in 1990 and sold a bakery.',
      ['Harwick Foods | closed | a mill', 'Harwick Foods | sold | a bakery'],
    ],
    ['The European Union charges a duty on steel.', ['The European Union | charges | a duty on steel']],
    ['The European Union charges fell.', ['The European Union charges | fell | ']],
  ])('are who, does, what: %s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it('behind a verb of speech know who says them', () => {
    const found = clauses('Jane Doe told parliament that in future Harwick Foods would publish its accounts.')
    expect(found.map(({ isReported }) => isReported)).toEqual([false, true])
  })

  it('have their own words before them, not those of the clause before', () => {
    const [, second] = clauses('Harwick Foods closed its mill in Leeds in 2024 because it lost money.')
    expect(second?.lead).toBe('because')
  })

  it('are cut where they go on behind what dashes set off', () => {
    const [whole] = clauses(
      'Growth is seen as a way the deficit - that weighs on the dollar - could be reduced.',
    )
    expect(whole?.isCut).toBe(true)
    const [other] = clauses('Sales fell to $40m - a drop of 4% - in 2024.')
    expect(other?.isCut).toBe(false)
  })
})
