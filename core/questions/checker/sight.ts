import type { Reading } from '../../article/reading.ts'
import { isInsideAny } from '../../article/span.ts'
import type { Fact } from '../../facts/fact.ts'
import { sayNumber } from '../../learning/number-entry.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { keepWith } from '../../remember.ts'
import {
  type EstimateQuestion,
  GAP,
  type Kind,
  type NumberQuestion,
  type Option,
  type Question,
  type QuestionOf,
} from '../question.ts'
import { withoutReport } from '../report.ts'
import { type Altered, alterationOf } from './alteration.ts'
import { type Amount, amountsOf } from './amount.ts'
import { type ArticleIndex, indexOf, type Saying, sayingOf } from './article-index.ts'
import type { CheckContext } from './context.ts'
import { entryAmounts } from './entry-amounts.ts'
import { factsBehind } from './facts-behind.ts'

/** What a question says by its kind. */
interface Telling {
  /** What it says once its key is known: the stem with its gap filled, the correction of a false statement. */
  readonly trueText: string
  /** The right answer, where it stands apart from the stem; null for a true statement. */
  readonly key: Saying | null
  /** Each right answer, where there are several. */
  readonly keys?: readonly Saying[]
  /** Every wrong answer the question itself offers: wrong options, the altered part of a false statement. */
  readonly wrong: readonly string[]
  /** What a false statement alters; null for any other question. */
  readonly altered: Altered | 'more' | null
}

/** A figure to be given in a unit. */
const figureTelling = ({ stem, answer, unit }: NumberQuestion | EstimateQuestion): Telling => ({
  trueText: stem,
  key: {
    text: sayNumber(answer, unit),
    amounts: entryAmounts(answer, unit),
    figure: null,
    decimals: null,
    date: null,
  },
  wrong: [],
  altered: null,
})

/** Parts that are all shown: none of them is the key, how they are put together is. */
const partsTelling = (stem: string, parts: readonly string[]): Telling => ({
  trueText: `${stem} ${parts.map((part) => `“${part}”`).join(' ')}`,
  key: null,
  wrong: [],
  altered: null,
})

/** The wrong options. Where the answer is not marked as right, which is for one-key to tell, it is no wrong option for that. */
function wrongAmong(options: readonly Option[], answer: string): string[] {
  const isMarked = options.some(({ correct, text }) => correct && text === answer)
  return options
    .filter(({ correct, text }) => !correct && (isMarked || text !== answer))
    .map(({ text }) => text)
}

/** How each kind says its key. */
const TELLINGS: { readonly [K in Kind]: (question: QuestionOf<K>, index: ArticleIndex) => Telling } = {
  choice: ({ stem, options, answer }, index) => ({
    trueText: stem,
    key: sayingOf(answer, index),
    wrong: wrongAmong(options, answer),
    altered: null,
  }),
  'multiple-response': ({ stem, options }, index) => ({
    trueText: stem,
    key: null,
    keys: options.filter(({ correct }) => correct).map(({ text }) => sayingOf(text, index)),
    wrong: options.filter(({ correct }) => !correct).map(({ text }) => text),
    altered: null,
  }),
  'true-false': ({ stem, answer, correction }, index) => {
    if (answer || correction === undefined) return { trueText: stem, key: null, wrong: [], altered: null }
    const altered = alterationOf(stem, correction)
    if (altered === 'more') return { trueText: correction, key: null, wrong: [], altered }
    return {
      trueText: correction,
      key: sayingOf(altered.truth, index),
      wrong: [altered.put],
      altered,
    }
  },
  number: figureTelling,
  cloze: ({ stem, answer }, index) => ({
    trueText: stem.replace(GAP, () => answer),
    key: sayingOf(answer, index),
    wrong: [],
    altered: null,
  }),
  ordering: ({ stem, answer }) => partsTelling(stem, answer),
  matching: ({ stem, answer }) => partsTelling(stem, answer.flat()),
  estimate: figureTelling,
}

const tellingOf = <K extends Kind>(question: QuestionOf<K>, index: ArticleIndex): Telling =>
  TELLINGS[question.kind as K](question, index)

/** Facts by their ids, in their order. */
const byId = keepWith((facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> => {
  const found = new Map<string, Fact[]>()
  for (const fact of facts) {
    const others = found.get(fact.id)
    if (others) others.push(fact)
    else found.set(fact.id, [fact])
  }
  return found
})

/** A question as the rules look at it: what it says read afresh from its own words and the article's, nothing taken on trust; each part made out when a rule first asks for it. */
export class Sight {
  readonly question: Question
  readonly reading: Reading
  readonly index: ArticleIndex
  readonly allFacts: readonly Fact[]
  /** The facts the question names, as far as they exist; those behind its key where it names none. */
  readonly facts: readonly Fact[]
  /** What it says once its key is known, apart from where and when that was reported. */
  readonly trueText: string
  /** Its stem, apart from the same. */
  readonly asked: string
  readonly key: Saying | null
  /** Each right answer: the key, or the right options of a multiple response; none where the parts of an answer are right only together. */
  readonly keys: readonly Saying[]
  readonly altered: Altered | 'more' | null
  private readonly offered: readonly string[]
  private readonly made: {
    wrong?: readonly Saying[]
    stated?: readonly Quantity[]
    statedAmounts?: readonly Amount[]
    evidenceText?: string
  } = {}

  constructor(question: Question, { reading, facts }: CheckContext) {
    this.question = question
    this.reading = reading
    this.index = indexOf(reading)
    this.allFacts = facts
    const { trueText, key, keys, wrong, altered } = tellingOf(question, this.index)
    this.trueText = withoutReport(trueText)
    this.asked = withoutReport(question.stem)
    this.key = key
    this.keys = keys ?? (key ? [key] : [])
    this.altered = altered
    const named = question.facts.flatMap((id) => byId(facts).get(id) ?? [])
    this.facts = question.facts.length > 0 ? named : factsBehind(this, facts)
    this.offered = wrong
  }

  get wrong(): readonly Saying[] {
    this.made.wrong ??= this.offered.map((text) => sayingOf(text, this.index))
    return this.made.wrong
  }

  /** Quantities of the article inside the evidence. */
  get stated(): readonly Quantity[] {
    this.made.stated ??= this.reading.quantities.filter((quantity) =>
      isInsideAny(quantity, this.question.evidence),
    )
    return this.made.stated
  }

  /** Their amounts, those in brackets too. */
  get statedAmounts(): readonly Amount[] {
    this.made.statedAmounts ??= amountsOf(this.stated)
    return this.made.statedAmounts
  }

  get evidenceText(): string {
    this.made.evidenceText ??= this.question.evidence.map(({ quote }) => quote).join(' … ')
    return this.made.evidenceText
  }
}
