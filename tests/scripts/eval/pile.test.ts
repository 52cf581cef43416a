import { describe, expect, it } from 'vitest'
import { createRandom } from '#core'
import { FAULT_NAMES, FAULTS, type FaultName } from '../../../scripts/eval/judge/faults.ts'
import type { Candidate } from '../../../scripts/eval/judge/item.ts'
import { makePile, sampleEvenly } from '../../../scripts/eval/judge/pile.ts'
import { readRivals } from '../../../scripts/eval/judge/rivals.ts'
import { printForm, printSheet } from '../../../scripts/eval/judge/sheets.ts'
import type { Said } from '../../../scripts/eval/said.ts'

const CHOICE: Said = {
  stem: 'By how much did the revenue of Harbour Foods rise in 2024?',
  kind: 'choice',
  told: '',
  options: ['5%', '8%', '13%', '32%'],
  key: '8%',
}
const NUMBER: Said = { ...CHOICE, kind: 'number', options: [], key: '1,280.50 million pounds' }
const TRUE: Said = { ...CHOICE, kind: 'true-false', options: [], key: 'True' }
const AROUND = {
  names: [{ text: 'Harbour Foods', sort: 'organisation' as const }],
  foreign: NUMBER,
}
const plant = (fault: FaultName, said: Said): Said | null =>
  FAULTS[fault].plant(said, AROUND, createRandom('planted'))

describe('planted faults', () => {
  it('swap the key for a wrong option, and a truth for a falsehood', () => {
    const swapped = plant('key swapped', CHOICE)
    expect(swapped?.options).toEqual(CHOICE.options)
    expect(['5%', '13%', '32%']).toContain(swapped?.key)
    expect(plant('key swapped', TRUE)?.key).toBe('False')
    expect(plant('key swapped', { ...TRUE, key: 'False. It fell.' })?.key).toBe('True')
  })

  it('change the figure of a key that has no options, and write it as before', () => {
    expect(plant('figure changed', NUMBER)?.key).toMatch(/^\d,\d{3}\.\d\d million pounds$/)
    expect(plant('figure changed', NUMBER)?.key).not.toBe(NUMBER.key)
    expect(plant('figure changed', { ...NUMBER, key: '16 March 2025' })?.key).toMatch(/^16 March 202[2-4]$/)
  })

  it('put the key a second time in other words, beside it, for a wrong option', () => {
    const doubled = plant('second key', CHOICE)
    expect(doubled?.options).toHaveLength(4)
    expect(doubled?.options.indexOf('8 per cent')).toBe((doubled?.options.indexOf('8%') ?? 0) + 1)
  })

  it('hide who is meant', () => {
    expect(plant('subject hidden', CHOICE)?.stem).toBe(
      'By how much did the revenue of the company rise in 2024?',
    )
  })

  it('break the grammar', () => {
    expect(plant('grammar broken', CHOICE)?.stem).toBe(
      'By how much the revenue of Harbour Foods rise in 2024?',
    )
  })

  it('bring a question on another article', () => {
    expect(plant('another article', CHOICE)).toBe(NUMBER)
  })

  it.each<[FaultName, Said]>([
    ['key swapped', NUMBER],
    ['figure changed', CHOICE],
    ['second key', { ...CHOICE, key: 'Harbour Foods', options: ['Harbour Foods', 'Oldbury', 'Brightmart'] }],
    ['second key', NUMBER],
    ['subject hidden', { ...CHOICE, stem: 'By how much did sales rise?' }],
    ['grammar broken', { ...CHOICE, stem: 'Who said so?' }],
  ])('are not planted where they cannot be: %s', (fault, said) => {
    expect(plant(fault, said)).toBeNull()
  })

  it.each(FAULT_NAMES)('name criteria that a judge answers: %s', (fault) => {
    expect(FAULTS[fault].breaks.every((criterion) => criterion >= 1 && criterion <= 5)).toBe(true)
  })
})

const FILES = ['a.txt', 'b.txt', 'c.txt']
const candidates = (origin: string, each: number): Candidate[] =>
  FILES.flatMap((file) =>
    Array.from({ length: each }, (_, at) => ({
      file,
      origin,
      said: { ...CHOICE, stem: `What did ${origin} number ${at} of ${file} say about Harbour Foods?` },
    })),
  )
const TEXTS = FILES.map((file) => ({ file, text: `The text of ${file}`, names: AROUND.names }))
const CANDIDATES = [...candidates('house', 10), ...candidates('rival', 10)]

describe('the pile', () => {
  const sheets = makePile(CANDIDATES, TEXTS, { count: 20, seed: 1 })
  const items = sheets.flatMap((sheet) => sheet.items)

  it('holds as many of every origin as asked for, and one planted fault to ten of them', () => {
    const count = (origin: string, isPlanted: boolean): number =>
      items.filter((item) => item.origin === origin && (item.fault !== undefined) === isPlanted).length
    expect([count('house', false), count('rival', false)]).toEqual([20, 20])
    expect([count('house', true), count('rival', true)]).toEqual([2, 2])
  })

  it('plants different faults before it repeats one', () => {
    const faults = items.flatMap(({ fault }) => fault ?? [])
    expect(new Set(faults.slice(0, 2)).size).toBe(2)
  })

  it('asks nothing both as it was made and with a fault', () => {
    const stems = items.filter(({ fault }) => fault !== 'another article').map(({ said }) => said.stem)
    expect(new Set(stems).size).toBe(stems.length)
  })

  it('is the same for the same seed, and another for another', () => {
    expect(makePile(CANDIDATES, TEXTS, { count: 20, seed: 1 })).toEqual(sheets)
    expect(makePile(CANDIDATES, TEXTS, { count: 20, seed: 2 })).not.toEqual(sheets)
  })

  it('draws evenly over the texts', () => {
    const drawn = sampleEvenly(candidates('house', 10), 7, createRandom(1))
    const counts = FILES.map((file) => drawn.filter((one) => one.file === file).length).sort()
    expect(counts).toEqual([2, 2, 3])
  })

  it('keeps a tenth for faults where there are fewer questions than asked for', () => {
    const few = makePile(candidates('house', 4), TEXTS, { count: 60, seed: 1 }).flatMap(
      (sheet) => sheet.items,
    )
    expect(few.filter(({ fault }) => fault === undefined)).toHaveLength(10)
    expect(few.filter(({ fault }) => fault !== undefined)).toHaveLength(1)
  })

  it('shows a judge the article, the options and the claimed key, and nothing of origins or faults', () => {
    const printed = sheets.map((sheet, at) => printSheet(sheet, at + 1)).join('\n')
    const seen = printed.replaceAll(/What did \w+ number/g, '')
    expect(seen).toContain('The text of a.txt')
    expect(seen).toMatch(/- B\. 8%/)
    expect(seen).toContain('Claimed key: 8%')
    expect(seen).not.toMatch(new RegExp(`house|rival|${FAULT_NAMES.join('|')}`))
  })

  it('tells a judge when the article appeared, or that its questions may leave the year to it', () => {
    const [sheet] = sheets
    if (!sheet) throw new Error('no sheet')
    expect(printSheet({ ...sheet, date: '2025-02-20' }, 1)).toContain('(It appeared on 2025-02-20.)')
    expect(printSheet(sheet, 1)).toContain('Its date is not known')
  })

  it('gives a judge a line for every question', () => {
    const [head, ...lines] = printForm(sheets).trimEnd().split('\n')
    expect(head).toMatch(/^id\t1 .*\t6 worth 0-2\tnote$/)
    expect(lines.map((line) => line.split('\t')[0])).toEqual(items.map(({ id }) => id))
  })
})

describe('rival questions', () => {
  const line = {
    file: 'a.txt',
    stem: 'How much?',
    kind: 'choice',
    options: ['32%', '5%', '8%'],
    answer: '8%',
  }

  it('are read one a line, their figures put in order, their origin the name of the file unless they say another', () => {
    const content = `${JSON.stringify(line)}\n\n${JSON.stringify({ ...line, origin: 'paper', options: null, answer: false })}\n`
    expect(readRivals(content, 'model', 1)).toEqual([
      {
        file: 'a.txt',
        origin: 'model',
        said: { stem: 'How much?', kind: 'choice', told: '', options: ['5%', '8%', '32%'], key: '8%' },
      },
      {
        file: 'a.txt',
        origin: 'paper',
        said: { stem: 'How much?', kind: 'choice', told: '', options: [], key: 'False' },
      },
    ])
  })

  it.each(['{"file":"a.txt"}', 'no JSON'])('are refused by line: %s', (bad) => {
    expect(readRivals(`${JSON.stringify(line)}\n${bad}`, 'model', 1)).toEqual({
      problem: 'line 2 of model is no question',
    })
  })
})
