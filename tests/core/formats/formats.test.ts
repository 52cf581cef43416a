import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import gift from 'gift-pegjs'
import { describe, expect, test } from 'vitest'
import {
  type Bank,
  type Carried,
  carry,
  FORMATS,
  type FormatName,
  formats,
  KINDS,
  lossesIn,
  readFile,
} from '#core'
import { FRACTIONS } from '../../../core/formats/moodle/fractions.ts'
import { QUESTIONS, TEXT } from '../../support/quiz.ts'
import { anyBank, anyOf } from './support/any-bank.ts'

/** The quiz of every kind, as it leaves the house. */
const BANK: Bank = {
  title: 'Kettles',
  sources: [{ title: 'Acme sells more kettles', date: '2025-01-02', text: TEXT }],
  questions: QUESTIONS.map((question) =>
    carry(
      { ...question, hint: 'Think of winter.' },
      { id: `bw-${question.id}`, source: 0, passages: ['It says so.'] },
    ),
  ),
}
const bankOf = (questions: readonly Carried[]): Bank => ({ title: '', sources: [], questions })

/** What of a question a file promises to hold: all but what was said to be lost. */
function promised(format: FormatName, question: Carried): unknown {
  const lost = formats[format].losses(question).map(({ what }) => what)
  if (lost.includes('question')) return null
  if (lost.includes('words')) return question.says.kind
  const { hint, reasons, ...rest } = question.says as unknown as Record<string, unknown> & {
    reasons?: string[]
  }
  return {
    id: question.id,
    passages: question.passages,
    says: {
      ...rest,
      ...(hint === undefined || lost.includes('hint') ? {} : { hint }),
      ...(reasons === undefined
        ? {}
        : { reasons: lost.includes('reasons') ? reasons.map(() => '') : reasons }),
    },
  }
}
const held = (format: FormatName, before: Carried, after: Carried | undefined): unknown =>
  after && formats[format].losses(before).some(({ what }) => what === 'words')
    ? after.says.kind
    : after
      ? { id: after.id, passages: after.passages, says: after.says }
      : null

describe.each(FORMATS)('a file in %s', (format) => {
  test.each(KINDS)('brings any question of the kind %s back as it was, or has said what is lost', (kind) => {
    fc.assert(
      fc.property(anyOf(kind), (question) => {
        const file = readFile(format, formats[format].write(bankOf([question])))
        expect(held(format, question, file.questions[0]?.question)).toEqual(promised(format, question))
        if (promised(format, question) !== null) expect(file.problems).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('brings a whole bank back in its order, and names where each begins', () => {
    const text = formats[format].write(BANK)
    const { questions, problems } = readFile(format, text)
    expect(problems).toEqual([])
    expect(questions.map(({ question }) => question.says.kind)).toEqual(QUESTIONS.map(({ kind }) => kind))
    const lines = questions.map(({ line }) => line)
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
    for (const [i, line] of lines.entries())
      expect(
        text
          .split(/\r?\n/)
          .slice(line - 1, line + 8)
          .join(' '),
      ).toContain(BANK.questions[i]?.id)
  })

  test('keeps the id of a question, so that it is known again', () => {
    const ids = (bank: Bank) =>
      readFile(format, formats[format].write(bank)).questions.map(({ question }) => question.id)
    expect(ids(BANK)).toEqual(BANK.questions.map(({ id }) => id))
    const [first] = BANK.questions
    if (!first) throw new Error('the bank is empty')
    // Twice in one file is once.
    const twice = readFile(format, formats[format].write(bankOf([first, first])))
    expect(twice.questions).toHaveLength(1)
    expect(twice.problems).toMatchObject([{ says: expect.stringContaining('read once') }])
  })

  test('that holds nothing says so', () => {
    for (const text of ['', ' \n ', '\ufeff'])
      expect(readFile(format, text)).toMatchObject({ questions: [], problems: [{ line: 1 }] })
  })
})

describe('JSON of our own', () => {
  test('holds the evidence, the passages and the texts they stand in, byte for byte', () => {
    const text = formats.json.write(BANK)
    const file = readFile('json', text)
    expect({
      ...file,
      questions: file.questions.map(({ question }) => question),
      problems: undefined,
    }).toEqual(BANK)
    expect(formats.json.write({ ...file, questions: file.questions.map(({ question }) => question) })).toBe(
      text,
    )
  })

  test('is the same bytes after a round for any bank', () => {
    fc.assert(
      fc.property(anyBank, (bank) => {
        const text = formats.json.write(bank)
        const file = readFile('json', text)
        expect(
          formats.json.write({ ...bank, questions: file.questions.map(({ question }) => question) }),
        ).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  test.each([
    ['{"format": "bellwether-questions",\n "version": 2, "questions": []}', 2, 'newer'],
    ['{\n"questions": [}\n', 2, 'no JSON'],
    ['[1,2]', 1, 'no file of questions'],
    [
      '{"format":"bellwether-questions","version":1,"questions":[\n{"kind":"essay","stem":"x"}]}',
      2,
      'no kind',
    ],
    [
      '{"format":"bellwether-questions","version":1,"questions":[\n{"kind":"number","stem":"x","answer":"5","unit":"","tolerance":0}]}',
      2,
      'answer',
    ],
    [
      '{"format":"bellwether-questions","version":1,"questions":[\n\n{"kind":"true-false","stem":"x","answer":true,"prize":{}}]}',
      3,
      'no part',
    ],
    [
      '{"format":"bellwether-questions","version":1,"questions":[\n{"kind":"true-false","stem":"\\ud800","answer":true}]}',
      2,
      'character',
    ],
    [
      '{"format":"bellwether-questions","version":1,"questions":[\n{"kind":"true-false","stem":"a\\u0000","answer":true}]}',
      2,
      'character',
    ],
  ])('names the line of what is amiss: %s', (text, line, word) => {
    expect(readFile('json', text)).toMatchObject({
      questions: [],
      problems: [{ line, says: expect.stringContaining(word) }],
    })
  })
})

describe('CSV', () => {
  test('has no cell that a spreadsheet would work out', () => {
    fc.assert(
      fc.property(anyBank, (bank) => {
        const text = formats.csv.write(bank)
        expect(text.startsWith('\ufeff')).toBe(true)
        for (const cell of (parseCsv(text, { bom: true }) as string[][]).flat())
          expect(cell).not.toMatch(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/)
      }),
      { numRuns: 50 },
    )
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', "'=1", "''=1", "'quoted'", '＝1'])(
    'brings back a text that begins like a formula: %s',
    (stem) => {
      const question = {
        id: 'x',
        says: { kind: 'true-false', stem, answer: true, explanation: stem },
        evidence: [],
        passages: [`\t${stem}`],
        source: null,
      } as const
      expect(readFile('csv', formats.csv.write(bankOf([question]))).questions[0]?.question).toEqual(question)
    },
  )

  test('is read as a spreadsheet of another country writes it, and by whatever order of columns', () => {
    const text =
      'Question;Kind;Answer;Tolerance;Unit\r\nHow much?;number;5;;%\r\nIs it?;TRUE-FALSE;TRUE;;\r\n'
    expect(readFile('csv', text)).toMatchObject({
      problems: [],
      questions: [
        { line: 2, question: { says: { kind: 'number', answer: 5, unit: '%', tolerance: 0 } } },
        { line: 3, question: { says: { kind: 'true-false', answer: true } } },
      ],
    })
  })

  test.each([
    ['name,mail\nx,y', 1, 'first row'],
    ['kind,question,answer\nnumber,"How much?,5\n', 2, 'quotation mark'],
    ['kind,question,answer\nnumber,How much?,five\n', 2, 'answer'],
    ['kind,question,answer\ntrue-false,"On two\nlines",true\nessay,Why?,\n', 4, 'no kind'],
  ])('names the line of what is amiss: %s', (text, line, word) => {
    expect(readFile('csv', text).problems).toMatchObject([{ line, says: expect.stringContaining(word) }])
  })
})

describe('GIFT', () => {
  test('is read by its own reader, with the weights, the feedback and the passages where they belong', () => {
    const parsed = gift.parse(formats.gift.write(BANK))
    expect(parsed.map(({ type }) => type)).toEqual([
      'MC',
      'TF',
      'Numerical',
      'Short',
      'MC',
      'Matching',
      'Matching',
      'Numerical',
    ])
    expect(parsed[0]).toMatchObject({
      id: 'bw-q-choice',
      globalFeedback: { text: 'EXPLANATION: the article says so.\nFrom the article: “It says so.”' },
      choices: [
        { isCorrect: false, feedback: { text: 'WHY-WRONG: that is nobody.' } },
        { isCorrect: true },
        { isCorrect: false },
      ],
    })
    expect(parsed[4]).toMatchObject({
      choices: [{ weight: 50 }, { weight: -50 }, { weight: 50 }, { weight: -50 }],
    })
    expect(parsed[2]).toMatchObject({ choices: { type: 'range', number: 45, range: 0 } })
    expect(parsed[7]).toMatchObject({
      choices: [{ weight: null }, { weight: 75 }, { weight: 50 }, { weight: 25 }],
    })
  })

  test('of any bank is read whole by its own reader', () => {
    fc.assert(
      fc.property(anyBank, (bank) => {
        const lost = lossesIn('gift', bank).filter(({ what }) => what === 'question').length
        expect(gift.parse(formats.gift.write(bank))).toHaveLength(bank.questions.length - lost)
      }),
      { numRuns: 50 },
    )
  })

  test('of other people is read: categories, remarks, titles, ranges and a gap in the middle', () => {
    const text = [
      '// a remark\n$CATEGORY: $course$/top/Trade\n',
      "::Who::Who is buried in Grant's tomb?{=no one #right ~Grant #wrong}\n",
      'Two plus two is {=four =4} as a rule.\n',
      'Name a number.{#1..5}\n',
      'Grant was buried here.{F}\n',
      'Write about it.{}\n',
      'Just some text.\n',
      'Pick two {~%50%a ~%50%b ~%-100%c}\n',
      'Broken {=a ~b\n',
    ].join('\n')
    const { questions, problems } = readFile('gift', text)
    expect(questions.map(({ line, question: { says } }) => [line, says.kind])).toEqual([
      [4, 'choice'],
      [6, 'cloze'],
      [8, 'number'],
      [10, 'true-false'],
      [16, 'multiple-response'],
    ])
    expect(questions[1]?.question.says).toMatchObject({
      stem: 'Two plus two is _____ as a rule.',
      answer: 'four',
      accepts: ['4'],
    })
    expect(questions[2]?.question.says).toMatchObject({ answer: 3, tolerance: 2 })
    expect(problems.map(({ line }) => line)).toEqual([12, 14, 18])
  })
})

describe('Moodle XML', () => {
  test('holds only shares of a mark that Moodle knows', () => {
    fc.assert(
      fc.property(anyBank, (bank) => {
        const shares = [...formats['moodle-xml'].write(bank).matchAll(/ fraction="(.*?)"/g)].map(
          ([, share]) => Number(share),
        )
        expect(shares.length).toBeGreaterThan(10)
        for (const share of shares) expect(FRACTIONS).toContain(Math.abs(share))
      }),
      { numRuns: 50 },
    )
  })

  test('has a type of Moodle’s for every kind, and the id where Moodle keeps one', () => {
    const text = formats['moodle-xml'].write(BANK)
    expect([...text.matchAll(/<question type="(\w+)"/g)].map(([, type]) => type)).toEqual([
      ...[
        'multichoice',
        'truefalse',
        'numerical',
        'shortanswer',
        'multichoice',
        'ordering',
        'matching',
        'numerical',
      ],
    ])
    expect(text).toContain('<idnumber>bw-q-choice</idnumber>')
    expect(text.match(/<single>\w+<\/single>/g)).toEqual(['<single>true</single>', '<single>false</single>'])
  })

  test('of other people is read as text: their HTML is never shown as such', () => {
    const question = (type: string, inside: string, html = 'x') =>
      `<question type="${type}"><questiontext format="html"><text><![CDATA[${html}]]></text></questiontext>${inside}</question>`
    const text = [
      '<quiz>',
      '<question type="category"><category><text>Top</text></category></question>',
      question(
        'multichoice',
        '<single>true</single><answer fraction="100" format="html"><text>&lt;p&gt;Yes&lt;/p&gt;</text></answer><answer fraction="0"><text>No</text></answer>',
        '<p>Is&nbsp;it <b onclick="x()">so</b>?</p><script>alert(1)</script>',
      ),
      question(
        'shortanswer',
        '<answer fraction="100"><text>a\\*b</text></answer><answer fraction="50"><text>c</text></answer>',
      ),
      question(
        'numerical',
        '<answer fraction="100"><text>4.5</text><tolerance>0.1</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>',
      ),
      question('essay', ''),
      question(
        'truefalse',
        '<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>',
        'See <img src="x">',
      ),
      '</quiz>',
    ].join('\n')
    const { questions, problems } = readFile('moodle-xml', text)
    expect(questions.map(({ line }) => line)).toEqual([3, 4, 5, 7])
    expect(questions[0]?.question.says).toMatchObject({
      stem: 'Is it so ? alert(1)',
      options: [{ text: 'Yes', correct: true }, { text: 'No' }],
    })
    expect(questions[1]?.question.says).toMatchObject({ stem: 'x _____', answer: 'a*b', accepts: [] })
    expect(questions[2]?.question.says).toMatchObject({ unit: 'm', answer: 4.5, tolerance: 0.1 })
    expect(problems.map(({ line }) => line)).toEqual([4, 6, 7])
  })
})
