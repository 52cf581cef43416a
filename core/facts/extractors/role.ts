import type { Name } from '../../article/name.ts'
import type { RoleFinding } from '../finding.ts'
import { evidenceOf, factOf } from '../make-fact.ts'
import { companyMeant } from '../sentence/antecedent.ts'
import { type Marked, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { UNTOLD } from '../time.ts'

/** Last words of titles. */
const TITLE_HEADS =
  /^(?:executive|chairman|chairwoman|chairperson|chair|president|director|founder|co-founder|boss|officer|analyst|economist|strategist|minister|secretary|governor|spokesman|spokeswoman|spokesperson|manager|partner|commissioner|chancellor|ceo|cfo|coo|cto|leader|treasurer|editor|adviser|advisor|head|owner|professor|trader|dealer|lawyer)$/
/** Words that may stand before them in a title. */
const TITLE_PARTS =
  /^(?:chief|vice|deputy|executive|managing|senior|principal|general|financial|finance|operating|technology|information|marketing|commercial|non-executive|former|acting|interim|new|current|prime|foreign|treasury|trade|economy|budget|energy|interior|regional|global|group|joint|co|founding|honorary|market|markets|investment|fund|sales|research|business|media|industry|retail|equity|currency|economics|policy|safety|operations|and|-|medical|legal|creative|editorial|product|scientific|communications|defence|defense|industry|labour|labor|health|transport|oil|the|us|u\.s\.|uk)$/
const STALE = /^(?:former|ex|new|acting|interim|current|the|a|an|and|-)$/

/** A person's mention as a token range. */
interface Mention {
  readonly name: Name
  readonly from: number
  readonly to: number
}

function peopleIn(marked: Marked): Mention[] {
  const people: Mention[] = []
  for (let i = 0; i < marked.tokens.length; i++) {
    const name = marked.names[i]
    if (name?.sort !== 'person' || name === marked.names[i - 1]) continue
    let to = i + 1
    while (marked.names[to] === name) to++
    people.push({ name, from: i, to })
  }
  return people
}

interface Office {
  readonly title: string
  readonly organisation?: string
}

/** The words of a title as one phrase: lower case but for names of departments, joined as printed. */
const titleText = (marked: Marked, from: number, to: number): string =>
  marked.tokens
    .slice(from, to)
    .map(
      (token, i, all) =>
        `${i > 0 && token.start > (all[i - 1]?.end ?? 0) ? ' ' : ''}${/^[A-Z]{2,}$/.test(token.text) ? token.text : token.text.toLowerCase()}`,
    )
    .join('')
    .replace(/^(?:the|a|an|its|their|new|current)\s/, '')
    .replace(/^(?:the|a|an|its|their|new|current)\s/, '')

/** The organisation mentioned at a token, with the index behind it. */
function organisationAt(scene: Scene, marked: Marked, i: number): { name: string; end: number } | null {
  let at = i
  if (wordAt(marked, at) === 'the' && marked.names[at + 1]) at++
  const name = marked.names[at]
  if (name && name.sort !== 'person' && name.sort !== 'place') {
    let end = at
    while (marked.names[end] === name) end++
    // 'Fact and Opinion Economics' may be one firm or two
    if (/^(?:and|&)$/.test(wordAt(marked, end)) && marked.names[end + 1]) return null
    return { name: name.canonical, end }
  }
  if (
    wordAt(marked, i) === 'the' &&
    /^(?:company|firm|group|bank|retailer|airline|carmaker)$/.test(wordAt(marked, i + 1))
  ) {
    const meant = companyMeant(scene, marked, i)
    return meant === null ? null : { name: meant, end: i + 2 }
  }
  return null
}

/** 'NAME, chief executive of Norvale,' and 'NAME, Norvale's chief executive,' and 'NAME, an analyst at Dunmore,'. */
function officeBehind(scene: Scene, marked: Marked, { to }: Mention): Office | null {
  let i = to
  if (wordAt(marked, i) !== ',') return null
  i++
  if (/^\d{2}$/.test(wordAt(marked, i)) && wordAt(marked, i + 1) === ',') i += 2
  if (/^(?:who|which)$/.test(wordAt(marked, i)) && /^(?:is|was)$/.test(wordAt(marked, i + 1))) i += 2
  const owner = organisationAt(scene, marked, i)
  let holder: string | undefined
  if (owner && /^['’]s?$/.test(wordAt(marked, owner.end))) {
    holder = owner.name
    i = owner.end + 1
  } else if (owner) return null
  const title = titleFrom(marked, i)
  if (!title) return null
  if (holder !== undefined) return { title: title.text, organisation: holder }
  if (/^(?:of|at|for|with|in)$/.test(wordAt(marked, title.end))) {
    const organisation = organisationAt(scene, marked, describedName(marked, title.end + 1))
    // 'head of Harrow main shareholders' group Menatep' is no head of Harrow
    const isWhole =
      organisation &&
      !/^['’]s?$/.test(wordAt(marked, organisation.end)) &&
      !/^(?:NOUN|ADJ|PROPN)$/.test(marked.tokens[organisation.end]?.pos ?? '') &&
      !/^\p{Lu}/u.test(marked.tokens[organisation.end]?.text ?? '')
    return isWhole ? { title: title.text, organisation: organisation.name } : null
  }
  return null
}

/** Where the name begins behind its description: 'the farming think tank | Kestrel'. */
function describedName(marked: Marked, i: number): number {
  let at = i
  while (
    at < i + 6 &&
    !marked.names[at] &&
    /^(?:the|an?)$|^\p{Ll}[\p{L}-]{2,}$/u.test(marked.tokens[at]?.text ?? '') &&
    !/^(?:ADP|VERB|AUX|CCONJ)$/.test(marked.tokens[at]?.pos ?? '')
  )
    at++
  return marked.names[at] ? at : i
}

/** The longest title that begins at token `i`. */
function titleFrom(marked: Marked, i: number): { text: string; end: number } | null {
  let end = -1
  for (let at = i; at < Math.min(marked.tokens.length, i + 8); at++) {
    const word = wordAt(marked, at)
    if (marked.names[at]?.sort === 'person' || marked.quantities[at] || marked.periods[at]) break
    if (TITLE_HEADS.test(word)) end = at + 1
    else if (!TITLE_PARTS.test(word) && !/^(?:a|an)$/.test(word)) break
  }
  if (end === -1) return null
  const text = titleText(marked, i, end)
  return /^(?:former|ex)\b/.test(text) || text === '' || /\b(?:and)$/.test(text) ? null : { text, end }
}

/** 'Norvale's chief executive, Ana Ruiz,' 'Harrow chief executive Lena Ode', 'US Treasury Secretary John Snow', 'The firm’s chief executive, Ana Ruiz,'. */
function officeBefore(scene: Scene, marked: Marked, { from }: Mention): Office | null {
  let end = from
  if (/^,$/.test(wordAt(marked, end - 1))) end--
  if (/^(?:mr|mrs|ms|dr|sir)\.?$/.test(wordAt(marked, end - 1))) end--
  if (!TITLE_HEADS.test(wordAt(marked, end - 1))) return null
  let start = end - 1
  while (
    start > 0 &&
    !marked.names[start - 1] &&
    (TITLE_PARTS.test(wordAt(marked, start - 1)) || TITLE_HEADS.test(wordAt(marked, start - 1)))
  )
    start--
  while (start < end && STALE.test(wordAt(marked, start))) {
    if (/^(?:former|ex)$/.test(wordAt(marked, start))) return null
    start++
  }
  const title = titleText(marked, start, end)
  if (title === '' || /\b(?:former|ex-)/.test(title)) return null
  let i = start - 1
  if (/^['’]s?$/.test(wordAt(marked, i))) {
    i--
    const name = marked.names[i]
    if (name && name.sort !== 'person' && name.sort !== 'place')
      return isUnsure(marked, i) ? null : { title, organisation: name.canonical }
    if (
      /^(?:company|firm|group|bank|retailer|airline)$/.test(wordAt(marked, i)) &&
      wordAt(marked, i - 1) === 'the'
    ) {
      const meant = companyMeant(scene, marked, i - 1)
      return meant === null ? null : { title, organisation: meant }
    }
    return null
  }
  const name = marked.names[i]
  if (isUnsure(marked, i)) return null
  if (name?.sort === 'organisation') return { title, organisation: name.canonical }
  const first = nationFrom(marked, i)
  if (isUnsure(marked, first)) return null
  const nation = marked.tokens[i]?.text ?? ''
  const whole = marked.tokens
    .slice(first, i + 1)
    .map(({ text }) => text)
    .join(' ')
  if (NATIONAL_OFFICES.test(title) && (name?.isCountry || NATIONALITY.test(nation)))
    return { title: `${whole} ${title}` }
  return null
}

/** Where the name of a nation begins that ends at a token: 'South African', 'New Zealand', 'Saudi Arabian'. */
const nationFrom = (marked: Marked, i: number): number =>
  /^(?:South|North|East|West|New|Saudi|Sri|Costa|Puerto|El|United|Papua)$/.test(
    marked.tokens[i - 1]?.text ?? '',
  )
    ? i - 1
    : i

/** 'Former Harrow boss': the word that makes an office one of the past stands before whose it was; or only half of whose it is was read as a name. */
function isUnsure(marked: Marked, i: number): boolean {
  const at = marked.names[i] ? marked.names.indexOf(marked.names[i]) : i
  // Where it opens the sentence its capital joins it to the name.
  if (/(?:^| )(?:Former|Ex)\b/.test(marked.names[i]?.text ?? '')) return true
  // 'Oil and Natural Gas Corporation': half of a name
  if (/^(?:and|&)$/.test(wordAt(marked, at - 1)) && /^\p{Lu}/u.test(marked.tokens[at - 2]?.text ?? ''))
    return true
  return /^(?:former|ex|ex-|late|then|one-time|onetime)$/.test(
    wordAt(marked, at - 1) === '-' ? wordAt(marked, at - 2) : wordAt(marked, at - 1),
  )
}

/** 'Norvale, whose founder and chief executive is Ana Ruiz'. */
function officeOfWhose(marked: Marked, { from }: Mention): Office | null {
  if (wordAt(marked, from - 1) !== 'is') return null
  let start = from - 1
  while (
    start > 0 &&
    (TITLE_PARTS.test(wordAt(marked, start - 1)) || TITLE_HEADS.test(wordAt(marked, start - 1)))
  )
    start--
  const name = wordAt(marked, start - 2) === ',' ? marked.names[start - 3] : undefined
  if (wordAt(marked, start - 1) !== 'whose' || name?.sort !== 'organisation') return null
  const title = titleText(marked, start, from - 1)
  const isTitle =
    TITLE_HEADS.test(wordAt(marked, from - 2)) && !/\b(?:former|ex|acting|interim)\b/.test(title)
  return isTitle ? { title, organisation: name.canonical } : null
}

const STATE_HEADS =
  /^(?:leader|minister|secretary|governor|chancellor|president|premier|mayor|speaker|commissioner|ambassador)$/

/** 'Senate Minority Leader Mitch McConnell', 'Israeli industry minister Ehud Olmert': an office whose own words say where it is held. */
function officeOfState(marked: Marked, { from }: Mention): Office | null {
  if (!STATE_HEADS.test(wordAt(marked, from - 1)) || marked.names[from - 1]?.sort === 'person') return null
  let start = from - 1
  while (start > 0 && isOfOffice(marked, start - 1)) start--
  const words = marked.tokens.slice(start, from)
  const first = words[0]?.text ?? ''
  // The first word tells which: a nationality or a house of parliament.
  if (
    words.length < 2 ||
    words.length > 5 ||
    !/^\p{Lu}/u.test(first) ||
    (start === 0 && !marked.names[0] && !NATIONALITY.test(first))
  )
    return null
  const isPlaced =
    NATIONALITY.test(first) ||
    marked.names[start]?.isCountry ||
    /^(?:House|Senate|Commons|Opposition)$/.test(first)
  if (!isPlaced) return null
  return { title: words.map(({ text }) => text).join(' ') }
}

function isOfOffice(marked: Marked, i: number): boolean {
  const text = marked.tokens[i]?.text ?? ''
  if (marked.quantities[i] || marked.periods[i] || marked.names[i]?.sort === 'person') return false
  return (
    /^\p{Lu}[\p{L}.]+$/u.test(text) ||
    TITLE_PARTS.test(text.toLowerCase()) ||
    /^(?:industry|agriculture|environment|education|justice|culture|tourism|science)$/.test(text)
  )
}

/** Offices that a country has one of. */
const NATIONAL_OFFICES =
  /^(?:president|prime minister|chancellor|(?:finance|foreign|treasury|trade|economy|budget|energy|interior) (?:minister|secretary)|treasury secretary)$/
const NATIONALITY = /^(?:US|U\.S\.|UK|\p{Lu}\p{L}+(?:ese|ish|ian|ean|can|man|nch|tch|iss|wan|eli|qi|ani))$/u

const DROPPED = /^(?:analyst|spokesman|spokeswoman|spokesperson|trader|dealer)$/

function roleFinding(scene: Scene, marked: Marked, { name }: Mention, office: Office): RoleFinding {
  const fact = factOf({
    family: 'role',
    subject: name.canonical,
    measure: office.title,
    ...(office.organisation === undefined ? {} : { object: office.organisation }),
    status: 'actual',
    evidence: evidenceOf(scene.reading.text, [marked.sentence]),
  })
  return {
    family: 'role',
    fact,
    marked,
    when: UNTOLD,
    person: name.canonical,
    title: office.title,
    ...(office.organisation === undefined ? {} : { organisation: office.organisation }),
  }
}

const REACH = 12

/** 'Jane Doe resigned last week', 'Jane Doe is to step down': who holds the office now is another matter. */
const isGone = ({ tokens }: Marked, { to }: Mention): boolean =>
  tokens.slice(to, to + REACH).some(
    ({ lemma, lower }, i, all) =>
      /^(?:resign|quit|retire|die|dismiss|sack|fire|oust|replace)$/.test(lemma) ||
      (lemma === 'step' && /^(?:down|aside)$/.test(all[i + 1]?.lower ?? '')) ||
      (lemma === 'stand' && all[i + 1]?.lower === 'down') ||
      lower === 'former' ||
      // 'who had been', 'was executive vice president in 2016'
      (lower === 'had' && /^(?:been|served)$/.test(all[i + 1]?.lower ?? '')),
  )

/** Who holds which office where. Former offices and people known by one name alone are left out. */
export function findRoles(scene: Scene, marked: Marked): RoleFinding[] {
  if (!marked.hasNames) return []
  return peopleIn(marked).flatMap((mention) => {
    if (!mention.name.canonical.includes(' ') || isGone(marked, mention)) return []
    const office =
      officeBehind(scene, marked, mention) ??
      officeBefore(scene, marked, mention) ??
      officeOfWhose(marked, mention) ??
      officeOfState(marked, mention)
    if (!office || office.organisation === mention.name.canonical) return []
    if (DROPPED.test(office.title) && !/ /.test(office.title) && office.title !== 'analyst') return []
    return [roleFinding(scene, marked, mention, office)]
  })
}
