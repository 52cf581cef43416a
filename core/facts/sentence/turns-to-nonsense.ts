import { wordSet } from '../../word-set.ts'
import { type Marked, type Range, wordAt } from './marked.ts'

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
  [/^(?:signed|signs)$/, /^(?:up|over|off|in|on|out|away)$/],
  [/^(?:major|minor|sharp|slight|slightly|sharply|ambitious|modest|similar|different)$/, /^/],
]

const isSetPhrase = (marked: Marked, i: number): boolean =>
  SET_PHRASES.some(([word, behind]) => word.test(wordAt(marked, i)) && behind.test(wordAt(marked, i + 1)))

/** Whether a range, with the word at `i` turned round, would tell by its own other words that it cannot be so: 'to help it battle rising sales', 'lower losses would hurt it', 'the best part of an hour'. */
export function turnsToNonsense(marked: Marked, { from, to }: Range, i: number): boolean {
  if (isSetPhrase(marked, i)) return true
  // 'unlikely to keep expanding'
  if (/^(?:keep|kept|keeps|continue|continues|continued)$/.test(wordAt(marked, i - 1))) return true
  for (let at = Math.max(from, i - LEANS_WITHIN); at < Math.min(to, i + LEANS_WITHIN); at++)
    if (at !== i && LEANING.has(wordAt(marked, at)) && marked.names[at] === undefined) return true
  return false
}
