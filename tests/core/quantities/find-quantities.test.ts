import { describe, expect, it } from 'vitest'
import { findQuantities } from '../../../core/quantities/find-quantities.ts'
import type { Quantity } from '../../../core/quantities/quantity.ts'

/** A quantity in one line: modifiers, words, sign, value, unit, per, alternative. */
function say(
  text: string,
  { start, end, outerStart, value, high, unit, per, change, alternative }: Quantity,
): string {
  const range = high === undefined ? String(value) : `${value} to ${high}`
  const other = alternative
    ? ` (${alternative.value}${alternative.high === undefined ? '' : ` to ${alternative.high}`} ${alternative.unit})`
    : ''
  return `${text.slice(outerStart, start)}[${text.slice(start, end)}] ${change} ${range} ${unit}${per ? `/${per}` : ''}${other}`.trim()
}

const readAll = (text: string): string[] => findQuantities(text).map((quantity) => say(text, quantity))

/** What is written, and all that is read in it. */
const TABLES: Readonly<Record<string, readonly (readonly [text: string, ...read: string[]])[]>> = {
  'a count that leaves out what it counts': [
    ['Users numbered 263m in May, up from 236m.', '[263m] = 263000000', '[236m] = 236000000'],
    ['It had 5m users, more than the 4m of May.', '[5m users] = 5000000 user', '[4m] = 4000000'],
    ['It runs 500 daily flights.', '[500 daily flights] = 500 daily flight'],
    ['It runs 500 cars daily.', '[500 cars] = 500 car/day'],
    ['It had 5m users and fell from 37m above.', '[5m users] = 5000000 user', '[37m] = 37 metre'],
  ],
  'money before the number': [
    ['It paid $38 billion.', '[$38 billion] = 38000000000 USD'],
    ['It paid US$38bn.', '[US$38bn] = 38000000000 USD'],
    ['It paid US $58.24 a barrel.', '[US $58.24] = 58.24 USD/barrel'],
    ['It paid $US17,246,208.', '[$US17,246,208] = 17246208 USD'],
    ['It paid £8bn.', '[£8bn] = 8000000000 GBP'],
    ['It paid €3.5m.', '[€3.5m] = 3500000 EUR'],
    ['It paid ¥500bn.', '[¥500bn] = 500000000000 JPY'],
    ['It paid HK$5.4m.', '[HK$5.4m] = 5400000 HKD'],
    ['It paid A$3m and AUD 50.', '[A$3m] = 3000000 AUD', '[AUD 50] = 50 AUD'],
    ['It paid C$4.2bn.', '[C$4.2bn] = 4200000000 CAD'],
    ['It paid ₹500 crore.', '[₹500 crore] = 5000000000 INR'],
    ['It paid Rs 2.5 lakh.', '[Rs 2.5 lakh] = 250000 INR'],
    ['It paid CHF 200 million.', '[CHF 200 million] = 200000000 CHF'],
    ['It paid Rs1,200cr.', '[Rs1,200cr] = 12000000000 INR'],
    ['It paid R12.5bn and R$5bn.', '[R12.5bn] = 12500000000 ZAR', '[R$5bn] = 5000000000 BRL'],
    ['It paid 75 USD million.', '[75 USD million] = 75000000 USD'],
    ['It paid $100m-plus.', '[$100m-plus] > 100000000 USD'],
    ['It paid dozens € bn.'],
    ['It paid Rmb72.5bn.', '[Rmb72.5bn] = 72500000000 CNY'],
    ['It paid RMB 280,154m.', '[RMB 280,154m] = 280154000000 CNY'],
    ['It paid £ 15 million.', '[£ 15 million] = 15000000 GBP'],
    ['It paid $31.20 US.', '[$31.20 US] = 31.2 USD'],
    ['It made -$5m.', '[-$5m] = -5000000 USD'],
  ],
  'money behind the number': [
    ['The 12 euro zone countries grew.', '[12 euro zone countries] = 12 euro zone country'],
    ['It paid 12 euro.', '[12 euro] = 12 EUR'],
    ['It paid 650 mln dlrs.', '[650 mln dlrs] = 650000000 USD'],
    ['It paid five billion dollars.', '[five billion dollars] = 5000000000 USD'],
    ['It paid 10 million Australian dollars.', '[10 million Australian dollars] = 10000000 AUD'],
    ['It paid 7 million Danish crowns.', '[7 million Danish crowns] = 7000000 DKK'],
    ['It paid 5 trillion won.', '[5 trillion won] = 5000000000000 KRW'],
    ['It paid 20 million reais.', '[20 million reais] = 20000000 BRL'],
    ['It paid 300 baht.', '[300 baht] = 300 THB'],
    ['It paid 90 roubles.', '[90 roubles] = 90 RUB'],
    ['It paid 143m euros.', '[143m euros] = 143000000 EUR'],
    ['It paid 1,200€.', '[1,200€] = 1200 EUR'],
    ['It paid 2 million pounds.', '[2 million pounds] = 2000000 GBP'],
    ['It paid tens of millions of dollars.', '[tens of millions of dollars] = 10000000 to 100000000 USD'],
    ['It paid half a billion dollars.', '[half a billion dollars] = 500000000 USD'],
    ['A half-billion-dollar plan.', '[A half-billion-dollar] = 500000000 USD'],
    ['It paid 5 €.', '[5 €] = 5 EUR'],
    ['It paid 5¢.', '[5¢] = 5 USD cent'],
    ['A loss of 63 cents a share.', '[63 cents] = 63 USD cent/share'],
    ['Shares stood at 50p.', '[50p] = 50 GBP penny'],
  ],
  ranges: [
    ['It costs $1.2-1.4bn.', '[$1.2-1.4bn] = 1200000000 to 1400000000 USD'],
    ['It costs $1.2bn to $1.4bn.', '[$1.2bn to $1.4bn] = 1200000000 to 1400000000 USD'],
    ['It costs $89 to $93 billion.', '[$89 to $93 billion] = 89000000000 to 93000000000 USD'],
    ['Claims of $200 to $4 million.', '[$200 to $4 million] = 200 to 4000000 USD'],
    ['Profit between £415m and £425m.', 'between [£415m and £425m] = 415000000 to 425000000 GBP'],
    ['Growth of 5.25%-5.5%.', '[5.25%-5.5%] = 5.25 to 5.5 %'],
    ['Growth of 5 to 7 per cent.', '[5 to 7 per cent] = 5 to 7 %'],
    ['It will cut 15,000-20,000 jobs.', '[15,000-20,000 jobs] = 15000 to 20000 job'],
    ['In three or four plants.', '[three or four plants] = 3 to 4 plant'],
  ],
  'two ends of a movement, not a range': [
    ['It rose from $10bn to $12bn.', '[$10bn] = 10000000000 USD', '[$12bn] = 12000000000 USD'],
    ['It slowed from 4.8 to 4.7 percent.', '[4.8] = 4.8 %', '[4.7 percent] = 4.7 %'],
    ['It grew from 12 to 14 million.', '[12] = 12000000', '[14 million] = 14000000'],
    ['It rose by $43bn to $419bn.', '[$43bn] up 43000000000 USD', '[$419bn] = 419000000000 USD'],
  ],
  'the same amount again in brackets': [
    ['It made Rmb280bn (£31.5bn).', '[Rmb280bn] = 280000000000 CNY (31500000000 GBP)'],
    ['It made $186m (£98m; 143m euros).', '[$186m] = 186000000 USD (98000000 GBP)'],
    [
      'It sees between £415m and £425m ($779m-798m).',
      'between [£415m and £425m] = 415000000 to 425000000 GBP (779000000 to 798000000 USD)',
    ],
    ['A track of 8 miles (13 km).', '[8 miles] = 8 mile (13 kilometre)'],
    ['It fell $5m (3%).', '[$5m] down 5000000 USD', '[3%] = 3 %'],
  ],
  'percent and points': [
    ['A 12% stake.', '[12%] = 12 %'],
    ['A 12 per cent stake.', '[12 per cent] = 12 %'],
    ['A 12pc stake.', '[12pc] = 12 %'],
    ['A twelve percent stake.', '[twelve percent] = 12 %'],
    ['A change of -0.3%.', '[-0.3%] = -0.3 %'],
    ['It added 2.5 percentage points.', '[2.5 percentage points] up 2.5 pp'],
    ['A cut of 25bp, or 25 basis points.', '[25bp] = 25 bp', '[25 basis points] = 25 bp'],
    ['A quarter-point cut.', '[A quarter-point] = 0.25 pp'],
    ['A rise of half a percentage point.', '[half a percentage point] = 0.5 pp'],
  ],
  'multiples and parts': [
    ['It is three times as big.', '[three times] = 3 x'],
    ['A threefold rise, or 2.5x.', '[threefold] = 3 x', '[2.5x] = 2.5 x'],
    ['They met three times a week.', '[three times] = 3 time/week'],
    ['It sold two-thirds of them.', '[two-thirds] = 0.66667 fraction'],
    ['It sold a third of them.', '[a third] = 0.33333 fraction'],
    ['A quarter of users left.', '[A quarter] = 0.25 fraction'],
    ['About half the staff left.', 'About [half] ~ 0.5 fraction'],
    ['One in five left.', '[One in five] = 0.2 fraction'],
    ['Nine out of 10 stayed.', '[Nine out of 10] = 0.9 fraction'],
  ],
  'counts with their noun in the singular': [
    ['It carried 171 passengers.', '[171 passengers] = 171 passenger'],
    ['It sold 1.8 million cars.', '[1.8 million cars] = 1800000 car'],
    ['It broke 8.5m Windows devices.', '[8.5m Windows devices] = 8500000 Windows device'],
    ['It makes 21 distinct models.', '[21 distinct models] = 21 distinct model'],
    ['It hired twenty-one workers.', '[twenty-one workers] = 21 worker'],
    ['It hired a dozen people.', '[a dozen people] = 12 people'],
    ['It has half a million users.', '[half a million users] = 500000 user'],
    ['It closed hundreds of stores.', '[hundreds of stores] = 100 to 1000 store'],
    ['It owns two new 737 Max jets.', '[two new 737 Max jets] = 2 new 737 Max jet'],
    ['It shut five of its 12 plants.', '[five of its 12 plants] = 5 plant'],
    ['One analyst suggested otherwise.', '[One analyst] = 1 analyst'],
    [
      'It is in 30-plus countries with 40+ brands.',
      '[30-plus countries] > 30 country',
      '[40+ brands] > 40 brand',
    ],
    ['It has 1.5m-2m customers.', '[1.5m-2m customers] = 1500000 to 2000000 customer'],
    ['It pumps 3.5m b/d.', '[3.5m b/d] = 3500000 barrel per day'],
    ['It took two and a half years.', '[two and a half years] = 2.5 year'],
    ['It took ½ mile and 2½ miles.', '[½ mile] = 0.5 mile', '[2½ miles] = 2.5 mile'],
    ['It took 10 1/2 miles of cable.', '[10 1/2 miles] = 10.5 mile'],
    ['One and a half million people.', '[One and a half million people] = 1500000 people'],
    ['Margins of 20 and 25 per cent.', '[20] = 20 %', '[25 per cent] = 25 %'],
    ['A tower 400m high.', '[400m] = 400 metre'],
    ['A 6 kilometer run.', '[6 kilometer] = 6 kilometre'],
    ['A 30-year-old firm.', '[30-year-old] = 30 year of age'],
    ['Winds of 155mph.', '[155mph] = 155 mile per hour'],
    ['It pumped 5 million barrels a day.', '[5 million barrels] = 5000000 barrel/day'],
  ],
  'how exact, and which way': [
    ['It hired about 40 people.', 'about [40 people] ~ 40 people'],
    ['It hired more than 40 people.', 'more than [40 people] > 40 people'],
    ['It hired at least 40 people.', 'at least [40 people] > 40 people'],
    ['It hired up to 40 people.', 'up to [40 people] < 40 people'],
    ['It hired just under 40 people.', 'under [40 people] < 40 people'],
    ['Sales rose 8%.', '[8%] up 8 %'],
    ['Sales fell by just 8%.', '[8%] down 8 %'],
    ['Sales rose nearly 8%.', 'nearly [8%] up 8 %'],
    ['Sales rose more than 8%.', 'more than [8%] > 8 %'],
    ['Sales rose to $8m.', '[$8m] = 8000000 USD'],
    ['It cut prices, which grew sales by 35%.', '[35%] up 35 %'],
    ['Tech stocks: +0.8%.', '[0.8%] up 0.8 %'],
  ],
  'odd characters': [
    ['Up\u00a072.5\u00a0bn yuan.', '[72.5\u00a0bn yuan] up 72500000000 CNY'],
    ['Up \uff11\uff12\uff05.', '[\uff11\uff12\uff05] up 12 %'],
    ['It has 5\u200bmillion users.', '[5\u200bmillion users] = 5000000 user'],
    ['A rise of 5\u20137%.', '[5\u20137%] = 5 to 7 %'],
    ['A rise \u2014 5% \u2014 came.', '[5%] = 5 %'],
  ],
}

describe.each(Object.entries(TABLES))('%s', (_name, rows) => {
  it.each(rows)('%s', (text, ...expected) => {
    expect(readAll(text)).toEqual(expected)
  })
})

describe('what is never a quantity', () => {
  it.each([
    'It began in 2018 and ended on 16 March 2025, or on March 17.',
    'The 2024-25 season, the 1990s, fiscal 2025 and FY24.',
    'It fell at 1650 GMT, at 10:30 am and at 5pm.',
    'The 737, the F-150, the 777-200LR and the A380.',
    'Boeing 737 jets and 787 Dreamliners.',
    'Flight 1282 left gate 5 under section 230 of Chapter 11.',
    'Forever 21 joined the S&P 500, the FTSE 100 and the Fortune 500.',
    'The G7 and the G20 met Covid-19.',
    'Barra, 51, has been there since.',
    'Call 1-800-555-0199.',
    'Windows 11 and version 2.0 of Model 3.',
    'No. 5 and number two in the first and 96th place.',
    'It has 400m or 12 m of it.',
    'It went by 9 to 3.',
    'See https://example.com/50%20off/$5m?n=12 or www.example.com/5%25.',
    'The over-65s met the mid-20s.',
    'It won 3-1 after a 9-0 vote, 24/7.',
    '1. An item',
    'See note [12] and item (3).',
    'No one, each one and one another; one day, the new one.',
    'A two-month contract and the 10-year yield.',
    'A third party in the third quarter and the second half.',
    'The Big Four and the Fantastic Four.',
    'It costs $1,8923 for 8,500 thousand.',
    'Sales doubled and then halved.',
    'At 192.168.1.1 or 3.817.69 or 007.',
  ])('%s', (text) => {
    expect(readAll(text)).toEqual([])
  })
})

describe('the details', () => {
  const one = (text: string): Quantity | undefined => findQuantities(text)[0]

  it('keeps the scale and the decimals as written', () => {
    expect(one('It made $72.50bn.')).toMatchObject({ scale: 1e9, decimals: 2, spelled: false, kind: 'money' })
    expect(one('It has twenty-one shops.')).toMatchObject({
      scale: 1,
      decimals: 0,
      spelled: true,
      kind: 'count',
    })
  })

  it('names the exactness', () => {
    expect(one('as much as $5bn')?.exactness).toBe('up-to')
    expect(one('no fewer than 12 people')?.exactness).toBe('at-least')
    expect(one('exactly 12 people')?.exactness).toBe('exactly')
    expect(one('5 to 7 people')?.exactness).toBe('between')
    expect(one('split between six plants')?.exactness).toBe('exactly')
  })

  it('does not take a year-earlier comparison for a rate', () => {
    expect(one('It made £25bn a year earlier.')?.per).toBeUndefined()
    expect(one('It makes £25bn a year.')?.per).toBe('year')
  })

  it('reads only the spans it is given, and nothing across their edges', () => {
    const text = 'It rose 5%. It fell 6 per cent.'
    expect(findQuantities(text, [{ start: 12, end: text.length }]).map(({ value }) => value)).toEqual([6])
    expect(
      findQuantities(text, [
        { start: 0, end: 9 },
        { start: 9, end: 12 },
      ]),
    ).toEqual([])
  })

  it.each(Object.getOwnPropertyNames(Object.prototype))('take %s for a word like any other', (word) => {
    const text = `It has 5 ${word}, $5${word}, two ${word}, 5 ${word} dollars and $5 per ${word}.`
    for (const { unit, value, per = '' } of findQuantities(text))
      expect([typeof unit, typeof per, Number.isFinite(value)]).toEqual(['string', 'string', true])
  })
})
