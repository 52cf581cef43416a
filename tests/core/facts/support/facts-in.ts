import { findFindings } from '../../../../core/facts/find-facts.ts'
import type { Finding } from '../../../../core/facts/finding.ts'
import { read } from '../../../../core/index.ts'
import { lexicon } from '../../engine/support/lexicon.ts'

/** The day on which the sentences of these tests were published, when they need one. */
export const DATE = '2025-02-20'

/** What is found in a text without a title. */
export const findingsIn = (body: string, date?: string): readonly Finding[] =>
  findFindings(read(date === undefined ? { body } : { body, date }, lexicon))

/** The facts of a text, of one family or all. */
export const factsIn = (body: string, family?: Finding['fact']['family'], date?: string) =>
  findingsIn(body, date)
    .map(({ fact }) => fact)
    .filter((fact) => family === undefined || fact.family === family)
