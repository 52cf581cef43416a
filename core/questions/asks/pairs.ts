import type { DescriptionFinding, Finding, RoleFinding } from '../../facts/finding.ts'
import { evidenceOf } from '../../facts/make-fact.ts'
import { capital } from '../../language/capital.ts'
import type { SeriesAsk } from '../ask.ts'
import { monthOf } from '../report.ts'
import type { AskScene } from './ask-scene.ts'
import { words } from './wording.ts'
import { worthOf } from './worth.ts'

const FEWEST = 3
const MOST = 5

/** A name and what the article says it is. */
interface Pair {
  readonly finding: RoleFinding | DescriptionFinding
  readonly left: string
  readonly right: string
}

/** Those of whom a firm has many. */
const WORKS_AT = /\b(?:analyst|economist|strategist|partner|manager|professor|lawyer|trader|researcher)$/

/** 'finance chief of Norvale' for whoever holds it. */
const ofRole = (finding: RoleFinding): Pair => ({
  finding,
  left: finding.person,
  right:
    finding.organisation === undefined
      ? finding.title
      : words(finding.title, WORKS_AT.test(finding.title) ? 'at' : 'of', finding.organisation),
})

const ofDescription = (finding: DescriptionFinding): Pair => ({
  finding,
  left: finding.name.canonical,
  right: finding.text,
})

/** Pairs in which nothing stands twice and no right side names a left one. */
function oneToOne(pairs: readonly Pair[]): Pair[] {
  const kept: Pair[] = []
  for (const pair of pairs) {
    const isApart = kept.every(
      ({ left, right }) =>
        left !== pair.left &&
        right !== pair.right &&
        !right.includes(pair.left) &&
        !pair.right.includes(left),
    )
    if (isApart && !pair.right.includes(pair.left)) kept.push(pair)
    if (kept.length === MOST) break
  }
  return kept
}

const SORTS = {
  people: {
    pairOf: (finding: Finding): Pair | null => (finding.family === 'role' ? ofRole(finding) : null),
    stem: 'match each person with the office or position held',
  },
  firms: {
    pairOf: (finding: Finding): Pair | null =>
      finding.family === 'description' && finding.name.sort === 'organisation'
        ? ofDescription(finding)
        : null,
    stem: 'match each name with what the article calls it',
  },
} as const

/** What goes with what in a whole article: people with their offices, firms with what they are. */
export function pairAsks(scene: AskScene): SeriesAsk[] {
  const { reading, findings } = scene
  return Object.entries(SORTS).flatMap(([sort, { pairOf, stem }]): SeriesAsk[] => {
    const pairs = oneToOne(
      findings.filter(({ fact }) => fact.status === 'actual').flatMap((finding) => pairOf(finding) ?? []),
    )
    const [first, ...others] = pairs
    if (!first || pairs.length < FEWEST) return []
    const dated = reading.date === undefined ? '' : `As of ${monthOf(reading.date)}, `
    const said = `${dated}${stem}.`
    return [
      {
        fact: first.finding.fact,
        also: others.map(({ finding: { fact } }) => fact),
        slot: `pairs of ${sort}`,
        group: `pairs of ${sort}`,
        stem: capital(said),
        series: {
          type: 'pairs',
          members: pairs.map(({ left, right }) => ({ left, right, why: `${left}: ${right}.` })),
        },
        explanation: 'The article says so where it names each.',
        evidence: evidenceOf(
          reading.text,
          pairs.flatMap(({ finding }) => finding.fact.evidence),
        ),
        needsArticle: reading.date === undefined,
        worth: worthOf(reading, first.finding, 0.5),
      },
    ]
  })
}
