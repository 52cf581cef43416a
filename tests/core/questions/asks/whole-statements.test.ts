import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { draftAll, questionsOf, read } from '../../../../core/index.ts'
import { type Ask, isSeries } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { fill } from '../../../../core/questions/fill.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

const asksOf = (body: string, title = 'Bread prices'): Ask[] => {
  const reading = read({ title, body }, lexicon)
  return findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
}

/** Everything that is asked or told of a text, a line each. */
const told = (body: string, title?: string): string =>
  asksOf(body, title)
    .flatMap(({ stem, statement, sentence, key, rivals }) => [
      stem ?? '',
      ...[statement, sentence].map((text) => (text === undefined ? '' : fill(text, key.text))),
      ...rivals.map((rival) => (statement === undefined ? '' : fill(statement, rival.key.text))),
    ])
    .join('\n')

describe('a subject', () => {
  it('is never the second half of a pair behind a preposition', () => {
    const text = told(
      'The new plant took 12 years and talks with Norway and Chile have been going on for 15 years. Fighting between Jane Doe and Peter Okafor has hit the headlines in Spain.',
    )
    expect(text).not.toMatch(/Chile have|Peter Okafor has hit|Who has hit/)
  })

  it('goes with its own verb where the preposition belongs to a verb before it', () => {
    expect(told('Harwick Foods traded with Norway and Chile bought 40 mills for $30m.')).toMatch(
      /Chile bought 40 mills/,
    )
  })

  it('is never one of several that have one verb', () => {
    expect(
      told(
        'The Spanish fund Harwick Foods and its UK-based rival Dunmore Stores have sold 40 mills in Leeds.',
      ),
    ).not.toMatch(/^Dunmore Stores have/m)
  })

  it('is no half of an alternative', () => {
    expect(
      told('Harwick Foods warned that some or all of its mills in Leeds would have to be closed in 2026.'),
    ).not.toMatch(/that all of its mills/)
  })

  it('is not who belongs to the noun before', () => {
    const text = told(
      'The money will pay off the loans Harwick Foods received to buy 40 mills in Leeds. The quota limited the amount countries like Chile could export to the markets of Spain.',
    )
    expect(text).not.toMatch(/Harwick Foods received to|Chile could export/)
  })

  it('is found behind a firm that is called by a noun in the plural', () => {
    expect(told('Bankers Harwick Foods bought 40 mills in Leeds for $30m.')).toMatch(/bought 40 mills/)
  })

  it('of what is reported is not what only a relative clause is about', () => {
    expect(
      told(
        'The Grain Board said on Tuesday that the $60m which Harwick Foods lent Dunmore Stores to buy mills came from Spanish banks.',
      ),
    ).not.toMatch(/^(?!.*which).*lent Dunmore Stores to buy mills came/m)
  })

  it('of "it emerged" is nobody', () => {
    expect(
      told('Harwick Foods went bankrupt in 2001 after it emerged it had hidden $300m of debt.'),
    ).not.toMatch(/Harwick Foods emerged/)
  })
})

describe('what is told of a subject', () => {
  it('is not what two counts share', () => {
    expect(
      told('At the mill 191 people were killed and more than 2,000 injured in March in Leeds.'),
    ).not.toMatch(/^(?!.*191).*more than 2,000 injured/m)
  })

  it('is whole where a hyphen joins a comparison', () => {
    const text = told(
      'Harwick Foods saw strong profits on the back of high bread prices and better-than-expected sales of mills.',
    )
    expect(text).toMatch(/better-than-expected sales of mills/)
    expect(text).not.toMatch(/better-\.|better- /)
  })

  it('is left out where the reason is cut at "as if"', () => {
    expect(
      told('Jane Doe faces charges in Leeds because she made it look as if her mills were sold.'),
    ).not.toMatch(/made it look\./)
  })

  it('is not that it is another’s', () => {
    expect(
      told('Harwick Foods owns 40% of the mill, while Dunmore Stores is its second biggest shareholder.'),
    ).not.toMatch(/is its second biggest/)
  })

  it('is not what somebody hopes for', () => {
    expect(
      told('Harwick Foods is hopeful of a better year as its new mill in Leeds begins to pay dividends.'),
    ).not.toMatch(/^(?!.*hopeful).*begins to pay/m)
  })

  it('names a list to its end', () => {
    const text = told(
      'Harwick Foods is seeking damages from a long list of rivals including the banks JP Morgan Chase, Citigroup, Merrill Lynch and Credit Suisse.',
    )
    expect(text).not.toMatch(/Chase\.|Chase\?/)
  })

  it('keeps between what lies a time', () => {
    expect(told('The US economy grew by 3.7% in the three months between July and September.')).not.toMatch(
      /months in July/,
    )
  })

  it('carries no time that the sentence before only compares with', () => {
    expect(
      told(
        'Net profit came in at 1.4bn euros at Harwick Foods, a change from the loss of 364m euros in 2003. Sales rose 2.8% to 14.96bn euros.',
      ),
    ).not.toMatch(/2\.8%[^\n]*in 2003|rise in 2003/)
  })
})

describe('a word turned round', () => {
  it.each([
    ['takes no object', 'Jane Doe dropped her face into her hands in a court in Leeds.', /climbed/],
    [
      'fails to do something',
      'Harwick Foods was blamed for failing to ask key questions in Leeds.',
      /succeeding to/,
    ],
    [
      'reaches a record',
      'Shares in Harwick Foods have risen to a record high in Leeds.',
      /fallen to a record/,
    ],
    ['passes a mark', 'Shares of Harwick Foods will rise above the 25,000 mark in Leeds.', /fall above/],
    [
      'is the highest',
      'The price of bread in Leeds rose to its highest level since 2001.',
      /lowest|fell to its/,
    ],
    [
      'lifts a ban',
      'Chile could lose 400 mills once the quotas of Spain were lifted.',
      /quotas of Spain were lowered/,
    ],
  ])('is left alone where it %s', (_, text, wrong) => {
    expect(told(text)).not.toMatch(wrong)
  })

  it('is asked where it goes somewhere else', () => {
    expect(told('Sales of bread at Harwick Foods fell in Leeds.')).toMatch(/rose/)
  })
})

describe('a thing told of before', () => {
  it('is not another one of its kind', () => {
    expect(
      told(
        'Harwick Foods is trying to strike a similar deal with Spain. The new price is still $14 higher than the price fixed in the contract for 2004.',
      ),
    ).not.toMatch(/fixed in the similar deal/)
  })

  it('of a country is not that of the other party in the title', () => {
    expect(
      told(
        'Harwick Foods agreed 14 projects under the government’s building plan.',
        'Harwick sells stake to Spain',
      ),
    ).not.toMatch(/Spain’s government/)
  })

  it('of a trade is not that of a country', () => {
    expect(
      told('Production is currently outstripping demand by about 30%.', 'French wine growers get help'),
    ).not.toMatch(/France’s production/)
  })
})

describe('a name', () => {
  it('holds both halves that its initials count', () => {
    const text = told('Grain and Harbour Bank (GHBC) has seen an 18% jump in profits in 2004.')
    expect(text).not.toMatch(/^Harbour Bank’s/m)
  })

  it('of a person is not an office', () => {
    const { names } = read(
      { body: 'The Spanish Economic Minister, Ana Ruiz, spoke in Leeds. Jane Doe agreed.' },
      lexicon,
    )
    expect(names.map(({ canonical }) => canonical)).not.toContain('Spanish Economic Minister')
  })

  it('that is called Mr or Ms is a person’s, and no other he or she', () => {
    const text = told(
      'Michael Sears admitted his guilt in breaking laws by hiring Darleen Orrin while she still handled Spanish contracts. Harwick Foods sacked Mr Sears and Ms Orrin in Leeds in 2003.',
    )
    expect(text).not.toMatch(/Michael Sears (?:still )?handled|Harwick Foods admitted his/)
  })

  it('in two parts is the end of a longer one', () => {
    const { names } = read(
      { body: 'Few have recovered, said Carlos Vega Ruiz, president of Dunmore. Mr Vega Ruiz agreed.' },
      lexicon,
    )
    expect(new Set(names.filter(({ sort }) => sort === 'person').map(({ canonical }) => canonical))).toEqual(
      new Set(['Carlos Vega Ruiz']),
    )
  })

  it('of a region is no country to choose', () => {
    const asks = asksOf(
      'Norway has agreed to pay 30% more for gas from Chile. Spain sells gas to Siberia. Chile and Spain sell more.',
    )
    const who = asks.find(({ slot, key }) => slot === 'subject' && key.text === 'Norway')
    expect(who?.rivals.map(({ key }) => key.text)).not.toContain('Siberia')
  })

  it('behind a number is a unit', () => {
    expect(
      told(
        'The Norvale Dam is designed to produce 12,600 MW of power for Leeds. The Grain Board and Harwick Foods built it.',
      ),
    ).not.toMatch(/12,600 (?:Grain|Harwick|the)/)
  })
})

describe('what was cut off', () => {
  it.each([
    [
      'behind "only"',
      'Harwick Foods only saw its sales rise after it cut prices in Leeds.',
      /sales rise\.|only saw its sales fall/,
    ],
    [
      'in a relative clause',
      'The estimate of Harwick Foods leaves out people who have died before they reach 65 years in Leeds.',
      /who have died[.?]/,
    ],
    [
      'before what an accusation is of',
      'Jane Doe has accused the council of Leeds, which fell in a revolt, of taking bribes.',
      /accused the council of Leeds[.?]/,
    ],
    [
      'before "from", as a word turned round',
      'Harwick Foods has been banned from suing Dunmore Stores in Leeds.',
      /allowed from/,
    ],
    [
      'where two verbs meet',
      'Among the charges Jane Doe faces are fraud and money laundering in Leeds.',
      /faces are/,
    ],
    [
      'where a half is of another clause',
      'The board of Harwick Foods rejects the charges, saying the pay was legal and made with its full support.',
      /Harwick Foods made with/,
    ],
  ])('%s is not told', (_, text, wrong) => {
    expect(told(text)).not.toMatch(wrong)
  })

  it('is told where it goes on', () => {
    expect(told('Jane Doe has accused the council of Leeds of taking bribes from Harwick Foods.')).toMatch(
      /accused the council of Leeds of taking bribes/,
    )
  })

  it('is refused by the checker in every kind', () => {
    const { questions } = questionsOf(
      read(
        {
          title: 'Bread prices climb again',
          body: 'Jane Doe added that Norvale, which was bought by Harwick Foods, will operate as a separate, state-owned mill.',
        },
        lexicon,
      ),
      { count: 100, seed: 1 },
    )
    expect(questions.map(({ stem }) => stem).join('\n')).not.toMatch(/as a separate[.?]/)
  })
})

describe('what is not so', () => {
  it.each([
    [
      'aimed at',
      'Harwick Foods missed its target of a 3% rise in sales in Leeds.',
      /Harwick Foods’ sales rose|sales rise/,
    ],
    [
      'expected',
      'Harwick Foods said it was on course for a 10% rise in net income in 2026.',
      /net income rose|did [^?]*net income rise/,
    ],
    [
      'doubted',
      'Not everyone in Leeds is convinced that selling mills is the best way forward for Harwick Foods.',
      /^(?!.*convinced).*is the (?:best|worst) way forward/m,
    ],
    [
      'left to a condition',
      'However, if cars are left out of the figures, Spanish retail sales rose just 0.3% in Leeds.',
      /^(?!.*left out).*sales rose/m,
    ],
    [
      'protested',
      'Many foreign firms had protested that the Grain Board was imposing an unfair burden in Leeds.',
      /^The Grain Board was imposing/m,
    ],
  ])('is not told as plain fact where it is %s', (_, text, wrong) => {
    expect(told(text)).not.toMatch(wrong)
  })
})

describe('who is meant', () => {
  it('is not a part of a firm that is told of later', () => {
    expect(
      told(
        'Shares in Norvale Express surged after it said it was to sell a mill in Leeds. The firm said the sale of Norvale Express Financial Advisors would help it.',
      ),
    ).not.toMatch(/Financial Advisors said that it was to sell/)
  })

  it('is no firm that another firm owns, where that is spoken of by a word alone', () => {
    expect(
      told(
        'Harwick Foods is seeking to buy out Dunmore Stores. The food giant, run by Jane Doe, owns 82% of the shares in the company, home to 40 mills.',
      ),
    ).not.toMatch(/Harwick Foods[^\n]*owns 82% of the shares in Harwick Foods/)
  })

  it('is not the last of a list between commas', () => {
    expect(
      told(
        'There was hectic trade in Leeds, as Harwick Foods, Dunmore Stores, and Norvale Bank swung from gain to loss.',
      ),
    ).not.toMatch(/^Norvale Bank swung/m)
  })

  it('is not what a preposition stands before', () => {
    expect(told('In total, sales outside western Europe rose 16.5% at Harwick Foods.')).not.toMatch(
      /western Europe rise|western Europe rose/i,
    )
  })

  it('is told apart from its own short form', () => {
    const asks = asksOf(
      'Volkswagen is considering a mill in Leeds. An official of Leeds added that VW had already approved a site measuring 250 acres. Toyota and Hyundai have mills in Spain.',
    )
    for (const { key, rivals } of asks)
      if (key.text === 'VW') expect(rivals.map((rival) => rival.key.text)).not.toContain('Volkswagen')
  })
})

describe('a time', () => {
  it('is not that of what stands in commas about somebody', () => {
    expect(
      told(
        'Jane Doe, who took charge in 2000, and her team have earned praise for turning Harwick Foods around.',
      ),
    ).not.toMatch(/praise[^\n]*in 2000|In which year/)
  })

  it('is not that with which a price is compared', () => {
    expect(told('The price of bread in Leeds is up about 30% on the start of 2004.')).not.toMatch(
      /at the start of 2004/,
    )
  })

  it('is that which was reached, not that from which it began', () => {
    expect(
      told(
        'Harwick Foods boosted its share of the Spanish market from 62% at the end of 2003 to more than 68% by December 2004.',
      ),
    ).not.toMatch(/68%[^\n]*at the end of 2003\?/)
  })

  it('that something lasts is no size of a change', () => {
    expect(told('The economic growth of Spain accelerated in the last three months of 2004.')).not.toMatch(
      /accelerated by/,
    )
  })
})

describe('under a headline', () => {
  it('nobody is asked for whom it names by a word or by initials', () => {
    const stems = (title: string, body: string): string =>
      draftAll(read({ title, body }, lexicon), { seed: 1 })
        .filter(({ kind }) => kind === 'cloze' || kind === 'choice')
        .filter(({ answer }) => /Harwick Foods|British Airways/.test(String(answer)))
        .map(({ stem }) => stem)
        .join('\n')
    expect(
      stems('Harwick cuts prices', 'Harwick Foods is cutting the price of bread by half in Leeds.'),
    ).not.toMatch(/under the headline/)
    expect(
      stems('BA to end two flights', 'British Airways operates four flights a week from Leeds to Jeddah.'),
    ).not.toMatch(/under the headline/)
  })
})

describe('what another reading of the news showed', () => {
  it.each([
    [
      'a speaker between commas',
      'This estimate is preliminary, Jane Doe told reporters in Leeds, and could rise in 2026.',
      /Jane Doe could rise|Who could rise/,
    ],
    [
      'who only leads',
      'Firms led by Harwick Foods will assist in the building of 40 mills in Spain.',
      /^Harwick Foods will assist/m,
    ],
    [
      'half of what did something',
      'The name of Spain has been hurt in recent months by the heavy tax bills and mill seizures imposed on firms such as Harwick Foods.',
      /^[Mm]ill seizures (?:imposed|lifted)/m,
    ],
    [
      'a half that counts',
      'The dam of Harwick Foods has led to more than half a million people being moved in Spain.',
      /two-thirds a million|a third a million/,
    ],
    [
      'an idiom',
      'Spanish exports faltered, while investment at Harwick Foods fell short in Leeds.',
      /rose short/,
    ],
    [
      'what somebody voted for',
      'Jane Doe, a member of the Grain Board, voted for a quarter point rise in interest rates in Spain to 5%.',
      /rates rose|rates rise to/,
    ],
    [
      'a name cut at an apostrophe',
      'Standard & Poor’s has classed Spanish bonds as investment grade in Leeds.',
      /^(?!.*Poor).*has classed[^?\n]*$/m,
    ],
    [
      'a preposition lost before a list',
      'Despite strong sales of Harwick Foods, Dunmore’s mill business in Leeds is making a loss.',
      /^[Ss]trong sales of Harwick Foods, Dunmore/m,
    ],
    [
      'a year cut off its months',
      'Annual bread price inflation in Spain dipped below 20% during the final few months of 2004.',
      /months in 2004/,
    ],
  ])('is not told: %s', (_, text, wrong) => {
    expect(told(text)).not.toMatch(wrong)
  })

  it('offers no two options that are one body', () => {
    const asks = asksOf(
      'Harwick Foods may sell a mill in Leeds for $40m. TimeWarner and Toyota have mills in Spain. In Chile, Time Warner sold one.',
    )
    for (const { rivals } of asks) {
      const texts = rivals.map(({ key }) => key.text)
      expect(texts.includes('TimeWarner') && texts.includes('Time Warner')).toBe(false)
    }
  })
})

describe('a set', () => {
  it('asks once for what two sentences tell', () => {
    const body =
      'Shares in engineering group Harwick Foods have soared more than 16% on news of a sale in Leeds.\n\nShares in Harwick Foods were up more than 16% by the close of trade in Leeds.'
    const { questions } = questionsOf(read({ title: 'Bread prices', body }, lexicon), { count: 10, seed: 1 })
    expect(
      questions.filter(({ stem, kind }) => kind !== 'true-false' && /percentage/.test(stem)).length,
    ).toBeLessThan(2)
  })

  it('asks for no name where nothing else tells of what', () => {
    const { questions } = questionsOf(
      read(
        {
          title: 'Harwick Foods chief to leave',
          body: 'Harwick Foods has been faced with a declining share price and falling profits.',
        },
        lexicon,
      ),
      { count: 10, seed: 1 },
    )
    expect(questions.map(({ stem }) => stem).join('\n')).not.toMatch(/^The company that has been faced/m)
  })

  it('asks for a name as a gap under a headline', () => {
    const body =
      'Dunmore Stores is officially registered in the Spanish region of Tarn. Harwick Foods sold mills in Leeds.'
    const questions = draftAll(read({ title: 'Bread prices climb again', body }, lexicon), { seed: 1 })
    expect(questions.some(({ kind, answer }) => kind === 'cloze' && answer === 'Dunmore Stores')).toBe(true)
  })
})

describe('one among several', () => {
  it('is not asked for, as others answer to it too', () => {
    expect(told('Norway was among the most upbeat countries in the survey by Harwick Foods.')).not.toMatch(
      /Which country/,
    )
    expect(told('Harwick Foods is one of the 500 biggest employers in Norway.')).not.toMatch(/Which company/)
  })
})
