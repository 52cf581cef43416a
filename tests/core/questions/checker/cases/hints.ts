import type { Question } from '../../../../../core/questions/question.ts'
import { type Cases, choice, cloze, estimate, matching, number, ordering, person, trueFalse } from './case.ts'

const hinted = (question: Question, hint: string): Question => ({ ...question, hint })

export const hints = {
  'hint-keeps-the-key': {
    breaks: [
      ['the key', hinted(person(), 'It is Anna Reid.')],
      ['the figure of the key', hinted(choice(), 'It rose by eight per cent.')],
      ['an option', hinted(choice(), 'It rose by less than 32%.')],
      ['the first letter', hinted(cloze(), 'It starts with the letter R.')],
      ['where to look', hinted(number(), 'Look in the second paragraph.')],
      ['the truth of a statement', hinted(trueFalse(), 'It is not true.')],
      ['an item', hinted(ordering(), 'Online sales come first.')],
      ['a pair', hinted(matching(), 'Anna Reid runs a grocer.')],
    ],
    keeps: [
      ['no hint', choice()],
      ['how it stands to another', hinted(choice(), 'The rise was smaller than that of online orders.')],
      ['what sort of person', hinted(person(), 'It is somebody who runs a firm.')],
      ['how many digits', hinted(number(), 'The figure has two digits before the decimal point.')],
      ['the half of the scale', hinted(estimate(), 'The figure lies in the lower half of the scale.')],
      ['how close things are', hinted(ordering(), 'Two of them are within a few points of each other.')],
    ],
  },
} as const satisfies Readonly<Record<string, Cases>>
