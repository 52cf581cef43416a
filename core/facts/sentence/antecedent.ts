import type { Name } from '../../article/name.ts'
import { mentionsOf } from '../../article/things.ts'
import { mayBeCalled } from '../../language/trades.ts'
import { type Marked, posAt, wordAt } from './marked.ts'
import type { Scene } from './scene.ts'
import { isDash } from './set-off.ts'
import { APOSTROPHES, COMPANY_HEADS, SPEECH_VERBS } from './words.ts'

/** What no 'company' or 'firm' stands for. */
const BODIES =
  /\b(?:Union|Association|Commission|Agency|Council|Ministry|Department|University|Institute|Committee|Federation|Court|Society|Congress|Parliament|Senate|House|Treasury|Exchange|Reserve|Party|Government|Administration)\b/

/** Whether the name can be a firm's, which has sales and profits of its own, as far as is known. */
export const mayBeFirm = ({ isCompany, canonical }: Name): boolean =>
  isCompany !== false && !BODIES.test(canonical)

/** What tells of firms is seldom the one that is told of. */
const PAPERS = /^(?:Reuters|Bloomberg)$|\b(?:News|Times|Post|Journal|Tribune|Herald|Telegraph|Gazette|Daily)$/

/** Whether a firm so called, 'company' or 'carmaker', can be the one of that name, as far as is known. */
const isCalled = (name: Name, noun: string): boolean =>
  mayBeFirm(name) &&
  !PAPERS.test(name.canonical) &&
  // Money that others manage
  !/\bFunds?$/.test(name.canonical) &&
  (name.sector === undefined || mayBeCalled(name.sector, noun))

/** The names of a sort before token `limit`, each thing once, in order; of companies, those that may be called by a noun. Sources are left out: 'told Reuters', 'analyst at Dunmore'. */
function candidates(marked: Marked, limit: number, sort: Name['sort'], noun?: string, from = 0): string[] {
  const found: string[] = []
  for (let i = from; i < limit; i++) {
    const name = marked.names[i]
    if (!name || name.sort !== sort || name === marked.names[i - 1]) continue
    if (noun !== undefined && !isCalled(name, noun)) continue
    if (sort === 'organisation' && /^(?:told|at|by|via)$/.test(wordAt(marked, i - 1))) continue
    if (!found.includes(name.canonical)) found.push(name.canonical)
  }
  return found
}

const SUBORDINATES = /^(?:while|although|though|after|when|as|if|because|since|unless|whereas|once)$/

/** The name at the head of the sentence's subject: among its first tokens, not possessive. */
function openingName(marked: Marked, sort: Name['sort']): string | undefined {
  // 'In 2024, Harrow' is about Harrow, 'The deal with Harrow' is not.
  // 'While Harrow bid, Norvale could not' is about Norvale.
  let isInside = SUBORDINATES.test(wordAt(marked, 0))
  for (let i = 0; i < Math.min(8, marked.tokens.length); i++) {
    if (posAt(marked, i) === 'ADP' && !marked.names[i]) isInside = true
    if (wordAt(marked, i) === ',') isInside = false
    const name = isInside ? undefined : marked.names[i]
    if (name?.sort === sort) {
      let end = i
      while (marked.names[end + 1] === name) end++
      // 'X and Y merged': the company is neither more than the other
      if (/^(?:and|or|,|&)$/.test(wordAt(marked, end + 1)) && marked.names[end + 2]?.sort === sort)
        return undefined
      if (!APOSTROPHES.has(wordAt(marked, end + 1))) return name.canonical
    }
    const pos = posAt(marked, i)
    if ((pos === 'VERB' || pos === 'AUX') && !marked.names[i]) return undefined
  }
  return undefined
}

/** Whether a dash or semicolon stands before a token, and behind it somebody else than `opening` is named: 'Harrow Mills closes - Harrow Works goes on as it sells more'. */
function isAnotherSince(marked: Marked, at: number, sort: Name['sort'], opening: string): boolean {
  const mark = marked.tokens.findLastIndex(
    (_, i) => i < at && (wordAt(marked, i) === ';' || isDash(marked, i)),
  )
  return mark !== -1 && candidates(marked, at, sort, undefined, mark).some((name) => name !== opening)
}

/** Whether a place or a thing with a name, or a word that is a name elsewhere, does or suffers something before a token: 'ships left the Suez Canal, and its revenue'. */
const isThingNamed = ({ reading }: Scene, marked: Marked, at: number): boolean => {
  const { names, tokens } = marked
  // 'Orange' opens a sentence as fruit does, and is a firm elsewhere.
  if (at > 0 && names[0] === undefined && mentionsOf(reading, tokens[0]?.text ?? '').length > 0) return true
  return names.some((name, i) => {
    if (i >= at || name === undefined || name === names[i - 1] || !/^(?:place|other)$/.test(name.sort))
      return false
    const before = tokens[i - 1]?.lower === 'the' ? i - 2 : i - 1
    const opens = before < 0 || (before === 0 && posAt(marked, 0) === 'CCONJ')
    return opens || !/^(?:ADP|PART|NOUN|ADJ|PROPN|CCONJ|PUNCT)$/.test(posAt(marked, before))
  })
}

/** Whether a person is who a sentence is about, or who says it: 'he' in the next one is no other. */
const isAgent = (marked: Marked, name: string): boolean =>
  openingName(marked, 'person') === name ||
  marked.names.some(
    (each, i) =>
      each?.canonical === name &&
      each !== marked.names[i - 1] &&
      SPEECH_VERBS.has(marked.tokens[i - 1]?.lemma ?? ''),
  )

/** Whether 'he' opens a clause behind a person who is only named in passing, while another was spoken of before: 'At a dinner given by Jane Doe, he said'. */
function isAsideOfAnother(scene: Scene, marked: Marked, at: number, name: string): boolean {
  if (wordAt(marked, at - 1) !== ',' || posAt(marked, 0) !== 'ADP' || isAgent(marked, name)) return false
  const { index } = marked.sentence
  return scene.marked
    .slice(Math.max(0, index - 4), index)
    .some((previous) =>
      candidates(previous, previous.tokens.length, 'person').some((other) => other !== name),
    )
}

const ANY_FIRM = /^(?:company|firm|group|business|organisation|organization)$/

/** What 'the company', 'it' or 'he' at a token stands for; null where more than one thing could be meant. */
export function antecedent(
  scene: Scene,
  marked: Marked,
  at: number,
  sort: 'organisation' | 'person',
  noun?: string,
): string | null {
  // 'A statement by Ada Okoro says the manager admitted he had': the manager
  if (sort === 'person' && isSaidByAnother(marked, at)) return null
  const here = candidates(marked, at, sort, noun)
  if (here.length === 1) {
    const [only = ''] = here
    return sort === 'person' && isAsideOfAnother(scene, marked, at, only) ? null : only
  }
  // 'Harrow said Norvale was worthless, as its shares had fallen': whose?
  if (here.length > 1 && WHY.test(wordAt(marked, at - 1))) return null
  if (here.length > 1) {
    const opening = openingName(marked, sort)
    const isMeant = opening && here[0] === opening && !isAnotherSince(marked, at, sort, opening)
    return isMeant ? opening : null
  }
  if (sort === 'organisation' && here.length === 0 && isThingNamed(scene, marked, at)) return null
  const { index, block } = marked.sentence
  for (let back = index - 1; back >= Math.max(0, index - (sort === 'person' ? 4 : 2)); back--) {
    const previous = scene.marked[back]
    if (!previous || previous.isTitle) break
    if (previous.sentence.block < block - (sort === 'person' ? 3 : 1)) break
    const there = candidates(previous, previous.tokens.length, sort, noun)
    if (there.length === 0) continue
    // 'The carmaker' after the one firm that makes cars; 'the company' or 'its' might be another's.
    const isTold =
      sort === 'person' ? isAgent(previous, there[0] ?? '') : noun !== undefined && !ANY_FIRM.test(noun)
    if (there.length === 1 && (isTold || there[0] === scene.main)) return there[0] ?? null
    // Of two people before 'he', the words do not tell which.
    if (sort === 'person') return null
    // Of the one that opens the sentence, if it can be called so: no paper is 'the group'.
    const opening = openingName(previous, sort)
    return opening !== undefined && there.includes(opening) ? opening : null
  }
  return sort === 'organisation' ? (scene.main ?? null) : null
}

/** The organisation that 'the company', or 'the carmaker', at a token stands for, or null: the article's main organisation unless another was named just before. None that is known to work in another trade. */
export function companyMeant(scene: Scene, marked: Marked, at: number, noun = 'company'): string | null {
  const meant = nearestCompany(scene, marked, at, noun)
  // 'The media giant owns the company': another than itself
  if (opensWithFirm(marked, at)) return null
  // 'declined to speak of his firm's interest in the company': two firms
  if (isBesideOwnFirm(marked, at)) return null
  if (meant !== null && hasKin(scene, marked, meant)) return null
  // 'Harrow paid $3m for the company': not for itself
  if (meant !== null && isDoer(marked, at, meant)) return null
  const sector = meant === null ? undefined : mentionsOf(scene.reading, meant)[0]?.sector
  return sector === undefined || mayBeCalled(sector, noun) ? meant : null
}

const KIN_WITHIN = 2

/** Whether another of the same family is named nearby: beside 'Orrin Group' and 'Orrin Card', 'the firm' may be either. */
function hasKin(scene: Scene, { sentence: { index } }: Marked, meant: string): boolean {
  const [family = ''] = meant.split(' ')
  return scene.marked
    .slice(Math.max(0, index - KIN_WITHIN), index + 1)
    .some(({ names, isTitle }) =>
      names.some(
        (name) =>
          !isTitle &&
          name?.sort === 'other' &&
          name.canonical !== meant &&
          name.canonical.startsWith(`${family} `) &&
          /^\p{Lu}\p{Ll}+$/u.test(name.canonical.slice(family.length + 1)),
      ),
    )
}

/** Whether a sentence is about a firm that it calls by a word alone, 'The media giant', and speaks of another as its object. */
const opensWithFirm = ({ tokens }: Marked, at: number): boolean =>
  at > 3 &&
  tokens[0]?.lower === 'the' &&
  tokens.slice(1, 4).some(({ lower }, k) => COMPANY_HEADS.has(lower) && k + 1 < at) &&
  /^(?:ADP|VERB)$/.test(tokens[at - 1]?.pos ?? '')

const isBesideOwnFirm = ({ tokens }: Marked, at: number): boolean =>
  tokens
    .slice(0, at)
    .some(
      ({ lower }, i) =>
        COMPANY_HEADS.has(lower) && /^(?:his|her|its|their)$/.test(tokens[i - 1]?.lower ?? ''),
    )

function nearestCompany(scene: Scene, marked: Marked, at: number, noun: string): string | null {
  const near = antecedent(scene, marked, at, 'organisation', noun)
  // 'the firm' after 'chief executive of Harrow Europe' is as likely Harrow
  if (near !== null && scene.main !== undefined && near !== scene.main && near.includes(scene.main))
    return null
  if (near !== null) return near
  const { main } = scene
  const previous = scene.marked[marked.sentence.index - 1]
  const named = [
    ...candidates(marked, at, 'organisation'),
    ...(previous && !previous.isTitle ? candidates(previous, previous.tokens.length, 'organisation') : []),
  ]
  return main !== undefined && named.every((name) => name === main) ? main : null
}

/** Whether the name is the subject of the sentence in which the thing at `at`, which owns nothing, is what something is done to. */
function isDoer(marked: Marked, at: number, name: string): boolean {
  const before = posAt(marked, at - 1)
  const isObject =
    before === 'VERB' || /^(?:for|in|into|of|over|with|from|by|out|up|off)$/.test(wordAt(marked, at - 1))
  const isOwner = APOSTROPHES.has(wordAt(marked, at + 2))
  return isObject && !isOwner && openingName(marked, 'organisation') === name
}

const WHY = /^(?:because|since|after|when|while|before|although|though|until|once|as)$/

/** 'The rival bourse said it may pay in cash': whoever says so is meant, and the words name nobody. */
function isSaidByAnother({ tokens, names }: Marked, at: number): boolean {
  const verb = tokens[at - 1]?.lower === 'that' ? at - 2 : at - 1
  const noun = verb - (/^(?:has|have|had)$/.test(tokens[verb - 1]?.lower ?? '') ? 2 : 1)
  return (
    tokens[verb]?.pos === 'VERB' &&
    SPEECH_VERBS.has(tokens[verb]?.lemma ?? '') &&
    tokens[noun]?.pos === 'NOUN' &&
    names[noun] === undefined &&
    !COMPANY_HEADS.has(tokens[noun]?.lower ?? '')
  )
}

/** Whether another 'it' before a token is what somebody does something to. */
const isObjectBefore = ({ tokens }: Marked, at: number): boolean =>
  tokens.slice(0, at).some(({ lower }, i) => lower === 'it' && tokens[i - 1]?.pos === 'VERB')

/** What 'it' stands for: the organisation that is the subject of this sentence or of the one before. */
export function subjectMeant(scene: Scene, marked: Marked, at: number): string | null {
  if (isSaidByAnother(marked, at)) return null
  const here = candidates(marked, at, 'organisation')
  // 'China said it will'
  const country = here.length === 0 ? openingName(marked, 'place') : undefined
  if (country !== undefined && marked.names.some((name) => name?.isCountry && name.canonical === country))
    return country
  const [first] = here
  if (first !== undefined) {
    // 'The regulator fined Harrow because it had sold': of two, either could be meant
    if (here.length > 1 && WHY.test(wordAt(marked, at - 1))) return null
    // 'The board fined it because it had sold': the one that was fined
    if (WHY.test(wordAt(marked, at - 1)) && isObjectBefore(marked, at)) return null
    const isAlone =
      openingName(marked, 'organisation') === first || (here.length === 1 && first === scene.main)
    return isAlone && !isAnotherSince(marked, at, 'organisation', first) ? first : null
  }
  const previous = scene.marked[marked.sentence.index - 1]
  if (!previous || previous.isTitle || previous.sentence.block < marked.sentence.block - 1) return null
  const opening = openingName(previous, 'organisation')
  // 'The regulator alleged that Harrow had ...': 'it' may be either
  const isOfTwo =
    candidates(previous, previous.tokens.length, 'organisation').length > 1 &&
    previous.tokens.some(
      ({ lemma, pos }) => pos === 'VERB' && (lemma === 'allege' || SPEECH_VERBS.has(lemma)),
    )
  if (opening !== undefined) return isOfTwo ? null : opening
  const currency = /^(?:the (?:us )?(?:dollar|euro|pound|yen|yuan|rupee|rouble|franc))\b/.exec(
    previous.tokens
      .slice(0, 3)
      .map(({ text }) => text.toLowerCase())
      .join(' '),
  )
  if (currency) return currency[0].replace(' us ', ' US ')
  // The sentence before goes on about 'it' or 'the company' itself.
  const [opens, second] = [wordAt(previous, 0), wordAt(previous, 1)]
  if (opens === 'it') return subjectMeant(scene, previous, 0)
  return opens === 'the' && COMPANY_HEADS.has(second) ? companyMeant(scene, previous, 0, second) : null
}
