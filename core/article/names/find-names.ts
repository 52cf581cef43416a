import { sectorOfEnd } from '../../language/trades.ts'
import type { Lexicon } from '../../lexicon.ts'
import { wordSet } from '../../word-set.ts'
import { countriesOf } from '../country.ts'
import type { Name } from '../name.ts'
import type { Sentence } from '../reading.ts'
import { overlaps, type Span } from '../span.ts'
import { sortOf, type Votes, voteOnMention, voteOnWords } from './classify.ts'
import { type Firm, firmAt } from './firm.ts'
import { findRuns, type Run, seenWords, smallWords } from './runs.ts'
import { initials, isCorporateTail, isLegalForm, isShortFor, isSurnameOf } from './short-forms.ts'
import { HONORIFICS, TITLE_WORDS } from './words.ts'

interface Thing {
  readonly words: readonly string[]
  /** What its words say of it, whoever mentions it. */
  readonly own: Votes
  votes: Votes
  /** The canonical words after coreference. */
  canonical: readonly string[]
}

const sum = (a: Votes, b: Votes): Votes => ({
  organisation: a.organisation + b.organisation,
  person: a.person + b.person,
  place: a.place + b.place,
})

function thingOf(run: Run, lexicon: Lexicon): Thing {
  const { words } = run
  const own = voteOnWords(words, lexicon)
  return { words, own, votes: sum(own, voteOnMention(run)), canonical: words }
}

/** Things by their words, in order of first mention, with the votes of all mentions. The words vote with each of them. */
function collect(runs: readonly Run[], lexicon: Lexicon): Map<string, Thing> {
  const things = new Map<string, Thing>()
  for (const run of runs) {
    const key = run.words.join(' ')
    const thing = things.get(key)
    if (thing) thing.votes = sum(thing.votes, sum(thing.own, voteOnMention(run)))
    else things.set(key, thingOf(run, lexicon))
  }
  return things
}

/** Things by what their short forms share with them: the last word of a person, the first word or the initials of a body. */
function indexThings(things: Iterable<Thing>): (short: string) => readonly Thing[] {
  const index = new Map<string, Thing[]>()
  const add = (key: string, thing: Thing) => {
    const listed = index.get(key)
    if (listed) listed.push(thing)
    else index.set(key, [thing])
  }
  for (const thing of things)
    for (const key of new Set([thing.words[0], thing.words.at(-1), initials(thing.words)]))
      if (key) add(key, thing)
  return (short) => index.get(short) ?? []
}

const MOST_CANDIDATES = 50
/** The votes of a name that the lists know as a place. */
const KNOWN_PLACE = 6

/** Whether a full name is a person's, or may be one where its last word is. */
const isPersonWith = (full: Thing, last: Thing): boolean =>
  sortOf(full.votes) === 'person' ||
  (sortOf(full.votes) === 'other' &&
    sortOf(last.votes) === 'person' &&
    full.words.length === last.words.length + 1 &&
    // 'Judge Ruiz' is a title and a name
    !TITLE_WORDS.has(full.words[0] ?? '') &&
    !HONORIFICS.has(full.words[0] ?? '') &&
    !/^(?:Judge|Justice)$/.test(full.words[0] ?? ''))

/** Ties short forms to full ones where exactly one full form fits. */
function tie(things: Map<string, Thing>): void {
  const candidates = indexThings(things.values())
  const order = new Map([...things.values()].map((thing, i) => [thing, i]))
  for (const thing of things.values()) {
    const near = [thing.words[0], ...(thing.words.length > 1 ? [thing.words.at(-1)] : [])]
      .flatMap((word) => candidates(word ?? '').slice(0, MOST_CANDIDATES))
      .filter((full, i, all) => full !== thing && all.indexOf(full) === i)
      .slice(0, MOST_CANDIDATES)
    const people = near.filter(
      // 'Mr Ruiz' makes a person of 'Ana Ruiz'
      (full) => isSurnameOf(thing.words, full.words) && isPersonWith(full, thing),
    )
    const bodies = near.filter(
      (full) =>
        isShortFor(thing.words, full.words) &&
        // Told of after Orrin Oil, 'Orrin Oil Holding Company' is what holds it
        !(
          /Holdings? (?:Company|Co\.?)$/.test(full.words.join(' ')) &&
          (order.get(thing) ?? 0) < (order.get(full) ?? 0)
        ) &&
        !/^(?:person|place)$/.test(sortOf(full.votes)) &&
        // 'Orrin Investments', told of after Orrin, is a part of it
        (full.words
          .slice(thing.words.length)
          .every((word) => isLegalForm(word) || /^(?:Group|Holdings?)$/.test(word)) ||
          (order.get(full) ?? 0) < (order.get(thing) ?? 0)),
    )
    // Singapore is no short form of Singapore Airlines
    if (thing.votes.place >= KNOWN_PLACE) continue
    // 'Disney' is as likely Walt Disney, the firm, as Roy Disney
    const isAlsoOfBody = near.some(
      ({ words, votes }) => words.at(-1) === thing.words.at(-1) && sortOf(votes) === 'organisation',
    )
    if (people.length > 0 && isAlsoOfBody && sortOf(thing.votes) !== 'person') continue
    const [full, another] = people.length > 0 ? people : bodies
    if (!full || another) continue
    thing.canonical = full.words
    full.votes = sum(full.votes, thing.votes)
    thing.votes = full.votes
  }
}

const IN_LIST = 1.1

/** 'Orrin, Velt and Sorn': a name of no known sort is of its neighbours' sort. */
function joinLists(runs: readonly Run[], things: Map<string, Thing>): void {
  for (const [i, run] of runs.entries()) {
    const next = runs[i + 1]
    if (!next || next.sentence !== run.sentence) continue
    const between = run.sentence.tokens.slice(run.to, next.from)
    if (
      between.length === 0 ||
      between.length > 2 ||
      !between.every(({ text }) => /^(?:,|and|or)$/.test(text))
    )
      continue
    const pair = [things.get(run.words.join(' ')), things.get(next.words.join(' '))] as const
    for (const [one, other] of [pair, [pair[1], pair[0]] as const]) {
      if (!one || !other || sortOf(one.votes) !== 'other') continue
      const sort = sortOf(other.votes)
      if (sort !== 'other') one.votes = { ...one.votes, [sort]: one.votes[sort] + IN_LIST }
    }
  }
}

/** What the mentions of a thing let one know of the firm, by its full words; of two trades, the one that is told first. */
function firmsOf(
  runs: readonly Run[],
  things: ReadonlyMap<string, Thing>,
): ReadonlyMap<Thing['words'], Firm> {
  const firms = new Map<Thing['words'], Firm>()
  for (const run of runs) {
    const words = things.get(run.words.join(' '))?.canonical
    const known = words && firms.get(words)
    if (!words || known?.sector !== undefined) continue
    const firm = firmAt(run)
    if (firm !== null) firms.set(words, firm)
  }
  return firms
}

const MAX_RUN_WORDS = 9

/** The names of an article, mentions of one thing sharing `canonical`. Silent where the words do not tell what is named: such names are `other`. */
export function findNames(
  sentences: readonly Sentence[],
  titleSentences: ReadonlySet<number>,
  figures: readonly (readonly Span[])[],
  lexicon: Lexicon,
): Name[] {
  const small = smallWords(sentences)
  const isKnown = (name: string): boolean => lexicon.organisations.has(name) || lexicon.places.has(name)
  const context = {
    demonyms: lexicon.demonyms,
    isKnown,
    isPlace: (name: string) => lexicon.places.has(name),
    isGivenName: (name: string) => lexicon.givenNames.has(name),
    isNoun: (word: string) => lexicon.nouns.has(word),
    small,
    seen: seenWords(sentences.filter(({ index }) => !titleSentences.has(index))),
  }
  const isFigure = (run: Run): boolean =>
    (figures[run.sentence.index] ?? []).some((figure) => overlaps(figure, run))
  const body = sentences
    .filter(({ index }) => !titleSentences.has(index))
    .flatMap((sentence) => findRuns(sentence, context))
    .filter((run) => !isFigure(run))
  const things = collect(
    body.filter((run) => run.words.length <= MAX_RUN_WORDS),
    lexicon,
  )
  // A title in capitals makes names of common words: there, only what the body or the lists name counts.
  const title = sentences
    .filter(({ index }) => titleSentences.has(index))
    .flatMap((sentence) => namesInTitle(sentence, (name) => things.has(name) || isKnown(name)))
  for (const run of title) {
    const key = run.words.join(' ')
    if (!things.has(key)) things.set(key, thingOf(run, lexicon))
  }
  joinLists(body, things)
  tie(things)
  const articles = countArticles(body)
  const countries = countriesOf(lexicon)
  const firms = firmsOf(body, things)
  const names = [...title, ...body].flatMap((run): Name[] => {
    const thing = things.get(run.words.join(' '))
    if (!thing) return []
    const text = textOf(run)
    const full = thing.canonical === thing.words ? text : joinWords(thing.canonical)
    const last = thing.canonical.at(-1) ?? ''
    const known =
      lexicon.organisations.get(full) ??
      lexicon.organisations.get(text) ??
      // 'Statoil ASA' for Statoil
      (isLegalForm(last) ? lexicon.organisations.get(joinWords(thing.canonical.slice(0, -1))) : undefined)
    const firm = known ? undefined : firms.get(thing.canonical)
    const trade = sectorOfEnd(last)
    const isCompany = known
      ? known.sort === 'company'
      : isCorporateTail(last) || firm || trade !== undefined
        ? true
        : undefined
    const sector = known ? known.sector : (firm?.sector ?? trade)
    const sort = sortOf(thing.votes)
    const kind =
      sort === 'organisation' ? known?.sort : (lexicon.things.get(full) ?? lexicon.things.get(text))?.sort
    return [
      {
        start: run.start,
        end: run.end,
        text,
        sort,
        canonical: full,
        ...(sort === 'organisation' && isCompany !== undefined ? { isCompany } : {}),
        ...(kind === undefined ? {} : { kind }),
        ...(sort === 'organisation' && sector !== undefined ? { sector } : {}),
        ...(sort === 'organisation' && known?.country !== undefined ? { country: known.country } : {}),
        ...(sort === 'organisation' && articles(run) ? { takesThe: true } : {}),
        ...(sort === 'place' && countries.has(full) ? { isCountry: true } : {}),
      },
    ]
  })
  return names.sort((a, b) => a.start - b.start)
}

const NOMINAL = wordSet('NOUN PROPN ADJ')

/** Whether the mentions of a thing mostly follow 'the'; those before a noun ('the Boeing plant') or a possessive do not count. */
function countArticles(runs: readonly Run[]): (run: Run) => boolean {
  const counts = new Map<string, { with: number; all: number }>()
  for (const { sentence, from, to, words } of runs) {
    const [behind, next] = [sentence.tokens[to], sentence.tokens[to + 1]]
    // What stands right before an article is no noun: 'the Trade Union charges a fee'.
    if (behind && NOMINAL.has(behind.pos) && next?.pos !== 'DET') continue
    const key = words.join(' ')
    const count = counts.get(key) ?? { with: 0, all: 0 }
    const hasThe = sentence.tokens[from - 1]?.lower === 'the'
    counts.set(key, { with: count.with + (hasThe ? 1 : 0), all: count.all + 1 })
  }
  return ({ words }) => {
    const count = counts.get(words.join(' '))
    return count !== undefined && count.with * 2 >= count.all && count.with > 0
  }
}

const BEGINS_NAME = /^[\p{Lu}\p{N}]|^\p{Ll}\p{Lu}/u

/** The longest names of a title that are known from elsewhere. */
function namesInTitle(sentence: Sentence, isName: (name: string) => boolean): Run[] {
  const { tokens } = sentence
  const runs: Run[] = []
  let from = 0
  while (from < tokens.length) {
    if (!BEGINS_NAME.test(tokens[from]?.text ?? '')) {
      from++
      continue
    }
    let to = Math.min(tokens.length, from + 5)
    while (
      to > from &&
      !isName(
        tokens
          .slice(from, to)
          .map((t) => t.text)
          .join(' '),
      )
    )
      to--
    const first = tokens[from]
    const last = tokens[to - 1]
    if (to > from && first && last) {
      runs.push({
        sentence,
        from,
        to,
        words: tokens.slice(from, to).map((t) => t.text),
        honorific: false,
        start: first.start,
        end: last.end,
      })
      from = to
    } else from++
  }
  return runs
}

/** The run as printed, odd white space made plain. */
function textOf({ sentence, from, to }: Run): string {
  const tokens = sentence.tokens.slice(from, to)
  return tokens
    .map((token, i) => (i > 0 && token.start > (tokens[i - 1]?.end ?? 0) ? ` ${token.text}` : token.text))
    .join('')
}

const joinWords = (words: readonly string[]): string =>
  words
    .join(' ')
    .replace(/ ([.-]) ?/g, '$1')
    .replace(/\.(?=\p{L}{2})/gu, '. ')
