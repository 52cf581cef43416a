import type { Kind, Written, WrittenOf } from '#core'
import { GAP } from '#core/learner'

const base = { stem: '', explanation: '', evidence: [] } as const
const wrong = { text: '', correct: false, why: '' } as const
const right = { text: '', correct: true, why: '' } as const

/** A question of each kind before anything is written. */
const BLANKS: { readonly [K in Kind]: WrittenOf<K> } = {
  choice: { ...base, kind: 'choice', options: [right, wrong, wrong, wrong] },
  'multiple-response': { ...base, kind: 'multiple-response', options: [right, right, wrong, wrong] },
  'true-false': { ...base, kind: 'true-false', answer: true },
  number: { ...base, kind: 'number', answer: 0, unit: '', tolerance: 0 },
  cloze: { ...base, kind: 'cloze', stem: `${GAP} `, answer: '', accepts: [] },
  ordering: { ...base, kind: 'ordering', answer: ['', '', ''], reasons: ['', '', ''] },
  matching: {
    ...base,
    kind: 'matching',
    answer: [
      ['', ''],
      ['', ''],
      ['', ''],
    ],
    reasons: ['', '', ''],
  },
  estimate: { ...base, kind: 'estimate', answer: 0, unit: '', tolerance: 0, low: 0, high: 100 },
}

/** A question of this kind before anything is written, resting on these passages. */
export const blank = (kind: Kind, evidence: Written['evidence']): Written => ({ ...BLANKS[kind], evidence })
