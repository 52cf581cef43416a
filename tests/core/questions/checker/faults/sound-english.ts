import { marlin } from './articles/marlin.ts'
import type { Planted } from './fault.ts'

export const soundEnglish: Planted = {
  faults: [
    [
      'one that is said to be two',
      marlin.truth('Marlin Bakers is the two biggest bakers of Halden.', 'two biggest'),
      'two biggest',
    ],
    [
      'the same of what was',
      marlin.truth('Corrin Mills was the two biggest bakers of Halden.', 'two biggest'),
      'two biggest',
    ],
    [
      'an article lost with a name',
      marlin.choice(
        'Where does Halden-based baker run ovens?',
        ['Pennard', 'Leeds*', 'Corrin'],
        'runs ovens',
      ),
      'Halden-based baker',
    ],
    [
      'the same at the start of a statement',
      marlin.truth('Halden-based baker runs ovens in Leeds.', 'runs ovens'),
      'Halden-based baker',
    ],
    [
      'a body that is no longer one of its kind',
      marlin.truth('Marlin Bakers faced criticism from government regulator.', 'criticism'),
      'from government regulator',
    ],
    [
      'a body without its name',
      marlin.truth('Corrin Mills bought yeast from partner.', 'bought yeast'),
      'from partner',
    ],
    [
      'a purchase that is nobody’s',
      marlin.truth('Major purchase was a mill in Leeds, for Marlin Bakers.', 'major purchase'),
      'Major purchase was',
    ],
    [
      'an only that belonged to the time',
      marlin.choice(
        'In which year did Corrin Mills only begin to sell rye bread?',
        ['2021', '2022', '2023*'],
        'rye bread',
      ),
      'only b',
    ],
    [
      'an adverb that has lost its word',
      marlin.truth('Grocers welcomed the widely.', 'widely expected'),
      'the widely',
    ],
    [
      'a saying without what was said',
      marlin.cloze(
        'The baker that was warned by the Bakers Board which said is _____.',
        'Marlin Bakers',
        'Bakers Board',
      ),
      'which said',
    ],
  ],
  nearMisses: [
    [
      'two that are two',
      marlin.truth('Marlin Bakers and Corrin Mills are the two biggest bakers of Halden.', 'two biggest'),
    ],
    [
      'a place with its article',
      marlin.choice(
        'Where does the Halden-based baker Marlin Bakers run ovens?',
        ['Pennard', 'Leeds*', 'Corrin'],
        'runs ovens',
      ),
    ],
    [
      'a place before a name',
      marlin.truth('Halden-based baker Marlin Bakers runs ovens in Leeds.', 'runs ovens'),
    ],
    [
      'a body that is named',
      marlin.truth('Marlin Bakers faced criticism from rival Corrin Mills.', 'criticism'),
    ],
    [
      'a body with its article',
      marlin.truth('Marlin Bakers faced criticism from a government regulator.', 'criticism'),
    ],
    [
      'a purchase with its owner',
      marlin.truth('The last major purchase of Marlin Bakers was a mill in Leeds.', 'major purchase'),
    ],
    [
      'an only of what began',
      marlin.truth('Corrin Mills only began to sell rye bread in 2023.', 'rye bread'),
    ],
    [
      'an adverb with its word',
      marlin.truth('Grocers welcomed the widely expected bread of Marlin Bakers.', 'widely expected'),
    ],
    [
      'a hyphen with both its words',
      marlin.truth('Buyers welcomed the long-awaited rolls of Corrin Mills.', 'long-awaited'),
    ],
    [
      'a saying with what was said',
      marlin.cloze(
        'It was the _____ which said that the flour of Marlin Bakers was old.',
        'Bakers Board',
        'Bakers Board',
      ),
    ],
  ],
}
