import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anotherWay, KINDS, type Way } from '#core'

const way = (version: string, kind: Way['kind'], stem = `${kind} ${version}`): Way => ({
  version,
  kind,
  stem,
})

const choice = way('1', 'choice')
const otherChoice = way('2', 'choice')
const cloze = way('3', 'cloze')
const number = way('4', 'number')

describe('another way of asking', () => {
  const seed = 7

  it('is another kind than last time where there is one', () => {
    expect(anotherWay([choice, otherChoice, cloze], [choice], { seed })).toBe(cloze)
  })

  it('is another wording where there is no other kind, and never the same version where there are two', () => {
    const sameWords = way('5', 'choice', choice.stem)
    expect(anotherWay([choice, sameWords, otherChoice], [choice], { seed })).toBe(otherChoice)
    expect(anotherWay([choice, sameWords], [choice], { seed })).toBe(sameWords)
  })

  it('is the only one there is, and nothing where there is none', () => {
    expect(anotherWay([choice], [choice], { seed })).toBe(choice)
    expect(anotherWay([], [choice], { seed })).toBeNull()
  })

  it('goes round all kinds before one returns', () => {
    const ways = [choice, otherChoice, cloze, number]
    const asked: Way[] = []
    for (let i = 0; i < 12; i++) {
      const next = anotherWay(ways, asked, { seed: i })
      if (next) asked.unshift(next)
    }
    for (const [i] of asked.entries()) {
      const three = asked.slice(i, i + 3)
      expect(new Set(three.map(({ kind }) => kind)).size).toBe(three.length)
    }
  })

  it('minds what was asked last even if that version has been withdrawn', () => {
    const withdrawn = way('9', 'cloze')
    expect(anotherWay([cloze, number], [withdrawn], { seed })).toBe(number)
  })

  it('keeps its promise for any versions and any past, and depends on the seed alone', () => {
    const ways = fc.array(
      fc.record({ kind: fc.constantFrom(...KINDS.slice(0, 3)), stem: fc.constantFrom('a', 'b', 'c') }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(ways, fc.array(fc.nat(5), { maxLength: 6 }), fc.nat(), (made, past, seed) => {
        const all = made.map(({ kind, stem }, i) => way(`${i}`, kind, stem))
        const asked = past.map((i) => all[i % all.length] as Way)
        const next = anotherWay(all, asked, { seed }) as Way
        const [last] = asked
        expect(anotherWay([...all].reverse(), asked, { seed })).toEqual(next)
        if (!last || all.length === 1) return
        expect(next.version).not.toBe(last.version)
        if (all.some(({ kind }) => kind !== last.kind)) expect(next.kind).not.toBe(last.kind)
        else if (all.some(({ stem }) => stem !== last.stem)) expect(next.stem).not.toBe(last.stem)
      }),
    )
  })
})
