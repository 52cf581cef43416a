import { describe, expect, it } from 'vitest'
import { type Judge, readAnswers } from '../../../scripts/eval/judge/answers.ts'
import type { FaultName } from '../../../scripts/eval/judge/faults.ts'
import type { Item } from '../../../scripts/eval/judge/item.ts'
import { printTally } from '../../../scripts/eval/judge/print-tally.ts'
import { tally } from '../../../scripts/eval/judge/tally.ts'

const item = (id: string, origin: string, fault?: FaultName): Item => ({
  id,
  file: 'harbour.txt',
  origin,
  ...(fault === undefined ? {} : { fault }),
  said: { stem: `What is ${id}?`, kind: 'choice', told: '', options: ['A', 'B', 'C'], key: 'A' },
})

const judge = (name: string, lines: string): Judge => {
  const read = readAnswers(lines.replaceAll(' ', '\t'), name)
  if ('problem' in read) throw new Error(read.problem)
  return read
}

const ITEMS = [
  item('1-1', 'house'),
  item('1-2', 'house'),
  item('1-3', 'rival'),
  item('1-4', 'house', 'key swapped'),
  item('1-5', 'rival', 'grammar broken'),
]
const ANNA = judge(
  'anna',
  '1-1 y y y y y 2\n1-2 y y y n y 1 clumsy\n1-3 y n y y y 1\n1-4 n y y y y 1\n1-5 y y y y y 1',
)
const BEN = judge(
  'ben',
  '1-1 y y y y y 0\n1-2 y y y y y 2\n1-3 y n y y y 1\n1-4 y n y y y 1\n1-5 y y y n y 1',
)

describe('the tally', () => {
  const { watches, standings, failures } = tally(ITEMS, [ANNA, BEN])

  it('counts a planted fault as found only where the judge names what is wrong with it', () => {
    expect(
      watches.map(({ judge: name, found, missed }) =>
        [name, found, missed].map((part) => (typeof part === 'string' ? part : part.map(({ id }) => id))),
      ),
    ).toEqual([
      ['anna', ['1-4'], ['1-5']],
      ['ben', ['1-5'], ['1-4']],
    ])
  })

  it('gives of every origin what is valid, what passes and what it is worth, planted faults apart', () => {
    expect(standings).toEqual([
      {
        origin: 'house',
        items: 2,
        answers: 4,
        valid: 1,
        pass: 0.5,
        worth: 1.25,
        agreeValid: 1,
        agreePass: 0,
      },
      { origin: 'rival', items: 1, answers: 2, valid: 0, pass: 0, worth: 1, agreeValid: 1, agreePass: 1 },
    ])
  })

  it('lists every question that somebody did not pass, one without worth too', () => {
    expect(failures.map(({ item: { id }, by }) => [id, by.map(({ judge: name }) => name)])).toEqual([
      ['1-1', ['ben']],
      ['1-2', ['anna']],
      ['1-3', ['anna', 'ben']],
    ])
    expect(printTally(ITEMS, [ANNA, BEN])).toContain('    anna: not 4; worth 1; clumsy')
  })

  it('knows no agreement where nobody judged the same', () => {
    const [house] = tally(ITEMS, [ANNA]).standings
    expect(house?.agreePass).toBeNaN()
    expect(printTally(ITEMS, [ANNA]).some((line) => line.includes('NaN'))).toBe(false)
  })

  it('says when an answer belongs to no sheet', () => {
    const stray = judge('carl', '9-9 y y y y y 2')
    expect(printTally(ITEMS, [stray])).toContain('carl answers 9-9, which is in no sheet')
  })
})

describe('the answers of a judge', () => {
  const LINE = '1-1\ty\tno\t1\t0\tYes\t2\tthe period is missing'

  it('are read in any of the ways people say yes and no', () => {
    const read = readAnswers(`id\t1 key\nx\r\n${LINE}\n`.replace('x\r\n', ''), 'anna')
    expect('problem' in read ? read.problem : read.answers.get('1-1')).toEqual({
      id: '1-1',
      kept: [true, false, true, false, true],
      worth: 2,
      note: 'the period is missing',
    })
  })

  it('leave out the lines that are not filled in', () => {
    const read = readAnswers(`1-1\t\t\t\t\t\t\t\n${LINE.replace('1-1', '1-2')}`, 'anna')
    expect('problem' in read ? read.problem : [...read.answers.keys()]).toEqual(['1-2'])
  })

  it.each([
    ['a yes or no is missing', '1-1\ty\ty\t\ty\ty\t2', '1 to 5 are y or n'],
    ['a yes or no is something else', '1-1\ty\ty\tperhaps\ty\ty\t2', '1 to 5 are y or n'],
    ['the worth is no 0, 1 or 2', '1-1\ty\ty\ty\ty\ty\t3', 'the sixth is 0, 1 or 2'],
    ['a question is answered twice', `${LINE}\n${LINE}`, '1-1 was answered before'],
  ])('are refused, by line, where %s', (_, content, says) => {
    expect(readAnswers(content, 'anna')).toEqual({
      problem: expect.stringMatching(`anna, line \\d: ${says}`),
    })
  })
})
