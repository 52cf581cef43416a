import { unitName } from './unit-names.ts'

/** Units of one sort, and whether business questions live on them. */
interface UnitGroup {
  readonly name: string
  readonly isBusiness: boolean
  readonly reason: string
  /** Names as `unitName` gives them, separated by commas. */
  readonly units: string
}

/** THE TABLE of units by sort. A unit that stands nowhere in it counts something: things and people are without number, and are business. */
export const UNIT_GROUPS: readonly UnitGroup[] = [
  {
    name: 'money',
    isBusiness: true,
    reason: 'Prices, sales, profits, deals and wages: what most business questions ask for.',
    units:
      'dollar, cent, pound sterling, p, penny, euro, japanese yen, yen, yuan, australian dollar, canadian dollar, hong kong dollar, shekel, danish krone, malaysian ringgit, sen, croatian kuna',
  },
  {
    name: 'percent',
    isBusiness: true,
    reason: 'Growth, shares and rates. A fraction says the same in words.',
    units: 'percentage, fraction',
  },
  {
    name: 'points',
    isBusiness: true,
    reason: 'How indices, rates and shares move; never to be taken for percent.',
    units: 'point, percentage point, basis point',
  },
  {
    name: 'bare counts',
    isBusiness: true,
    reason: "'Twice', 'three times' and numbers whose noun is not said count something.",
    units: ', count',
  },
  {
    name: 'time and age',
    isBusiness: false,
    reason: 'A period belongs to the time of a fact; ages and durations are seldom what is asked.',
    units:
      'millisecond, second, minute, hour, day, week, month, quarter, year, decade, century, age, year of age, month of age, week of age, day of age',
  },
  {
    name: 'length, area and volume',
    isBusiness: false,
    reason: 'Sizes of things, roads and buildings: science, sport and car pages more than business ones.',
    units:
      'nanometre, micrometre, millimetre, centimetre, metre, kilometre, inch, foot, yard, mile, nautical mile, square foot, square metre, square kilometre, square mile, acre, hectare, cubic foot, cubic metre, cubic centimetre, millilitre, litre, pint, quart, gallon',
  },
  {
    name: 'weight, power, heat and motion',
    isBusiness: false,
    reason:
      'Performance of machines and the weather. Barrels, tonnes and ounces are traded and count as things.',
    units:
      'milligram, gram, kilogram, pound, pound foot, foot pound force, newton metre, revolution, horsepower, brake horsepower, watt, kilowatt, megawatt, gigawatt, terawatt, watt hour, kilowatt hour, megawatt hour, gigawatt hour, terawatt hour, volt, kilovolt, ampere, milliampere hour, farad, hertz, kilohertz, megahertz, gigahertz, decibel, pascal, megapascal, gigapascal, degree, celsius, fahrenheit, calorie, kilocalorie, cylinder',
  },
  {
    name: 'data and dilution',
    isBusiness: false,
    reason: 'Sizes of files and lines, pictures, and parts per million: specifications, not dealings.',
    units:
      'bit, byte, kilobyte, megabyte, gigabyte, terabyte, petabyte, megabit, gigabit, megapixel, generation wireless, part',
  },
]

const OTHERS: ReadonlySet<string> = new Set(
  UNIT_GROUPS.filter(({ isBusiness }) => !isBusiness).flatMap(({ units }) => units.split(/,\s*/)),
)

/** Whether a unit is money, percent, points, or counts things or people; hyphens are said in more than one way. */
export const isBusinessUnit = (unit: string): boolean =>
  ![unit, unit.replaceAll('-', ' ')].some((written) => OTHERS.has(unitName(written)))
