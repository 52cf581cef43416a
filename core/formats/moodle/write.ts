import type { Kind, Option } from '../../questions/question.ts'
import type { Bank, Carried, SaidOf } from '../bank.ts'
import type { Loss } from '../format.ts'
import {
  CLOZE_LOSS,
  inDigits,
  REASONS_LOSS,
  SCALE_LOSS,
  stepsOf,
  tellWhole,
  withScale,
  withUnit,
} from '../in-words.ts'
import { nearestFraction } from './fractions.ts'

/** The one kind that Moodle has no type for; its questions carry their kind as a tag. */
export const TAGGED: readonly Kind[] = ['estimate']

interface Written {
  readonly type: string
  readonly stem: string
  /** Elements of the type's own. */
  readonly more: readonly string[]
}

interface InMoodle<K extends Kind> {
  readonly write: (says: SaidOf<K>) => Written
  readonly losses: (says: SaidOf<K>) => readonly Loss[]
}

/** What XML 1.0 has no place for. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const CODES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}
const escaped = (text: string): string =>
  text.replace(NO_XML, '').replace(/[&<>"\r]/g, (char) => CODES[char] ?? char)

const textElement = (name: string, text: string, more = ''): string =>
  `<${name} format="plain_text"><text>${escaped(text)}</text>${more}</${name}>`

const answer = (percent: number, text: string, why = '', more = ''): string =>
  [
    `<answer fraction="${nearestFraction(percent)}" format="plain_text"><text>${escaped(text)}</text>`,
    ...(why === '' ? [] : [textElement('feedback', why)]),
    `${more}</answer>`,
  ].join('')

const field = (name: string, value: string | number | boolean): string => `<${name}>${value}</${name}>`

/** Figures with how far off each still counts, the best first. */
const figures = (
  value: number,
  steps: readonly { readonly percent: number; readonly within: number }[],
): string[] =>
  steps.map(({ percent, within }) =>
    answer(percent, inDigits(value), '', field('tolerance', inDigits(within))),
  )

const multichoice = (isSingle: boolean) => [
  field('single', isSingle),
  field('shuffleanswers', true),
  field('answernumbering', 'abc'),
]

const rightOf = (options: readonly Option[]): number => options.filter(({ correct }) => correct).length
/** Where there are more right options than Moodle can share a mark among, the marks do not add up. */
const MOST_RIGHT = 10
const someReason = (reasons: readonly string[]): Loss[] =>
  reasons.some((why) => why !== '') ? [REASONS_LOSS] : []

/** THE TABLE of kinds in Moodle XML. */
const KINDS_IN_MOODLE: { readonly [K in Kind]: InMoodle<K> } = {
  choice: {
    write: ({ stem, options }) => ({
      ...{ type: 'multichoice', stem },
      more: [
        ...multichoice(true),
        ...options.map(({ text, correct, why }) => answer(correct ? 100 : 0, text, why)),
      ],
    }),
    losses: () => [],
  },
  'multiple-response': {
    write: ({ stem, options }) => {
      const worth = 100 / Math.max(1, rightOf(options))
      return {
        ...{ type: 'multichoice', stem },
        more: [
          ...multichoice(false),
          ...options.map(({ text, correct, why }) => answer(correct ? worth : -worth, text, why)),
        ],
      }
    },
    losses: ({ options }) =>
      rightOf(options) <= MOST_RIGHT
        ? []
        : [{ what: 'meaning', says: 'Moodle cannot share a mark among more than ten right options.' }],
  },
  'true-false': {
    write: ({ stem, answer: truth, correction = '' }) => ({
      ...{ type: 'truefalse', stem },
      more: [true, false].map((each) =>
        answer(each === truth ? 100 : 0, `${each}`, each === truth ? '' : correction),
      ),
    }),
    losses: ({ hint }) =>
      hint === undefined ? [] : [{ what: 'meaning', says: 'Moodle shows no hint with true or false.' }],
  },
  number: {
    write: ({ stem, answer: value, unit, tolerance }) => ({
      ...{ type: 'numerical', stem: withUnit(stem, unit) },
      more: figures(value, [{ percent: 100, within: tolerance }]),
    }),
    losses: ({ unit }) =>
      unit === ''
        ? []
        : [
            {
              what: 'meaning',
              says: 'The unit is said at the end of the question, so that whoever answers can see it.',
            },
          ],
  },
  cloze: {
    write: ({ stem, answer: text, accepts }) => ({
      ...{ type: 'shortanswer', stem },
      // A star would stand for any words.
      more: [
        field('usecase', 0),
        ...[text, ...accepts].map((each) => answer(100, each.replaceAll('*', '\\*'))),
      ],
    }),
    losses: () => [CLOZE_LOSS],
  },
  ordering: {
    write: ({ stem, answer: items }) => ({
      ...{ type: 'ordering', stem },
      more: [
        ...[field('layouttype', 'VERTICAL'), field('selecttype', 'ALL'), field('selectcount', 0)],
        ...[field('gradingtype', 'RELATIVE_ALL_PREVIOUS_AND_NEXT'), field('showgrading', 'SHOW')],
        // Their order is what counts; each is worth the same.
        ...items.map((item) => answer(100, item)),
      ],
    }),
    losses: ({ reasons }) => [
      {
        what: 'meaning',
        says: 'It needs Moodle 4.4 or the ordering plugin, and is marked by what stands before and after each item.',
      },
      ...someReason(reasons),
    ],
  },
  matching: {
    write: ({ stem, answer: pairs }) => ({
      ...{ type: 'matching', stem },
      more: [
        field('shuffleanswers', true),
        ...pairs.map(([left, right]) =>
          textElement('subquestion', left, `<answer><text>${escaped(right)}</text></answer>`),
        ),
      ],
    }),
    losses: ({ reasons }) => someReason(reasons),
  },
  estimate: {
    write: ({ stem, answer: value, tolerance, low, high, unit }) => ({
      ...{ type: 'numerical', stem: withScale(stem, { low, high, unit }) },
      more: figures(value, stepsOf({ answer: value, tolerance })),
    }),
    losses: () => [SCALE_LOSS],
  },
}

const rowOf = <K extends Kind>(says: SaidOf<K>): InMoodle<K> => KINDS_IN_MOODLE[says.kind as K]

/** What Moodle XML does not hold of a question as it is. */
export function losses({ says, passages }: Carried): readonly Loss[] {
  const texts = JSON.stringify([says, passages])
  return [
    ...rowOf(says as never).losses(says as never),
    // Control characters are written as codes there.
    ...(/\\u00|\\[bf]|\ufffe|\uffff/.test(texts)
      ? [
          {
            what: 'words',
            says: 'Characters that cannot be seen are left out: XML cannot hold them.',
          } as const,
        ]
      : []),
  ]
}

/** Questions as Moodle reads them. */
export const write = ({ questions }: Bank): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<quiz>',
    ...questions.flatMap(writeQuestion),
    '</quiz>',
    '',
  ].join('\n')

const LONGEST_NAME = 80

function writeQuestion(question: Carried): string[] {
  const { id, says } = question
  const { type, stem, more } = rowOf(says as never).write(says as never)
  const name =
    says.stem.length > LONGEST_NAME ? `${[...says.stem].slice(0, LONGEST_NAME).join('')}…` : says.stem
  return [
    `<question type="${type}">`,
    `<name><text>${escaped(name)}</text></name>`,
    textElement('questiontext', stem),
    textElement('generalfeedback', tellWhole(question)),
    ...[field('defaultgrade', 1), field('penalty', 0), field('hidden', 0), field('idnumber', escaped(id))],
    ...more,
    ...(says.hint === undefined ? [] : [textElement('hint', says.hint)]),
    ...(TAGGED.includes(says.kind) ? [`<tags><tag><text>${says.kind}</text></tag></tags>`] : []),
    '</question>',
  ]
}
