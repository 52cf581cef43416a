import type { Clause } from '../sentence/clauses.ts'

/** 'Without sales to its own units, cloud revenue rose 11%': another measure than the plain words say. */
export const isQualified = ({ marked, lead }: Clause): boolean =>
  marked.tokens
    .slice(lead.from, lead.to)
    .some(({ text }) =>
      /^(?:without|excluding|including|stripping|adjusted|adjusting|adjusting|except|barring|underlying|basis|constant|organic)$/i.test(
        text,
      ),
    )
