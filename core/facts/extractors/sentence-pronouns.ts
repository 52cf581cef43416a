import { type Marked, posAt, type Range, rangeSome, wordAt } from '../sentence/marked.ts'

/** What only a company has. */
const COMPANYS =
  /^(?:parent|owner|owners|rival|rivals|subsidiary|subsidiaries|shareholders|investors|board|customers|suppliers|staff|workforce|headquarters)$/
const SUBJECTS = /^(?:he|she|it|they)$/
const OWNERS = /^(?:its|their|his|her)$/

/** What stands in a range before a token: whom or what a pronoun there could mean. */
interface Before {
  readonly hasVerb: boolean
  readonly hasNoun: boolean
  /** A thing or body that 'it' and 'its' could mean: people and several things are none. */
  readonly hasOne: boolean
}

function before({ tokens, names, periods }: Marked, from: number, to: number): Before {
  let [hasVerb, hasNoun, hasOne] = [false, false, false]
  for (let i = from; i < to; i++) {
    const { pos = '', lower = '', lemma = '' } = tokens[i] ?? {}
    const name = names[i]
    if (periods[i] !== undefined) continue
    if (!name && (pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(lower)))) hasVerb = true
    if (!/^(?:NOUN|PROPN)$/.test(pos) && !name) continue
    hasNoun = true
    if (name ? name.sort !== 'person' : lower === lemma) hasOne = true
  }
  return { hasVerb, hasNoun, hasOne }
}

/** 'It is hard', 'it was thought': an 'it' that means nothing. */
const isEmpty = (marked: Marked, i: number): boolean =>
  wordAt(marked, i) === 'it' &&
  rangeSome(i + 1, i + 4, (at) => /^(?:is|was|be|been|'s|’s)$/.test(wordAt(marked, at))) &&
  rangeSome(i + 2, i + 6, (at) => /^(?:ADJ|VERB)$/.test(posAt(marked, at)) && !marked.quoted[at])

/** Whether a sentence told by itself holds a pronoun that nothing before it in the sentence explains: 'At the bank in 1985, he took part', 'analysts expect its cuts to go on'. `slot` is the gap in it. */
export function hasUnnamed(marked: Marked, range: Range, slot: Range): boolean {
  const { names } = marked
  const isAsked = (i: number): boolean => i >= slot.from && i < slot.to
  const told = new Set<string>()
  for (let i = range.from; i < range.to; i++) {
    const sort = isAsked(i) ? undefined : names[i]?.sort
    if (sort) told.add(sort)
    const word = wordAt(marked, i)
    if (marked.quoted[i] || names[i] || isAsked(i)) continue
    // 'With debts of $600m, it needs help': its sentence has told of nobody who does anything yet.
    if (SUBJECTS.test(word) && i > range.from && !isEmpty(marked, i)) {
      const { hasVerb, hasOne } = before(marked, range.from, i)
      if (!hasVerb || (word === 'it' && !hasOne)) return true
    }
    if (!OWNERS.test(word)) continue
    // 'In February its estimate was': nothing stands before that it could mean
    const { hasNoun, hasOne } = before(marked, range.from, i)
    if (word === 'its' ? !hasOne : word === 'their' && !hasNoun) return true
    if ((word === 'his' || word === 'her') && !told.has('person')) return true
    if (
      (word === 'its' || word === 'their') &&
      COMPANYS.test(wordAt(marked, i + 1)) &&
      !told.has('organisation')
    )
      return true
  }
  return false
}
