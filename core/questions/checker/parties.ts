import type { Reading } from '../../article/reading.ts'
import { keepWith, remember } from '../../remember.ts'
import { indexOf } from './article-index.ts'
import { contentWords, plainWords, rootOf } from './words.ts'

/** Who did what to whom: 'Brightmart bought Pennywise', 'Pennywise was bought by Brightmart'. */
export interface Deed {
  readonly doer: string
  readonly root: string
  readonly other: string
}

/** What two do to each other, or with each other, holds both ways. */
const MUTUAL =
  /\b(?:compet\w*|rivals?|partner\w*|merg\w*|joint\w*|shar(?:e|es|ed|ing)|talk\w*|met|meet\w*|with|between|and)\b/i
/** Words that part one clause from the next, so that what stands behind is nobody's doing before. */
const NEXT_CLAUSE = /[,;:]|\b(?:while|after|before|but|because|when|than|which|who|that|as|if|for|of)\b/i
const BEING = /\b(?:is|are|was|were|be|been|being)\b/i
const isPassive = (words: string): boolean => /\bby$/i.test(words) && BEING.test(words)
/** As many words may stand between two names for one to do something to the other. */
const LONGEST = 8

interface Mention {
  readonly name: string
  readonly start: number
  readonly end: number
}

const NATIONALITY =
  /^(?:\p{Lu}\p{Ll}+(?:ese|ish|ian|ean|ican)|French|Dutch|German|Greek|Swiss|Thai|Czech|Iraqi|Israeli|Saudi)$/u

/** Whether a wording says only whose country something is of: 'Japanese' is nobody who does anything. */
const isNationality = (wording: string, { nations }: Reading): boolean =>
  nations.has(wording) || NATIONALITY.test(wording)

const isLetter = (mark: string): boolean => /[\p{L}\p{N}]/u.test(mark)

/** The names of an article that are somebody's or something's, with their fullest form in plain words. */
const namesOf = keepWith((reading: Reading): readonly (readonly [wording: string, name: string])[] => {
  const { names } = indexOf(reading)
  return [...names.texts].flatMap(([wording, words]) =>
    isNationality(wording, reading)
      ? []
      : [[wording, plainWords(names.called.get(words)?.canonical ?? wording)]],
  )
})

/** Passages and stems come by again and again: what was found in one is kept with the article. */
const finders = {
  mentions: keepWith((reading: Reading) => remember((text: string) => findMentions(text, reading))),
  deeds: keepWith((reading: Reading) => remember((text: string) => findDeeds(text, reading))),
}

/** The names of the article in a text, in order, by their fullest form. */
export const mentionsIn = (text: string, reading: Reading): readonly Mention[] =>
  finders.mentions(reading)(text)

/** What a text says one named thing does to the next, and to those named in one breath with either. */
export const deedsIn = (text: string, reading: Reading): readonly Deed[] => finders.deeds(reading)(text)

function findMentions(text: string, reading: Reading): Mention[] {
  const found: Mention[] = []
  for (const [wording, name] of namesOf(reading)) {
    for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + 1)) {
      const end = at + wording.length
      if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(end))) found.push({ name, start: at, end })
    }
  }
  const isPartOf = (a: Mention, b: Mention) =>
    a !== b && a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start
  return found
    .filter((each) => !found.some((other) => isPartOf(each, other)))
    .sort((a, b) => a.start - b.start)
}

/** 'Kotara, a Japanese rival, sued': what stands between the commas says who, not what. */
const ASIDE = /^, (?:an?|the|its) [^,]{1,60},/
const LISTED = /^(?:,|(?:, )?(?:and|or)|&)$/

function findDeeds(text: string, reading: Reading): Deed[] {
  const mentions = mentionsIn(text, reading)
  if (mentions.length < 2) return []
  const between = (at: number): string =>
    text.slice(mentions[at]?.end ?? 0, mentions[at + 1]?.start ?? 0).trim()
  const isListed = mentions.map((_, at) => LISTED.test(between(at)))
  /** The mentions at and before, or at and behind, that are named in one breath. */
  const breath = (at: number, step: 1 | -1): string[] => {
    const names: string[] = []
    for (let i = at; mentions[i]; i += step) {
      names.push(mentions[i]?.name ?? '')
      if (!isListed[step === 1 ? i : i - 1]) break
    }
    return names
  }
  return mentions.slice(1).flatMap((_, at): Deed[] => {
    const words = between(at).replace(ASIDE, '').trim()
    const verb = contentWords(words)[0]
    if (verb === undefined || words.split(' ').length > LONGEST) return []
    if (MUTUAL.test(words) || NEXT_CLAUSE.test(words)) return []
    const [firsts, seconds] = [breath(at, -1), breath(at + 1, 1)]
    const [doers, others] = isPassive(words) ? [seconds, firsts] : [firsts, seconds]
    return doers.flatMap((doer) =>
      others.filter((other) => other !== doer).map((other) => ({ doer, root: rootOf(verb), other })),
    )
  })
}
