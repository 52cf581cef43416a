import { keepWith } from '../../remember.ts'
import { possessive } from '../possessive.ts'
import { clausesOf } from './clauses.ts'
import { isHyphen, type Marked, posAt, type Range, within, wordAt } from './marked.ts'
import type { Scene } from './scene.ts'
import { SUBORDINATORS } from './words.ts'

/** How many sentences back a thing or a body may have been named for 'the mill' or 'the union' to mean it. */
export const REACH = 12
/** What was named so few sentences ago is meant before anything named earlier. */
const NEAR = 1

const lines = (list: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    list
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' '))
      .flatMap((nouns) => nouns.map((noun) => [noun, nouns] as const)),
  )

/** Nouns by which the news speaks of one thing in turn, a line a thing. */
const ALIKE = lines(`
  plan proposal scheme project programme program initiative
  deal agreement contract takeover merger acquisition purchase transaction
  offer bid
  ship vessel
  bill law legislation
  plane aircraft jet airliner
  ruling verdict judgment
  factory plant
  survey study poll
`)

/** Whether the news speaks of one thing by both nouns in turn. */
export const isAlike = (noun: string, other: string): boolean => ALIKE.get(noun)?.includes(other) === true

/** Nouns of deeds, with the verbs that tell of them. */
const DEEDS: Readonly<Record<string, RegExp>> = {
  recall: /^recall$/,
  decision: /^decide$/,
  announcement: /^announce$/,
  acquisition: /^(?:acquire|buy|purchase)$/,
  purchase: /^(?:acquire|buy|purchase)$/,
  takeover: /^(?:acquire|buy|take)$/,
  sale: /^sell$/,
  launch: /^launch$/,
  downgrade: /^downgrade$/,
  appointment: /^(?:appoint|name)$/,
  resignation: /^(?:resign|quit)$/,
  closure: /^close$/,
  warning: /^warn$/,
  lawsuit: /^sue$/,
  strike: /^strike$/,
}

/** Where a noun stands in the article. */
interface Place {
  readonly marked: Marked
  readonly i: number
}

/** The places of every common noun outside titles and quotations, in the order of the text. */
const nounsOf = keepWith((scene: Scene): ReadonlyMap<string, readonly Place[]> => {
  const index = new Map<string, Place[]>()
  for (const marked of scene.marked) {
    if (marked.isTitle) continue
    for (let i = 0; i < marked.tokens.length; i++) {
      if (posAt(marked, i) !== 'NOUN' || marked.quoted[i] || marked.names[i]) continue
      const noun = wordAt(marked, i)
      const places = index.get(noun)
      if (places) places.push({ marked, i })
      else index.set(noun, [{ marked, i }])
    }
  }
  return index
})

/** 'The mill' after 'a large paper mill in Chile', 'the deal' after 'a $3bn deal to build a network': the fuller phrase by which the article named the thing; null where it never did, or may mean one of two. */
export function introduced(scene: Scene, marked: Marked, noun: string, at: number): string | null {
  // 'The club' was spoken of before any phrase told which: it is another than 'the supporters club'.
  if (isBareFirst(scene, noun)) return null
  const same = phrasesOf(scene, marked, [noun], at)
  if (same.length > 0) return ofSomeWords(theOne(same, marked))
  const others = (ALIKE.get(noun) ?? []).filter((other) => other !== noun)
  const alike = others.length > 0 ? phrasesOf(scene, marked, others, at) : []
  return alike.length > 0 ? ofSomeWords(theOne(alike, marked)) : deedOf(scene, marked, noun)
}

/** Whether the first mention of a noun that is a body's is by 'the' alone. */
function isBareFirst(scene: Scene, noun: string): boolean {
  if (
    !/^(?:club|team|union|party|bank|board|group|company|firm|airline|retailer|panel|commission)$/.test(noun)
  )
    return false
  const first = nounsOf(scene).get(noun)?.[0]
  return first !== undefined && wordAt(first.marked, first.i - 1) === 'the'
}

/** Whether the article, or its title, has used the noun before. */
export function isToldBefore(
  scene: Scene,
  { sentence: { index } }: Marked,
  noun: string,
  at: number,
): boolean {
  // The first place is the earliest.
  const first = nounsOf(scene).get(noun)?.[0]
  const earliest = first?.marked.sentence.index ?? Number.POSITIVE_INFINITY
  if (earliest < index || (earliest === index && (first?.i ?? at) < at)) return true
  const title = scene.marked[0]
  return title?.isTitle === true && title.tokens.some(({ lower }) => lower === noun)
}

/** 'One (property)', which only stands for what could be meant as well, says nothing. */
const ofSomeWords = (text: string | null): string | null => (text?.includes(' ') ? text : null)

interface Phrase {
  readonly text: string
  readonly sentence: number
  readonly words: ReadonlySet<string>
}

/** The phrases that tell what each earlier mention of these nouns is, the first first. */
function phrasesOf(scene: Scene, marked: Marked, nouns: readonly string[], at: number): Phrase[] {
  const { index } = marked.sentence
  return nouns.flatMap((noun) =>
    (nounsOf(scene).get(noun) ?? []).flatMap((place): Phrase[] => {
      const sentence = place.marked.sentence.index
      if (sentence < index - REACH || sentence > index || (sentence === index && place.i >= at)) return []
      if (explains(place)) return []
      const text = phraseAround(place.marked, place.i)
      if (text !== null) return [{ text, sentence, words: new Set(text.toLowerCase().split(' ')) }]
      // 'the 777 plane' is one more that could be meant, though its words do not tell which.
      const before = wordAt(place.marked, place.i - 1)
      return isKnown(place.marked, place.i - 1) ? [{ text: before, sentence, words: new Set([before]) }] : []
    }),
  )
}

/** ', an agreement to buy later': what only explains the word before it. */
function explains({ marked, i }: Place): boolean {
  let at = i - 1
  while (at > i - 4 && DESCRIBES.test(posAt(marked, at))) at--
  // 'was the world's best market': what it was does not say which one is meant later
  if (/^['’]s?$/.test(wordAt(marked, at)) && wordAt(marked, at - 2) === 'the') at -= 2
  if (/^an?$/.test(wordAt(marked, at)) && wordAt(marked, at - 1) === ',') return true
  return /^(?:an?|the)$/.test(wordAt(marked, at)) && /^(?:is|was|are)$/.test(wordAt(marked, at - 1))
}

const isKnown = ({ names, quantities, tokens }: Marked, i: number): boolean =>
  names[i] !== undefined || quantities[i] !== undefined || tokens[i]?.pos === 'NUM'

const isPart = (a: Phrase, b: Phrase): boolean => [...a.words].every((word) => b.words.has(word))

/** The fullest of phrases that all say the same; where they do not, the one named right before. */
function theOne(phrases: readonly Phrase[], { sentence: { index } }: Marked): string | null {
  const near = phrases.filter(({ sentence }) => sentence >= index - NEAR)
  return fullest(phrases) ?? (near.length > 0 ? fullest(near) : null)
}

function fullest(phrases: readonly Phrase[]): string | null {
  const [first, ...others] = [...phrases].sort((a, b) => b.words.size - a.words.size)
  return first && others.every((other) => isPart(other, first)) ? first.text : null
}

/** 'The recall' after 'Harrow recalled 400 cars' is Harrow's. */
function deedOf(scene: Scene, { sentence: { index } }: Marked, noun: string): string | null {
  const verb = DEEDS[noun]
  if (!verb) return null
  const doers = new Set<string>()
  for (let s = Math.max(0, index - 4); s < index; s++) {
    const earlier = scene.marked[s]
    if (!earlier || earlier.isTitle) continue
    for (const { verb: group, subject } of clausesOf(earlier)) {
      if (!verb.test(group.lemma) || group.isNegated || group.isPassive || earlier.quoted[group.head])
        continue
      const name = earlier.names[subject.to - 1]
      const isOne = within(earlier.names, subject).length === 1
      if (!isOne || (name?.sort !== 'organisation' && name?.sort !== 'person')) return null
      doers.add(name.canonical)
    }
  }
  const [only, another] = doers
  return only !== undefined && another === undefined ? `${possessive(only)} ${noun}` : null
}

const DESCRIBES = /^(?:ADJ|NOUN|PROPN)$/

/** Adjectives that do not tell a thing from others of its kind. */
export const EMPTY_ADJECTIVES =
  /^(?:new|same|other|first|second|last|next|own|current|recent|further|such|big|major|latest|previous|former|whole|early|late|main|key|only|more|most|many|several|proposed|planned|possible|iconic|famous|legendary|troubled|embattled|ailing|beleaguered|controversial|lucrative|disputed)$/

/** The words around the noun at `i` that tell it apart: a name, two others before it, or what follows it. */
function phraseAround(marked: Marked, i: number): string | null {
  let from = i
  while (
    from > 0 &&
    i - from < 6 &&
    !marked.periods[from - 1] &&
    (DESCRIBES.test(posAt(marked, from - 1)) ||
      marked.names[from - 1] ||
      marked.quantities[from - 1]?.kind === 'money' ||
      isHyphen(marked, from - 1))
  )
    from--
  while (from < i && (EMPTY_ADJECTIVES.test(wordAt(marked, from)) || wordAt(marked, from) === '-')) from++
  if (/^(?:VERB|AUX)$/.test(posAt(marked, from - 1))) return null
  // 'a similar deal' is another one
  if (/^(?:similar|comparable|identical|different|separate|alternative|rival)$/.test(wordAt(marked, from)))
    return null
  // 'Boeing's plan' names its owner
  const isOwned = /^['’]s?$/.test(wordAt(marked, from - 1)) && marked.names[from - 2] !== undefined
  if (isOwned) {
    const owner = marked.names[from - 2]
    from -= 2
    while (marked.names[from - 1] === owner) from--
  }
  const to = i + 1 + tailLength(marked, i + 1)
  const hasName = marked.names.slice(from, i).some((name) => name !== undefined)
  if (!hasName && to === i + 1 && i - from < 2) return null
  const text = textOf(marked, { from, to })
  if (!/^[\p{L}\p{N}$£€]/u.test(text) || /["“”()]/.test(text)) return null
  return isOwned && !/^(?:US|UK|EU)\b/.test(text) ? text : `the ${text}`
}

const LONGEST_TAIL = 8

/** How many tokens behind a noun say which one it is: 'of Bavaria', 'for a new network', 'to build a plant in Chile'. Only what needs nothing said before. */
function tailLength(marked: Marked, from: number): number {
  const first = wordAt(marked, from)
  // 'agreed the package with the regulator': with whom it was agreed
  if (
    first === 'with' &&
    !/^(?:deal|agreement|contract|merger|talks|partnership|alliance|link)$/.test(wordAt(marked, from - 1))
  )
    return 0
  const isInfinitive = first === 'to' && posAt(marked, from + 1) === 'VERB'
  if (!isInfinitive && !/^(?:of|for|between|with|within|in|from|against|worth)$/.test(first)) return 0
  let end = from + 1
  while (end < marked.tokens.length && end - from < LONGEST_TAIL + 2) {
    const word = wordAt(marked, end)
    const tag = posAt(marked, end)
    if (marked.periods[end]) break
    // 'the old bill with a newer one' would name two
    if (/^ones?$/.test(word)) return 0
    if (marked.names[end] || marked.quantities[end] || /^(?:NOUN|ADJ|PROPN|NUM)$/.test(tag)) end++
    else if (isInfinitive && end === from + 1) end++
    else if (/^(?:a|an)$/.test(word) || (word === 'the' && marked.names[end + 1])) end++
    else if (/^(?:of|in|for)$/.test(word)) end++
    else if (word === 'and' && marked.names[end - 1] && marked.names[end + 1]) end++
    else if (isHyphen(marked, end)) end++
    else break
  }
  const stop = wordAt(marked, end)
  // 'the merger of Orrin | and the oil firm Velt' would lose one of two
  if (stop === 'and' && /^(?:of|between|from|with|for)$/.test(first) && marked.names[end - 1]) return 0
  // What goes on with 'the' or 'its' would have to be explained itself.
  const isWhole =
    end === marked.tokens.length ||
    /^[,.;:()]$/.test(stop) ||
    SUBORDINATORS.has(stop) ||
    /^(?:VERB|AUX|CCONJ)$/.test(posAt(marked, end)) ||
    marked.periods[end] !== undefined
  if (!isWhole) return 0
  while (end > from && /^(?:ADP|DET|PART)$/.test(posAt(marked, end - 1)) && !marked.names[end - 1]) end--
  return end - from > 1 && end - from <= LONGEST_TAIL ? end - from : 0
}

/** Whether a word opens its sentence and is no name: its capital is the sentence's alone. */
const opensPlainly = (marked: Marked, i: number): boolean =>
  i === marked.tokens.findIndex(({ text }) => /^[\p{L}\d]/u.test(text)) &&
  !marked.names[i] &&
  (posAt(marked, i) !== 'PROPN' || posAt(marked, i + 1) === 'NOUN')

/** The words of a range, names in full. */
function textOf(marked: Marked, { from, to }: Range): string {
  let text = ''
  let last = -1
  for (let i = from; i < to; i++) {
    const token = marked.tokens[i]
    if (!token) break
    const name = marked.names[i]
    if (name && marked.names[i - 1] === name && i > from) {
      last = token.end
      continue
    }
    const said =
      name && name.sort !== 'other' && name.sort !== 'place'
        ? name.canonical
        : i === from && opensPlainly(marked, i)
          ? token.lower
          : token.text
    text += `${text !== '' && token.start > last ? ' ' : ''}${name && said === token.text ? nameText(marked, i) : said}`
    last = name ? (marked.tokens[i]?.end ?? token.end) : token.end
  }
  return text.replace(/\s+/g, ' ')
}

const nameText = (marked: Marked, i: number): string => marked.names[i]?.text ?? wordAt(marked, i)
