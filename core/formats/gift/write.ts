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

/** A kind that GIFT does not know is written as another, under a tag that says which it is. */
export const TAGGED: readonly Kind[] = ['ordering', 'estimate']

interface Written {
  readonly stem: string
  /** One a line. */
  readonly answers: readonly string[]
}

interface InGift<K extends Kind> {
  readonly write: (says: SaidOf<K>) => Written
  readonly losses: (says: SaidOf<K>) => readonly Loss[]
}

/** Text with what GIFT reads as its own marked as text. Its arrow cannot be. */
const escaped = (text: string): string =>
  text
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replaceAll('->', ARROW)
    .replaceAll('\n', '\\n')
const ARROW = '→'

/** A text by itself: what begins like a format or a weight is said to be plain. */
const plain = (text: string): string => (/^[[%]/.test(text) ? `[plain]${escaped(text)}` : escaped(text))

const told = (feedback: string): string => (feedback === '' ? '' : ` # ${plain(feedback)}`)
const percent = (share: number): string => `${Number(share.toFixed(5))}`

const options = (all: readonly Option[], sign: (option: Option) => string): string[] =>
  all.map((option) => `${sign(option)}${plain(option.text)}${told(option.why)}`)

/** Share of the mark that an option of a multiple response is worth. */
const worth = (all: readonly Option[]): number =>
  100 / Math.max(1, all.filter(({ correct }) => correct).length)

const whole = (says: string): Loss => ({ what: 'question', says })
const needsWrong = (all: readonly Option[]): Loss[] =>
  all.some(({ correct }) => correct) && all.some(({ correct }) => !correct)
    ? []
    : [whole('It has no right option or no wrong one, and GIFT would take it for something else.')]
const someReason = (reasons: readonly string[]): Loss[] =>
  reasons.some((why) => why !== '') ? [REASONS_LOSS] : []

/** THE TABLE of kinds in GIFT. */
const KINDS_IN_GIFT: { readonly [K in Kind]: InGift<K> } = {
  choice: {
    write: ({ stem, options: all }) => ({
      stem,
      answers: options(all, ({ correct }) => (correct ? '=' : '~')),
    }),
    losses: ({ options: all }) => needsWrong(all),
  },
  'multiple-response': {
    write: ({ stem, options: all }) => ({
      stem,
      answers: options(all, ({ correct }) => `~%${percent(correct ? worth(all) : -worth(all))}%`),
    }),
    losses: ({ options: all }) => needsWrong(all),
  },
  'true-false': {
    // The first word is told to who is wrong.
    write: ({ stem, answer, correction = '' }) => ({
      stem,
      answers: [`${answer ? 'TRUE' : 'FALSE'}${told(correction)}`],
    }),
    losses: () => [],
  },
  number: {
    write: ({ stem, answer, unit, tolerance }) => ({
      stem: withUnit(stem, unit),
      answers: [`#${inDigits(answer)}:${inDigits(tolerance)}`],
    }),
    losses: ({ unit }) =>
      unit === ''
        ? []
        : [
            {
              what: 'meaning',
              says: 'The unit is said at the end of the question: GIFT has no place for it.',
            },
          ],
  },
  cloze: {
    write: ({ stem, answer, accepts }) => ({
      stem,
      answers: [answer, ...accepts].map((text) => `=${plain(text)}`),
    }),
    losses: ({ answer, accepts }) => [
      CLOZE_LOSS,
      ...([answer, ...accepts].some((text) => text.includes('*'))
        ? [{ what: 'meaning', says: 'In other programs ‘*’ in an answer stands for any words.' } as const]
        : []),
    ],
  },
  ordering: {
    write: ({ stem, answer }) => ({
      stem,
      answers: answer.map((text, i) => `=${i + 1} -> ${escaped(text)}`),
    }),
    losses: ({ reasons, answer }) => [
      {
        what: 'meaning',
        says: 'GIFT knows no ordering: each item is matched with its place, and marked by right places.',
      },
      ...someReason(reasons),
      ...few(answer.length),
    ],
  },
  matching: {
    write: ({ stem, answer }) => ({
      stem,
      answers: answer.map(([left, right]) => `=${plain(left)} -> ${escaped(right)}`),
    }),
    losses: ({ reasons, answer }) => [...someReason(reasons), ...few(answer.length)],
  },
  estimate: {
    write: ({ stem, answer, tolerance, low, high, unit }) => ({
      stem: withScale(stem, { low, high, unit }),
      answers: [
        '#',
        ...stepsOf({ answer, tolerance }).map(
          (step) =>
            `=${step.percent === 100 ? '' : `%${step.percent}%`}${inDigits(answer)}:${inDigits(step.within)}`,
        ),
      ],
    }),
    losses: () => [SCALE_LOSS],
  },
}

const few = (pairs: number): Loss[] =>
  pairs < 2 ? [whole('It has fewer than two pairs, and GIFT knows nothing of the kind.')] : []

const rowOf = <K extends Kind>(says: SaidOf<K>): InGift<K> => KINDS_IN_GIFT[says.kind as K]

/** What GIFT does not hold of a question as it is. */
export function losses(question: Carried): readonly Loss[] {
  const { says } = question
  const said = JSON.stringify([says, question.passages])
  return [
    ...rowOf(says as never).losses(says as never),
    ...(says.hint === undefined
      ? []
      : [{ what: 'hint', says: 'The hint is left out: GIFT has no place for it.' } as const]),
    ...(said.includes('->') || said.includes('&&')
      ? [
          {
            what: 'words',
            says: '‘->’ comes out as ‘→’, and ‘&&’ with a space: GIFT cannot hold them.',
          } as const,
        ]
      : []),
  ]
}

/** Questions in GIFT, one after another with blank lines between. */
export const write = ({ questions }: Bank): string =>
  questions
    .filter((question) => !losses(question).some(({ what }) => what === 'question'))
    .map((question) => `${writeQuestion(parted(question))}\n\n`)
    .join('')

/** Without what the reader of GIFT takes for its own code of a character. */
const parted = (question: Carried): Carried => JSON.parse(JSON.stringify(question).replaceAll('&&', '& &'))

function writeQuestion(question: Carried): string {
  const { id, says } = question
  const { stem, answers } = rowOf(says as never).write(says as never)
  const general = tellWhole(question)
  return [
    `// [id:${id}]${TAGGED.includes(says.kind) ? ` [tag:${says.kind}]` : ''}`,
    `[plain]${escaped(stem)} {`,
    ...answers,
    ...(general === '' ? [] : [`####${plain(general)}`]),
    '}',
  ].join('\n')
}
