import type { EnumerationFinding } from '../../facts/finding.ts'
import type { SeriesAsk } from '../ask.ts'
import { sayInWords } from '../number-words.ts'
import { GAP } from '../question.ts'
import { monthOf } from '../report.ts'
import type { AskScene } from './ask-scene.ts'
import { nameRivals } from './names.ts'
import { askedOf, isShort, needsArticle } from './wording.ts'
import { worthOf } from './worth.ts'

const FEWEST_WRONG = 2
const MOST_OPTIONS = 5

/** Which names of the article belong in a list that one of its sentences gives. */
export function enumerationAsks(scene: AskScene, finding: EnumerationFinding): SeriesAsk[] {
  const { names, sort, marked, template, fact } = finding
  const [first] = names
  if (!first || fact.status !== 'actual') return []
  const { reading } = scene
  const wrong = nameRivals(scene, marked, sort, first.canonical).slice(0, MOST_OPTIONS - names.length)
  if (wrong.length < FEWEST_WRONG) return []
  const reported = reading.date === undefined ? 'Which' : `As reported in ${monthOf(reading.date)}, which`
  const stem = `${reported} ${sayInWords(names.length)} of these complete the sentence “${template.replace('{}', GAP)}”?`
  if (!isShort(stem)) return []
  const all = names.map(({ canonical }) => canonical).join(', ')
  return [
    {
      ...askedOf(reading, finding),
      also: [],
      slot: 'list',
      stem,
      series: {
        type: 'several',
        members: [
          ...names.map(({ canonical }) => ({
            text: canonical,
            correct: true,
            why: `The article names ${all} here.`,
          })),
          ...wrong.map(({ key, why }) => ({
            text: key.text,
            correct: false,
            why: why.replace(`of ${first.canonical}`, `of ${all}`),
          })),
        ],
      },
      needsArticle: needsArticle(reading, finding.when),
      worth: worthOf(reading, finding, 0.5),
    },
  ]
}
