import type { Evidence } from '../../../../../core/article/span.ts'
import type { ChoiceQuestion, Question } from '../../../../../core/questions/question.ts'
import { passage } from '../../support/sample.ts'
import { optionsFrom } from './fault.ts'

/** Questions of one article, with the order in which they are set. */
export interface PlantedSets {
  readonly faults: readonly (readonly [name: string, questions: readonly Question[]])[]
  readonly nearMisses: readonly (readonly [name: string, questions: readonly Question[]])[]
}

/** The n-th of many choices that have nothing in common but their form: a passage, a fact and words of its own each. */
const nth = (n: number, texts: readonly string[], over: Partial<ChoiceQuestion> = {}): ChoiceQuestion => {
  const options = optionsFrom(texts)
  return {
    kind: 'choice',
    id: `q${n}`,
    stem: `Which ${WORDS[n]} of ${WORDS[n + 8]} is it?`,
    options,
    answer: options.find(({ correct }) => correct)?.text ?? '',
    explanation: 'So it stands in the article.',
    facts: [`f${n}`],
    evidence: [],
    needsArticle: true,
    ...over,
  }
}

const WORDS =
  'harbour lantern orchard granite compass meadow cobbler thimble saffron pelican juniper quarry velvet biscuit trumpet walnut'.split(
    ' ',
  )

const long = (n: number) => nth(n, ['Ann', `Charlotte${n}*`, 'Bo'])
const short = (n: number) => nth(n, [`Bartholomew${n}`, `Di${n}*`, 'Bo'])
/** Four figures of which the key stands at a place from 0 to 3. */
const ranked = (n: number, place: number) =>
  nth(
    n,
    [1, 2, 3, 4].map((step, at) => `${(n + 2) * step * step}%${at === place ? '*' : ''}`),
  )
const statement = (n: number): Question => ({
  ...nth(n, []),
  kind: 'true-false',
  stem: `The ${WORDS[n]} stands by the ${WORDS[n + 8]}.`,
  answer: true,
})

const each = (made: readonly Question[]): readonly Question[] => made

/** Keys that are the longest once too often: of up to four judged two may be, of eight three. */
export const longestByChance: PlantedSets = {
  faults: [
    ['three of three', each([long(0), long(1), long(2)])],
    ['three of four', each([long(0), long(1), long(2), short(3)])],
    ['three of four, the other first', each([short(0), long(1), long(2), long(3)])],
    ['four of four', each([long(0), long(1), long(2), long(3)])],
    ['four of five', each([long(0), short(1), long(2), long(3), long(4)])],
    ['four of eight', each([long(0), short(1), long(2), short(3), long(4), short(5), long(6), short(7)])],
    ['three of three beside a figure', each([long(0), long(1), long(2), ranked(3, 1)])],
    ['three of three beside a statement', each([long(0), statement(1), long(2), long(3)])],
    ['five of six', each([long(0), long(1), long(2), long(3), long(4), short(5)])],
    ['all of eight', each([0, 1, 2, 3, 4, 5, 6, 7].map(long))],
  ],
  nearMisses: [
    ['one of one', each([long(0)])],
    ['two of two', each([long(0), long(1)])],
    ['two of three', each([long(0), short(1), long(2)])],
    ['two of four', each([long(0), short(1), long(2), short(3)])],
    ['three of five', each([long(0), short(1), long(2), short(3), long(4)])],
    ['three of eight', each([long(0), short(1), long(2), short(3), long(4), short(5), short(6), short(7)])],
    ['two beside figures', each([long(0), long(1), ranked(2, 0), ranked(3, 1)])],
    ['two beside statements', each([long(0), statement(1), long(2), statement(3)])],
    ['none', each([short(0), short(1), short(2), short(3)])],
    [
      'keys as long as another option',
      each([0, 1, 2, 3].map((n) => nth(n, [`Ann${n}`, `Bea${n}*`, `Cyd${n}`]))),
    ],
  ],
}

/** Keys that stand in one place of sorted figures once too often. */
export const rankByChance: PlantedSets = {
  faults: [
    ['the lowest three times', each([ranked(0, 0), ranked(1, 0), ranked(2, 0)])],
    ['the second three times', each([ranked(0, 1), ranked(1, 1), ranked(2, 1)])],
    ['the third three times', each([ranked(0, 2), ranked(1, 2), ranked(2, 2)])],
    ['the highest three times', each([ranked(0, 3), ranked(1, 3), ranked(2, 3)])],
    ['the middle three times of four', each([ranked(0, 1), ranked(1, 1), ranked(2, 3), ranked(3, 1)])],
    ['four times of five', each([ranked(0, 2), ranked(1, 2), ranked(2, 0), ranked(3, 2), ranked(4, 2)])],
    [
      'four times of eight',
      each([0, 1, 2, 3, 4, 5, 6, 7].map((n) => ranked(n, n < 4 ? 1 : n - 4 === 1 ? 0 : n - 4))),
    ],
    ['three times beside names', each([ranked(0, 0), short(1), ranked(2, 0), ranked(3, 0)])],
    ['three times beside a statement', each([statement(0), ranked(1, 3), ranked(2, 3), ranked(3, 3)])],
    [
      'years that are always the first',
      each([0, 1, 2].map((n) => nth(n, [`19${n + 4}1*`, `19${n + 5}4`, `19${n + 6}9`]))),
    ],
  ],
  nearMisses: [
    ['one of one', each([ranked(0, 1)])],
    ['two of two', each([ranked(0, 1), ranked(1, 1)])],
    ['two of three', each([ranked(0, 1), ranked(1, 1), ranked(2, 0)])],
    ['each place once', each([ranked(0, 0), ranked(1, 1), ranked(2, 2), ranked(3, 3)])],
    ['two and two', each([ranked(0, 0), ranked(1, 0), ranked(2, 3), ranked(3, 3)])],
    [
      'three of eight',
      each([0, 1, 2, 3, 4, 5, 6, 7].map((n) => ranked(n, [1, 1, 1, 0, 2, 3, 0, 2][n] ?? 0))),
    ],
    ['two beside names', each([ranked(0, 2), short(1), ranked(2, 2), short(3)])],
    ['two beside statements', each([ranked(0, 2), statement(1), ranked(2, 2), statement(3)])],
    ['names alone', each([short(0), short(1), short(2)])],
    [
      'years in each place',
      each(
        [0, 1, 2].map((n) =>
          nth(
            n,
            [`19${n + 4}1`, `19${n + 5}4`, `19${n + 6}9`].map((year, at) => (at === n ? `${year}*` : year)),
          ),
        ),
      ),
    ],
  ],
}

const of = (n: number, ...facts: readonly string[]) => ({ ...short(n), facts })
const told = (n: number, ...facts: readonly string[]): Question => ({ ...statement(n), facts })

/** Two questions on one fact, whatever their kinds and places. */
export const oneItemAFact: PlantedSets = {
  faults: [
    ['two on one fact', each([of(0, 'a'), of(1, 'a')])],
    ['the first and the last of three', each([of(0, 'a'), of(1, 'b'), of(2, 'a')])],
    ['the last two', each([of(0, 'a'), of(1, 'b'), of(2, 'b')])],
    ['three on one fact', each([of(0, 'a'), of(1, 'a'), of(2, 'a')])],
    ['a statement and a choice', each([told(0, 'a'), of(1, 'a')])],
    ['two statements', each([told(0, 'a'), told(1, 'a')])],
    ['one of two facts in common', each([of(0, 'a', 'b'), of(1, 'b', 'c')])],
    ['a part of what another asks', each([of(0, 'a', 'b'), of(1, 'b')])],
    ['two pairs', each([of(0, 'a'), of(1, 'b'), of(2, 'a'), of(3, 'b')])],
    ['far apart', each([of(0, 'a'), of(1, 'b'), of(2, 'c'), of(3, 'd'), of(4, 'e'), of(5, 'a')])],
  ],
  nearMisses: [
    ['one question', each([of(0, 'a')])],
    ['two facts', each([of(0, 'a'), of(1, 'b')])],
    ['three facts', each([of(0, 'a'), of(1, 'b'), of(2, 'c')])],
    ['one question on two facts', each([of(0, 'a', 'b'), of(1, 'c')])],
    ['facts whose names begin alike', each([of(0, 'a'), of(1, 'ab'), of(2, 'abc')])],
    ['two without a fact', each([of(0), of(1)])],
    ['a statement and a choice on two facts', each([told(0, 'a'), of(1, 'b')])],
    ['two statements on two facts', each([told(0, 'a'), told(1, 'b')])],
    ['two that ask two facts each', each([of(0, 'a', 'b'), of(1, 'c', 'd')])],
    ['six facts', each([0, 1, 2, 3, 4, 5].map((n) => of(n, `fact ${n}`)))],
  ],
}

const REVENUE = passage('Revenue of Harbour Foods had been £259m in 2023.')
const MARGINS = passage('Margins widened by 2 percentage points in 2024.')
const OLDBURY = passage('Oldbury filed for bankruptcy on 16 January 2025.')
const on = (n: number, ...evidence: readonly Evidence[]) => ({ ...short(n), evidence })
const toldOn = (n: number, ...evidence: readonly Evidence[]): Question => ({ ...statement(n), evidence })

/** Three questions that one sentence settles. */
export const twoASentence: PlantedSets = {
  faults: [
    ['three on one sentence', each([on(0, REVENUE), on(1, REVENUE), on(2, REVENUE)])],
    ['three with another between', each([on(0, REVENUE), on(1, MARGINS), on(2, REVENUE), on(3, REVENUE)])],
    ['four on one sentence', each([on(0, REVENUE), on(1, REVENUE), on(2, REVENUE), on(3, REVENUE)])],
    [
      'three on a part of it each',
      each([on(0, REVENUE), on(1, passage('Revenue of Harbour Foods')), on(2, passage('£259m in 2023'))]),
    ],
    ['a statement among them', each([toldOn(0, REVENUE), on(1, REVENUE), on(2, REVENUE)])],
    ['three statements', each([toldOn(0, REVENUE), toldOn(1, REVENUE), toldOn(2, REVENUE)])],
    [
      'three that it settles, though another leads to it',
      each([on(0, REVENUE, MARGINS), on(1, MARGINS), on(2, MARGINS)]),
    ],
    [
      'two sentences with three each',
      each([on(0, REVENUE), on(1, MARGINS), on(2, REVENUE), on(3, MARGINS), on(4, REVENUE), on(5, MARGINS)]),
    ],
    ['the last sentence of the set', each([on(0, REVENUE), on(1, OLDBURY), on(2, OLDBURY), on(3, OLDBURY)])],
    [
      'three among eight',
      each([on(0, REVENUE), on(1), on(2, REVENUE), on(3), on(4), on(5, REVENUE), on(6), on(7)]),
    ],
  ],
  nearMisses: [
    ['one', each([on(0, REVENUE)])],
    ['two on one sentence', each([on(0, REVENUE), on(1, REVENUE)])],
    ['two and one', each([on(0, REVENUE), on(1, REVENUE), on(2, MARGINS)])],
    ['two and two', each([on(0, REVENUE), on(1, REVENUE), on(2, MARGINS), on(3, MARGINS)])],
    [
      'two, two and two',
      each([on(0, REVENUE), on(1, MARGINS), on(2, OLDBURY), on(3, REVENUE), on(4, MARGINS), on(5, OLDBURY)]),
    ],
    ['three that rest on no sentence', each([on(0), on(1), on(2)])],
    ['two statements', each([toldOn(0, REVENUE), toldOn(1, REVENUE)])],
    ['a statement and a choice', each([toldOn(0, REVENUE), on(1, REVENUE)])],
    [
      'three led to by one sentence and settled by others',
      each([on(0, REVENUE, MARGINS), on(1, REVENUE, OLDBURY), on(2, REVENUE)]),
    ],
    ['two among eight', each([on(0, REVENUE), on(1), on(2, REVENUE), on(3), on(4), on(5), on(6), on(7)])],
  ],
}

const stem = (n: number, text: string, key: string): ChoiceQuestion => ({
  ...nth(n, [`Bartholomew${n}`, `${key}*`, 'Somebody else']),
  stem: text,
})
const HEAD = 'Who leads the mills at Leeds?'
const OPENING = 'Where do the mills at Leeds open a store?'

/** A question whose stem tells the answer of another. */
export const nothingGivenAway: PlantedSets = {
  faults: [
    [
      'the name asked for, in the stem of another',
      each([
        stem(0, HEAD, 'Anna Reid'),
        stem(1, 'What does Anna Reid say who leads the mills at Leeds?', 'x'),
      ]),
    ],
    [
      'the same the other way round',
      each([
        stem(1, 'What does Anna Reid say who leads the mills at Leeds?', 'x'),
        stem(0, HEAD, 'Anna Reid'),
      ]),
    ],
    [
      'the place asked for',
      each([stem(0, OPENING, 'York'), stem(1, 'Which mills at Leeds open a store at York?', 'x')]),
    ],
    [
      'the figure asked for',
      each([stem(0, 'How much did it earn?', '£72.5m'), stem(1, 'Who said that £72.5m was enough?', 'x')]),
    ],
    [
      'the figure in another scale',
      each([
        stem(0, 'How much did it earn?', '£72.5m'),
        stem(1, 'Who said that £72,500,000 was enough?', 'x'),
      ]),
    ],
    [
      'the percentage in words',
      each([
        stem(0, 'By how much did it rise?', '8%'),
        stem(1, 'Who said that eight per cent was enough?', 'x'),
      ]),
    ],
    [
      'a statement that holds the figure',
      each([stem(0, 'How much did it earn?', '£72.5m'), { ...statement(1), stem: 'They earned £72.5m.' }]),
    ],
    [
      'two that ask the same of one sentence',
      each([
        { ...stem(0, 'Which harbour town holds lantern fairs?', 'York'), evidence: [REVENUE] },
        { ...stem(1, 'Which harbour town holds big lantern fairs?', 'York'), evidence: [REVENUE] },
      ]),
    ],
    [
      'a third between',
      each([
        stem(0, HEAD, 'Anna Reid'),
        short(3),
        stem(1, 'What does Anna Reid say who leads the mills at Leeds?', 'x'),
      ]),
    ],
    [
      'the figure behind a sign of its own',
      each([
        stem(0, 'How much did it earn?', '$4.2bn'),
        stem(1, 'Who said that $4.2 billion was enough?', 'x'),
      ]),
    ],
  ],
  nearMisses: [
    [
      'two names in stems of their own',
      each([stem(0, HEAD, 'Anna Reid'), stem(1, 'What does Tom Vale call the plan?', 'x')]),
    ],
    [
      'the name in a stem about something else',
      each([stem(0, HEAD, 'Anna Reid'), stem(1, 'Which bakery did Anna Reid found once?', 'x')]),
    ],
    [
      'another figure',
      each([stem(0, 'How much did it earn?', '£72.5m'), stem(1, 'Who said that £72.6m was enough?', 'x')]),
    ],
    [
      'the figure in another currency',
      each([stem(0, 'How much did it earn?', '£72.5m'), stem(1, 'Who said that $72.5m was enough?', 'x')]),
    ],
    [
      'percent and points',
      each([
        stem(0, 'By how much did it rise?', '8%'),
        stem(1, 'Who said that 8 percentage points was enough?', 'x'),
      ]),
    ],
    [
      'a part of the name within another word',
      each([stem(0, OPENING, 'York'), stem(1, 'Which mills at Leeds ship to New Yorkshire?', 'x')]),
    ],
    [
      'a statement with another figure',
      each([stem(0, 'How much did it earn?', '£72.5m'), { ...statement(1), stem: 'They earned £31m.' }]),
    ],
    [
      'two answers alike from two sentences',
      each([
        { ...stem(0, 'Which harbour town holds lantern fairs?', 'York'), evidence: [REVENUE] },
        { ...stem(1, 'Whose cobbler mends thimbles at noon?', 'York'), evidence: [MARGINS] },
      ]),
    ],
    [
      'names with a word in common',
      each([
        stem(0, HEAD, 'Anna Reid'),
        stem(1, 'What does Anna Vale say who leads the mills at Leeds?', 'x'),
      ]),
    ],
    ['nothing in common', each([short(0), short(1), short(2)])],
  ],
}
