import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { read } from '../../../../core/index.ts'
import { type Ask, isSeries } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { fill } from '../../../../core/questions/fill.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

const asksOf = (body: string) => {
  const reading = read({ body }, lexicon)
  return findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
}

const MILLS = 'Harwick Foods closes a third of its mills'

const stemsUnder = (title: string, body: string, date?: string) => {
  const reading = read(date === undefined ? { title, body } : { title, body, date }, lexicon)
  return findAsks(reading, findFindings(reading))
    .filter((ask): ask is Ask => !isSeries(ask))
    .flatMap(({ stem, sentence }) => [stem, sentence])
    .filter((text) => text !== undefined)
}

describe('who leads a body', () => {
  it('is asked without a title that the article does not give', () => {
    const body = 'It sold more than Harwick Foods, the Spanish rival led by Jane Doe.'
    expect(stemsUnder(MILLS, body, '2025-02-20')).toEqual([
      'Who led Harwick Foods as of February 2025?',
      'As of February 2025, {} led Harwick Foods.',
    ])
  })
})

describe('where a question stands', () => {
  it('is said of a figure that holds at no time the question names', () => {
    expect(stemsUnder(MILLS, 'Sales at Dunmore Stores fell by 12%.')).toContain(
      `By what percentage did sales at Dunmore Stores fall, as reported under the headline ‘${MILLS}’?`,
    )
  })

  it('is not said where a year places it', () => {
    expect(stemsUnder(MILLS, 'Sales at Dunmore Stores fell by 12% in 2024.')).toContain(
      'By what percentage did sales at Dunmore Stores fall in 2024?',
    )
  })

  it('is said of a forecast all the same: another report gives another', () => {
    expect(
      stemsUnder(MILLS, 'Sales of Dunmore Stores are expected to reach $40m in 2026.', '2025-02-20'),
    ).toContainEqual(expect.stringMatching(/‘Harwick Foods closes a third of its mills’ in February 2025/))
  })

  it('is left out where a word of the answer stands in the headline', () => {
    const stems = stemsUnder(MILLS, 'Harwick Foods bought 40 shops in Spain from Dunmore Stores.')
    expect(stems).toContain('Which company bought 40 shops in Spain from Dunmore Stores?')
  })

  it('leaves no question longer than can be read at once', () => {
    const body =
      'Harwick Foods closed the oldest paper mill of the four that it has had in Chile with 400 people at work in it for $40m of savings.'
    for (const stem of stemsUnder(MILLS, body).filter((text) => text.endsWith('?')))
      expect(stem.split(' ').length, stem).toBeLessThanOrEqual(30)
  })
})

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
    'Harwick Foods entered into a lease for a mill in Norway.',
    'The main reason, most traders accept, is the debt of Harwick Foods in Norway.',
  ])('is none where both could be true, or the word is bound: %s', (text) => {
    expect(
      turned(text).filter(([, key]) => /^(?:[Ss]mall|sold|low|strong|entered|accept)$/.test(key ?? '')),
    ).toEqual([])
  })
})

describe('what is asked', () => {
  const stems = (text: string) => asksOf(text).flatMap(({ stem }) => stem ?? [])

  it.each([
    // a slip of the article, or half a subject
    ['The rise in the prices of flour and bread have helped Harwick Foods to open 40 mills in Spain.'],
    ['The union said an arbitration court were better judges of the row between Harwick Foods and Norway.'],
    // fits too many
    ['Harwick Foods is a Danish retail giant.'],
  ])('is not what cannot be said so: %s', (text) => {
    expect(asksOf(text)).toEqual([])
  })

  it.each([
    // only wished
    [
      'Harwick Foods had hoped that a surplus in its pension fund could be used to bridge the $40m gap.',
      /^(?!.*hoped).*could be used/,
    ],
    // what somebody claims
    [
      'Harwick Foods denied the claim that exports of wheat to Norway had increased by 40% in 2024.',
      /^(?!.*claim).*had increased/,
    ],
    // a rating with its sign
    [
      'Norvale kept the rating of Peru at BBB- in 2024 after Harwick Foods closed 40 mills there.',
      /BBB(?!-)/,
    ],
    // with whom?
    [
      'Rosa Lind was reported in June to have attended a meeting in Spain between Jane Doe, the chairwoman of Harwick Foods, and buyers from Spain.',
      /between (?:Jane Doe|_____)\W*$/,
    ],
  ])('is not less than was said: %s', (text, less) => {
    for (const { statement, stem, sentence } of asksOf(text))
      for (const asked of [statement, stem, sentence]) expect(asked ?? '').not.toMatch(less)
  })

  it('is not who is only asked for an opinion', () => {
    const rivals = asksOf(
      'Harwick Foods recalled 40,000 mixers in Spain. Dunmore Stores sold them. "It is bad," said Rosa Lind, an analyst at Quayside Research.',
    ).flatMap(({ slot, rivals }) => (slot === 'subject' ? rivals.map(({ key }) => key.text) : []))
    expect(rivals).toContain('Dunmore Stores')
    expect(rivals).not.toContain('Quayside Research')
  })

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

describe('what is not asked, or not so', () => {
  const told = (body: string) =>
    asksOf(body).flatMap(({ stem, sentence, statement, key }) =>
      [stem, sentence, statement, key.text].join(' | '),
    )
  const all = (body: string) => told(body).join('\n')

  it('gives no regulator the revenue of which it speaks', () => {
    const body =
      'The Grain Commission said in March 2024 that revenue had been overstated by $56m, because sales were counted too early.'
    expect(all(body)).not.toMatch(/Commission’s revenue/)
  })

  it('gives the company of the article no revenue of a canal', () => {
    const body =
      'Harwick Foods closed 40 shops in 2024. Harwick Foods had sales of $70m in 2024. The Kiel Canal’s revenue fell 61% in 2024.'
    expect(all(body)).toMatch(/the Kiel Canal['’]s revenue/)
    expect(all(body)).not.toMatch(/Harwick Foods’ (?:the )?Kiel/)
  })

  it('takes a higher price for no rise', () => {
    expect(all('Dunmore Stores offered $32 a share. The price of Harwick Foods was $22 higher.')).not.toMatch(
      /rose|rise/,
    )
    expect(all('Sales at Harwick Foods were 5% higher in 2024.')).toMatch(/rose|rise/)
  })

  it('keeps what narrows a thing at the end of a predicate', () => {
    expect(all('Harwick Foods gave up ovens that run on petrol alone in March 2022.')).toMatch(/petrol alone/)
  })

  it('leaves out a second subject that shares the verb', () => {
    const body = 'Harwick Foods sells about 70% of the bread in Leeds, and Dunmore Stores alone about 20%.'
    expect(all(body)).toMatch(/sells? about/)
    expect(all(body)).not.toMatch(/Which company sells[^|]*Dunmore/)
  })

  it('tells of no payment without what it is for', () => {
    const body =
      'Harwick Foods announced on 3 June 2024 that it would pay $69m, or $9 a share, all in cash, for Dunmore Stores.'
    expect(all(body)).not.toMatch(/would pay \{\}[.?]|would pay _+[.?]/)
  })

  it.each([
    ['Former Harwick Foods boss Jane Doe began testimony in Leeds on Friday.', /boss of|Harwick Foods’ boss/],
    [
      'Peter Okafor, head of Harwick Foods main shareholders’ group Lowfield, said that it may sue.',
      /head of Harwick Foods(?! main)/,
    ],
    // one half of a joint subject
    [
      'Jane Doe and her family hold a stake of 28% in Harwick Foods.',
      /family hold a stake of [^|]*\| her|Doe’s family hold/,
    ],
    [
      'The Model 3 and the Model Y made up 1,704,093 of the deliveries of Harwick Foods in 2024.',
      /^The Model Y|[|] The Model Y/m,
    ],
    ['Spain grows about 70% of the olives that Harwick Foods sells.', /grow(?:s|n)? by/],
    ['The price of Harwick Foods was $22 higher.', /higher/],
    [
      'The estimate of Harwick Foods was 374,000 tonnes in February 2024, 462,000 in August 2024 and 494,000 in May 2025.',
      /^How many/m,
    ],
    [
      'The Leeds Board fined it $3m because it had sold the data of readers in Spain.',
      /Leeds Board (?:sold|had sold)/,
    ],
    [
      'Harwick Foods met Dunmore Stores. Ahead of talks with Harwick Foods, the pan-European bourse said it may pay $3m in cash.',
      /Harwick Foods may pay/,
    ],
    [
      'Peter Okafor said an assessment should be made as to whether investment is beneficial to Spain.',
      /as to(?! whether)/,
    ],
    [
      'Jane Doe spent months in jail in Leeds and was kept under house arrest until last September.',
      /until last in|in September/,
    ],
    [
      'Larry Lowe, chairman of Save Our Community, opposed a Harwick Foods shop in Leeds.',
      /Save’s chair|chairman of Save(?! Our)|[|] Save$/m,
    ],
    [
      'It is run by Oil and Natural Gas Corporation chairman Subir Raha of Leeds.',
      /of Natural Gas Corporation|^Natural Gas/m,
    ],
    [
      'Harwick Foods is in Leeds. Jane Doe of Dunmore Stores declined to speak of her firm’s reported interest in the company.',
      /interest in Harwick/,
    ],
    ['Growth in Spain is set to accelerate to 4% in 2006, it forecast.', /it forecast/],
    [
      'The owner will need an engineer to calculate the potential heating, power and lighting load to make sure that it is enough.',
      /term for/,
    ],
    [
      'Jane Doe rejects a suggestion that she had once told Peter Okafor that Harwick Foods was unaware of the fraud.',
      /who said|Who said/,
    ],
    ['The estimated loss of Harwick Foods is up to 70% of its sales in 2024.', /rose to up to/],
    [
      'There may be concerns, as Harwick Foods only emerged from bankruptcy protection last April.',
      /protection last\b/,
    ],
    [
      'Shares in Germany’s Thyssen, the UK’s Harwick Foods and France’s Dunmore fell by 3% on 3 June 2024.',
      /^(?:the )?UK’s Harwick Foods and/im,
    ],
    [
      'The sum is about $5bn, similar to the cash offered Leeds after Hurricane Mitch.',
      /^similar|[|] similar/im,
    ],
    [
      'Growth has been rapid, with the Leeds Tourism Board figures showing a 45% increase in tourist revenues in the region during 2004.',
      /Board’s tourist/,
    ],
    [
      'The fate of the oil firm sold to a little-known buyer by Harwick Foods is unknown.',
      /^Which company sold to/m,
    ],
    [
      'Although he worked whilst running Bank of Leeds in New York, Jane Doe was head of Harwick Foods when it broke.',
      /Harwick Foods in New York|in New York/,
    ],
    ['The price of wheat has weakened sharply since September when Harwick Foods sold it.', /since since/],
    [
      'While the jobless rate in Spain went up to 5.5% from 5.4% in September 2004, Harwick Foods hired.',
      /to up to/,
    ],
    // whose shares?
    [
      'Lowfield Bank said the value of Harwick Foods had gone, as its shares have fallen 97%.',
      /Lowfield Bank’s shares/,
    ],
    // anybody's shares
    [
      'Harwick Foods sells bread. The baker argued that shares outperformed bonds over the long term.',
      /Harwick Foods’ shares/,
    ],
    [
      'Harwick Foods sells bread in Spain. In Leeds, annual inflation rose to 7.1% from 7% in November 2024.',
      /Spain’s (?:annual )?inflation/,
    ],
    [
      'Annual inflation in Spain is strong, up 13.8% in the year to November 2024.',
      /inflation (?:rise|rose)/,
    ],
    [
      'The Board predicts that as births fall from 2010, the cost of pensions in Spain will double to 5% of output.',
      /births fall/,
    ],
    [
      'It is the first visit since sanctions imposed on Spain in 1998 after Spain’s nuclear tests were lifted.',
      /tests were lifted/,
    ],
    ['The gain in payrolls at Harwick Foods was below expectations of 190,000 new jobs.', /^Of how many/m],
    [
      'Growth in Spain depends on an upturn in consumer spending, a fall in the value of the yen and an improvement in trade.',
      /term for/,
    ],
  ])('is not read into a text: %s', (body, wrong) => {
    expect(all(body)).not.toMatch(wrong)
  })

  it('keeps the adverb without which a verb says more', () => {
    const body =
      'Sales at Harwick Foods first passed $10,000m on 26 March 2024. Harwick Foods first sold 40 cakes to Norway on 3 June 2024.'
    expect(all(body)).toMatch(/did Harwick Foods first sell/)
    expect(all(body)).not.toMatch(/did sales at Harwick Foods pass/)
  })

  it('offers no part that is more than the whole', () => {
    const asks = asksOf(
      'Net income of Harwick Foods rose 145% in 2024. Large bakers accounted for about 50% of the sales of Harwick Foods in 2024.',
    )
    const rivals = asks
      .filter(({ key }) => key.text === '50%')
      .flatMap(({ rivals }) => rivals.map(({ key }) => key.text))
    expect(rivals).not.toContain('145%')
  })

  it('turns round no verb of which two figures tell the direction', () => {
    const asks = asksOf('Bonuses on pensions at Harwick Foods were reduced from 3.25% to 2.5% in 2024.')
    expect(asks.map(({ key }) => key.text)).not.toContain('reduced')
  })

  it('takes a firm for no newspaper that told of it', () => {
    const body =
      'The dam is built by Harwick Works. The Leeds News said the company may pay a fine. The firm has also ignored orders to stop work at two projects in Kent.'
    expect(all(body)).not.toMatch(/Leeds News has ignored|Leeds News ignored/)
  })

  it('takes no host for who speaks', () => {
    const body =
      'Jane Doe, the finance minister of Spain, called for fair rules. At a conference hosted by Peter Okafor on Friday, he said that floating rates help countries.'
    expect(all(body)).not.toMatch(/Peter Okafor[^|]*said|said[^|]*\| Peter Okafor/)
  })

  it('takes the one court with a name for no other that was told of', () => {
    const body =
      'Harwick Foods asked a Spanish court for help. It also went to the European Court of Human Rights. The court had backed it in four out of five issues of law in Leeds.'
    expect(all(body)).not.toMatch(/Human Rights had backed/)
  })

  it('carries no time that says how often something happened', () => {
    const body =
      'Sales of bread have risen by a fifth in each of the past two years. But sales at Harwick Foods were down 3.7% to $6m.'
    expect(all(body)).not.toMatch(/3\.7%[^|]*past two years|fall[^|]*past two years/)
  })

  it('opens with no capital behind where it was reported', () => {
    const reading = read(
      {
        title: MILLS,
        body: 'The Grain Board raised the price of wheat in 2024. Eight members of its council were in favour.',
      },
      lexicon,
    )
    const asks = findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => !isSeries(ask))
    const count = asks.find(({ key }) => key.text === 'Eight members')
    if (count?.statement === undefined) throw new Error('nothing was asked of how many members it was')
    expect(fill(count.statement, count.key.text)).toBe(
      `As reported under the headline ‘${MILLS}’, eight members of the Grain Board’s council were in favour.`,
    )
  })
})
