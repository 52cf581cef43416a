import { rootOf, rootsOf } from './words.ts'

/** 'In the first month', 'a similar sum', 'a rise of 3%': of what, the words behind have to tell. */
const BARE_PART =
  /\b(?:in|during|for|over|by|within) the (?:first|second|final|last) (?:month|week|day)\b(?! (?:of|to|in|after|before|since)\b)/i
const SIMILAR =
  /\ba (?:similar|comparable|like) (?:sum|number|amount|figure|move|deal|plan|proposal|rise|fall|increase|pattern|picture|story)\b(?! (?:to|of)\b)/i
const MOVE_OF =
  /(?<!, )\ban? (?:\p{Ll}+ )?(?:rise|fall|drop|increase|decrease|decline|gain) of (?:about |around |just |nearly |almost |more than |only )?(?:_____|\d[\d.,]*)(?:%| percent| per cent)?(?! (?:in (?!the (?:first|second|third|fourth|final|last)\b|January|February|March|April|May|June|July|August|September|October|November|December|\d)|on |over |from ))/u
/** 'A 10% increase'. */
const SIZED_MOVE =
  /(?<!, )\ban? (?:\p{Ll}+ )?(?:_____|\d[\d.,]*)(?:%| percent| per cent)? (?:rise|fall|drop|increase|decrease|decline|gain|jump|surge|slump|growth|improvement|reduction)\b(?! (?:in (?!the (?:first|second|third|fourth|final|last)\b|January|February|March|April|May|June|July|August|September|October|November|December|\d)|of |on |for |to |over |from ))/u
/** 'Become a member', 'find a buyer': nouns that are nothing without what they belong to. */
const RELATIONAL =
  /\b(?:an?|any) (?:\p{Ll}[\p{Ll}-]* ){0,2}?(?:member|valuation|stake|shareholding|bidder|buyer|suitor|replacement|successor|target|takeover approach|counter-?bid)\b(?! (?:of|in|for|to|on|behind|from|at|with|price|(?:\p{Ll}+ )?(?:state|states|country|countries|nation|nations)|\p{Lu}))/u
/** 'A decision could be reached', 'said that any offer was': on what, or for what. */
const OPENS_BARE =
  /(?:^|\b(?:said|says|added|warned) (?:that )?|, )(?:[Aa]n?|[Aa]ny|[Nn]o) (?:\p{Ll}+ ){0,2}?(decision|agreement|deal|settlement|offer|bid|vote|ruling|verdict|announcement|review|approach|sale|merger|takeover|breakthrough|compromise|accord)s? (?:is|are|was|were|could|would|will|may|might|has|had|should|can)\b/u
/** 'Talks centred on the deficit': whose? */
const BARE_TALKS =
  /^(?:Talks|Negotiations|Discussions) (?!with\b|between\b|over\b|about\b|on\b|at\b|in\b|to\b|aimed\b|held\b)/

/** What a question speaks of without saying of what it is: 'a 10% increase', 'a member', 'any offer'; null where nothing lacks it. A headline may tell it. */
export function lacksOfWhat(stem: string, headline: string): string | null {
  const part =
    BARE_PART.exec(stem) ??
    SIMILAR.exec(stem) ??
    MOVE_OF.exec(stem) ??
    SIZED_MOVE.exec(stem) ??
    RELATIONAL.exec(stem)
  if (part) return part[0]
  const bare = OPENS_BARE.exec(stem)
  const noun = bare?.[1]
  if (noun !== undefined && !rootsOf(headline).includes(rootOf(noun))) return bare?.[0] ?? null
  return BARE_TALKS.exec(stem)?.[0] ?? null
}
