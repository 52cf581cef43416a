import { wordSet as words } from '../../word-set.ts'

/** Written with a capital but no part of a name. */
export const NOT_NAMES = words(`
  I January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri
  Christmas Easter GMT BST EST EDT CET UTC AM PM CEO CFO COO CTO CIO GDP IPO AI IT TV PC CPI EPS EBITDA EBIT R&D Q1 Q2 Q3 Q4 H1 H2 FY
  The A An This That These Those It Its He She They We You His Her Their Our My In On At By For From With Without Of To As And But Or So If
  When While After Before Since Although Though However Thus Hence Therefore Meanwhile Despite Because Also Yet Still Then There Here Now Not No Nor
  Some Many Most Several Other Others All Both Each Any Such Meanwhile Overall Elsewhere Separately Internet Web Chapter Mr Mrs Ms Dr
`)

/** Before a person's name. */
export const HONORIFICS = words(
  'Mr Mrs Ms Miss Dr Sir Dame Lord Lady Prof Professor Judge Justice Mr. Mrs. Ms. Dr. Prof.',
)

/** Offices and other words that may stand with a capital before a person's name and are no part of it. */
export const TITLE_WORDS = words(`
  President Presidents Prime Minister Chancellor Secretary Treasury Finance Foreign Trade Economy Interior Defence Defense Energy Labour Health Industry Senator Sen Representative Rep Governor Gov
  Commissioner Chairman Chairwoman Chairperson Chair Chief Executive Financial Operating Technology Officer Director Managing Head CEO CFO COO CTO Vice Deputy King Queen Prince Princess
  Democrat Democratic Republican Mayor Premier Captain Founder Spokesman Spokeswoman Attorney Opposition Leader Speaker Emir Sheikh Former Acting Minority Majority House Senate State Union Shadow Conservative Liberal
`)

/** Last words of an organisation's name. */
export const ORGANISATION_ENDS = words(`
  Incorporated Enterprises Works Consortium Foods Mills Shipyard Inc Inc. Corp Corp. Corporation Company Co Co. Ltd Ltd. Limited plc PLC LLC LLP AG SA NV SE SpA AB ASA GmbH KK BV PAC Holdings Holding Group Bank Bancorp Bancshares Bankshares
  Airlines Airways Air Aviation Aerospace AeroSystems Motors Motor Automotive Technologies Technology Tech Systems Software Semiconductor Electronics Electric Energy Petroleum Oil Gas Power
  Pharma Pharmaceutical Pharmaceuticals Therapeutics Biotech Laboratories Labs Foods Beverages Brands Stores Retail Supermarkets Industries International Partners Capital Securities Investments Investment Advisors Advisers
  Management Insurance Assurance Financial Trust Fund Funds Ventures Media Entertainment Studios Pictures Networks Communications Telecom Telecommunications Mobile Wireless Steel Metals Mining Resources Chemicals
  Commission Committee Agency Authority Administration Department Ministry Treasury Council Board Bureau Office Institute Institution University College Association Federation Union Society Foundation Organisation Organization
  Exchange Court Parliament Congress Senate Service Services Center Centre Forum League Club Party Reserve Research Analytics Consulting Economics Logistics Shipping Lines Railways Railway Rail Hotels Resorts Properties Homes Builders Logistics Times Post Journal News
`)

/** Words after which 'of' or 'for' belongs to an organisation's name: 'Bank of Japan'. */
export const OF_HEADS = words(`
  Bank Department Ministry University House Board Council Office Federation Association Institute Chamber Court Bureau Organisation Organization Union Confederation Committee Commission Society Centre Center Agency Institution Fund Lords Commons College School Church Authority National Secretary
`)

/** Lower-case nouns that name what the following or preceding proper name is: 'the retailer Harrow', 'Harrow, the retailer'. */
export const COMPANY_NOUNS = words(`
  company firm group giant retailer carmaker automaker maker manufacturer airline bank lender insurer broker brokerage chain supermarket conglomerate start-up startup publisher broadcaster operator developer
  supplier producer miner brewer drugmaker chipmaker planemaker aircraft-maker rival subsidiary parent unit division consultancy agency regulator watchdog union exchange utility telecoms platform bookmaker housebuilder newspaper website airframer
  companies firms groups retailers carmakers automakers makers manufacturers airlines banks lenders insurers rivals start-ups startups suppliers
`)

/** Verbs that companies and bodies do in the news. */
export const CORPORATE_VERBS = words(`
  say report post announce sell own acquire buy launch employ operate file recall unveil plan expect forecast warn deliver cut raise agree
`)

/** Nouns that follow a company's possessive or name: "Norvale's revenue", 'Boeing shares'. */
export const COMPANY_ATTRIBUTES = words(`
  share shares stock revenue revenues sales profit profits earnings results customers shareholders chief chairman chairwoman founder co-founder board management headquarters employees workforce business subsidiary operations spokesman spokeswoman spokesperson products users subscribers stores plant factory deal bid takeover
`)

/** Nouns and titles that say a person stands before or behind them. */
export const PERSON_NOUNS = words(`
  executive chairman chairwoman chair president director manager head founder co-founder boss chief officer analyst economist strategist minister secretary governor spokesman spokeswoman spokesperson leader professor partner commissioner senator lawyer trader investor billionaire entrepreneur commentator editor chancellor prime-minister ceo cfo
`)
