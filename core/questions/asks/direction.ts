import type { ChangeFinding, DirectionFinding, Finding } from '../../facts/finding.ts'
import { capital } from '../../language/capital.ts'
import { keepWith } from '../../remember.ts'
import { type Ask, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { phrase } from './names.ts'
import { askedOf, needsArticle, opened, tellsTheTitle, words } from './wording.ts'
import { dailyPrice, worthOf } from './worth.ts'

/** 'Shares' of 'shares in Orrin' and of 'US shares'. */
const headWord = (measure: string): string =>
  (measure.split(/ (?:in|of|at|for) /)[0] ?? '').split(' ').at(-1)?.toLowerCase() ?? ''

const keyOf = ({ fact, subject }: DirectionFinding | ChangeFinding): string =>
  `${fact.subject}\n${headWord(subject.measure)}`

/** Which ways each thing went, wherever an article tells of it. */
const waysIn = keepWith((findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const ways = new Map<string, Set<string>>()
  for (const finding of findings) {
    if (finding.family !== 'change' && finding.family !== 'direction') continue
    const key = keyOf(finding)
    ways.set(key, (ways.get(key) ?? new Set()).add(finding.fact.direction ?? ''))
  }
  return ways
})

/** Whether it went up or down: a statement that can be turned round. */
export function directionAsks({ reading, findings }: AskScene, finding: DirectionFinding): Ask[] {
  // At another time it went the other way, so that either can be said.
  if ((waysIn(findings).get(keyOf(finding))?.size ?? 0) > 1) return []
  const { subject, auxiliaries, verb, opposite, tail, when } = finding
  if (tellsTheTitle(reading, words(subject.text, verb, tail))) return []
  const statement = opened(
    reading,
    finding,
    `${words(subject.text, auxiliaries, SLOT, tail, tail.includes(when.phrase) ? '' : when.phrase)}.`,
  )
  return [
    {
      slot: 'direction',
      key: phrase('phrase', verb),
      rivals: [
        {
          key: phrase('phrase', opposite),
          why: `${capital(words(subject.text, auxiliaries, verb))}, the article says.`,
          source: 'computed',
        },
      ],
      statement,
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.5) * dailyPrice(statement),
      ...askedOf(reading, finding),
    },
  ]
}
