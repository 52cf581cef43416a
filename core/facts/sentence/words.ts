import { wordSet as words } from '../../word-set.ts'

/** Verbs of going up, by dictionary form. */
export const UP_VERBS = words(
  'rise climb increase grow jump surge soar gain advance leap rally rocket swell widen balloon expand improve accelerate rebound recover strengthen mount double triple quadruple',
)
/** Verbs of going down. */
export const DOWN_VERBS = words(
  'fall drop decline decrease slip slide sink shrink narrow plunge plummet tumble slump dip ease weaken contract shed lose tank crash dive slow worsen halve retreat',
)
/** Verbs that do it to something: 'cut its forecast by 5%'. Their object is what moves. */
export const RAISING_VERBS = words('raise lift boost increase hike push grow')
export const LOWERING_VERBS = words('cut reduce lower slash trim')
/** Nouns of going up and down: 'a 6% rise in turnover'. */
export const UP_NOUNS = words(
  'rise increase growth jump surge gain climb leap advance improvement upturn hike',
)
export const DOWN_NOUNS = words(
  'fall drop decline decrease slump plunge slide dip reduction loss cut contraction downturn tumble',
)

/** Verbs between a measure and its figure: 'revenue reached $5bn'. */
export const LEVEL_VERBS = words(
  'be reach total hit amount stand come equal exceed top surpass average remain trade',
)

/** What a company's or an economy's figures are called: heads of measures that may stand with an owner. */
export const MEASURES = words(`
  revenue revenues sales turnover profit profits earnings income loss losses margin margins cost costs spending expenditure capex investment output production deliveries orders backlog shipments exports imports
  share shares stock price prices value valuation capitalisation capitalization worth debt debts assets liabilities deposits loans cash reserves dividend dividends workforce headcount staff employees customers users subscribers members
  growth inflation unemployment deficit surplus rate rates yield yields index lending borrowing demand supply traffic passengers stake interest fine penalty budget target forecast guidance expenses turnover takings fees charge charges writedown buyback capacity premiums claims volume volumes market wages pay salary tax taxes rent rents GDP EBITDA downloads visitors footfall population jobs estimate goal outlook toll
`)

/** Measures that every company has: without an owner in the text they are the article's main company's. */
export const COMPANY_MEASURES = words(
  'revenue revenues sales turnover profit profits earnings income loss losses margin margins expenditure capex deliveries backlog shipments share shares stock dividend dividends workforce headcount takings guidance',
)

export const SPEECH_VERBS = words(
  'say add tell note protest complain counter assert caution reiterate explain warn argue comment remark insist announce report claim state believe think suggest admit concede confirm reveal estimate predict forecast expect emphasise emphasize stress acknowledge describe show indicate point observe declare disclose contend allege maintain recommend',
)

/** Verbs and words under which what follows is not (yet) fact. */
export const PLAN_VERBS = words(
  'plan intend aim propose seek hope want pledge promise agree vow consider mull',
)
export const FORECAST_VERBS = words('expect forecast predict project anticipate estimate')
export const HEDGE_WORDS = words(
  'nearly almost virtually could may might would should can likely unlikely possibly perhaps reportedly allegedly apparently probably potentially possible believed thought rumoured rumored expected forecast predicted projected estimated set if unless whether',
)

/** Nouns that, with 'the' or 'this' and nothing behind, point back at something said before. */
export const POINTING_NOUNS = words(`
  company firm group business organisation organization corporation deal agreement plan plans move decision figure figures number amount sum report statement result results news announcement increase decrease rise fall drop change measure measures step action offer bid takeover merger sale purchase
  agency union regulator bank lender retailer carmaker automaker manufacturer airline maker giant chain insurer operator unit division subsidiary parent partner pair duo two three former latter product service project scheme programme program proposal issue problem incident case situation event crisis
  man woman executive boss trader analyst minister president official spokesman spokeswoman spokesperson lawyer judge court government country state nation city region area site plant factory store vehicle plane aircraft model device system law bill legislation tax fund money cash contract order loan payment fine
  downgrade upgrade numbers section contributor contributors recall layoffs finding findings
  gap pace trend scandal dispute row test threshold
  proclamation ruling verdict auction rate risk sell-off selloff cuts levy
  period year quarter month week day time meeting conference talks survey study data document letter newspaper paper magazine website statement article industry sector market economy currency shares stock reactor pipeline
`)

/** The nouns for which 'the company' may stand. */
export const COMPANY_HEADS = words(
  'company firm group retailer carmaker automaker manufacturer airline carrier maker giant chain insurer lender operator business corporation bank broker chipmaker drugmaker planemaker airframer brewer miner utility broadcaster publisher housebuilder conglomerate developer supplier startup start-up designer streamer grocer jeweller shipbuilder steelmaker refiner',
)

/** Of those, the nouns that can be meant in general when they do not open the phrase: 'as the market speculated'. */
export const GENERAL_NOUNS = words(
  'market markets sector industry cash money law tax taxes court courts state economy currency press media internet public world population government time year day month week period site city sale sales price prices figures results demand supply plant factory product products service services system',
)

/** Currencies, of which there is one each: 'the dollar' needs nothing said before. */
export const CURRENCIES = words(
  'dollar euro pound sterling yen yuan renminbi rupee rouble ruble franc won real baht rupiah peso lira krona krone rand ringgit dinar dong zloty forint koruna shekel riyal dirham naira shilling',
)

/** What a possessive ends in. */
export const APOSTROPHES = words("' ’ 's ’s")

/** Words before what somebody has. */
export const POSSESSIVES = words('its their his her our')

/** Words that open a dependent clause. */
export const SUBORDINATORS = words(
  'that as because if while whereas although though after before since when unless until whether despite which who whose where so than how why what',
)
