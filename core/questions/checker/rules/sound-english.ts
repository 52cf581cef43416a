import { KINDS } from '../../question.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'

/** 'Is the world's two biggest banks': one that is said to be several. */
const ONE_AS_SEVERAL =
  /\b(?:is|was) (?:[^ ,]+['’]s? |the (?:[^ ,]+['’]s? )?)(?:two|three|four|five|six|seven|eight|nine|ten) \p{L}+est\b/u
/** 'Growth was topped 9%': a level that is reached, as if it had been done to it. */
const REACHED_BY_NOBODY =
  /\b(?:is|are|was|were) (?:topped|exceeded|surpassed|hit|reached|totalled|averaged) (?:[£$€¥]?\d|_)/
/** 'How many quarries does Leeds-based company run': an article was lost with the first of two places. */
const BARE_BASED =
  /(?:^|[“,] |\b(?:did|does|do|is|was|that|and|of|to|by|has|have) )\p{Lu}[\p{L}]*-based \p{Ll}+(?! \p{Lu}| \p{Ll}+ \p{Lu})\b/u
/** 'Criticism from government regulator.': whose name stood behind it. */
const BARE_BODY =
  /\b(?:from|by|with|to|against|and|for) (?:government |state |market |industry |local |arch-?|main |key )?(?:regulator|watchdog|rival|partner|parent|lender|retailer|carmaker|operator|insurer|broker|airline|union|subsidiary|competitor|supplier|customer)(?:[.?”]+$|, as reported| (?:is|are|was|were) _)/
/** 'Major purchase was': whose, and which, was left out. */
const BARE_OPENING =
  /^(?:Major|Main|Key|Latest|Last|First|Second|Third|Next|Biggest|Largest|Annual|Initial|Final|Original|Single) (?:[a-z]+ )?[a-z]+[^s\W] (?:is|was|has|had|will|would)\b/
/** 'Which said is _____': what was said was left out. */
const SAID_NOTHING =
  /\b(?:which|who|that|and) (?:said|says|added|claimed|warned|argued)(?: (?:is|are|was|were) _|[.?”]+$)/
/** 'Welcomed the bank's widely.': an adverb, and the word it belongs to is lost. */
const LOST_BEHIND_ADVERB = /(?:['’]s?|\b(?:the|an?|its|their)) \p{L}+ly[.?”]+$/u

const SLIPS: readonly RegExp[] = [
  ONE_AS_SEVERAL,
  REACHED_BY_NOBODY,
  BARE_BASED,
  BARE_BODY,
  BARE_OPENING,
  SAID_NOTHING,
  LOST_BEHIND_ADVERB,
]

const ASKS_TIME = /^(?:In which|On which|When|In what|On what)\b/
const ASKING_VERB = /\b(?:did|does|do|was|were)\b/
const ONLY = /\bonly \p{Ll}/u

/** 'In which year did it only begin': the word belonged to the time that is asked for. */
function onlyThen(asked: string): string | null {
  if (!ASKS_TIME.test(asked)) return null
  return ONLY.exec(asked.slice(ASKING_VERB.exec(asked)?.index ?? asked.length))?.[0] ?? null
}

/** 'Welcomed the widely' of 'welcomed the widely-expected move': a word torn at its hyphen. */
function tornAtHyphen({ asked, evidenceText }: Sight): string | null {
  const words = asked.split(' ')
  if (words.length < 2) return null
  const last = words.slice(-2).join(' ').replace(/[.?”]/g, '')
  const at = evidenceText.indexOf(`${last}-`)
  return at >= 0 && evidenceText.indexOf(last) === at && evidenceText.lastIndexOf(last) === at ? last : null
}

export const soundEnglish: Rule = {
  number: 17,
  title: 'It is sound English: nothing that belongs to its words was lost on the way.',
  kinds: KINDS,
  check: (sight) => {
    for (const slip of SLIPS) {
      const found = slip.exec(sight.asked)
      if (found) return `'${found[0].trim()}' is no sound English.`
    }
    const only = onlyThen(sight.asked)
    if (only !== null) return `'${only}' belongs to the time that is asked for.`
    const torn = tornAtHyphen(sight)
    return torn === null ? null : `'${torn}' is torn at its hyphen.`
  },
}
