import type { Name } from '../../article/name.ts'
import { isOnlyCited } from '../../article/things.ts'
import type { Period } from '../../periods/period.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import type { SentenceFinding } from '../finding.ts'
import { figureOf } from '../make-fact.ts'
import { countsList, figureAt, isTelling, outerRange } from '../sentence/figures.ts'
import { isPartOfPhrase, lastOfName, type Marked } from '../sentence/marked.ts'
import { SPEECH_VERBS } from '../sentence/words.ts'
import { sentenceFinding, subjectIn, templateWith } from './sentence-finding.ts'
import { type Frame, toldIn } from './sentence-frame.ts'

/** The figures of a sentence that no other finding holds. */
export function figureGaps(
  frame: Frame,
  names: readonly Name[],
  taken: ReadonlySet<Quantity>,
): SentenceFinding[] {
  const { marked } = frame
  return toldIn(frame, marked.quantities)
    .filter(
      (quantity) =>
        !taken.has(quantity) &&
        quantity.high === undefined &&
        isTelling(quantity) &&
        // 'the 101-year-old Ana Ruiz'
        !/\bold$/.test(frame.scene.reading.text.slice(quantity.start, quantity.end)),
    )
    .flatMap((quantity): SentenceFinding[] => {
      const figure = figureAt(marked, marked.quantities.indexOf(quantity))
      const said = figure && !countsList(marked, figure) && templateWith(frame, outerRange(marked, figure))
      const subject = said ? subjectIn(said, names) : null
      if (!said || subject === null) return []
      const { figure: value, unit } = figureOf(quantity)
      const details = {
        subject,
        value,
        unit,
        ...(quantity.exactness === 'exactly' ? {} : { exactness: quantity.exactness }),
      }
      return [sentenceFinding(frame, said, { type: 'figure', quantity }, details)]
    })
}

/** 'According to the Grain Board', 'the Grain Board said': who says it is asked elsewhere. */
const isSource = ({ tokens }: Marked, from: number, to: number): boolean =>
  tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => lower === 'according') ||
  (tokens[to]?.pos === 'VERB' && SPEECH_VERBS.has(tokens[to]?.lemma ?? ''))

/** The names of a sentence that alone could stand where they do. */
export function nameGaps(frame: Frame): SentenceFinding[] {
  const { marked } = frame
  const names = toldIn(frame, marked.names).filter(({ sort }) => sort === 'organisation' || sort === 'person')
  return names.flatMap((name): SentenceFinding[] => {
    const from = marked.names.indexOf(name)
    const to = lastOfName(marked, from) + 1
    const isTwin = names.some((other) => other !== name && other.sort === name.sort)
    const isPart = isPartOfPhrase(marked, { from, to }, frame.range.from)
    const isAlone = name.sort === 'person' && !name.canonical.includes(' ')
    // 'Standard & Poor's has': the name goes on
    const isCutName =
      /^['’]s?$/.test(marked.tokens[to]?.text ?? '') &&
      /^(?:AUX|VERB)$/.test(marked.tokens[to + 1]?.pos ?? '')
    if (isCutName || isTwin || isPart || isAlone || isSource(marked, from, to)) return []
    if (isOnlyCited(frame.scene.reading, name.canonical)) return []
    const said = templateWith(frame, { from, to })
    if (said === null || said.includes(name.canonical)) return []
    return [sentenceFinding(frame, said, { type: 'name', name }, { subject: name.canonical })]
  })
}

/** Days, months and years that can be told from others: '6 January', 'March 2016', '2004'; hardly worth knowing is 'September'. */
const isDate = ({ sort, relation, isAbsolute, canStand }: Period): boolean =>
  /^(?:day|month|year)$/.test(sort) && relation === undefined && (isAbsolute || canStand)

const DATE =
  /^(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?$|^\d{4}$/

/** The dates of a sentence, where only one stands in it. */
export function dateGaps(frame: Frame, names: readonly Name[]): SentenceFinding[] {
  const { marked, range, scene } = frame
  const periods = toldIn(frame, marked.periods)
  const [only] = periods
  if (periods.length !== 1 || !only || !isDate(only)) return []
  const from = marked.periods.indexOf(only)
  const to = marked.periods.lastIndexOf(only) + 1
  const text = scene.reading.text.slice(only.start, only.end).replace(/\s+/g, ' ')
  if (
    !DATE.test(text) ||
    !/\d/.test(text) ||
    from <= range.from ||
    /^['’]s?$/.test(marked.tokens[to]?.text ?? '')
  )
    return []
  const said = templateWith(frame, { from, to })
  const subject = said ? subjectIn(said, names) : null
  if (!said || subject === null) return []
  return [sentenceFinding(frame, said, { type: 'date', text, isYear: only.sort === 'year' }, { subject })]
}
