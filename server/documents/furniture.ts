import type { Part } from './document.ts'

/** Lines that belong to a page or a paper, whatever else is on them. */
const LINES: readonly RegExp[] = [
  /^(?:advertisement|advert|sponsored(?: content)?|promoted|article continues (?:below|after)\b.*|story continues below\b.*)$/i,
  /^(?:read|see|watch|listen) (?:more|also|next|now)\b/i,
  /^(?:more on this story|more from\b.*|related(?: (?:stories|articles|topics|content|internet links|coverage))?|recommended(?: for you| stories)?|most (?:read|popular|viewed)|also read|you may also like|what to read next|up next|in this article|around the (?:web|bbc))$/i,
  /^(?:related|read more|also read|see also|recommended|explainer|watch|listen|video|opinion|factbox|in pictures)\s?[:|–—-]/i,
  /^(?:share|save|print|copy link|e-?mail|tweet|comments?|follow us|follow|facebook|twitter|x|linkedin|whatsapp|reddit|bookmark|listen|subscribe|sign in|log in|register|menu|search|home|close|skip to \w{1,20}(?: \w{1,20})?|back to top|jump to comments|\d{1,6} comments?|leave a comment|load more|show more|view comments)$/i,
  /^(?:share|save|print) this (?:page|article|story|post)\b/i,
  /^(?:share|follow us|follow .{1,40}) on\b/i,
  /^(?:sign up|subscribe|register|log ?in|sign in|join|already (?:a|have)|get (?:unlimited|full|our|the) )\b.{0,160}\b(?:newsletters?|inbox|subscribers?|subscriptions?|account|free|alerts?|today|access|here|bulletin|briefing)\b/i,
  /\b(?:sign|signed) up (?:here|now|to)\b|\b(?:our|this|a|weekly|daily) newsletter\b.{0,120}\b(?:inbox|subscribe|sign|every)\b/i,
  /^(?:to (?:read|continue reading)|continue reading|keep reading|this (?:article|content) is (?:for|only for|exclusive)|you have (?:read|reached))\b.{0,160}$/i,
  /^(?:we|this (?:web)?site) uses? cookies\b/i,
  /^(?:accept|reject|manage) (?:all )?cookies\b/i,
  /^(?:image|photo(?:graph)?|picture|video|graphic) ?(?:source|caption|credit|by|:)/i,
  /^(?:reporting|additional reporting|writing|editing|compiled|edited|written) by\b/i,
  /^[Bb]y [\p{Lu}][\p{L}'’.-]+(?: [\p{Lu}][\p{L}'’.-]+){1,3}(?:[,|].{0,60})?$/u,
  /^(?:our standards|copyright|all rights reserved)\b.{0,120}$/i,
  /^(?:©|\(c\)) ?.{0,120}$/i,
  /^(?:first )?(?:published|last updated|updated|posted)\b:?.{0,60}\b\d.{0,20}$/i,
  /^\d{1,2} (?:min(?:ute)?s?) (?:read|ago)$|^\d{1,2} hours? ago$/i,
  // A line that is a day: it is kept as the date.
  /^(?:[a-z]{3,9},? )?(?:\d{1,2} [a-z]{3,9}|[a-z]{3,9}\.? \d{1,2}),? \d{4}(?:,? (?:at )?\d{1,2}[:.]\d{2}.{0,12})?$/i,
  // The stamps of a live page.
  /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?$/,
]

/** What comes between any two parts of an article. */
const BREAK = /^(?:advert|sponsored|promoted|article continues|story continues)/i

/** A line that ends by inviting to another page. */
const INVITES = /(?:read more|continue reading|full story)\s?[.»>→]*$/i

/** A line that is longer is prose, however it begins. */
const LONGEST = 240

const isFurniture = ({ text, isHeading, isLink }: Part): boolean => {
  if (isLink && !isHeading) return true
  if (text.length > LONGEST) return false
  return INVITES.test(text) || LINES.some((line) => line.test(text))
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/**
 * The parts that are the article's own, in order: not the lines of a page around them, nor its title said again before it
 * begins, nor a heading with nothing below it.
 */
export function ownParts(parts: readonly Part[], title: string): Part[] {
  const written = parts.filter(({ text }) => text !== '')
  const own = written.filter((part, i) => {
    const below = written[i + 1]
    // What stands over a box goes with it.
    const isOfBox =
      part.isHeading && below && !below.isHeading && isFurniture(below) && !BREAK.test(below.text)
    return !isOfBox && !isFurniture(part)
  })
  const begins = own.findIndex(({ text }) => !isSame(text, title))
  const rest = begins === -1 ? [] : own.slice(begins)
  // Under the heading of a box nothing is left once what was in it has gone.
  return rest.filter(({ isHeading }, i) => !isHeading || (rest[i + 1] && !rest[i + 1]?.isHeading))
}
