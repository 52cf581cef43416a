import { KINDS, type Reading } from '#core'
import { findFindings } from '../../core/facts/find-facts.ts'
import { findAsks } from '../../core/questions/asks/find-asks.ts'
import { baseOf } from '../../core/questions/question-base.ts'

type AnyAsk = ReturnType<typeof findAsks>[number]

/** Every ask of an article, by the ids of the questions it may become. */
export const asksIn = (reading: Reading): ReadonlyMap<string, AnyAsk> =>
  new Map(
    findAsks(reading, findFindings(reading)).flatMap((ask) =>
      KINDS.map((kind): [string, AnyAsk] => [baseOf(ask, kind).id, ask]),
    ),
  )
