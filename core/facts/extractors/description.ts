import type { Name } from '../../article/name.ts'
import type { DescriptionFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { isHyphen, type Marked, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { standalone } from '../sentence/standalone.ts'
import { UNTOLD } from '../time.ts'

const SHORTEST = 4
const LONGEST = 16
/** A description that only one can answer to. */
const SINGLES_OUT =
  /\b(?:largest|biggest|smallest|oldest|first|second|third|fourth|fifth|only|leading|top|main|parent|owner|founder|maker|fastest|cheapest|richest|most|newest|longest)\b/

/** Where the apposition that begins behind a comma ends: at the next comma, or -1 where it is a list or holds a verb of its own. */
function closing(marked: Marked, from: number): number {
  for (let i = from; i < Math.min(marked.tokens.length, from + LONGEST + 4); i++) {
    const text = wordAt(marked, i)
    if (text === ',' || (text === '.' && i === marked.tokens.length - 1)) return i
    if (/^[;:()"“”—–]$/.test(text) || /^(?:which|who|whose|that|and|but|said|says)$/.test(text)) return -1
  }
  return -1
}

const KINDS_OF_BODY =
  /^(?:bank|brewery|brewer|vendor|conglomerate|retailer|lender|insurer|airline|carmaker|automaker|chipmaker|drugmaker|planemaker|manufacturer|maker|publisher|broadcaster|operator|developer|supplier|producer|miner|utility|consultancy|agency|regulator|union|broker|brokerage|supermarket|chain|start-up|startup|subsidiary|newspaper|website|think-tank|group|firm|company|giant)$/

/** What the words right before a body's name say it is: 'German investment bank Deutsche Bank'. */
export function findKindsOfBody(scene: Scene, marked: Marked): DescriptionFinding[] {
  if (!marked.hasNames) return []
  const found: DescriptionFinding[] = []
  for (let i = 2; i < marked.tokens.length; i++) {
    const name = marked.names[i]
    if (name?.sort !== 'organisation' || name === marked.names[i - 1] || marked.quoted[i]) continue
    if (/^(?:agency|newspaper|website|broadcaster)$/.test(wordAt(marked, i - 1))) continue
    if (!KINDS_OF_BODY.test(wordAt(marked, i - 1)) || marked.tokens[i - 1]?.end === marked.tokens[i]?.start)
      continue
    let from = i - 1
    while (from > 0 && i - from < 6 && describesBody(marked, from - 1)) from--
    const text = standalone(scene, marked, { from, to: i })
    if (
      text === null ||
      i - from < 2 ||
      /^(?:its|their|his|her|rival|same|other|former|new)\b|\b(?:\w+est|most|first|second|third|only|leading|top)\b/i.test(
        text,
      ) ||
      text.includes(name.canonical)
    )
      continue
    const shown =
      from === 0 && !/^(?:\p{Lu}{2}|\p{Lu}\p{L}+(?:ese|ish|ian|ean|can|man|nch|tch|iss)\b)/u.test(text)
        ? text.charAt(0).toLowerCase() + text.slice(1)
        : text
    const described = `${/^(?:[aeio]|un(?!i))/i.test(shown) ? 'an' : 'a'} ${shown}`
    found.push(descriptionFinding(scene, marked, name, described))
  }
  return found
}

const describesBody = (marked: Marked, i: number): boolean => {
  const token = marked.tokens[i]
  if (!token || marked.quantities[i] || marked.periods[i]) return false
  if (marked.names[i]) return marked.names[i]?.sort === 'place' || marked.names[i]?.sort === 'other'
  return /^(?:ADJ|NOUN)$/.test(token.pos) || NATIONALITY.test(token.text) || isHyphen(marked, i)
}

const NATIONALITY = /^(?:US|UK|EU|\p{Lu}\p{L}+(?:ese|ish|ian|ean|can|man|nch|tch|iss|wan|eli|qi))$/u

/** 'A Norwegian state-owned oil company': among the few that an article names, one answers to it. */
const saysWhere = ({ reading }: Scene, text: string): boolean =>
  text.split(/[\s-]+/).some((word) => reading.nations.has(word)) &&
  !/\b(?:former|one|part|member)\b/.test(text)

/** What a name's apposition says that sets it apart: 'Brisk, the world’s third-largest brewer,'. */
export function findDescriptions(scene: Scene, marked: Marked): DescriptionFinding[] {
  if (!marked.hasNames) return []
  const found: DescriptionFinding[] = []
  for (let i = 1; i < marked.tokens.length - SHORTEST; i++) {
    const name = marked.names[i - 1]
    if (!name || name === marked.names[i] || wordAt(marked, i) !== ',' || marked.quoted[i]) continue
    if (name.sort !== 'organisation' && name.sort !== 'person') continue
    const first = wordAt(marked, i + 1)
    const isPossessive = marked.names[i + 1]?.sort === 'place' || marked.names[i + 1]?.sort === 'organisation'
    const isOneOfMany = /^an?$/.test(first) && name.sort === 'organisation'
    if (!/^(?:the|its)$/.test(first) && !isPossessive && !isOneOfMany) continue
    const end = closing(marked, i + 1)
    const length = end - i - 1
    if (end === -1 || length < SHORTEST || length > LONGEST) continue
    const text = standalone(scene, marked, { from: i + 1, to: end })
    const tells = text !== null && (isOneOfMany ? saysWhere(scene, text) : SINGLES_OUT.test(text))
    if (!tells || text.includes(name.canonical)) continue
    found.push(descriptionFinding(scene, marked, name, text))
  }
  return found
}

function descriptionFinding(
  { reading }: Scene,
  marked: Marked,
  name: Name,
  text: string,
): DescriptionFinding {
  const fact = factOf({
    family: 'event',
    subject: name.canonical,
    measure: `is ${text}`,
    status: 'actual',
    evidence: evidenceOf(reading.text, [marked.sentence]),
  })
  return { family: 'description', fact, marked, when: UNTOLD, name, text }
}
