import type { Kind } from '#core'
import type { AnswerView } from '#server/attempts/view'
import type { ShownOf } from '../../core/learner.ts'

/** An answer to a question of any kind that its server takes, another at each turn; one kind a row. */
const ANSWERS: { readonly [K in Kind]: (shown: ShownOf<K>, turn: number) => AnswerView } = {
  choice: ({ options }, turn) => options[turn % options.length]?.id ?? null,
  'multiple-response': ({ options, count }, turn) =>
    rotated(options, turn)
      .slice(0, count)
      .map(({ id }) => id),
  'true-false': (_, turn) => turn % 2 === 0,
  number: (_, turn) => turn,
  cloze: (_, turn) => `answer ${turn}`,
  ordering: ({ items }, turn) => rotated(items, turn).map(({ id }) => id),
  matching: ({ lefts, rights }, turn) =>
    rotated(rights, turn).map(({ id }, i) => [lefts[i]?.id ?? '', id] as const),
  estimate: ({ low, high }, turn) => low + ((high - low) * (turn % 10)) / 10,
}

const rotated = <T>(list: readonly T[], turn: number): readonly T[] => {
  const by = turn % list.length
  return [...list.slice(by), ...list.slice(0, by)]
}

/** An answer to what is shown, another at each turn. */
export const answerTo = <K extends Kind>(shown: ShownOf<K>, turn: number): AnswerView =>
  ANSWERS[shown.kind as K](shown, turn)
