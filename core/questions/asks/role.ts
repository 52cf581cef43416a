import type { Reading } from '../../article/reading.ts'
import { mentionsOf, takesThe, thingsInOrder } from '../../article/things.ts'
import { titleOf } from '../../article/title.ts'
import type { RoleFinding } from '../../facts/finding.ts'
import { possessive } from '../../facts/possessive.ts'
import { withThe } from '../../facts/subject.ts'
import { officesBeside } from '../../language/offices.ts'
import { type Ask, type Rival, SLOT } from '../ask.ts'
import { asOf } from '../report.ts'
import type { AskScene } from './ask-scene.ts'
import { askedWord } from './kind-words.ts'
import { firstRivals, isAlike, isNewHouse, isOnlyHeard, isSomebody, phrase, slotFor } from './names.ts'
import { likenessOf, mayBeTakenFor } from './people.ts'
import { askedOf, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

/** Titles of which a firm has one at a time: only these may be asked with people or titles from elsewhere in the article. */
const ONE =
  '(?:(?:group )?chief executive(?: officer)?|ceo|chairman|chairwoman|chair|president|chief \\w+ officer|cfo|finance director|managing director|governor|general secretary|director general|(?:co-)?founder|general manager)'
const SINGLE = new RegExp(`^${ONE}(?: and ${ONE})?$`, 'i')

interface Facing {
  readonly scene: AskScene
  readonly finding: RoleFinding
}

/** Titles that many hold at once take an article: 'an analyst at Dunmore'. */
const isOneOfMany = (title: string): boolean =>
  !SINGLE.test(title) &&
  /(?:analyst|economist|strategist|trader|dealer|partner|lawyer|professor|manager|editor|advise[or]r?|adviser|officer|economist)$/.test(
    title,
  )

const withArticle = (title: string): string =>
  isOneOfMany(title) ? `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}` : title

/** Whether the holder of a title works 'at' an organisation or is one 'of' it. */
const linkOf = (title: string): 'at' | 'of' =>
  /analyst|economist|strategist|partner|manager/.test(title) ? 'at' : 'of'

/** 'Tom Hale is a principal analyst at Dunmore.' */
const roleSentence = ({ person, title, organisation }: RoleFinding): string =>
  organisation === undefined
    ? `${person} is the ${title}.`
    : `${person} is ${withArticle(title)} ${linkOf(title)} ${organisation}.`

function personRivals({ scene, finding }: Facing): Rival[] {
  const { reading, roles } = scene
  const mayBe = mayBeTakenFor(reading, finding.marked, finding.person)
  const people = firstRivals(
    thingsInOrder(reading, 'person'),
    (person) =>
      person.includes(' ') && person !== finding.person && !isAlike(person, finding.person) && mayBe(person),
  )
  const likeness = (person: string): number => likenessOf(reading, finding.person, person)
  return people
    .sort((a, b) => likeness(b) - likeness(a))
    .map((person) => {
      const known = roles.byPerson.get(person)?.at(-1)
      return {
        key: phrase('person', person),
        why: known
          ? roleSentence(known)
          : `The article names ${person}, but not as ${finding.organisation ? `${possessive(finding.organisation)} ` : ''}${finding.title}.`,
        source: 'article' as const,
      }
    })
}

function titleRivals({ scene, finding }: Facing): Rival[] {
  const { byTitle } = scene.roles
  const holderOf = (title: string): RoleFinding | undefined =>
    byTitle.get(title)?.find(({ person }) => person !== finding.person)
  const stated = firstRivals(
    byTitle.keys(),
    (title) => title.toLowerCase() !== finding.title.toLowerCase() && holderOf(title) !== undefined,
  ).flatMap((title) => {
    const other = holderOf(title)
    return other
      ? [{ key: phrase('title', title), why: roleSentence(other), source: 'article' as const }]
      : []
  })
  const holder = finding.organisation === undefined ? '' : ` of ${finding.organisation}`
  const beside = officesBeside(scene.reading.lexicon, finding.title).map((title) => ({
    key: phrase('title', title),
    why: `The article names ${finding.person} as ${finding.title}${holder}, not as its ${title}.`,
    source: 'outside' as const,
  }))
  return [...stated, ...beside]
}

function organisationRivals({ scene, finding }: Facing): Rival[] {
  const { reading } = scene
  const holder = finding.organisation ?? ''
  const [asked] = mentionsOf(reading, holder)
  const hasThe = takesThe(reading, holder)
  const houses = new Set<string>()
  const firms = firstRivals(
    thingsInOrder(reading, 'organisation'),
    (firm) =>
      firm !== holder &&
      firm.length > 1 &&
      !isAlike(firm, holder) &&
      takesThe(reading, firm) === hasThe &&
      // Where somebody works has to be where people work.
      mentionsOf(reading, firm).some(
        (name) => (name.isCompany ?? false) === (asked?.isCompany ?? false) && isSomebody(reading, name),
      ) &&
      !isOnlyHeard(reading, mentionsOf(reading, firm)) &&
      isNewHouse(houses, firm),
  )
  return firms.map((firm) => ({
    key: phrase('organisation', firm),
    why: `The article names ${firm}, but ${finding.person} is ${withArticle(finding.title)} ${/analyst|economist/.test(finding.title) ? 'at' : 'of'} ${holder}.`,
    source: 'article' as const,
  }))
}

/** When somebody held an office: 'as of May 2024'; where the article's day is not known, as it was reported under its headline. */
const asHeld = ({ reading }: AskScene, finding: RoleFinding, key: string, sentence: string): string =>
  reading.date === undefined
    ? opened(reading, finding, sentence, { key, isUnderTitle: true })
    : asOf(reading.date, sentence)

/** Who holds an office of state: 'Peruvian president'. */
function officeAsks(scene: AskScene, finding: RoleFinding): Ask[] {
  const { person, title } = finding
  const { reading, roles } = scene
  if (roles.byTitle.get(title)?.some((other) => other.person !== person)) return []
  const was = reading.date === undefined ? 'is' : 'was'
  const surname = person.split(' ').at(-1) ?? person
  return [
    {
      slot: 'person',
      stem: asHeld(scene, finding, person, `${words('who', was, `the ${title}`)}?`),
      key: phrase('person', person, [surname]),
      rivals: personRivals({ scene, finding }),
      statement: asHeld(scene, finding, person, `${words(`the ${title}`, was, SLOT)}.`),
      sentence: asHeld(scene, finding, person, `${words(`the ${title}`, was, SLOT)}.`),
      needsArticle: reading.date === undefined,
      worth: worthOf(reading, finding, 0.5) * (mentionsOf(reading, person).length > 1 ? 1 : 0.4),
      ...askedOf(reading, finding),
    },
  ]
}

/** What the place is called where somebody works. */
function askedAt(reading: Reading, { organisation, marked }: RoleFinding): string {
  const [name] = mentionsOf(reading, organisation ?? '')
  return name ? askedWord(reading, marked, name) : 'organisation'
}

const OFTEN = 3

/** Whether the article tells of the organisation or of the person, and does not only quote them. */
const isTold = ({ reading, scene }: AskScene, { person, organisation }: RoleFinding): boolean =>
  organisation === scene.main ||
  mentionsOf(reading, organisation ?? '').length >= OFTEN ||
  mentionsOf(reading, person).some(({ text }) => titleOf(reading).includes(text))

/** Offices below the head of a house, which few need to know the holder of. */
const isLesser = (title: string): boolean =>
  /^chief (?!executive|financial|economist)\w+ officer$|^general manager$/i.test(title)

/** Who leads a body, where the article gives no title: 'Who led Orrin?' */
function leaderAsks(scene: AskScene, finding: RoleFinding, holder: string): Ask[] {
  const { reading } = scene
  const { person } = finding
  const verb = reading.date === undefined ? 'leads' : 'led'
  const told = asHeld(scene, finding, person, `${words(SLOT, verb, holder)}.`)
  return [
    {
      slot: 'person',
      stem: asHeld(scene, finding, person, `${words('who', verb, holder)}?`),
      key: phrase('person', person, [person.split(' ').at(-1) ?? person]),
      rivals: personRivals({ scene, finding }),
      statement: told,
      sentence: told,
      needsArticle: reading.date === undefined,
      worth: worthOf(reading, finding, 0.6) * (isTold(scene, finding) ? 1 : 0.4),
      ...askedOf(reading, finding),
    },
  ]
}

/** What can be asked about who holds which office: the person, the title, the organisation. */
export function roleAsks(scene: AskScene, finding: RoleFinding): Ask[] {
  const { person, title, organisation } = finding
  // 'The firm's two main shareholders' are more than one
  if (/^(?:one|two|three|four|five|six|both|all|several|\d)/i.test(title)) return []
  if (organisation === undefined) return officeAsks(scene, finding)
  if (title === 'leader') return leaderAsks(scene, finding, withThe(scene, organisation))
  // Where a quoted analyst works, and who leads a firm named in passing, is asked only when there is nothing better.
  const weight = (SINGLE.test(title) && !isLesser(title) ? 1 : 0.3) * (isTold(scene, finding) ? 1 : 0.4)
  const { reading, roles } = scene
  const facing = { scene, finding }
  const was = reading.date === undefined ? 'is' : 'was'
  const link = linkOf(title)
  const holder = withThe(scene, organisation)
  const theTitle = link === 'of' ? `${possessive(holder)} ${title}` : `${withArticle(title)} at ${holder}`
  const shared = {
    ...askedOf(reading, finding),
    needsArticle: reading.date === undefined,
  }
  const surname = person.split(' ').at(-1) ?? person
  const isAlone = roles.at(title, organisation).length === 1
  const asks: Ask[] = []
  if (isAlone && SINGLE.test(title))
    asks.push({
      slot: 'person',
      stem: asHeld(scene, finding, person, `${words('who', was, theTitle)}?`),
      key: phrase('person', person, [surname]),
      rivals: personRivals(facing),
      statement: asHeld(scene, finding, person, `${words(SLOT, was, theTitle)}.`),
      sentence: asHeld(scene, finding, person, `${words(possessive(holder), title, was, SLOT)}.`),
      worth: weight * worthOf(reading, finding, 0.75),
      ...shared,
    })
  asks.push({
    slot: 'title',
    stem: asHeld(
      scene,
      finding,
      title,
      `${words('what position', was === 'is' ? 'does' : 'did', person, 'hold at', holder)}?`,
    ),
    key: phrase('title', title, title === 'chief executive' ? ['chief executive officer', 'CEO'] : []),
    rivals: titleRivals(facing),
    worth: weight * worthOf(reading, finding, 0.6),
    ...shared,
  })
  asks.push({
    slot: 'organisation',
    stem: asHeld(
      scene,
      finding,
      organisation,
      `${words(`at which ${askedAt(reading, finding)}`, was, person, withArticle(title))}?`,
    ),
    key: phrase('organisation', organisation),
    rivals: organisationRivals(facing),
    statement: asHeld(
      scene,
      finding,
      organisation,
      `${words(person, was, withArticle(title), link, slotFor(reading, organisation))}.`,
    ),
    sentence: asHeld(
      scene,
      finding,
      organisation,
      `${words(person, was, withArticle(title), link, slotFor(reading, organisation))}.`,
    ),
    worth: weight * worthOf(reading, finding, 0.65),
    ...shared,
  })
  return asks
}
