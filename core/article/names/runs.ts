import { wordSet } from '../../word-set.ts'
import type { Sentence, Token } from '../reading.ts'
import type { Span } from '../span.ts'
import { beginsSmall, isCapitalised } from './capitals.ts'
import { initials } from './short-forms.ts'
import { HONORIFICS, NOT_NAMES, OF_HEADS, ORGANISATION_ENDS, TITLE_WORDS } from './words.ts'

/** A stretch of capitalised words that may be a name, as token indices [from, to) of its sentence. */
export interface Run extends Span {
  readonly sentence: Sentence
  readonly from: number
  readonly to: number
  readonly words: readonly string[]
  /** The lower-case, or title, words right before it say that it is a person. */
  readonly honorific: boolean
}

const bare = (word: string): string => word.replace(/\.$/, '')

/** Words known to be written small somewhere in the article: at the head of a sentence their capital says nothing. */
export function smallWords(sentences: readonly Sentence[]): Set<string> {
  const small = new Set<string>()
  for (const { tokens } of sentences) for (const { text } of tokens) if (beginsSmall(text)) small.add(text)
  return small
}

interface Context {
  readonly demonyms: ReadonlyMap<string, string>
  readonly isKnown: (name: string) => boolean
  readonly isPlace: (name: string) => boolean
  readonly isGivenName: (name: string) => boolean
  /** Whether the lists have it as a common noun, in its dictionary form. */
  readonly isNoun: (word: string) => boolean
  readonly small: ReadonlySet<string>
  readonly seen: ReadonlySet<string>
}

/** Marks behind which any word has a capital. */
const OPENING = wordSet('" “ ‘ « ( [ :')
/** Small words inside the names of people. */
const PARTICLES = wordSet('de van von der den del da di du le la bin al el ben')

/** Whether the token begins a sentence or a quotation, where any word has a capital. */
const isOpener = ({ tokens }: Sentence, i: number): boolean =>
  i === 0 || OPENING.has(tokens[i - 1]?.text ?? '')

/** Capitalised words met inside sentences, where the capital says something. */
export function seenWords(sentences: readonly Sentence[]): Set<string> {
  const seen = new Set<string>()
  for (const sentence of sentences)
    for (let i = 0; i < sentence.tokens.length; i++) {
      const { text } = sentence.tokens[i] as Token
      if (isCapitalised(text) && !isOpener(sentence, i)) seen.add(text)
    }
  return seen
}

/** Whether the token can begin a name. */
function canBegin(sentence: Sentence, i: number, context: Context): boolean {
  const { isKnown, small, seen } = context
  const token = sentence.tokens[i]
  if (!token || !isCapitalised(token.text) || token.text === '&' || NOT_NAMES.has(token.text)) return false
  // A common word with a capital inside a sentence: two sentences ran into each other.
  const next = sentence.tokens[i + 1]
  const isCommon = token.pos === 'NOUN' && small.has(token.lower) && !(next && isCapitalised(next.text))
  if (!isOpener(sentence, i) || isKnown(token.text)) return !isCommon || isKnown(token.text)
  if (next && isCapitalised(next.text) && !NOT_NAMES.has(next.text))
    return !small.has(token.lower) || isKnown(wordsOf(sentence.tokens, i, runEnd(sentence, i)).join(' '))
  if (next?.text === 'and' && isSpelledOut(sentence.tokens, i, capitalsEnd(sentence.tokens, i + 2)))
    return true
  return (seen.has(token.text) || isNameByItself(token, next, context)) && !small.has(token.lower)
}

/** 'Norvale’s sales', 'Norvale opened': a word at the head of a sentence that the tagger takes for a name and no list for a noun. */
const isNameByItself = (token: Token, next: Token | undefined, { isNoun }: Context): boolean =>
  token.pos === 'PROPN' &&
  next !== undefined &&
  // A capital inside the word is none of the sentence's: 'BrightLoaf, a bakery,'
  (/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u.test(token.text) ||
    /^['’]s$/.test(next.text) ||
    next.pos === 'VERB' ||
    next.pos === 'AUX') &&
  !isNoun(token.lemma) &&
  !isNoun(token.lower) &&
  !isNoun(token.lower.replace(/s$/, ''))

/** The end of the run that begins at `from`: capitalised words, with 'of', 'for', 'and' and '&' where they join parts of one name. */
function runEnd({ tokens }: Sentence, from: number): number {
  let to = from + 1
  while (to < tokens.length) {
    const token = tokens[to]
    const next = tokens[to + 1]
    const after = tokens[to + 2]
    const glued = token && token.start === tokens[to - 1]?.end
    if (!token) break
    if (isCapitalised(token.text) && (!glued || token.text === '&') && !NOT_NAMES.has(token.text)) to++
    else if (
      glued &&
      token.text === '.' &&
      next &&
      isCapitalised(next.text) &&
      /^\p{Lu}$/u.test(tokens[to - 1]?.text ?? '')
    )
      to++
    else if (glued && token.text === '-' && next && next.start === token.end && isCapitalised(next.text))
      to += 2
    else if (
      glued &&
      (token.text === '.' || token.text === '&') &&
      next &&
      next.start === token.end &&
      /^[\p{L}\p{N}]/u.test(next.text)
    )
      to += 2
    else if (
      (token.text === 'of' || token.text === 'for') &&
      next &&
      OF_HEADS.has(bare(tokens[to - 1]?.text ?? '')) &&
      isCapitalised(next.text) &&
      !NOT_NAMES.has(next.text)
    )
      to += 2
    else if (
      (token.text === 'of' || token.text === 'for') &&
      next?.text === 'the' &&
      after &&
      OF_HEADS.has(bare(tokens[to - 1]?.text ?? '')) &&
      isCapitalised(after.text)
    )
      to += 3
    else if (PARTICLES.has(token.text) && next && isCapitalised(next.text)) to += 2
    // 'van den Brul', 'de la Cruz'
    else if (
      PARTICLES.has(token.text) &&
      PARTICLES.has(next?.text ?? '') &&
      after &&
      isCapitalised(after.text)
    )
      to += 3
    else if (token.text === 'and' && next && isCapitalised(next.text) && joinsByAnd(tokens, from, to)) to += 2
    else break
  }
  // '&' and '.' belong to a name only in its middle
  while (to > from + 1 && /^[&.]$/.test(tokens[to - 1]?.text ?? '')) to--
  return to
}

/** 'Securities and Exchange Commission', not 'Orrin and Karo': the words behind 'and' run on to a body's last word. */
function joinsByAnd(tokens: readonly Token[], from: number, at: number): boolean {
  const end = capitalsEnd(tokens, at + 1)
  if (isSpelledOut(tokens, from, end)) return true
  const last = bare(tokens[end - 1]?.text ?? '')
  return (
    end - at > 2 &&
    ORGANISATION_ENDS.has(last) &&
    /^(?:Commission|Administration|Department|Agency|Authority|Service|Office|Council|Board|Institute|Association|Exchange|Bureau|Ministry)$/.test(
      last,
    )
  )
}

/** Behind the capitalised words that begin at `from`. */
function capitalsEnd(tokens: readonly Token[], from: number): number {
  let end = from
  while (end < tokens.length && isCapitalised(tokens[end]?.text ?? '')) end++
  return end
}

/** 'Orrin and Karo Bank (OKB)': the letters in brackets count both. */
function isSpelledOut(tokens: readonly Token[], from: number, end: number): boolean {
  const [open, letters] = [tokens[end]?.text, tokens[end + 1]?.text ?? '']
  const first = initials(wordsOf(tokens, from, end))
  return open === '(' && first.length > 2 && /^[A-Z]+$/.test(letters) && letters.startsWith(first)
}

const wordsOf = (tokens: readonly Token[], from: number, to: number): string[] =>
  tokens.slice(from, to).map(({ text }) => text)

/** Adjectives of faiths, with a capital and yet no names. */
const FAITHS = wordSet('Islamic Muslim Christian Catholic Protestant Jewish Hindu Buddhist Orthodox')

/** 'Spanish Economic Minister, Ana Ruiz': an office in full, with who holds it behind a comma. */
const isOfficeAlone = (words: readonly string[]): boolean =>
  words.length > 1 &&
  /^(?:Minister|Secretary|Chancellor|Ambassador|Commissioner|Spokesman|Spokeswoman|Chairman|Chairwoman)$/.test(
    words.at(-1) ?? '',
  )

/** Whether the lists know the name only with the apostrophe behind it: 'Moody's', whose own it is even in 'Moody's report'. */
function ownApostrophe(
  tokens: readonly Token[],
  from: number,
  end: number,
  { isKnown, isGivenName }: Context,
): boolean {
  const isApostrophe = /^['’]s$/.test(tokens[end]?.text ?? '') && tokens[end]?.start === tokens[end - 1]?.end
  if (!isApostrophe || (end - from === 1 && isGivenName(tokens[from]?.text ?? ''))) return false
  const bareName = wordsOf(tokens, from, end).join(' ')
  return !isKnown(bareName) && isKnown(`${bareName}'s`)
}

const wordWithS = (tokens: readonly Token[], end: number): string =>
  `${tokens[end - 1]?.text ?? ''}${tokens[end]?.text ?? ''}`

/** All runs of one sentence, stripped of nationality and office before a name ('French President'). */
export function findRuns(sentence: Sentence, context: Context): Run[] {
  const { tokens } = sentence
  const runs: Run[] = []
  let i = 0
  while (i < tokens.length) {
    if (!canBegin(sentence, i, context)) {
      i++
      continue
    }
    const end = runEnd(sentence, i)
    const to = ownApostrophe(tokens, i, end, context) ? end + 1 : end
    let from = i
    let honorific =
      HONORIFICS.has(tokens[i - 1]?.text ?? '') ||
      (tokens[i - 1]?.text === '.' && HONORIFICS.has(tokens[i - 2]?.text ?? ''))
    while (from < to - 1 && !context.isKnown(wordsOf(tokens, from, to).join(' '))) {
      const word = tokens[from]?.text ?? ''
      const isOffice = TITLE_WORDS.has(word) && !/^(?:of|for|&)$/.test(tokens[from + 1]?.text ?? '')
      if (HONORIFICS.has(word) || (isOffice && !ORGANISATION_ENDS.has(tokens[to - 1]?.text ?? ''))) {
        honorific = true
        from++
      } else if (context.isPlace(word) && context.isGivenName(tokens[from + 1]?.text ?? '')) from++
      else if (
        context.demonyms.has(word) &&
        (TITLE_WORDS.has(tokens[from + 1]?.text ?? '') ||
          context.isKnown(wordsOf(tokens, from + 1, to).join(' ')))
      )
        from++
      else if (isOpener(sentence, from) && context.small.has(word.toLowerCase())) from++
      else break
    }
    // 'US-based', 'Russian-led': the part before the hyphen describes
    const isCompound = tokens[to]?.text === '-' && tokens[to]?.start === tokens[to - 1]?.end
    const first = tokens[from]
    const last = tokens[to - 1]
    const words =
      to > end ? [...wordsOf(tokens, from, end - 1), wordWithS(tokens, end)] : wordsOf(tokens, from, to)
    const isGluedOn =
      tokens[from - 1]?.end === first?.start && /[\p{N}_-]$/u.test(tokens[from - 1]?.text ?? '')
    const isMarkup = tokens[to]?.start === last?.end && tokens[to]?.text.startsWith('_') === true
    const isTitleAlone = words.every((word) => TITLE_WORDS.has(word)) || isOfficeAlone(words)
    // The 'S. A.' or 'N. V.' behind a firm's name
    const isFormAlone =
      words.length > 1 && words.every((word) => word.length === 1 || (word.length === 2 && word[1] === '.'))
    const isDemonymAlone =
      (words.length === 1 && FAITHS.has(words[0] ?? '')) ||
      (context.demonyms.has(words.join(' ')) && !context.isKnown(words.join(' ')))
    if (
      first &&
      last &&
      !isTitleAlone &&
      !isFormAlone &&
      !isDemonymAlone &&
      !isCompound &&
      !isGluedOn &&
      !isMarkup
    )
      runs.push({ sentence, from, to, words, honorific, start: first.start, end: last.end })
    i = Math.max(to, i + 1)
  }
  return runs
}
