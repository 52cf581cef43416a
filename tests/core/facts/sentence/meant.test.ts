import { describe, expect, it } from 'vitest'
import { factsIn } from '../support/facts-in.ts'

/** Subjects of the facts that a text's last sentence gives. */
const lastSubjects = (text: string): string[] => {
  const last = text.split(/(?<=\.) /).at(-1) ?? ''
  const facts = factsIn(text).filter(({ evidence }) => evidence.some(({ quote }) => quote === last))
  return [...new Set(facts.map(({ subject }) => subject))]
}

describe('what could be another', () => {
  it.each([
    // a paper tells of the group and is none
    "The Daily Telegraph reported that Toyota had been drawing up a list of executives to replace Lukoil's chairman Rolf Lunn. The group owns more than 5% of Lukoil.",
    // the executive, whom nobody names
    "Norvale has paid a fine. According to a note from Mr Okoro's office, the Norvale executive admitted he instructed brokers to submit high bids between 2002 and 2004.",
  ])('is left unsaid: %s', (text) => {
    expect(lastSubjects(`Insurer pleads guilty\n\n${text}`)).not.toContain('Daily Telegraph')
    expect(lastSubjects(`Insurer pleads guilty\n\n${text}`)).not.toContain('Okoro')
  })

  it('is told where only one is meant', () => {
    expect(lastSubjects('Toyota sued Norvale in 2017. It cut 400 jobs in 2018.')).toEqual(['Toyota'])
  })
})

describe('what stands for a thing named before', () => {
  it.each([
    // described: its trade and country are those of the company
    [
      'Lukoil bought a refinery in Italy in 2008. The Russian oil giant closed 40 stations in 2009.',
      'Lukoil',
    ],
    // one of two, by its trade: as the lists have it, and as the text says it
    ['Barclays lent $40m to Toyota in 2017. The carmaker built 40 plants in 2018.', 'Toyota'],
    ['Toyota sued the insurer Norvale in 2017. The insurer cut 400 jobs in 2018.', 'Norvale'],
    // introduced: the fuller phrase
    [
      'Harwick Foods plans to build a paper mill in Chile. The mill will employ 400 people.',
      'the paper mill in Chile',
    ],
    // a deed by the verb that told it
    ['Harwick Foods recalled cars in 2024. The recall will cost $40m.', 'Harwick Foods’ recall'],
    // another noun for the same thing
    [
      'Harwick Foods signed a contract to build a network in Chile. The deal will bring in $40m.',
      'the contract to build a network in Chile',
    ],
    // a country
    ['Germany spent €100bn on defence in 2024. The country sold 400 tanks to Poland.', 'Germany'],
    // an office holder
    [
      'Peter Okafor, the finance minister of Nigeria, cut the fuel tax in May 2024. The minister raised the price of bread in June 2024.',
      'the finance minister of Nigeria',
    ],
  ])('is told by its fuller name: %s', (text, subject) => {
    expect(lastSubjects(text)).toEqual([subject])
  })

  it.each([
    'The Welfare Fund was set up in 2017. Harwick Foods pays 1% of the profit to the fund each year and 2% of sales to the fund.',
    'Peru spent $4bn in 2017. The country sold 400 tanks to the country that paid most for them to the country.',
  ])('is told though it is pointed at twice: %s', (text) => {
    expect(lastSubjects(text).length).toBeLessThan(5)
  })

  it('is not the firm of the sentence before where a place is named since', () => {
    const text = 'Harwick Foods sells wheat. Many ships left the Suez Canal in 2024 and its revenue fell 61%.'
    for (const subject of lastSubjects(text)) expect(subject).not.toMatch(/Harwick/)
  })

  it('may be either of two of one family', () => {
    const text = 'Orrin Card almost failed in 2017, and Orrin Group lent it money. '
    expect(lastSubjects(`${text}The firm cut 400 jobs in 2018.`)).not.toContain('Orrin Group')
  })

  it.each([
    // another country, another trade
    'Lukoil bought a refinery in Italy in 2008. The German oil giant closed 40 stations in 2009.',
    'Ryanair ordered 150 planes in 2017. The bank closed 40 branches in 2018.',
    'Barclays sold 40 branches in 2017. The carmaker built 40 plants in 2018.',
    // one of two
    'Harwick Foods owns a paper mill in Chile and a steel mill in Peru. The mill employs 400 people.',
    'Harwick Foods and Dunmore Stores recalled cars in 2024. The recall will cost $40m.',
    // a deed told in other words
    'Harwick Foods lost a ship off Norway in 2024. The crash cost Harwick Foods’ insurers $40m.',
    // the sentence before was about another 'it'
    'Talks are led by Harwick Foods. It grew fast when it bought Dunmore Stores in 2021. Since then it has paid $40m for a mill.',
    // who of two did it, the words do not tell
    'While Harwick Foods bid for the mill, Dunmore Stores could not. It had joined hands with Norvale in 2017.',
    // a firm does not buy itself
    'Harwick Foods owns a mill. Dunmore Stores paid $40m for the company in 2024.',
    // what was done was done to the ship
    'Harwick Foods bought a ship in 2021. Since then it has been moored off the coast of Norway.',
    // somebody else has been named behind the dash
    'Harwick Foods is for sale — Harwick Stores will stay as it earns $40m from the licensing of brands.',
    // 'new' does not say which
    'Harwick Foods built a plant in Chile and a plant in Peru. The new plant employs 400 people.',
    'Profits fell in 2024 because of the deficit and of the trade deficit. The expanding deficit cost Harwick Foods $40m.',
  ])('is not guessed: %s', (text) => {
    expect(lastSubjects(text)).toEqual([])
  })

  it('is left out where only a time stands behind it', () => {
    const facts = factsIn('Harwick Foods approved the merger in May 2024 after Dunmore Stores offered $40m.')
    expect(facts.filter(({ measure }) => measure?.includes('the merger'))).toEqual([])
  })
})
