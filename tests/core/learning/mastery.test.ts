import { describe, expect, it } from 'vitest'
import { createRandom, masteryBy, type Tag, type TaggedAnswer, wilson } from '#core'

let minute = 0
const answer = (mark: number, tags: Partial<Record<Tag, string[]>>): TaggedAnswer => ({
  at: new Date(Date.UTC(2026, 0, 1, 0, minute++)),
  mark,
  tags: { concept: [], sector: [], company: [], family: [], ...tags },
})
const about = (concept: string, ...marks: number[]) =>
  marks.map((mark) => answer(mark, { concept: [concept] }))

describe('mastery', () => {
  it('counts for every tag of an answer, once each', () => {
    const rows = masteryBy([
      answer(1, {
        concept: ['inflation', 'rates', 'rates'],
        sector: ['banks'],
        company: ['Aldgate'],
        family: ['change'],
      }),
      answer(0, { concept: ['rates'], sector: ['banks'], family: ['level'] }),
    ])
    const said = Object.fromEntries(
      rows.map(({ tag, name, right, asked }) => [`${tag} ${name}`, [right, asked]]),
    )
    expect(said).toEqual({
      'concept inflation': [1, 1],
      'concept rates': [1, 2],
      'sector banks': [1, 2],
      'company Aldgate': [1, 1],
      'family change': [1, 1],
      'family level': [0, 1],
    })
  })

  it('counts as right what was wholly right, and tells the last three marks, newest first', () => {
    const [row] = masteryBy(about('duty', 1, 0.5, 0, 2 / 3, 1))
    expect(row).toMatchObject({ asked: 5, right: 2, last: [1, 2 / 3, 0], range: wilson(2, 5) })
  })

  it('minds when answers were given, not how they are handed over', () => {
    const answers = [...about('duty', 0, 0, 1, 1), ...about('bonds', 1, 0)]
    expect(masteryBy(createRandom(5).shuffle(answers))).toEqual(masteryBy(answers))
  })

  it('puts first what there is evidence for, not what was asked about once', () => {
    const rows = masteryBy([
      ...about('unlucky', 0),
      ...about('weak', 1, 0, 0, 0, 0, 1, 0, 0),
      ...about('middling', 1, 0, 1, 0, 1, 0, 1, 0),
      ...about('strong', 1, 1, 1, 1, 1, 1, 1, 1, 1, 0),
    ])
    expect(rows.map(({ name }) => name)).toEqual(['weak', 'middling', 'unlucky', 'strong'])
  })

  it('is nothing without answers', () => {
    expect(masteryBy([])).toEqual([])
  })
})
