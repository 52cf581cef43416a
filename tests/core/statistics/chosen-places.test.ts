import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, chosenPlaces, createRandom, show } from '#core'
import { sound } from '../questions/support/sample.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

describe('the places an answer chose', () => {
  it('are those of the question, in whatever order it was shown', () => {
    const question = sound.multipleResponse
    const texts: readonly string[] = question.options.map(({ text }) => text)
    fc.assert(
      fc.property(fc.string(), fc.subarray([...texts]), (seed, chosen) => {
        const arrangement = arrange(question, createRandom(seed).shuffle(IDS), createRandom(seed))
        const shown = show(question, arrangement)
        const options = 'options' in shown ? shown.options : []
        const answer = options.filter(({ text }) => chosen.includes(text)).map(({ id }) => id)
        expect(chosenPlaces(question, answer, arrangement)).toEqual(
          texts.flatMap((text, place) => (chosen.includes(text) ? [place] : [])),
        )
      }),
    )
  })

  it('are one for a choice, and none for a blank', () => {
    const arrangement = { ids: ['w', 'x', 'y', 'z'], order: [2, 0, 1, 3] }
    expect(chosenPlaces(sound.choice, 'w', arrangement)).toEqual([2])
    expect(chosenPlaces(sound.choice, 'y', arrangement)).toEqual([1])
    expect(chosenPlaces(sound.choice, null, arrangement)).toEqual([])
  })

  it('are none where nothing is offered', () => {
    const arrangement = { ids: ['x', 'y', 'z'], order: [2, 1, 0] }
    expect(chosenPlaces(sound.ordering, ['x', 'y', 'z'], arrangement)).toEqual([])
    expect(chosenPlaces(sound.number, 45, { ids: [], order: [] })).toEqual([])
    expect(chosenPlaces(sound.trueFalse, true, { ids: [], order: [] })).toEqual([])
  })
})
