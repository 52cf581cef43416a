import { describe, expect, it } from 'vitest'
import { findFindings } from '../../../../core/facts/find-facts.ts'
import { check, findFacts, type Question, read } from '../../../../core/index.ts'
import { areSeparate, officesBeside } from '../../../../core/language/offices.ts'
import type { Ask } from '../../../../core/questions/ask.ts'
import { findAsks } from '../../../../core/questions/asks/find-asks.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

const asksOf = (body: string): Ask[] => {
  const reading = read({ body, date: '2024-07-01' }, lexicon)
  return findAsks(reading, findFindings(reading)).filter((ask): ask is Ask => 'key' in ask)
}

/** The ask for who did it, whose stem opens so. */
function asked(body: string, opening: string): Ask {
  const ask = asksOf(body).find(({ slot, stem }) => slot === 'subject' && stem?.startsWith(opening))
  if (!ask) throw new Error(`Nothing is asked that opens '${opening}'.`)
  return ask
}
const rivalsOf = ({ rivals }: Ask): string[] => rivals.map(({ key }) => key.text)
const rivals = (body: string, opening: string): string[] => rivalsOf(asked(body, opening))

const CUT = 'The Riksbank cut its policy rate to 3.75% in May 2024.'

describe('how a question calls a name', () => {
  const others = 'The Swiss National Bank and Norges Bank waited. The Federal Reserve waited too.'

  it('is by its kind, where the article tells of others of the kind', () => {
    expect(asked(`${CUT} ${others}`, 'Which').stem).toMatch(/^Which central bank cut/)
  })

  it('is more general where the kind would tell who it is', () => {
    expect(asked(CUT, 'Which').stem).toMatch(/^Which organisation cut/)
    expect(
      asked(
        'Norges Bank cut its policy rate to 3.75% in May 2024. The Riksbank and the Federal Reserve waited.',
        'Which',
      ).stem,
    ).toMatch(/^Which organisation cut/)
  })

  it('is by its trade, where that has a word of its own', () => {
    const body = 'Ryanair carried 18 million people in May 2024. Lufthansa and Finnair carried fewer.'
    expect(asked(body, 'Which').stem).toMatch(/^Which airline carried/)
  })
})

describe('wrong names', () => {
  it('are of the same kind first', () => {
    const body = `${CUT} Volvo and Saab complained. The Federal Reserve waited. The Swiss National Bank waited.`
    expect(rivals(body, 'Which').slice(0, 2).sort()).toEqual(['Federal Reserve', 'Swiss National Bank'])
  })

  it('are of the same trade first, then of one near to it, and of no other', () => {
    const body =
      'Walmart sold 900,000 turkeys in Canada in May 2024. PepsiCo waited. Airbus waited. Kroger waited. Costco waited.'
    expect(rivals(body, 'Which')).toEqual(['Kroger', 'Costco', 'PepsiCo'])
  })

  it('are no papers that the article only cites, and no words that merely have a capital', () => {
    const body = `Norvale Group sold 900 shops in Leeds in May 2024. The company told Reuters so. A report in the Guardian said so. Resources were short, said Fact. Dunmore Group waited. Harrow Stores waited.`
    const names = rivals(body, 'Which')
    expect(names).toEqual(expect.arrayContaining(['Harrow Stores']))
    expect(names).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Reuters|Guardian|Fact|Resources/)]),
    )
  })

  it('are of no other country than the one the question names', () => {
    const body =
      'Geely sold 900,000 cars to Chinese drivers in May 2024. Toyota waited. Chery waited. Honda waited. BYD waited.'
    expect(rivals(body, 'Which').sort()).toEqual(['BYD', 'Chery'])
  })

  it('come from one house once', () => {
    const body =
      'Harrow Stores sold 900 shops in Leeds in May 2024. Norvale Radio waited. Norvale Films waited. Dunmore Stores waited.'
    expect(rivals(body, 'Which').filter((name) => name.startsWith('Norvale')).length).toBeLessThan(2)
  })

  it('are women where the question says she', () => {
    const body =
      'Jane Doe sold her stake in Harwick Foods for $40m in May 2024. Tom Okafor waited. Maria Ruiz waited. Anna Berg waited. Peter Hale waited.'
    expect(rivals(body, 'Who').sort()).toEqual(['Anna Berg', 'Maria Ruiz'])
  })

  it('are no heads of state beside others', () => {
    const body =
      'Peter Hale, chief executive of Harwick Foods, opened 40 shops in Peru in May 2024. President Tom Okafor waited. Anna Berg, the chairman, waited. Maria Ruiz, a director, waited.'
    expect(rivals(body, 'Who')).not.toContain('Tom Okafor')
    expect(rivals(body, 'Who')).toContain('Anna Berg')
  })

  it('each say why they are wrong in a sentence of their own', () => {
    const body = `${CUT} The Swiss National Bank and Norges Bank waited. The Federal Reserve waited too.`
    const reasons = asked(body, 'Which').rivals.map(({ why }) => why)
    expect(new Set(reasons).size).toBe(reasons.length)
    for (const why of reasons) expect(why).toMatch(/Riksbank.*elsewhere: “/)
  })
})

describe('offices beside an office', () => {
  it('are of like rank, in its form, and never held with it', () => {
    expect(officesBeside(lexicon, 'chief executive').slice(0, 2)).toEqual([
      'finance director',
      'chief technology officer',
    ])
    expect(officesBeside(lexicon, 'CFO')).toEqual(expect.arrayContaining(['CEO', 'CTO']))
    expect(officesBeside(lexicon, 'chief executive')).not.toContain('chairman')
  })

  it('are none for an office that is held beside others, or that no list knows', () => {
    expect(officesBeside(lexicon, 'chairman')).toEqual([])
    expect(officesBeside(lexicon, 'keeper of the keys')).toEqual([])
    expect(areSeparate(lexicon, 'chief executive', 'keeper of the keys')).toBe(false)
  })
})

const DEAL =
  'Barclays bought Tesco Bank for £600m in February 2024. Anna Cross, finance director of Barclays, welcomed it. Barclays competes with Lloyds.'

describe('names from outside the article', () => {
  const outside = (ask: Ask): string[] =>
    ask.rivals.filter(({ source }) => source === 'outside').map(({ key }) => key.text)

  it('stand beside the buyer in a named deal: its like by trade, country and fame', () => {
    const names = outside(asked(DEAL, 'Which company bought Tesco Bank'))
    expect(names.length).toBeGreaterThan(2)
    for (const name of names)
      expect(lexicon.organisations.get(name)).toMatchObject({ sector: 'banking', country: 'United Kingdom' })
    expect(names).not.toContain('Lloyds Banking Group')
  })

  it('stand beside nothing that many may have done', () => {
    const open = [
      'Barclays competes with Lloyds in the market for small loans in Leeds.',
      'Barclays lends money to 400 farms in Leeds in 2024.',
      'Barclays owns 40 branches in Leeds and sells insurance there.',
    ]
    for (const body of open) for (const ask of asksOf(body)) expect(outside(ask), ask.stem).toEqual([])
  })

  const reading = read({ body: DEAL, date: '2024-07-01' }, lexicon)
  const facts = findFacts(reading)
  const breaks = (family: string, stem: string, key: string, wrong: readonly string[]): boolean => {
    const [fact] = facts.filter((each) => each.family === family)
    if (!fact) throw new Error(`No fact of the family ${family}`)
    const question: Question = {
      id: 'q',
      kind: 'choice',
      stem,
      options: [key, ...wrong].map((text) => ({ text, correct: text === key, why: 'a reason' })),
      answer: key,
      explanation: 'It says so.',
      facts: [fact.id],
      evidence: [...fact.evidence],
      needsArticle: false,
    }
    return check(question, { reading, facts }).failures.some(({ rule }) => rule === 'one-answer-in-the-world')
  }

  it.each([
    ['event', 'Which bank bought Tesco Bank in February 2024?', 'Barclays', ['HSBC', 'NatWest']],
    [
      'role',
      'What position did Anna Cross hold at Barclays?',
      'finance director',
      ['chief executive', 'general counsel'],
    ],
    ['role', 'Who was finance director of Barclays?', 'Anna Cross', ['Charlie Nunn', 'Noel Quinn']],
  ])('are let stand by rule 25: %s, %s', (family, stem, key, wrong) => {
    expect(breaks(family, stem, key, wrong)).toBe(false)
  })

  it.each([
    // an offer, a share, a thing that many buy
    ['event', 'Which bank offered to buy Tesco Bank in February 2024?', 'Barclays', ['HSBC', 'NatWest']],
    ['event', 'Which bank bought shares in Tesco Bank in February 2024?', 'Barclays', ['HSBC', 'NatWest']],
    ['event', 'Which bank bought Tesco Bank shares in February 2024?', 'Barclays', ['HSBC', 'NatWest']],
    ['event', 'Which bank bought loans in February 2024?', 'Barclays', ['HSBC', 'NatWest']],
    ['event', 'Which bank competes with the takeover of Tesco Bank?', 'Barclays', ['HSBC', 'NatWest']],
    // an office that the same person may hold, or that nobody knows
    [
      'role',
      'What position did Anna Cross hold at Barclays?',
      'finance director',
      ['chief executive', 'treasurer'],
    ],
    [
      'role',
      'What position did Anna Cross hold at Barclays?',
      'finance director',
      ['chief executive', 'keeper'],
    ],
    // where else somebody works is not for the article to say
    ['role', 'At which bank was Anna Cross finance director?', 'Barclays', ['HSBC', 'NatWest']],
  ])('are kept out by rule 25: %s, %s', (family, stem, key, wrong) => {
    expect(breaks(family, stem, key, wrong)).toBe(true)
  })
})
