import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Asked, Planted } from './fault.ts'

/** Sound questions, each to be given a hint. */
const growth = (hint: string): Asked =>
  corvane.choice(
    'By what percentage did the revenue of Corvane rise in the third quarter of 2024, to $4.2bn?',
    ['9%', '12%*', '31%'],
    'rose 12%',
    { hint },
  )
const buyer = (hint: string): Asked =>
  tarn.choice(
    'Which company agreed to buy Bexley Dairies for its bakeries on 3 February 2025?',
    ['Hale Bakeries', 'Tarn Foods*', 'Penrose Capital'],
    'agreed to buy',
    { hint },
  )
const cause = (hint: string): Asked =>
  aster.choice(
    'Why did Aster Air cancel 240 flights on 9 July 2024?',
    ['a profit of €40m', 'a strike by pilots*', 'an offer'],
    'cancelled 240',
    { hint },
  )
const governor = (hint: string): Asked =>
  norland.cloze(
    'As of May 2024, the governor of the Bank of Norland was _____.',
    'Ilse Brandt',
    'Ilse Brandt, governor',
    { hint },
  )
const fined = (hint: string): Asked =>
  veld.number('How much was Veld Energy fined on 9 July 2024?', 48, 'million euros (€m)', 'fined Veld', {
    hint,
  })
const price = (hint: string): Asked =>
  tarn.estimate(
    'How many million pounds did Tarn Foods agree to pay for Bexley Dairies on 3 February 2025?',
    340,
    'million pounds (£m)',
    { low: 0, high: 1000, tolerance: 50 },
    'agreed to buy',
    { hint },
  )
const flights = (hint: string): Asked =>
  aster.falsehood(
    'Aster Air cancelled 310 flights on 9 July 2024.',
    'Aster Air cancelled 240 flights on 9 July 2024.',
    'cancelled 240',
    { hint },
  )
const exports = (hint: string): Asked =>
  norland.ordering(
    'Put these figures of Norland for 2023 in order, largest first.',
    [
      ['exports', 'Exports of Norland came to 84bn kroner.'],
      ['fish', 'Fish was worth 21bn kroner.'],
      ['timber', 'Timber was worth 17bn kroner.'],
    ],
    'Exports of Norland',
    { hint },
  )
const offices = (hint: string): Asked =>
  corvane.matching(
    'Match these people of October 2024 with their offices.',
    [
      ['Maren Holt', 'chief executive'],
      ['Paul Idris', 'finance director'],
      ['Priya Nair', 'analyst'],
    ],
    ['Maren Holt, chief', 'Paul Idris', 'Priya Nair'],
    { hint },
  )
const competitors = (hint: string): Asked =>
  sarvani.several(
    'With which two of these firms does Sarvani Motors compete, as of May 2024?',
    ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses', 'Orbis Fund'],
    'competes with',
    { hint },
  )

export const hintKeepsTheKey: Planted = {
  faults: [
    ['the key itself', buyer('Think of Tarn Foods.'), "'Tarn Foods'"],
    ['a wrong option', buyer('It was bigger than Hale Bakeries.'), "'Hale Bakeries'"],
    ['a word of the key', cause('It had to do with a walkout or strike.'), "'a strike by pilots'"],
    ['another form of a word of the key', cause('Somebody was striking that day.'), "'a strike by pilots'"],
    ['the surname', governor('Her colleagues call her Brandt.'), "'Ilse Brandt'"],
    ['the first letter', governor('Her given name begins with I.'), 'how the answer is spelt'],
    ['a rhyme', governor('Her given name rhymes with Elsa.'), 'how the answer is spelt'],
    ['the figure', growth('The rise was 12%.'), "'12%'"],
    ['the figure in words', growth('The rise was twelve per cent.'), 'the figure of the answer'],
    ['the figure without its unit', fined('It begins at 48 and stays there.'), 'the figure of the answer'],
    ['a figure beside it', fined('It was just under €50m.'), 'the figure of the answer'],
    [
      'a bound that strikes an option out',
      growth('The rise was less than 20%.'),
      "rules out the option '31%'",
    ],
    [
      'digits that strike an option out',
      growth('The rise was a double-digit one.'),
      "rules out the option '9%'",
    ],
    ['a place among the options', growth('It is not the largest of the three.'), 'by its place'],
    ['the half of the options', growth('Take one of the two smaller figures.'), 'by its place'],
    ['one of the options by its letter', competitors('Option A is among them.'), 'by its place'],
    ['that one alone remains', buyer('Only one of them ever bought a dairy.'), 'by its place'],
    ['the paragraph', cause('The second paragraph tells of it.'), 'where in the article'],
    ['the headline', cause('The headline says why.'), 'where in the article'],
    ['the start of the article', fined('Look at the beginning of the article.'), 'where in the article'],
    [
      'the passage itself',
      fined('It was for hiding leaks from regulators at that time.'),
      'quotes the passage',
    ],
    ['that a statement is false', flights('One figure in it is wrong.'), 'by its place or its truth'],
    ['the truth of a statement', flights('It was closer to 240 flights.'), "'240"],
    ['an item of an order', exports('Nothing was worth less than timber.'), "'timber'"],
    ['the figure that settles an order', exports('One of them came to 17bn kroner.'), 'the figure'],
    ['an order by its letters', exports('The order is alphabetical.'), 'how the answer is spelt'],
    ['an order by how it is shown', exports('They stand as shown.'), 'by its place'],
    ['one side of a pair', offices('The analyst is a woman.'), "'analyst'"],
    ['no sentence', price('big'), 'no short sentence'],
    ['more than anyone reads', price(`The price was ${'very, '.repeat(30)}very high.`), 'no short sentence'],
  ],
  nearMisses: [
    [
      'how it stands to another figure',
      growth('The rise was larger than that of the revenue over nine months.'),
    ],
    ['how many options the article names', growth('All three figures stand in the article.')],
    ['a bound that every option keeps', growth('The rise was less than 40%.')],
    ['a word that the question gives', buyer('The company had bakeries before.')],
    ['a word that all options share', buyer('It is a firm that takes over others.')],
    ['what it had to do with', cause('It had to do with wages.')],
    ['the sort of name', governor('The gap takes the name of a woman.')],
    ['how many words', governor('The gap takes two words.')],
    ['how many digits', fined('The figure has two digits.')],
    ['a figure far from it', fined('It was less than €300m.')],
    ['the half of a scale', price('The figure lies in the lower half of the scale.')],
    ['how it stands to a sale', price('It was more than the company paid for its bakeries.')],
    ['what a statement speaks of', flights('Think of how many aircraft the airline has.')],
    ['a figure of another order', exports('All of them came to more than 9bn kroner.')],
    ['how items compare without a name', exports('Two of them were worth about the same.')],
    ['who the people are', offices('Two of them work for one firm.')],
    ['what the right ones have in common', competitors('Both make motor vehicles.')],
  ],
}
