/** What firms so called work in, by the sectors of the name lists; the first is what a firm is taken to work in of which only the noun is known. Nouns not listed fit every sector. */
const TRADES: ReadonlyMap<string, readonly [string, ...string[]]> = new Map(
  Object.entries({
    bank: ['banking', 'finance', 'investment'],
    lender: ['banking', 'finance', 'investment'],
    insurer: ['insurance', 'health care', 'finance'],
    reinsurer: ['insurance'],
    broker: ['finance', 'banking', 'investment', 'insurance', 'property'],
    brokerage: ['finance', 'banking', 'investment', 'insurance'],
    airline: ['airlines'],
    carrier: ['airlines', 'telecoms', 'transport'],
    carmaker: ['cars'],
    automaker: ['cars'],
    planemaker: ['aerospace'],
    airframer: ['aerospace'],
    chipmaker: ['semiconductors', 'electronics', 'technology'],
    drugmaker: ['pharmaceuticals', 'health care', 'chemicals'],
    steelmaker: ['steel', 'machinery', 'conglomerate'],
    retailer: ['retail', 'food', 'food delivery', 'luxury', 'consumer goods', 'technology', 'electronics'],
    supermarket: ['retail', 'food delivery'],
    brewer: ['food', 'consumer goods', 'restaurants'],
    miner: ['mining', 'crypto', 'commodities trading', 'steel', 'conglomerate'],
    utility: ['utilities', 'energy'],
    broadcaster: ['media', 'telecoms'],
    publisher: ['media', 'games', 'education'],
    housebuilder: ['construction', 'property'],
    bookmaker: ['gambling'],
  }),
)

/** Last words of names that say what the firm works in. */
const ENDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    banking: 'Bank Bancorp Bancshares Bankshares',
    insurance: 'Insurance Assurance Reinsurance',
    investment: 'Capital Securities Investments Investors',
    airlines: 'Airlines Airways',
    cars: 'Motors Motor Automotive',
    aerospace: 'Aerospace AeroSystems',
    pharmaceuticals: 'Pharma Pharmaceutical Pharmaceuticals Therapeutics Biotech',
    retail: 'Stores Supermarkets Retail',
    food: 'Foods Beverages Breweries',
    energy: 'Petroleum Oil Gas',
    mining: 'Mining',
    steel: 'Steel',
    telecoms: 'Telecom Telecommunications Wireless',
    semiconductors: 'Semiconductor Semiconductors',
    media: 'Media Pictures Studios',
    chemicals: 'Chemicals',
    property: 'Properties Homes',
    transport: 'Logistics Railways Railway Shipping',
  }).flatMap(([sector, words]) => words.split(' ').map((word) => [word, sector] as const)),
)

/** Whether a firm of that sector may be called so: an airline is not 'the bank'. */
export const mayBeCalled = (sector: string, noun: string): boolean =>
  TRADES.get(noun)?.includes(sector) !== false

/** What a firm works in that is only called so: 'the carmaker Norvale'. */
export const sectorOfNoun = (noun: string): string | undefined => TRADES.get(noun)?.[0]

/** What a firm works in by its own name: 'Norvale Airlines'. */
export const sectorOfEnd = (lastWord: string): string | undefined => ENDS.get(lastWord)

/** Trades whose firms are near enough to be taken for each other. */
const FAMILIES = [
  ['banking', 'insurance', 'investment', 'finance'],
  ['retail', 'luxury', 'consumer goods', 'food', 'food delivery', 'restaurants'],
  ['technology', 'semiconductors', 'electronics', 'games', 'telecoms'],
  ['media', 'telecoms', 'games'],
  ['machinery', 'shipbuilding', 'electronics'],
  ['cars', 'batteries'],
  ['steel', 'mining', 'chemicals', 'materials', 'energy'],
  ['energy', 'utilities', 'commodities trading'],
  ['airlines', 'transport', 'leisure'],
  ['construction', 'property', 'materials'],
  ['pharmaceuticals', 'health care', 'chemicals'],
  ['leisure', 'gambling', 'sport', 'restaurants', 'media'],
]

/** Whether firms of two trades may be taken for each other. */
export const areNearTrades = (a: string, b: string): boolean =>
  a === b || FAMILIES.some((family) => family.includes(a) && family.includes(b))
