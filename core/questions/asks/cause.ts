import type { CauseFinding } from '../../facts/finding.ts'
import { standalone } from '../../facts/sentence/standalone.ts'
import { type Ask, SLOT } from '../ask.ts'
import type { AskScene } from './ask-scene.ts'
import { whenOutside } from './event-wording.ts'
import { phrase } from './names.ts'
import { reasonRivals } from './reason-rivals.ts'
import { invert } from './turn-round.ts'
import { askedOf, isShort, needsArticle, opened, words } from './wording.ts'
import { worthOf } from './worth.ts'

const OPENERS = { thing: 'because of', clause: 'because' } as const

/** 'Contracted, mainly (because)': one reason of several. */
const MAINLY = /,? (?:mainly|largely|mostly|chiefly|primarily|partly)$/

const ASKABLE = new Set(['actual', 'planned', 'hedged', 'forecast'])

/** Why it happened. */
export function causeAsks(ask: AskScene, finding: CauseFinding): Ask[] {
  const { reading } = ask
  const { marked, clause, subject, predicate, when, takes, reason } = finding
  if (!ASKABLE.has(finding.fact.status)) return []
  const turned = invert(finding)
  const rest = predicate.to > clause.verb.to ? restOf(ask, finding) : ''
  if (!turned || rest === null) return []
  const time = whenOutside(marked, predicate, when)
  const isMainly = MAINLY.test(rest)
  const key = `${OPENERS[takes]} ${reason}`
  const stem = opened(
    reading,
    finding,
    `${words(isMainly ? 'why, above all,' : 'why', turned.auxiliary, subject.text, turned.verb, isMainly ? rest.replace(MAINLY, '') : rest, time)}?`,
    { key },
  )
  if (!isShort(stem)) return []
  return [
    {
      slot: 'reason',
      stem,
      key: phrase('reason', key),
      rivals: reasonRivals(ask, {
        ...finding,
        effect: `${subject.text} ${effectOf(ask, finding)}`,
        opener: `${OPENERS[takes]} `,
      }),
      statement: opened(reading, finding, `${words(subject.text, effectOf(ask, finding), time, SLOT)}.`, {
        key,
      }),
      needsArticle: needsArticle(reading, when),
      worth: worthOf(reading, finding, 0.9),
      ...askedOf(reading, finding),
    },
  ]
}

const effectOf = ({ scene }: AskScene, { marked, predicate }: CauseFinding): string =>
  standalone(scene, marked, predicate, { bound: true }) ?? ''

const restOf = ({ scene }: AskScene, { marked, clause, predicate }: CauseFinding): string | null =>
  standalone(scene, marked, { from: clause.verb.to, to: predicate.to }, { bound: true })
