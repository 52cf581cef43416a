import { wordSet } from '../../word-set.ts'
import { type Marked, type Range, rangeSome, wordAt } from './marked.ts'

/** Verbs and nouns that take only what is bad, or only what is good, or tell that something is. */
const LEANING = wordSet(
  `hurt hurts hit hits hitting harm harms damage damages damaging damaged battle battles battling fight fights fighting
  combat tackle tackles tackling struggle struggles struggling struggled grapple grapples grappling offset offsets
  offsetting threaten threatens threatened threat blame blamed blames blaming thank thanks suffer suffers suffered
  suffering fear fears worry worries worried concern concerns risk risks hope hopes benefit benefits benefited
  benefiting help helps helped helping aid rescue rescued revive revives revival recover recovers recovered recovery
  problem problems crisis trouble troubles troubled difficulty difficulties despite unfortunately setback hamper hampers
  hampered hampering knock knocked knocking undermine undermines undermined hinder hinders hindered curb curbs curbed
  curbing stem halt halted relief surrender impressive struggling healthy healthier ailing faltering fragile weak weaker
  weakening strong stronger sluggish slowdown slump recession boom downturn upturn shortage glut overhang overproduction
  lacklustre disappointing encouraging buoyant upbeat gloomy tough tougher poor worse better good bad improved improving
  improvement worsening deterioration attractive competitive competition fierce pressure pressures driven prompted
  prompting forced forcing amid tempted discouraged warned warning punished rewarded misled lied defraud
  dependent doldrums spurts stagnated overcome beat beating blow boost boosted boosting cheaper dearer expensive control
  call calls called calling urge urges urged urging seek seeks sought seeking aim aims aimed aiming want wants wanted
  intend intends working effort efforts prevent prevents prevented preventing avoid
  toll fewer soften softens easing ease burden relax sustained sustain unemployment plead pleads pleaded caused causes causing lose loses losing means meant`,
)
const LEANS_WITHIN = 18

/** A word that only with another right behind it, or never, has an opposite. */
const SET_PHRASES: readonly (readonly [word: RegExp, behind: RegExp])[] = [
  [/^(?:short|long|full|rich)$/, /^(?:of|way|term|run|haul|list|time|period|range|on|in|-)$/],
  [/^(?:best|worst|better|worse)$/, /^(?:part|off|of|known|if|when|than)$/],
  [
    /^(?:most|least)$/,
    /^(?:recent|important|famous|notable|notably|striking|pressing|serious|obvious|part)$/,
  ],
  [/^(?:rich|poor)$/, /^(?!country|countries|nation|nations|region|regions|area|areas|state$)/],
  // 'it has confirmed'
  [/^(?:confirmed|denied|agreed|refused|accepted|rejected)$/, /^(?:$|[,.;])/],
  [
    /^(?:surplus|deficit|majority|minority|profit|loss|buyer|seller)$/,
    /^[a-z]+(?<!is|was|of|in|at|to|by|for|and|or|from|with|on|will|has|had|after|before|as)$/,
  ],
  // 'large, thin screens', 'small firms'
  [
    /^(?:large|small|big|long|short|fast|slow|rapid|high|low)$/,
    /^(?!(?:and|in|on|at|as|because|since|despite|during|after|by|to|for|with|until|enough)$)[a-z,]/,
  ],
  [/^(?:expansion|contraction)$/, /^(?:until|in|into|of|$)/],
  // 'write off bad loans', 'separate charges'
  [/^(?:good|bad)$/, /^(?:loans?|debts?|weather|luck|faith|will|habits?|publicity)$/],
  // 'attacked public buildings'
  [/^(?:attacked|defended)$/, /^(?!the$|his$|her$|its$|their$|plans$|proposals$)/],
  [/^(?:separate|joint)$/, /^(?!company|companies|firm|firms|entity|entities|unit|business$)/],
  [/^(?:signed|signs)$/, /^(?:up|over|off|in|on|out|away)$/],
  [/^(?:major|minor|sharp|slight|slightly|sharply|ambitious|modest|similar|different)$/, /^/],
]

const isSetPhrase = (marked: Marked, i: number): boolean =>
  SET_PHRASES.some(([word, behind]) => word.test(wordAt(marked, i)) && behind.test(wordAt(marked, i + 1)))

/** 'Gathering strength': nobody gathers weakness. */
const isGathered = (marked: Marked, i: number): boolean =>
  /^(?:strength|weakness)$/.test(wordAt(marked, i)) &&
  /^(?:gather|gain|draw|lend|show|build|find)$/.test(marked.tokens[i - 1]?.lemma ?? '')

/** What only what is good for somebody is meant to come to, and nobody sets out for: 'pledged to worsen'. */
const GOOD = wordSet(
  'improve boost encourage strengthen succeed win gain thrive expand grow increase accelerate create join protect lift support',
)
const MEANT = wordSet(
  `pledge pledged pledges promise promised promises vow vowed vows try tries tried trying attempt attempts attempted hope
  hopes hoped bid bids move moves ready keen eager plan plans planned planning decided committed designed needs need
  prepared hoping offered ways way scheme measures opportunity chance application applied`,
)

/** 'Pledged to improve its procedures': nobody pledges the opposite. */
const isMeantWell = (marked: Marked, i: number): boolean =>
  GOOD.has(marked.tokens[i]?.lemma ?? '') &&
  wordAt(marked, i - 1) === 'to' &&
  MEANT.has(wordAt(marked, i - 2))

/** What is brought down, so that nobody doubts which of two it is: 'trim the ballooning deficit'. */
const LESSENED = wordSet(
  'halve halved halving trim plug reduce reducing cut cutting narrow shrink finance fund pay cover trimming huge massive ballooning spiralling record bring control containing contain lower',
)
const LESSENED_WITHIN = 6
const isLessened = (marked: Marked, i: number): boolean =>
  /^(?:deficits?|surplus|shortages?|glut|loss|losses)$/.test(wordAt(marked, i)) &&
  rangeSome(Math.max(0, i - LESSENED_WITHIN), i, (at) => LESSENED.has(wordAt(marked, at)))

/** Verbs of what somebody thinks of a thing, whose reason the words behind may give: 'opposed the bid, saying it would harm'. */
const JUDGES =
  /^(?:back|oppose|welcome|criticise|criticize|praise|support|reject|accept|defend|attack|approve|reassure|alarm)$/
const isJudgedForReason = (marked: Marked, i: number, to: number): boolean =>
  JUDGES.test(marked.tokens[i]?.lemma ?? '') &&
  rangeSome(i + 1, to, (at) =>
    /^(?:saying|arguing|claiming|calling|describing|because|as|accusing|insisting)$/.test(wordAt(marked, at)),
  )

/** Whether a range, with the word at `i` turned round, would tell by its own other words that it cannot be so: 'to help it battle rising sales', 'lower losses would hurt it', 'the best part of an hour'. */
export function turnsToNonsense(marked: Marked, { from, to }: Range, i: number): boolean {
  if (isSetPhrase(marked, i) || isMeantWell(marked, i) || isLessened(marked, i)) return true
  if (isGathered(marked, i)) return true
  if (isJudgedForReason(marked, i, to)) return true
  // 'unlikely to keep expanding'
  if (/^(?:keep|kept|keeps|continue|continues|continued)$/.test(wordAt(marked, i - 1))) return true
  for (let at = Math.max(from, i - LEANS_WITHIN); at < Math.min(to, i + LEANS_WITHIN); at++)
    if (at !== i && LEANING.has(wordAt(marked, at)) && marked.names[at] === undefined) return true
  return false
}
