import { facts } from '../../support/sample.ts'
import { type Cases, choice, cloze, number, truth } from './case.ts'

const own = { needsArticle: true, facts: [] }
const torn = (quote: string) => ({ ...own, evidence: [{ start: 0, end: 0, quote }] })

export const english = {
  'sound-english': {
    breaks: [
      ['one that is several', truth({ ...own, stem: "Harbour Foods is the world's two biggest grocers." })],
      ['one that was several', truth({ ...own, stem: 'Brightmart was the three largest of all grocers.' })],
      ['a level that is reached by nobody', truth({ ...own, stem: 'In 2024 revenue was topped £280m.' })],
      [
        'the same before a gap',
        cloze({ ...own, stem: 'In 2024 the revenue of Harbour Foods was exceeded _____.' }),
      ],
      [
        'an only that belonged to the time',
        choice({ ...own, stem: 'In which year did Brightmart only begin to sell Pennywise coats?' }),
      ],
      [
        'a company that lost its article',
        number({ ...own, stem: 'How many stores does Leeds-based company run in 2024?' }),
      ],
      [
        'a body whose name was cut off',
        truth({
          ...own,
          stem: 'Harbour Foods has faced criticism from Leeds and from government regulator.',
        }),
      ],
      [
        'the same before a gap at the end',
        cloze({ ...own, stem: 'The grocer that bought from rival is _____.' }),
      ],
      [
        'an opening without its owner',
        cloze({ ...own, stem: 'Major purchase was _____ of Pennywise in 2019.' }),
      ],
      [
        'a saying without what was said',
        cloze({ ...own, stem: 'The grocer that was warned by Northgate Bank which said is _____.' }),
      ],
      ['an adverb without its word', truth({ ...own, stem: "Shoppers welcomed Harbour Foods's widely." })],
      [
        'a word torn at its hyphen',
        truth({
          ...torn('Northgate Bank backed a grocer with the long-awaited plan.'),
          stem: 'Northgate Bank backed a grocer with the long.',
        }),
      ],
    ],
    keeps: [
      ['a plain question', choice()],
      ['a plain statement', truth()],
      ['one of several', truth({ ...own, stem: "Harbour Foods is one of the world's two biggest grocers." })],
      [
        'several that are several',
        truth({ ...own, stem: 'Oldbury and Brightmart are the two biggest grocers.' }),
      ],
      [
        'a level that is reached',
        truth({ ...own, stem: 'In 2024 the revenue of Harbour Foods reached £280m.' }),
      ],
      [
        'a target that was reached by somebody',
        truth({ ...own, stem: 'The target was reached by Harbour Foods in 2024.' }),
      ],
      ['an only of the subject', choice({ ...own, stem: 'Which company sells only Pennywise coats?' })],
      [
        'a company with its article',
        number({ ...own, stem: 'How many stores does the Leeds-based company Harbour Foods run?' }),
      ],
      [
        'a company in apposition',
        number({ ...own, stem: 'How many stores does Leeds-based grocer Harbour Foods run?' }),
      ],
      [
        'a body that is named',
        truth({ ...own, stem: 'Harbour Foods has faced criticism from rival Brightmart.' }),
      ],
      ['bodies in the plural', truth({ ...own, stem: 'Harbour Foods has faced criticism from rivals.' })],
      [
        'an adverb in its place',
        truth({ ...own, stem: 'Shoppers welcomed the plan of Harbour Foods widely.' }),
      ],
      [
        'a word that the passage also has whole',
        truth({
          ...torn('Harbour Foods sells tea, and nobody has sold tea-bags longer.'),
          stem: 'Harbour Foods sells tea.',
        }),
      ],
      [
        'what was said behind the saying',
        cloze({
          ...own,
          stem: 'The grocer that said in 2024 that it would open shops is _____.',
          evidence: facts.openings.evidence,
        }),
      ],
    ],
  },
} satisfies Readonly<Record<string, Cases>>
