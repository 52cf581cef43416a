import type { StatementFinding } from '../finding.ts'
import { type Marked, type Range, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { type Speaker, speakerOf, statementFinding } from './speaker.ts'

const SHORTEST = 6
const LONGEST = 24
const SPOKE =
  /^(?:said|says|added|adds|explained|noted|remarked|commented|warned|argued|told|stated|insisted|observed|announced|concluded|continued|declared)$/
/** How a quotation begins that points back at something. */
const POINTS_BACK =
  /^(?:It(?!(?:['’]s| is| will be| would be) (?:only|a matter|too|clear|time|important|difficult|impossible|hard|likely|essential))|This|That|These|Those|They|He|She|There|Such|But|And|So|Also)\b/

/** Who speaks in a sentence that quotes: 'said Rosa Lind, an economist', 'Mr Okoro told parliament'. The words outside the quotation tell. */
function speakerIn(scene: Scene, marked: Marked): Speaker | null {
  const { tokens, quoted } = marked
  if (!quoted.includes(true)) return null
  for (let i = 0; i < tokens.length; i++) {
    if (quoted[i] || !SPOKE.test(wordAt(marked, i))) continue
    const before = rangeBefore(marked, i)
    const isBefore = before.to > before.from
    // 'told Reuters' names the listener
    if (!isBefore && wordAt(marked, i) === 'told') return null
    const range = isBefore ? before : rangeBehind(marked, i)
    return range && range.to > range.from ? speakerOf(scene, marked, range) : null
  }
  return null
}

/** Whether the sentence tells by itself who speaks, be it somebody nobody can name. */
const hasOwnSpeaker = (marked: Marked): boolean =>
  marked.tokens.some((_, i) => !marked.quoted[i] && SPOKE.test(wordAt(marked, i)))

/** The words before a verb of speech, back to the quotation or the sentence's start. */
function rangeBefore(marked: Marked, verb: number): Range {
  let from = verb
  while (from > 0 && !marked.quoted[from - 1] && !/^[;:]$/.test(wordAt(marked, from - 1))) from--
  while (from < verb && /^[,"”]$/.test(wordAt(marked, from))) from++
  // 'Barack Obama, the US President, said': the name comes first
  return { from, to: verb }
}

/** The name behind 'said', with its office before it skipped. */
function rangeBehind(marked: Marked, verb: number): Range {
  let from = verb + 1
  while (
    from < Math.min(marked.tokens.length, verb + 9) &&
    !marked.names[from] &&
    // 'said the party's leader, Jane Doe'
    (!/^[,.]$/.test(wordAt(marked, from)) ||
      (wordAt(marked, from) === ',' && marked.names[from + 1]?.sort === 'person'))
  )
    from++
  while (
    marked.names[from] &&
    marked.names[from]?.sort !== 'person' &&
    marked.names[from + 1] &&
    from < verb + 9
  )
    from++
  let to = from
  while (marked.names[to] !== undefined && marked.names[to] === marked.names[from]) to++
  return { from, to }
}

/** The speaker of each quoting sentence of a paragraph; a quotation that runs on belongs to whoever is named in it, before or behind. */
function speakersOf(scene: Scene, paragraph: readonly Marked[]): (Speaker | null)[] {
  const named = paragraph.map((marked) => speakerIn(scene, marked))
  return paragraph.map((marked, i) => {
    if (named[i]) return named[i]
    if (!marked.quoted.includes(true) || hasOwnSpeaker(marked)) return null
    const behind = named.findIndex((speaker, at) => at > i && speaker !== null)
    const runsOn = behind !== -1 && paragraph.slice(i, behind).every(({ isOpenAfter }) => isOpenAfter)
    if (runsOn && behind - i <= 3) return named[behind] ?? null
    // A quotation opened anew right behind a sentence with its speaker is that speaker's.
    const previous = paragraph[i - 1]
    const isNext = previous !== undefined && !previous.isOpenAfter && previous.quoted.includes(true)
    return isNext ? (named[i - 1] ?? null) : null
  })
}

/** The words of a quotation within a sentence, when they are one whole sentence that stands by itself. */
function wordsQuoted(scene: Scene, marked: Marked): string | null {
  const { tokens, quoted } = marked
  const from = quoted.indexOf(true)
  if (from === -1) return null
  let to = from
  while (to < tokens.length && quoted[to]) to++
  if (quoted.includes(true, to)) return null
  const first = /^["“]$/.test(tokens[from]?.text ?? '') ? from + 1 : from
  const begin = tokens[first]
  const last = tokens[to - 1]
  if (!begin || !last || !/^\p{Lu}/u.test(begin.text)) return null
  const text = scene.reading.text
    .slice(begin.start, last.end)
    .replace(/\s+/g, ' ')
    .replace(/["”]\.?$/, '')
    .replace(/[,.]$/, '')
    .trim()
  if (POINTS_BACK.test(text) || /[“”"[\]…]|\.\.\.|\b(?:this|these|those|such)\b/.test(text)) return null
  const count = text.split(' ').length
  return count >= SHORTEST && count <= LONGEST ? text : null
}

/** Who said which words: one finding for each sentence quoted whole whose speaker is named in its paragraph. */
export function findQuotations(scene: Scene, paragraph: readonly Marked[]): StatementFinding[] {
  const speakers = speakersOf(scene, paragraph)
  return paragraph.flatMap((marked, i): StatementFinding[] => {
    const speaker = speakers[i]
    const text = speaker && !marked.isTitle ? wordsQuoted(scene, marked) : null
    if (!speaker || text === null || text.includes(speaker.name)) return []
    return [statementFinding(scene, marked, speaker, 'said', `“${text}”`)]
  })
}
