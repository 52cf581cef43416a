import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { read } from '../../../../core/index.ts'
import { type Ask, isSeries } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

const asksOf = (body: string) => {
  const reading = read({ body }, lexicon)
  return findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
}

describe('why', () => {
  const asks = asksOf(
    'Harwick Foods closed its mill in Leeds in 2024 because of a shortage of wheat. The price of bread rose. Jane Doe left Lowfield Bank in 2022 because of a row over pay.',
  )
  const why = asks.find(({ slot, fact }) => slot === 'reason' && fact.subject === 'Harwick Foods')

  it('is asked with the verb turned round, and answered with the reason', () => {
    expect(why?.stem).toBe('Why did Harwick Foods close its mill in Leeds in 2024?')
    expect(why?.key.text).toBe('because of a shortage of wheat')
    expect(why?.statement).toBe('Harwick Foods closed its mill in Leeds in 2024 {}.')
  })

  it('has the article’s other reasons as rivals, put alike', () => {
    expect(why?.rivals).toContainEqual(
      expect.objectContaining({
        key: expect.objectContaining({ text: 'because of a row over pay', sort: 'reason' }),
        source: 'article',
      }),
    )
  })
})

describe('a word turned round', () => {
  const turned = (text: string) =>
    asksOf(text).flatMap(({ slot, statement, key, rivals }) =>
      slot === 'opposite' || slot === 'word' ? [[statement, key.text, rivals[0]?.key.text]] : [],
    )

  it.each([
    [
      'Harwick Foods approved a pay deal with its biggest union in Spain.',
      ['Harwick Foods {} a pay deal with its biggest union in Spain.', 'approved', 'rejected'],
    ],
    [
      'Harwick Foods was confident of its case in Norway.',
      ['Harwick Foods was {} of its case in Norway.', 'confident', 'doubtful'],
    ],
  ])('makes a statement false: %s', (text, expected) => {
    expect(turned(text)).toContainEqual(expected)
  })

  it.each([
    'Small firms in Spain gained more than $40m of the market in 2024.',
    'The mills of Harwick Foods were sold to Dunmore Stores in Norway.',
    'Harwick Foods signed a low-cost lease in Norway.',
    'Harwick Foods hired not a strong man in Norway.',
  ])('is none where both could be true, or the word is bound: %s', (text) => {
    expect(turned(text).filter(([, key]) => /^(?:[Ss]mall|sold|low|strong)$/.test(key ?? ''))).toEqual([])
  })
})

describe('what is asked', () => {
  const stems = (text: string) => asksOf(text).flatMap(({ stem }) => stem ?? [])

  it('is not what hangs on something said before', () => {
    expect(stems('Harwick Foods’ stake in the mill would be reduced to less than 50%.')).toEqual([])
    expect(stems('Harwick Foods has yet to release the names of the short-listed companies.')).toEqual([])
  })

  it('is not what an office holder did whom nobody names', () => {
    expect(
      asksOf(
        'The Prime Minister said it would draw upon its budget surplus to help growth in Norway in 2024.',
      ),
    ).toEqual([])
  })

  it('keeps the tense of whoever says it', () => {
    const said = (text: string) => asksOf(text).find(({ slot }) => slot === 'speaker')?.sentence
    expect(said('Harwick Foods says it may close 40 mills in Norway.')).toMatch(/^It is \{\} that says/)
    expect(said('Harwick Foods said it may close 40 mills in Norway.')).toMatch(/^It was \{\} that said/)
  })

  it('is answered by quotations in either kind of marks', () => {
    for (const [open, close] of ['""', '“”'].map((pair) => pair.split('')))
      expect(
        stems(`${open}Harwick Foods spends too much and sells too little in Spain,${close} said Jane Doe.`),
      ).toEqual(['Who said “Harwick Foods spends too much and sells too little in Spain”?'])
  })

  it('of where a change began has wrong answers on the right side of its end', () => {
    const from = asksOf(
      'Harwick Foods’ debt fell from $90m to $70m in 2024. It paid $12m for a mill, $60m for a bank and $120m for a ship, and sold 3 shops for $900m.',
    ).find(({ slot, fact }) => slot === 'from' && fact.family === 'change')
    expect(from?.key.text).toBe('$90m')
    expect(from?.rivals.map(({ key }) => key.text)).toEqual(['$120m'])
    expect(from?.bounds).toEqual({ above: 70e6 })
  })

  it('of where somebody works has rivals of the same sort', () => {
    const where = asksOf(
      'Jane Doe is chairman of Lowfield Bank. The Grain Board met Harwick Foods and Dunmore Stores. Peter Okafor, chief executive of Dunmore Stores, left Aldgate Group.',
    ).find(({ slot, key }) => slot === 'organisation' && key.text === 'Dunmore Stores')
    expect(where?.rivals.map(({ key }) => key.text)).not.toContain('Grain Board')
  })
})
