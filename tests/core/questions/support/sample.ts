import { read } from '../../../../core/article/read.ts'
import type { Evidence } from '../../../../core/article/span.ts'
import type { Fact } from '../../../../core/facts/fact.ts'
import type { Ask, FigureKey, PhraseKey, Rival, SeriesAsk } from '../../../../core/questions/ask.ts'
import type {
  ChoiceQuestion,
  ClozeQuestion,
  EstimateQuestion,
  MatchingQuestion,
  MultipleResponseQuestion,
  NumberQuestion,
  OrderingQuestion,
  TrueFalseQuestion,
} from '../../../../core/questions/question.ts'

const BODY = `Harbour Foods, a grocer based in Leeds, said its revenue rose 8% to £280m (€330m) in 2024. Revenue of Harbour Foods had been £259m in 2023. Online sales climbed 32% to £37.8m in 2024, while store sales increased 5% to £136m.
Capital expenditure reached £72.5m in 2024, a sharp rise from £24m in 2023. The company expects revenue of £310m in 2025. Margins widened by 2 percentage points in 2024.
Anna Reid, chief executive of Harbour Foods, said about 40 stores could open in 2026. Tom Vale, finance director of Northgate Bank, called the plan bold. Shares of Harbour Foods fell by more than 9% on 4 March 2025.
Harbour Foods competes with Brightmart and Oldbury. Brightmart bought Pennywise in 2019. Oldbury filed for bankruptcy on 16 January 2025. Northgate Bank lends to several grocers, and Brightmart employs 12,400 people.
"Shoppers are spending with great care," said Anna Reid of Harbour Foods. "Every shelf has to earn its place in a store." However, one buyer told Northgate Bank that prices were too high. Tom Vale told Brightmart: "The plan rests on a great many hopeful guesses." In Leeds, he added: "Nobody knows what the winter will bring us." He added that Harbour Foods will close its farms in 2026. Tom Vale noted that the plan of Harbour Foods was sound in 2025.`

/** An invented article, read. */
export const reading = read({ title: 'Harbour Foods Spends on New Shops', body: BODY, date: '2025-03-05' })

/** The passage that reads `quote`. */
export function passage(quote: string): Evidence {
  const start = reading.text.indexOf(quote)
  if (start < 0) throw new Error(`The sample does not say '${quote}'.`)
  return { start, end: start + quote.length, quote }
}

const fact = (
  id: string,
  quote: string,
  rest: Omit<Fact, 'id' | 'evidence' | 'status'> & Partial<Fact>,
): Fact => ({
  id,
  status: 'actual',
  evidence: [passage(quote)],
  ...rest,
})

const REVENUE = 'Harbour Foods, a grocer based in Leeds, said its revenue rose 8% to £280m (€330m) in 2024.'
const CAPEX = 'Capital expenditure reached £72.5m in 2024, a sharp rise from £24m in 2023.'

/** The facts of the sample, by name. */
export const facts = {
  revenue: fact('f-revenue', REVENUE, {
    family: 'change',
    subject: 'Harbour Foods',
    measure: 'revenue',
    direction: 'up',
    by: 8,
    by_unit: '%',
    value: 280e6,
    to: 280e6,
    unit: 'GBP',
    period: '2024',
  }),
  before: fact('f-before', 'Revenue of Harbour Foods had been £259m in 2023.', {
    family: 'level',
    subject: 'Harbour Foods',
    measure: 'revenue',
    value: 259e6,
    unit: 'GBP',
    period: '2023',
  }),
  guidance: fact('f-guidance', 'The company expects revenue of £310m in 2025.', {
    family: 'level',
    subject: 'Harbour Foods',
    measure: 'revenue',
    value: 310e6,
    unit: 'GBP',
    period: '2025',
    status: 'guidance',
  }),
  online: fact('f-online', 'Online sales climbed 32% to £37.8m in 2024', {
    family: 'change',
    subject: 'Harbour Foods',
    measure: 'online sales',
    direction: 'up',
    by: 32,
    by_unit: '%',
    value: 37.8e6,
    to: 37.8e6,
    unit: 'GBP',
    period: '2024',
  }),
  stores: fact('f-stores', 'store sales increased 5% to £136m', {
    family: 'change',
    subject: 'Harbour Foods',
    measure: 'store sales',
    direction: 'up',
    by: 5,
    by_unit: '%',
    value: 136e6,
    to: 136e6,
    unit: 'GBP',
    period: '2024',
  }),
  capex: fact('f-capex', CAPEX, {
    family: 'change',
    subject: 'Harbour Foods',
    measure: 'capital expenditure',
    direction: 'up',
    value: 72.5e6,
    to: 72.5e6,
    from: 24e6,
    unit: 'GBP',
    period: '2024',
  }),
  ratio: fact('f-ratio', CAPEX, {
    family: 'derived',
    subject: 'Harbour Foods',
    measure: 'capital expenditure',
    value: 3.02,
    unit: 'x',
    period: '2024',
  }),
  margin: fact('f-margin', 'Margins widened by 2 percentage points in 2024.', {
    family: 'change',
    subject: 'Harbour Foods',
    measure: 'margins',
    direction: 'up',
    by: 2,
    by_unit: 'pp',
    period: '2024',
  }),
  openings: fact(
    'f-openings',
    'Anna Reid, chief executive of Harbour Foods, said about 40 stores could open in 2026.',
    {
      family: 'level',
      subject: 'Harbour Foods',
      measure: 'new stores',
      value: 40,
      unit: 'store',
      period: '2026',
      status: 'hedged',
      exactness: 'about',
    },
  ),
  shares: fact('f-shares', 'Shares of Harbour Foods fell by more than 9% on 4 March 2025.', {
    family: 'change',
    subject: 'Harbour Foods',
    measure: 'shares',
    direction: 'down',
    by: 9,
    by_unit: '%',
    period: '4 March 2025',
    exactness: 'more-than',
  }),
  chief: fact('f-chief', 'Anna Reid, chief executive of Harbour Foods', {
    family: 'role',
    subject: 'Anna Reid',
    measure: 'chief executive',
    object: 'Harbour Foods',
  }),
  finance: fact('f-finance', 'Tom Vale, finance director of Northgate Bank', {
    family: 'role',
    subject: 'Tom Vale',
    measure: 'finance director',
    object: 'Northgate Bank',
  }),
  rivals: fact('f-rivals', 'Harbour Foods competes with Brightmart and Oldbury.', {
    family: 'event',
    subject: 'Harbour Foods',
    measure: 'competes with',
    object: 'Brightmart',
  }),
  purchase: fact('f-purchase', 'Brightmart bought Pennywise in 2019.', {
    family: 'event',
    subject: 'Brightmart',
    measure: 'bought',
    object: 'Pennywise',
    period: '2019',
  }),
  bankruptcy: fact('f-bankruptcy', 'Oldbury filed for bankruptcy on 16 January 2025.', {
    family: 'event',
    subject: 'Oldbury',
    measure: 'filed for bankruptcy',
    period: '16 January 2025',
  }),
  closing: fact('f-closing', 'He added that Harbour Foods will close its farms in 2026.', {
    family: 'event',
    subject: 'Harbour Foods',
    measure: 'close its farms',
    period: '2026',
  }),
  sound: fact('f-sound', 'Tom Vale noted that the plan of Harbour Foods was sound in 2025.', {
    family: 'event',
    subject: 'Harbour Foods',
    measure: 'plan was sound',
    period: '2025',
  }),
  staff: fact('f-staff', 'Brightmart employs 12,400 people.', {
    family: 'level',
    subject: 'Brightmart',
    measure: 'employees',
    value: 12400,
    unit: 'person',
  }),
} as const

export const allFacts: readonly Fact[] = Object.values(facts)
export const context = { reading, facts: allFacts }

export const figure = (
  text: string,
  value: number,
  unit: string,
  rest: Partial<FigureKey> = {},
): FigureKey => ({
  type: 'figure',
  text,
  value,
  unit,
  scale: 1,
  decimals: 0,
  entryUnit: unit,
  ...rest,
})

export const phrase = (
  text: string,
  sort: PhraseKey['sort'],
  accepts: readonly string[] = [],
): PhraseKey => ({
  type: 'phrase',
  sort,
  text,
  accepts,
})

const rival = (key: Rival['key'], why: string, source: Rival['source'] = 'article'): Rival => ({
  key,
  why,
  source,
})

const pounds = (text: string, value: number, decimals = 0) =>
  figure(text, value, 'GBP', { scale: 1e6, decimals, entryUnit: 'million pounds (£m)' })

/** What can be asked about the sample. */
export const asks = {
  growth: {
    fact: facts.revenue,
    slot: 'by',
    group: 'revenue-by',
    stem: 'By how much did the revenue of Harbour Foods rise in 2024?',
    key: figure('8%', 8, '%'),
    rivals: [
      rival(figure('5%', 5, '%'), 'That is how much store sales rose.'),
      rival(figure('32%', 32, '%'), 'That is how much online sales rose.'),
    ],
    statement: 'The revenue of Harbour Foods rose {} in 2024.',
    sentence: 'The revenue of Harbour Foods rose {} to £280m in 2024.',
    explanation: 'Revenue rose 8% to £280m in 2024.',
    evidence: facts.revenue.evidence,
    needsArticle: false,
    worth: 0.9,
  },
  level: {
    fact: facts.stores,
    slot: 'to',
    group: 'stores-to',
    stem: 'To how much did the store sales of Harbour Foods rise in 2024?',
    key: pounds('£136m', 136e6),
    rivals: [
      rival(pounds('£280m', 280e6), 'That is the whole revenue.'),
      rival(pounds('£37.8m', 37.8e6, 1), 'That is what online sales came to.'),
    ],
    statement: 'The store sales of Harbour Foods rose to {} in 2024.',
    explanation: 'Store sales rose to £136m.',
    evidence: facts.stores.evidence,
    needsArticle: false,
    worth: 0.6,
  },
  capex: {
    fact: facts.capex,
    slot: 'to',
    group: 'capex-to',
    stem: 'What was the capital expenditure of Harbour Foods in 2024?',
    key: pounds('£72.5m', 72.5e6, 1),
    rivals: [
      rival(pounds('£24m', 24e6), 'That was the capital expenditure of 2023.'),
      rival(pounds('£37.8m', 37.8e6, 1), 'That is what online sales came to.'),
      rival(pounds('£136m', 136e6), 'That is what store sales came to.'),
    ],
    statement: 'The capital expenditure of Harbour Foods was {} in 2024.',
    explanation: 'Capital expenditure reached £72.5m in 2024.',
    evidence: facts.capex.evidence,
    needsArticle: false,
    worth: 0.8,
  },
  chief: {
    fact: facts.chief,
    slot: 'subject',
    group: 'chief',
    stem: 'Who was chief executive of Harbour Foods in March 2025?',
    key: phrase('Anna Reid', 'person', ['Reid']),
    rivals: [
      rival(phrase('Tom Vale', 'person'), 'Tom Vale is finance director of Northgate Bank.'),
      rival(phrase('Mary Hollin', 'person'), 'Mary Hollin is not named in the article.', 'outside'),
      rival(phrase('Peter Askew', 'person'), 'Peter Askew is not named in the article.', 'outside'),
    ],
    statement: 'In March 2025 {} was chief executive of Harbour Foods.',
    sentence: 'In March 2025 the chief executive of Harbour Foods was {}.',
    explanation: 'Anna Reid is chief executive of Harbour Foods.',
    evidence: facts.chief.evidence,
    needsArticle: false,
    worth: 0.7,
  },
  bankruptcy: {
    fact: facts.bankruptcy,
    slot: 'date',
    group: 'bankruptcy',
    stem: 'On what date did Oldbury file for bankruptcy?',
    key: phrase('16 January 2025', 'date'),
    rivals: [
      rival(phrase('4 March 2025', 'date'), 'That is when the shares of Harbour Foods fell.'),
      rival(phrase('16 October 2024', 'date'), 'The article gives 16 January 2025.', 'outside'),
      rival(phrase('3 December 2024', 'date'), 'The article gives 16 January 2025.', 'outside'),
    ],
    sentence: 'Oldbury filed for bankruptcy on {}.',
    explanation: 'Oldbury filed for bankruptcy on 16 January 2025.',
    evidence: facts.bankruptcy.evidence,
    needsArticle: false,
    worth: 0.5,
  },
} as const satisfies Readonly<Record<string, Ask>>

const STORES = 'Online sales climbed 32% to £37.8m in 2024, while store sales increased 5% to £136m.'

/** What can be asked about several facts of the sample at once. */
export const seriesAsks = {
  several: {
    fact: facts.rivals,
    also: [],
    slot: 'object',
    group: 'rivals',
    stem: 'As of March 2025, which two of these competed with Harbour Foods?',
    series: {
      type: 'several',
      members: [
        { text: 'Brightmart', correct: true, why: 'Harbour Foods competes with Brightmart.' },
        { text: 'Oldbury', correct: true, why: 'Harbour Foods competes with Oldbury.' },
        { text: 'Northgate Bank', correct: false, why: 'Northgate Bank lends to grocers.' },
        { text: 'Pennywise', correct: false, why: 'Pennywise was bought by Brightmart.' },
      ],
    },
    explanation: 'Harbour Foods competes with Brightmart and Oldbury.',
    evidence: facts.rivals.evidence,
    needsArticle: false,
    worth: 0.6,
  },
  order: {
    fact: facts.online,
    also: [facts.revenue, facts.stores],
    slot: 'order',
    group: 'growth',
    stem: 'Put these figures of Harbour Foods in order of their growth in 2024, fastest first.',
    series: {
      type: 'order',
      members: [
        { text: 'Online sales', why: 'Online sales climbed 32%.' },
        { text: 'Revenue', why: 'Revenue rose 8%.' },
        { text: 'Store sales', why: 'Store sales increased 5%.' },
      ],
    },
    explanation: 'Online sales climbed 32%, revenue rose 8% and store sales increased 5%.',
    evidence: [passage(REVENUE), passage(STORES)],
    needsArticle: false,
    worth: 0.6,
  },
  pairs: {
    fact: facts.chief,
    also: [facts.finance, facts.purchase],
    slot: 'pairs',
    group: 'who-does-what',
    stem: 'Match each name with what it was or had done by March 2025.',
    series: {
      type: 'pairs',
      members: [
        {
          left: 'Anna Reid',
          right: 'chief executive of Harbour Foods',
          why: 'Anna Reid is chief executive of Harbour Foods.',
        },
        {
          left: 'Tom Vale',
          right: 'finance director of Northgate Bank',
          why: 'Tom Vale is finance director of Northgate Bank.',
        },
        {
          left: 'Brightmart',
          right: 'bought Pennywise in 2019',
          why: 'Brightmart bought Pennywise in 2019.',
        },
      ],
    },
    explanation: 'So says the article.',
    evidence: [...facts.chief.evidence, ...facts.finance.evidence, ...facts.purchase.evidence],
    needsArticle: false,
    worth: 0.5,
  },
} as const satisfies Readonly<Record<string, SeriesAsk>>

/** One sound question of each kind, and some more, for tests to spoil. */
export const sound = {
  choice: {
    kind: 'choice',
    id: 'q-growth',
    stem: 'By how much did the revenue of Harbour Foods rise in 2024?',
    options: [
      { text: '5%', correct: false, why: 'That is how much store sales rose.' },
      { text: '8%', correct: true, why: 'Revenue rose 8%.' },
      { text: '12%', correct: false, why: 'The article gives no such figure.' },
      { text: '32%', correct: false, why: 'That is how much online sales rose.' },
    ],
    answer: '8%',
    explanation: 'Revenue rose 8% to £280m in 2024.',
    facts: ['f-revenue'],
    evidence: facts.revenue.evidence,
    needsArticle: false,
  },
  person: {
    kind: 'choice',
    id: 'q-chief',
    stem: 'Who was chief executive of Harbour Foods in March 2025?',
    options: [
      { text: 'Tom Vale', correct: false, why: 'Tom Vale is finance director of Northgate Bank.' },
      { text: 'Anna Reid', correct: true, why: 'Anna Reid is chief executive.' },
      { text: 'Mary Hollin', correct: false, why: 'Mary Hollin is not named in the article.' },
    ],
    answer: 'Anna Reid',
    explanation: 'Anna Reid is chief executive of Harbour Foods.',
    facts: ['f-chief'],
    evidence: facts.chief.evidence,
    needsArticle: false,
  },
  trueFalse: {
    kind: 'true-false',
    id: 'q-capex',
    stem: 'The capital expenditure of Harbour Foods reached £37.8m in 2024.',
    answer: false,
    correction: 'The capital expenditure of Harbour Foods reached £72.5m in 2024.',
    explanation: '£37.8m is what online sales came to.',
    facts: ['f-capex'],
    evidence: facts.capex.evidence,
    needsArticle: false,
  },
  number: {
    kind: 'number',
    id: 'q-capex-number',
    stem: 'What was the capital expenditure of Harbour Foods in 2024?',
    answer: 72.5,
    unit: 'million pounds (£m)',
    tolerance: 0,
    explanation: 'Capital expenditure reached £72.5m.',
    facts: ['f-capex'],
    evidence: facts.capex.evidence,
    needsArticle: false,
  },
  cloze: {
    kind: 'cloze',
    id: 'q-cloze',
    stem: 'In 2024 the revenue of Harbour Foods rose _____ to £280m.',
    answer: '8%',
    accepts: ['8 percent', '8'],
    explanation: 'Revenue rose 8%.',
    facts: ['f-revenue'],
    evidence: facts.revenue.evidence,
    needsArticle: false,
  },
  multipleResponse: {
    kind: 'multiple-response',
    id: 'q-rivals',
    stem: seriesAsks.several.stem,
    options: seriesAsks.several.series.members,
    answer: ['Brightmart', 'Oldbury'],
    explanation: seriesAsks.several.explanation,
    facts: ['f-rivals'],
    evidence: facts.rivals.evidence,
    needsArticle: false,
  },
  ordering: {
    kind: 'ordering',
    id: 'q-order',
    stem: seriesAsks.order.stem,
    answer: ['Online sales', 'Revenue', 'Store sales'],
    reasons: ['Online sales climbed 32%.', 'Revenue rose 8%.', 'Store sales increased 5%.'],
    explanation: seriesAsks.order.explanation,
    facts: ['f-online', 'f-revenue', 'f-stores'],
    evidence: seriesAsks.order.evidence,
    needsArticle: false,
  },
  matching: {
    kind: 'matching',
    id: 'q-pairs',
    stem: seriesAsks.pairs.stem,
    answer: [
      ['Anna Reid', 'chief executive of Harbour Foods'],
      ['Tom Vale', 'finance director of Northgate Bank'],
      ['Brightmart', 'bought Pennywise in 2019'],
    ],
    reasons: seriesAsks.pairs.series.members.map(({ why }) => why),
    explanation: seriesAsks.pairs.explanation,
    facts: ['f-chief', 'f-finance', 'f-purchase'],
    evidence: seriesAsks.pairs.evidence,
    needsArticle: false,
  },
  estimate: {
    kind: 'estimate',
    id: 'q-capex-estimate',
    stem: 'What was the capital expenditure of Harbour Foods in 2024?',
    answer: 72.5,
    unit: 'million pounds (£m)',
    tolerance: 5,
    low: 20,
    high: 120,
    explanation: 'Capital expenditure reached £72.5m.',
    facts: ['f-capex'],
    evidence: facts.capex.evidence,
    needsArticle: false,
  },
} as const satisfies {
  readonly choice: ChoiceQuestion
  readonly person: ChoiceQuestion
  readonly trueFalse: TrueFalseQuestion
  readonly number: NumberQuestion
  readonly cloze: ClozeQuestion
  readonly multipleResponse: MultipleResponseQuestion
  readonly ordering: OrderingQuestion
  readonly matching: MatchingQuestion
  readonly estimate: EstimateQuestion
}
