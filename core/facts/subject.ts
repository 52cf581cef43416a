import { mentionsOf, takesThe, thingsNamedIn } from '../article/things.ts'
import { keepWith } from '../remember.ts'
import type { Subject } from './finding.ts'
import { firmIn, nearestOwner } from './owner.ts'
import { possessive } from './possessive.ts'
import type { Clause } from './sentence/clauses.ts'
import { isHyphen, type Marked, type Range, within, wordAt } from './sentence/marked.ts'
import { opensAsName } from './sentence/nominal.ts'
import type { Scene } from './sentence/scene.ts'
import { standalone } from './sentence/standalone.ts'
import { COMPANY_MEASURES } from './sentence/words.ts'

/** The noun a phrase is about: the last noun before its first preposition. */
export function headOf(marked: Marked, { from, to }: Range): number {
  let head = -1
  for (let i = from; i < to; i++) {
    const tag = marked.tokens[i]?.pos
    if (head !== -1 && tag === 'ADP' && !isHyphen(marked, i - 1)) break
    if (marked.names[i] || tag === 'NOUN' || tag === 'PROPN') head = i
  }
  return head === -1 ? to - 1 : head
}

export function isPluralHead(marked: Marked, range: Range): boolean {
  const head = headOf(marked, range)
  const token = marked.tokens[head]
  if (!token) return false
  for (let i = range.from; i < range.to; i++) {
    if (marked.tokens[i]?.pos === 'ADP' && !isHyphen(marked, i - 1)) break
    if (wordAt(marked, i) === 'and' && !marked.names[i]) return true
  }
  if (marked.names[head]) return false
  const text = token.text.toLowerCase()
  if (/^(?:people|staff|police|data)$/.test(text)) return true
  return /s$/.test(text) && !/(?:ss|us|is)$/.test(text) && token.lemma !== text
}

const firstWords = (marked: Marked, { from }: Range): string =>
  `${marked.tokens[from]?.text ?? ''} ${marked.tokens[from + 1]?.text ?? ''}`

/** Names and nationalities in a range tell a reader whose measure it is. */
function anchorIn(marked: Marked, { from, to }: Range): string | undefined {
  for (let i = from; i < to; i++) {
    const name = marked.names[i]
    if (name) return name.canonical
    const text = marked.tokens[i]?.text ?? ''
    if (
      /^(?:US|UK|EU|U\.S|U\.K)$/.test(text) ||
      /^\p{Lu}\p{L}+(?:ese|ish|ian|ean|can|man|nch|tch|iss|wan)$/u.test(text)
    )
      return text
  }
  return undefined
}

/** A name as a sentence says it: 'the Federal Reserve', 'Boeing'. */
export const withThe = ({ reading }: Pick<Scene, 'reading'>, name: string): string =>
  takesThe(reading, name) ? `the ${name}` : name

/** What somebody has and is measured: 'Harrow's revenue'. `said` is how the owner is called where that is not the name alone. */
export const ownMeasure = (owner: string, measure: string, isPlural: boolean, said = owner): Subject => ({
  text: `${possessive(said)} ${measure}`,
  isPlural,
  isAnchored: true,
  owner,
  measure,
})

/** 'US aircraft firm Boeing', 'Opposition leader Ada Okoro': the name alone says who it is. */
function nameAtEnd(marked: Marked, { from, to }: Range): string | undefined {
  const name = marked.names[to - 1]
  if (name?.sort !== 'organisation' && name?.sort !== 'person') return undefined
  for (let i = from; i < to; i++) {
    if (marked.names[i] === name) break
    const { pos, text } = marked.tokens[i] ?? { pos: 'X', text: '' }
    const isJoined =
      /^(?:,|and|or)$/.test(text) && marked.names.slice(from, i).some((other) => other !== undefined)
    // 'firms led by Orrin' are more than Orrin
    if (pos === 'ADP' || text === 'by' || isJoined) return undefined
    // 'buying Orrin met a goal'
    if (pos === 'VERB' && /ing$/.test(text) && marked.names[i + 1] === name) return undefined
  }
  return name.canonical
}

/** The name that a pronoun of the range became. */
function namedIn({ reading }: Scene, marked: Marked, { from, to }: Range, text: string): string | undefined {
  const hasPronoun = marked.tokens
    .slice(from, to)
    .some(({ text: word }) => /^(?:its|his|her|it|he|she|the)$/i.test(word))
  if (!hasPronoun) return undefined
  return thingsNamedIn(reading, text).find(({ mentions }) => mentions.some(({ sort }) => sort !== 'other'))
    ?.canonical
}

/** The organisation that is a clause's subject: 'Boeing', 'the retailer Harrow', 'the company'; not the one in 'Commerce Department figures'. */
export function organisationOf(scene: Scene, clause: Clause): string | undefined {
  const { marked, subject } = clause
  const name = marked.names[headOf(marked, subject)]
  if (name?.sort === 'organisation') return name.canonical
  const head = wordAt(marked, subject.to - 1)
  if (!/^(?:it|company|firm|group|retailer|bank|airline|carmaker)$/.test(head)) return undefined
  const text = standalone(scene, marked, subject)
  return text && mentionsOf(scene.reading, text).some(({ sort }) => sort === 'organisation')
    ? text
    : undefined
}

/** Whether a pronoun in the range became a company's name. */
const ownsByCompany = ({ reading }: Scene, text: string): boolean =>
  thingsNamedIn(reading, text).some(({ mentions }) => mentions.some(({ sort }) => sort === 'organisation'))

const tidyMeasure = (text: string): string => text.replace(/^(?:the|a|an|its|their)\s/i, '')

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** A noun phrase as a subject that stands alone, with its owner found where the phrase does not name one; null when it cannot stand. `owner` is who the clause around says it belongs to. */
export function subjectOf(scene: Scene, marked: Marked, range: Range, owner?: string): Subject | null {
  const name = nameAtEnd(marked, range)
  if (name) {
    const text = withThe(scene, name)
    return { text, isPlural: false, isAnchored: true, owner: name, measure: name }
  }
  // 'A fourth contributor', 'another airline': one of several that the text has told of before
  if (
    /^(?:another|other|others|both|one|half|(?:a|an) (?:second|third|fourth|fifth|further|new))\b/i.test(
      firstWords(marked, range),
    )
  )
    return null
  // 'and forecasts | export earnings will fall': what is said, with its verb
  if (
    wordAt(marked, range.from - 1) === 'and' &&
    /^(?:forecasts|expects|says|claims|estimates|predicts|believes|reports|warns|hopes)$/.test(
      wordAt(marked, range.from),
    )
  )
    return null
  // 'Similar to the sum of a year before', 'such as Spain and Norway': no subject
  if (/^(?:similar|compared|according|due|thanks|such|like|unlike)$/.test(wordAt(marked, range.from)))
    return null
  const raw = standalone(scene, marked, range)
  // 'Shares of Norvale fell 2% and Harrow's lost 3%': what Harrow's is, is left out
  if (
    raw === null ||
    raw.length > 110 ||
    /['’]s?$|^(?:over|in|during|for|by|at|on|under|after|before|since) /i.test(raw) ||
    /\b(?:months?|weeks?|quarters?)\b/.test(raw) ||
    // 'growth for the whole (of 2004)', '2% with strong growth'
    /\b(?:whole|rest|start|beginning|middle)$/.test(raw) ||
    // 'sales in the fiscal (third quarter)', '(card-not-)present fraud'
    /\b(?:fiscal|financial|trading)$/.test(raw) ||
    isHyphen(marked, range.from - 1) ||
    (marked.quantities[range.from] !== undefined && /% with /.test(raw))
  )
    return null
  // 'May has struggled': a firm that was not read as one
  if (/^(?:May|Will|Can|Must)$/.test(raw)) return null
  const isPlural = isPluralHead(marked, range)
  const anchor = anchorIn(marked, range) ?? namedIn(scene, marked, range, raw)
  const startsWithName =
    marked.names[range.from] !== undefined && !opensAsName(scene.reading, marked, range.from)
  const first = marked.tokens[range.from]?.text ?? ''
  // The capital of a sentence's first word goes; that of a name, or of what a pronoun became, stays.
  const second = marked.tokens[range.from + 1]?.text ?? ''
  const isProper =
    startsWithName ||
    (/^\p{Lu}/u.test(second) && !/^(?:The|A|An)$/.test(first)) ||
    !raw.startsWith(first) ||
    range.from > 0 ||
    /^\p{Lu}\p{Lu}/u.test(raw) ||
    isDemonym(raw) ||
    scene.reading.nations.has(first)
  const text = isProper ? raw : uncapitalised(raw)
  const isResolved = text !== raw ? false : /^\p{Lu}/u.test(text) && !raw.startsWith(first)
  const currency = CURRENCY.exec(text)?.[0]
  const isRegional =
    anchor !== undefined &&
    currency === undefined &&
    COMPANY_MEASURES.has(wordAt(marked, headOf(marked, range))) &&
    !within(marked.names, range).some(({ sort }) => sort === 'organisation' || sort === 'person') &&
    !isResolved &&
    // 'The Suez Canal's revenue' is the canal's
    !OWNED_BY_THING.test(text) &&
    !ownsByCompany(scene, raw)
  // 'UK revenues' are somebody's
  if (isRegional && scene.main === undefined && OWNED.test(wordAt(marked, headOf(marked, range)))) return null
  // 'Shares in the fifth biggest US carrier' are that carrier's, whoever it is
  if (isRegional && HELD_IN.test(text)) return null
  // 'American's shares' are those of a firm that is not known by that name
  if (isRegional && OWNED_BY_NAME.test(text)) return null
  if (isRegional && scene.main !== undefined) {
    const measure = tidyMeasure(text)
    return ownMeasure(scene.main, measure, isPlural)
  }
  if (anchor !== undefined || isResolved || currency !== undefined) {
    const held = anchor ?? currency ?? text
    return {
      text,
      isPlural,
      isAnchored: true,
      owner: held,
      measure: tidyMeasure(text.replace(`${possessive(held)} `, '').replace(`${held}'s `, '')),
    }
  }
  const head = wordAt(marked, headOf(marked, range))
  const measure = tidyMeasure(text)
  // 'It argued that shares outperform bonds': those of anybody
  const isGeneric =
    range.from > 0 && range.to - range.from === 1 && /^(?:shares|stocks|dividends)$/.test(head)
  const found =
    COMPANY_MEASURES.has(head) && !isGeneric ? (owner ?? nearestOwner(scene, marked, range.from)) : undefined
  if (found !== undefined && !/\b(?:of|from|for|in)\s(?:the|a)\s/.test(text))
    return ownMeasure(found, measure, isPlural)
  const { country } = scene.reading
  // 'In London inflation rose to 7.1%'
  const isOfPlace = within(marked.names, { from: 0, to: range.from }).some(
    ({ sort, text: name }) => sort === 'place' && name !== country,
  )
  const isNational =
    NATIONAL.test(measure) &&
    !isOfPlace &&
    (!MAY_BE_A_FIRMS.test(measure) ||
      (scene.main === undefined && isOfEconomy(scene.reading) && !isAtFirm(marked, range.to)))
  if (country !== undefined && isNational && !/^(?:a|an)\s/i.test(text)) {
    // 'Demand was weak in Spain' says where by itself.
    if (
      within(marked.names, { from: range.to, to: marked.tokens.length }).some(
        ({ text: name }) => name === country,
      )
    )
      return { text, isPlural, isAnchored: true, owner: country, measure }
    const said = /^(?:US|UK|EU)$/.test(country)
      ? `${country} ${measure}`
      : `${possessive(country)} ${measure}`
    return {
      text: /^the /i.test(text) && said.startsWith('U') ? `the ${said}` : said,
      isPlural,
      isAnchored: true,
      owner: country,
      measure,
    }
  }
  return { text, isPlural, isAnchored: false, measure }
}

/** The subject in a range of a clause; what nobody owns is the reporter's: 'Harrow said sales rose'. */
export const reportedSubject = (scene: Scene, { marked, reporter }: Clause, range: Range): Subject | null =>
  subjectOf(scene, marked, range, reporter ? firmIn(marked, organisationOf(scene, reporter)) : undefined)

const HELD_IN = /^(?:the |its )?(?:shares|stock|stakes?) (?:in|of) (?:the|an?) /i
const OWNED_BY_NAME = /^\p{Lu}\p{L}+['’]s /u
const OWNED_BY_THING = /^[Tt]he (?:\p{Lu}[\p{L}-]+ )*\p{Lu}[\p{L}-]+['’]s? /u

/** What no country has, but its companies. */
const OWNED = /^(?:revenues?|turnover|profits?|earnings|margins?|dividends?)$/

/** What a country has one of. */
const NATIONAL =
  /^(?:(?:total |overall |annual |monthly |official |gross |domestic |consumer |retail |economic |house |home |property |industrial |manufacturing |factory |mortgage |interest |trade |budget |fiscal |current account |federal |public )*)(?:economy|exports?|imports?|inflation|unemployment|lending|spending|growth|output|production(?! costs?)|rates?(?! of)|sales|prices|deficit|surplus|debt|budget|government|borrowing|demand|trade)\b/

const ECONOMY = /\b(?:econom(?:y|ic|ies)|gross domestic|GDP|inflation)\b/

/** Whether an article speaks of an economy, so that 'output' is that of a country and not of a trade, such as wine. */
const isOfEconomy = keepWith(({ text }: Scene['reading']): boolean => ECONOMY.test(text))

/** 'Sales jumping 28% at the retailer Orrin' */
const isAtFirm = (marked: Marked, from: number): boolean =>
  marked.tokens.some(
    ({ lower }, i) =>
      i >= from &&
      /^(?:at|for|of|by)$/.test(lower) &&
      marked.names.slice(i, i + FIRM_WITHIN).some((name) => name?.sort === 'organisation'),
  )
const FIRM_WITHIN = 8

/** What a firm or a trade has as well as a country, where no other word tells: 'sales growth', 'spending'. */
const MAY_BE_A_FIRMS =
  /^(?:sales|spending|growth|output|production|prices|demand|debt|budget|borrowing|lending|total (?:sales|output|production))\b/i

const CURRENCY =
  /^(?:the )?(?:dollar|euro|pound|sterling|yen|yuan|renminbi|rupee|rouble|ruble|won|franc|peso|real|rand|lira|baht|rupiah|ringgit|krona|krone|zloty)$/

const isDemonym = (text: string): boolean =>
  /^(?:\p{Lu}\p{L}+(?:ese|ish|ian|ean|can|man)|[A-Z]{2,})\b/u.test(text)
