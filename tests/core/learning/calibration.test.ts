import { describe, expect, it } from 'vitest'
import { CONFIDENCES, type Confidence, calibrationOf, PROMISED, type SureAnswer } from '#core'

const answers = (confidence: Confidence, right: number, wrong: number): SureAnswer[] => [
  ...Array.from({ length: right }, () => ({ confidence, mark: 1 })),
  ...Array.from({ length: wrong }, () => ({ confidence, mark: 0 })),
]
const rowOf = (given: SureAnswer[], confidence: Confidence) =>
  calibrationOf(given).words.find((row) => row.confidence === confidence)

describe('calibration', () => {
  it('has a row a word, whatever was answered', () => {
    expect(calibrationOf([]).words.map(({ confidence }) => confidence)).toEqual([...CONFIDENCES])
    expect(calibrationOf([]).brier).toBeNull()
    expect(rowOf([], 'certain')?.says).toBe('Not once so far you were certain. Too few to tell.')
  })

  it('says in plain words what came of a word', () => {
    expect(rowOf(answers('certain', 12, 8), 'certain')).toMatchObject({
      asked: 20,
      right: 12,
      judgement: 'over',
      says: 'When you were certain, you were right 12 of 20 times. That is less often than ‘certain’ promises: these are worth a second look before you answer.',
    })
    expect(rowOf(answers('guess', 18, 2), 'guess')).toMatchObject({
      judgement: 'under',
      says: 'When you guessed, you were right 18 of 20 times. You know more than you think.',
    })
    expect(rowOf(answers('fairly-sure', 15, 5), 'fairly-sure')?.judgement).toBe('fits')
  })

  it('judges nothing from a few answers, and nothing within the range of chance', () => {
    expect(rowOf(answers('certain', 0, 4), 'certain')?.judgement).toBe('too-few')
    expect(rowOf(answers('certain', 1, 0), 'certain')?.says).toBe(
      'When you were certain, you were right 1 of 1 time. Too few to tell.',
    )
    expect(rowOf(answers('certain', 8, 2), 'certain')?.judgement).toBe('fits')
  })

  it('counts half a mark as not right', () => {
    expect(rowOf([{ confidence: 'certain', mark: 0.5 }], 'certain')?.right).toBe(0)
  })

  it('scores as Brier did', () => {
    const given = [...answers('certain', 3, 1), ...answers('guess', 1, 1)]
    const by = (promise: number, came: number) => (promise - came) ** 2
    const sum =
      3 * by(PROMISED.certain, 1) + by(PROMISED.certain, 0) + by(PROMISED.guess, 1) + by(PROMISED.guess, 0)
    expect(calibrationOf(given).brier).toBeCloseTo(sum / 6, 12)
  })

  it('is best for who is right as often as their words promise', () => {
    const well = [
      ...answers('certain', 93, 7),
      ...answers('fairly-sure', 75, 25),
      ...answers('guess', 33, 67),
    ]
    expect(calibrationOf(well).words.map(({ judgement }) => judgement)).toEqual(['fits', 'fits', 'fits'])
    const boastful = well.map(({ mark }) => ({ mark, confidence: 'certain' as const }))
    expect(calibrationOf(well).brier ?? 1).toBeLessThan(calibrationOf(boastful).brier ?? 0)
  })
})
