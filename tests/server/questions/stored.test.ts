import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { feedback, KINDS, readAnswer, show } from '#core'
import {
  readArrangement,
  readQuestion,
  writeArrangement,
  writeQuestion,
} from '../../../server/questions/stored.ts'

/** Questions as the store has kept them, with an attempt's arrangement and answer; a file a kind and shape, never changed. */
const folder = path.resolve(import.meta.dirname, '../../fixtures/questions')
const files = fs.readdirSync(folder).sort()
const read = (file: string) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))

describe.each(files)('%s, as it was stored once,', (file) => {
  const stored = read(file)

  test('is read, shown and marked for ever as it was then', () => {
    const question = readQuestion(stored.body)
    const arrangement = readArrangement(stored.arrangement)
    expect(show(question, arrangement)).toEqual(stored.shown)
    const answer = readAnswer(question, stored.answer, arrangement)
    expect(answer).toEqual(stored.answer)
    expect(feedback(question, answer ?? null, arrangement).mark).toBeCloseTo(stored.mark, 9)
  })

  test('loses nothing on its way through today’s shape', () => {
    expect(writeQuestion(readQuestion(stored.body))).toMatchObject(stored.body)
    expect(writeArrangement(readArrangement(stored.arrangement))).toMatchObject(stored.arrangement)
  })

  test('is refused when a part of it is missing or of another sort', () => {
    const { question } = stored.body
    for (const name of Object.keys(question).filter((each) => each !== 'hint')) {
      const { [name]: _, ...rest } = question
      if (!(name === 'correction')) expect(() => readQuestion({ v: 1, question: rest }), name).toThrow()
      expect(() => readQuestion({ v: 1, question: { ...rest, [name]: { other: 1 } } }), name).toThrow()
    }
    expect(() => readQuestion({ v: 2, question })).toThrow()
  })
})

test('there is one of every kind', () => {
  expect(new Set(files.map((file) => read(file).body.question.kind))).toEqual(new Set(KINDS))
})
