import { facts, passage } from '../../support/sample.ts'
import { type Cases, choice, cloze, number, options, person, trueFalse, truth } from './case.ts'

const derived = { facts: ['f-ratio'], evidence: facts.ratio.evidence }
const staff = { facts: ['f-staff'], evidence: facts.staff.evidence }
const bankruptcy = { facts: ['f-bankruptcy'], evidence: facts.bankruptcy.evidence }
const openings = { facts: ['f-openings'], evidence: facts.openings.evidence }
const shares = { facts: ['f-shares'], evidence: facts.shares.evidence }
const guidance = { facts: ['f-guidance'], evidence: facts.guidance.evidence }

/** A passage of its own, of which no fact tells. */
const heard = (quote: string) => ({
  needsArticle: true,
  facts: [],
  evidence: [{ start: 0, end: 0, quote }],
})

const said = (words: string) => ({ stem: `Who said ${words}?` })

export const content = {
  'key-in-evidence': {
    breaks: [
      ['a figure that is not in the passage', choice(options('5%', '9%*', '12%'))],
      [
        'another figure of the passage than the fact states',
        number({
          answer: 330,
          unit: 'million pounds (£m)',
          stem: 'To how much did the revenue of Harbour Foods rise in 2024?',
          facts: ['f-revenue'],
          evidence: facts.revenue.evidence,
        }),
      ],
      ['the right number in the wrong scale', number({ answer: 72.5, unit: 'billion pounds (£bn)' })],
      ['the right number in the wrong currency', number({ answer: 72.5, unit: 'million yen (¥m)' })],
      [
        'a quote that does not stand at its offsets',
        choice({ evidence: [{ ...passage('revenue rose 8%'), quote: 'revenue rose 9%' }] }),
      ],
      ['no passage at all', choice({ evidence: [] })],
      ['a passage that says something else', person({ evidence: facts.finance.evidence })],
      [
        'a derived figure that does not follow',
        number({
          ...derived,
          stem: 'How many times its 2023 capital expenditure was that of Harbour Foods in 2024?',
          answer: 4,
          unit: 'times',
        }),
      ],
      [
        'a true statement with a figure from elsewhere',
        truth({ stem: 'The capital expenditure of Harbour Foods reached £136m in 2024.' }),
      ],
      [
        'percentage points taken for percent',
        choice({ ...options('1%', '2%*', '3%'), facts: ['f-margin'], evidence: facts.margin.evidence }),
      ],
      [
        'a date that is not in the passage',
        choice({ ...bankruptcy, ...options('16 January 2024*', '3 March 2025', '4 March 2025') }),
      ],
    ],
    keeps: [
      ['the figure as printed', choice()],
      ['the number in the unit of entry', number()],
      [
        'the amount in brackets',
        number({
          answer: 330,
          unit: 'million euros (€m)',
          stem: 'To how many euros did the revenue of Harbour Foods rise in 2024?',
          facts: ['f-revenue'],
          evidence: facts.revenue.evidence,
        }),
      ],
      [
        'a ratio that follows from two figures',
        number({
          ...derived,
          stem: 'How many times its 2023 capital expenditure was that of Harbour Foods in 2024?',
          answer: 3.02,
          unit: 'times',
        }),
      ],
      [
        'a ratio rounded as it is shown',
        cloze({
          ...derived,
          stem: 'In 2024 capital expenditure of Harbour Foods was _____ that of 2023.',
          answer: 'about 3 times',
          accepts: [],
        }),
      ],
      ['a name in other letters', person(options('Tom Vale', 'ANNA REID*', 'Mary Hollin'))],
      [
        'a date as printed',
        choice({ ...bankruptcy, ...options('16 January 2025*', '3 March 2025', '4 March 2025') }),
      ],
      [
        'a number of people',
        number({
          ...staff,
          stem: 'How many people does Brightmart employ?',
          answer: 12400,
          unit: 'people',
          needsArticle: true,
        }),
      ],
      ['a true statement', truth()],
      [
        'percentage points as such',
        choice({
          ...options('1 percentage point', '2 percentage points*', '3 percentage points'),
          facts: ['f-margin'],
          evidence: facts.margin.evidence,
        }),
      ],
    ],
  },
  'true-to-passage': {
    breaks: [
      [
        'a fall where it rose',
        choice({ stem: 'By how much did the revenue of Harbour Foods fall in 2024?' }),
      ],
      ['the year before', choice({ stem: 'By how much did the revenue of Harbour Foods rise in 2023?' })],
      [
        'buyer and bought turned round',
        truth({
          stem: 'Pennywise bought Brightmart in 2019.',
          facts: ['f-purchase'],
          evidence: facts.purchase.evidence,
        }),
      ],
      [
        'another company',
        truth({ stem: 'Northgate Bank filed for bankruptcy on 16 January 2025.', ...bankruptcy, facts: [] }),
      ],
      [
        'a year that the passage does not speak of',
        truth({
          stem: 'Margins of Harbour Foods widened by 2 percentage points in 2023.',
          facts: [],
          evidence: facts.margin.evidence,
        }),
      ],
    ],
    keeps: [
      ['the way it went', choice()],
      ['the year it was', truth()],
      [
        'buyer and bought',
        truth({
          stem: 'Pennywise was bought by Brightmart in 2019.',
          facts: ['f-purchase'],
          evidence: facts.purchase.evidence,
        }),
      ],
      [
        'the company itself',
        truth({ stem: 'Oldbury filed for bankruptcy on 16 January 2025.', ...bankruptcy }),
      ],
      ['the month of the article', person()],
    ],
  },
  'stem-in-article': {
    breaks: [
      ['a company from elsewhere', choice({ stem: 'By how much did the revenue of Tesco rise in 2024?' })],
      ['a year nobody names', choice({ stem: 'By how much did the revenue of Harbour Foods rise in 2021?' })],
      [
        'a figure nobody gives',
        number({ stem: 'To what did capital expenditure of Harbour Foods rise from £31m in 2023?' }),
      ],
      [
        'a month nobody names',
        choice({ stem: 'By how much did the revenue of Harbour Foods rise in August 2024?' }),
      ],
      [
        'a person from elsewhere',
        person({ stem: 'Who succeeded Jane Doe as chief executive of Harbour Foods in 2025?' }),
      ],
      ['a statement about another company', truth({ stem: 'Tesco spent £72.5m in 2024.' })],
      [
        'a gap sentence with another place',
        cloze({ stem: 'In Paris the revenue of Harbour Foods rose _____ in 2024.' }),
      ],
    ],
    keeps: [
      ['names and years of the article', choice()],
      ['the month of the article itself', person()],
      ['a possessive', choice({ stem: "By how much did Harbour Foods' revenue rise in 2024?" })],
      [
        'a figure written another way',
        number({ stem: 'To what did capital expenditure of Harbour Foods rise from £24 million in 2023?' }),
      ],
      [
        'a statement that opens with a word of its own',
        truth({ stem: 'In 2024 Harbour Foods spent £72.5m.' }),
      ],
      [
        'a false statement whose wrong figure is nowhere',
        trueFalse({ stem: 'The capital expenditure of Harbour Foods reached £51.9m in 2024.' }),
      ],
      [
        'a derived figure in a statement',
        truth({
          stem: 'In 2024 the capital expenditure of Harbour Foods was 3.02 times that of 2023.',
          facts: ['f-ratio'],
          evidence: facts.ratio.evidence,
        }),
      ],
    ],
  },
  'things-told': {
    breaks: [
      ['a thing nobody told of', choice({ stem: 'By how much did the sales rise in 2024?' })],
      ['the stores, before anybody is named', choice({ stem: 'By how much did the revenue rise in 2024?' })],
      ['a thing of which nothing was said', truth({ stem: 'Harbour Foods paid for the shelf in 2024.' })],
      ['a thing that opens a statement', truth({ stem: 'The shoppers of 2024 waited for the winter plan.' })],
      [
        'a thing with only a figure behind it',
        truth({ stem: 'Harbour Foods sold the farms for £136m in 2024.', ...heard('store sales') }),
      ],
    ],
    keeps: [
      ['nothing pointed at', choice()],
      [
        'the revenue of somebody',
        choice({ stem: 'By how much did the revenue of Harbour Foods rise in 2024?' }),
      ],
      ['the stores of somebody', person()],
      ['a thing told before', truth({ stem: 'Harbour Foods had stores in 2024, and the stores sold more.' })],
      ['one of its kind', truth({ stem: 'Harbour Foods told the public of its revenue in 2024.' })],
    ],
  },
  'stands-alone': {
    breaks: [
      ['the company', choice({ stem: 'By how much did the revenue of the company rise in 2024?' })],
      ['a pronoun at the start', number({ stem: 'What was its capital expenditure in 2024?' })],
      ['a word that leans on what went before', truth({ stem: 'Harbour Foods also spent £72.5m in 2024.' })],
      ['this week', choice({ stem: 'By how much did the revenue of Harbour Foods rise this week in 2024?' })],
      [
        'according to the passage',
        choice({
          stem: 'According to the passage, by how much did the revenue of Harbour Foods rise in 2024?',
        }),
      ],
      [
        'a demonstrative',
        truth({ stem: 'This capital expenditure of Harbour Foods reached £72.5m in 2024.' }),
      ],
      [
        'no period where it will be asked apart',
        choice({ stem: 'By how much did the revenue of Harbour Foods rise?' }),
      ],
      ['no subject', choice({ stem: 'By how much did revenue rise in 2024?' })],
      ['no measure', number({ stem: 'What was the figure of Harbour Foods in 2024?' })],
      [
        'a day of the week',
        choice({ stem: 'By how much did the revenue of Harbour Foods rise on Monday?', needsArticle: true }),
      ],
      ['an opening pronoun', truth({ stem: 'It could spend £72.5m of Harbour Foods in 2024.', facts: [] })],
      [
        'a body in a sentence to be completed',
        choice({
          stem: 'Which figure completes the sentence “The merged group will spend _____ in 2024”?',
          facts: [],
        }),
      ],
      [
        'an auction that nothing tells of',
        truth({ stem: 'Brightmart hoped to halt the auction in 2024.', facts: [] }),
      ],
      ['announcements', truth({ stem: 'Brightmart was helped by the announcements in 2024.', facts: [] })],
      [
        'a revision with an adjective',
        truth({ stem: 'In 2024 the upward revision was welcome to Brightmart.', facts: [] }),
      ],
      [
        'a noun that opens as if it had been told',
        truth({ stem: 'The effect was to leave Brightmart weaker in 2024.', facts: [] }),
      ],
      [
        'what is set against something before',
        truth({ stem: 'In contrast, Brightmart sold more in 2024.', facts: [] }),
      ],
      [
        'the article itself',
        choice({ stem: 'In the article, by how much did the revenue of Harbour Foods rise in 2024?' }),
      ],
    ],
    keeps: [
      ['subject, measure and year', choice()],
      [
        'a pronoun with its name before it',
        choice({ stem: 'By how much did Harbour Foods say its revenue rose in 2024?' }),
      ],
      [
        'an auction that a headline tells of',
        truth({
          stem: 'As reported under the headline ‘Oldbury farms go to auction’, Brightmart hoped to halt the auction.',
          needsArticle: true,
          facts: [],
        }),
      ],
      ['the first of its kind', truth({ stem: 'In 2024 Brightmart held the biggest auction.', facts: [] })],
      [
        'an it that stands for who is named',
        truth({ stem: 'It was Anna Reid who led Harbour Foods in 2025.', facts: [] }),
      ],
      ['the economy', truth({ stem: 'The economy was kind to Brightmart in 2024.', facts: [] })],
      [
        'what is set against something named',
        truth({ stem: 'In contrast to Oldbury, Brightmart sold more in 2024.', facts: [] }),
      ],
      [
        'a pronoun for what is asked',
        choice({
          stem: 'Which company saw its revenue rise to £280m in 2024, ahead of Brightmart?',
          ...options('Oldbury', 'Harbour Foods*', 'Northgate Bank'),
        }),
      ],
      [
        'the company that is then described',
        choice({ stem: 'By how much did revenue of the company behind Harbour Foods rise in 2024?' }),
      ],
      [
        'no period where it is asked right after its article',
        choice({ stem: 'By how much did the revenue of Harbour Foods rise?', needsArticle: true }),
      ],
      [
        'no period where the date is asked for',
        choice({
          ...bankruptcy,
          stem: 'On what date did Oldbury file for bankruptcy?',
          ...options('16 January 2025*', '3 March 2025', '4 March 2025'),
        }),
      ],
      [
        'the previous year beside a year',
        number({
          stem: 'To what did capital expenditure of Harbour Foods rise in 2024 from £24m the previous year?',
        }),
      ],
      [
        'the same word in a quotation',
        truth({ stem: 'In 2024 Anna Reid of Harbour Foods said “capital expenditure also reached £72.5m”.' }),
      ],
      [
        'a noun that needs no name',
        choice({ stem: 'By how much did the revenue of the grocer Harbour Foods rise in 2024?' }),
      ],
    ],
  },
  'keeps-hedges': {
    breaks: [
      [
        'guidance asked as fact',
        number({ ...guidance, stem: 'What was the revenue of Harbour Foods in 2025?', answer: 310 }),
      ],
      [
        'could made did',
        number({
          ...openings,
          stem: 'How many stores did Harbour Foods open in 2026?',
          answer: 40,
          unit: 'stores',
        }),
      ],
      [
        'about left out',
        number({
          ...openings,
          stem: 'How many stores could Harbour Foods open in 2026?',
          answer: 40,
          unit: 'stores',
        }),
      ],
      [
        'more than left out',
        choice({
          ...shares,
          stem: 'By how much did the shares of Harbour Foods fall on 4 March 2025?',
          ...options('5%', '9%*', '12%'),
        }),
      ],
      [
        'what he added, told as fact',
        truth({
          stem: 'Harbour Foods will close its farms in 2026.',
          facts: ['f-closing'],
          evidence: facts.closing.evidence,
        }),
      ],
      [
        'what somebody noted, told as fact',
        truth({
          stem: 'The plan of Harbour Foods was sound in 2025.',
          facts: ['f-sound'],
          evidence: facts.sound.evidence,
        }),
      ],
      [
        'more than left out of a gap sentence',
        cloze({
          ...shares,
          stem: 'On 4 March 2025 shares of Harbour Foods fell by _____.',
          answer: '9%',
          accepts: [],
        }),
      ],
      [
        'what a court has heard',
        truth({
          ...heard('Oldbury lied about its accounts in 2024, the court has heard.'),
          stem: 'Oldbury lied about its accounts in 2024.',
        }),
      ],
      [
        'what it is alleged that somebody did',
        truth({
          ...heard('Oldbury hid its losses in 2024, it is alleged.'),
          stem: 'Oldbury hid its losses in 2024.',
        }),
      ],
      [
        'what somebody is reported to be',
        truth({
          ...heard('Oldbury is reported to be ready for a sale of its farms.'),
          stem: 'Oldbury is ready for a sale of its farms.',
        }),
      ],
      [
        'what is reportedly so',
        truth({
          ...heard('Brightmart reportedly paid its buyers too little in 2024.'),
          stem: 'Brightmart paid its buyers too little in 2024.',
        }),
      ],
      [
        'a condition left out',
        truth({
          ...heard('Prices at Brightmart fell if measured in euros.'),
          stem: 'Prices at Brightmart fell.',
        }),
      ],
      [
        'a condition of what somebody will do',
        truth({
          ...heard('Oldbury will close its farms unless Brightmart buys them.'),
          stem: 'Oldbury will close its farms.',
        }),
      ],
      [
        'guidance in a statement of fact',
        truth({ ...guidance, stem: 'Harbour Foods had revenue of £310m in 2025.' }),
      ],
    ],
    keeps: [
      ['a plain fact', choice()],
      [
        'guidance asked as such',
        number({ ...guidance, stem: 'What revenue does Harbour Foods expect in 2025?', answer: 310 }),
      ],
      [
        'could and about kept',
        number({
          ...openings,
          stem: 'About how many stores could Harbour Foods open in 2026?',
          answer: 40,
          unit: 'stores',
        }),
      ],
      [
        'more than in the stem',
        choice({
          ...shares,
          stem: 'By more than how much did the shares of Harbour Foods fall on 4 March 2025?',
          ...options('5%', '9%*', '12%'),
        }),
      ],
      [
        'more than in the option',
        choice({
          ...shares,
          stem: 'By how much did the shares of Harbour Foods fall on 4 March 2025?',
          ...options('more than 5%', 'more than 9%*', 'more than 12%'),
        }),
      ],
      [
        'what a court has heard, told as heard',
        truth({
          ...heard('Oldbury lied about its accounts in 2024, the court has heard.'),
          stem: 'Oldbury, a court heard, lied about its accounts in 2024.',
        }),
      ],
      [
        'what a part of the sentence says that is not asked about',
        truth({
          ...heard('Brightmart employs 12,400 people, and its buyers are reportedly well paid.'),
          stem: 'Brightmart employs 12,400 people.',
        }),
      ],
      [
        'a condition kept',
        truth({
          ...heard('Oldbury will close its farms unless Brightmart buys them.'),
          stem: 'Oldbury will close its farms unless Brightmart buys them.',
        }),
      ],
      [
        'an if of a question somebody asked',
        truth({
          ...heard('Northgate Bank asked if Oldbury was sound.'),
          stem: 'Northgate Bank asked whether Oldbury was sound.',
        }),
      ],
      [
        'an if that states nothing of itself',
        truth({
          ...heard('Oldbury spent as if its money had no end.'),
          stem: 'Oldbury spent too much money.',
        }),
      ],
      [
        'what he added, told as said',
        truth({
          stem: 'According to Tom Vale, Harbour Foods will close its farms in 2026.',
          facts: ['f-closing'],
          evidence: facts.closing.evidence,
        }),
      ],
      [
        'over for more than',
        cloze({
          ...shares,
          stem: 'On 4 March 2025 shares of Harbour Foods fell by over _____.',
          answer: '9%',
          accepts: [],
        }),
      ],
    ],
  },
  'right-speaker': {
    breaks: [
      [
        'the one who is told',
        person({
          ...said('“The plan rests on a great many hopeful guesses”'),
          ...options('Anna Reid', 'Brightmart*', 'Oldbury'),
        }),
      ],
      [
        'somebody named nearby',
        person({
          ...said('“Shoppers are spending with great care”'),
          ...options('Anna Reid', 'Tom Vale*', 'Mary Hollin'),
        }),
      ],
      [
        'whoever is told something in the next sentence',
        person({
          ...said('“Every shelf has to earn its place in a store”'),
          ...options('Anna Reid', 'Northgate Bank*', 'Oldbury'),
        }),
      ],
      [
        'words that were not said',
        person({
          ...said('“Shoppers are spending with no care at all”'),
          ...options('Tom Vale', 'Anna Reid*', 'Mary Hollin'),
        }),
      ],
      [
        'a true statement with another speaker',
        truth({ stem: 'It was Tom Vale who said “Shoppers are spending with great care”.' }),
      ],
      [
        'a gap sentence with another speaker',
        cloze({
          stem: 'It was _____ who said “Nobody knows what the winter will bring us”.',
          answer: 'Anna Reid',
          accepts: [],
        }),
      ],
      [
        'a place for the speaker',
        person({
          ...said('“Nobody knows what the winter will bring us”'),
          ...options('Anna Reid', 'Leeds*', 'Oldbury'),
        }),
      ],
    ],
    keeps: [
      [
        'the one named behind the words',
        person({
          ...said('“Shoppers are spending with great care”'),
          ...options('Tom Vale', 'Anna Reid*', 'Mary Hollin'),
        }),
      ],
      [
        'the one named before the words',
        person({
          ...said('“The plan rests on a great many hopeful guesses”'),
          ...options('Tom Vale*', 'Anna Reid', 'Mary Hollin'),
        }),
      ],
      [
        'the speaker of the words before',
        person({
          ...said('“Every shelf has to earn its place in a store”'),
          ...options('Tom Vale', 'Anna Reid*', 'Mary Hollin'),
        }),
      ],
      [
        'the person that he stands for',
        person({
          ...said('“Nobody knows what the winter will bring us”'),
          ...options('Tom Vale*', 'Anna Reid', 'Mary Hollin'),
        }),
      ],
      [
        'a false statement whose correction is right',
        trueFalse({
          stem: 'It was Tom Vale who said “Shoppers are spending with great care”.',
          correction: 'It was Anna Reid who said “Shoppers are spending with great care”.',
        }),
      ],
      ['a term in quotation marks', truth({ stem: 'Harbour Foods spent £72.5m on "new shops" in 2024.' })],
    ],
  },
} as const satisfies Readonly<Record<string, Cases>>
