import { createRandom } from '#core'

const COMPANIES = [
  'Acme',
  'Borealis',
  'Cobalt Foods',
  'Dunmore',
  'Elm & Sons',
  'Fenwick Air',
  'Granite Bank',
  'Hollis',
]
const PEOPLE = [
  'Jane Doe',
  'Peter Okafor',
  'Maria Lindqvist',
  'Tom Baker',
  'Aiko Sato',
  'Luis Romero',
  'Nina Weiss',
]
const MEASURES = [
  'revenue',
  'net profit',
  'operating profit',
  'sales in Europe',
  'cloud revenue',
  'capital expenditure',
]
const ROLES = ['chief executive', 'chair', 'finance chief', 'head of research']
const QUARTERS = ['first', 'second', 'third', 'fourth']
const FILLER = [
  'The company has been under pressure from cheaper rivals and has promised to cut costs.',
  'Analysts had expected a slower year, as borrowing remained expensive for many households.',
  'Its shares have lagged behind those of other firms in the sector for most of the past decade.',
  'Customers, the company said, were trading down to cheaper goods and putting off large purchases.',
  'Shipping bottlenecks, drought along the canal and a shortage of skilled welders delayed several projects.',
  'Regulators in Brussels are still weighing whether the merger would harm competition in refrigerated storage.',
  'A strike by warehouse staff, settled only after weeks of bargaining, emptied shelves before the holidays.',
  'Investors have grown wary of promises that depend on subsidies, and bondholders are asking for more detail.',
  'Its founder, a chemist who began by brewing adhesives in a garage, remains the largest shareholder.',
  'Engineers are testing a quieter turbine, although nobody would say when it might reach the market.',
  'Critics call the pension plan reckless; supporters answer that loyalty has to be rewarded somehow.',
  'The brand is fondly remembered in small towns, where its orange vans once delivered milk and newspapers.',
  'Lawyers for the lenders declined to comment on the pending arbitration over a disputed licence.',
  'Behind the optimism lies an awkward truth: much of the growth was bought with generous discounts.',
  'Economists disagree about whether weaker currencies help exporters as reliably as they used to.',
  'Rivals have copied the subscription model, and streaming fatigue is spreading among younger viewers.',
]

/** Different business articles of about 450 words, made from templates: the same for the same seed. */
export function makeTexts(count: number, seed: string): string[] {
  return Array.from({ length: count }, (_, i) => makeText(`${seed}/${i}`))
}

function makeText(seed: string): string {
  const random = createRandom(seed)
  const one = <T>(list: readonly T[]): T => list[random.integer(list.length)] as T
  const company = one(COMPANIES)
  const year = 2015 + random.integer(10)
  const money = () => `$${(1 + random.integer(900)) / 10}bn`
  const percent = () => `${1 + random.integer(60)}%`
  const sentences = [
    () =>
      `${company}'s ${one(MEASURES)} rose ${percent()} to ${money()} in the ${one(QUARTERS)} quarter of ${year}.`,
    () => `In ${year} ${company}'s ${one(MEASURES)} fell to ${money()} from ${money()} the previous year.`,
    () => `${one(PEOPLE)}, the ${one(ROLES)} of ${company}, said the result was the best since ${year - 5}.`,
    () =>
      `${company} agreed to buy ${one(COMPANIES)} for ${money()} on ${1 + random.integer(28)} March ${year}.`,
    () => one(FILLER),
    () => one(FILLER),
  ]
  const paragraphs = Array.from({ length: 7 }, () =>
    Array.from({ length: 4 }, () => one(sentences)()).join(' '),
  )
  return [`${company} reports a year of change, no. ${random.integer(1_000_000)}`, ...paragraphs].join('\n\n')
}
