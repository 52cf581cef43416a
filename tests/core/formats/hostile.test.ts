import { describe, expect, test } from 'vitest'
import { FORMATS, formats, LONGEST_FILE, readFile } from '#core'

/** The time in which any file is read or refused, in ms; a bad one may not hold the house up. */
const MOST_MS = 2_000

const word = 'x'.repeat(1_000_000)
const deep = 100_000

/** Files that somebody sends to do harm. */
const HOSTILE: Readonly<Record<string, string>> = {
  'ten million characters': 'a b '.repeat(2_500_000),
  'one word of a million letters': word,
  'one word of a million letters in JSON': `{"format":"bellwether-questions","version":1,"questions":[{"kind":"true-false","stem":"${word}","answer":true}]}`,
  'one word of a million letters in CSV': `kind,question,answer\ntrue-false,${word},true\n`,
  'one word of a million letters in GIFT': `${word}{T}\n`,
  'one word of a million letters in XML': `<quiz><question type="truefalse"><questiontext><text>${word}</text></questiontext></question></quiz>`,
  'entities that grow': `<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><quiz>&b;</quiz>`,
  'a file of the house, by an entity': `<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question type="essay">&x;</question></quiz>`,
  'an entity that nobody has made': '<quiz><question type="essay">&nothing;</question></quiz>',
  'brackets within brackets': '['.repeat(deep),
  'braces within braces': '{"a":'.repeat(deep),
  'JSON that goes too deep but is whole': `${'['.repeat(deep)}${']'.repeat(deep)}`,
  'elements within elements': `<quiz>${'<a>'.repeat(deep)}`,
  'elements within elements, closed': `<quiz>${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}</quiz>`,
  'GIFT of braces': '{'.repeat(deep),
  'GIFT of weights': `Q {${'=%'.repeat(9_000)}\n`,
  'GIFT of answers': `Q {${'~a '.repeat(6_000)}}\n`,
  'GIFT of colons': `${'::'.repeat(9_000)}\n`,
  'GIFT of backslashes': `${'\\'.repeat(19_000)}\n`,
  'GIFT of many questions': 'Q {T}\n\n'.repeat(100_000),
  'GIFT of many broken questions': 'Q {=a ~\n\n'.repeat(100_000),
  'XML of many questions': `<quiz>${'<question type="x"/>'.repeat(90_000)}</quiz>`,
  'angle brackets': '<'.repeat(1_000_000),
  'HTML that never ends': `<quiz><question type="truefalse"><questiontext><text>${'&lt;a '.repeat(200_000)}</text></questiontext></question></quiz>`,
  'columns without end': `kind,question,${'part 1,'.repeat(200_000)}\n`,
  'quotation marks': '"'.repeat(1_000_001),
  'rows without end': `kind,question,answer\n${'x,y,z\n'.repeat(300_000)}`,
  NUL: 'kind,question,answer\ntrue-false,a\0b,true\n',
  'half a character': 'kind,question,answer\ntrue-false,a\ud800b,true\n',
  garbage: '\u0001\u0002}{]["<<>>&&;;,,\\\\##==~~%%\n'.repeat(1_000),
}

describe.each(FORMATS)('read as %s', (format) => {
  test.each(Object.keys(HOSTILE))('%s is a problem in words, told in time', (name) => {
    const text = HOSTILE[name] ?? ''
    const began = performance.now()
    const { questions, problems } = readFile(format, text)
    expect(performance.now() - began).toBeLessThan(MOST_MS)
    expect(problems.length + questions.length).toBeGreaterThan(0)
    for (const { line, says } of problems) {
      expect(line).toBeGreaterThan(0)
      expect(says.length).toBeGreaterThan(10)
      expect(says.length).toBeLessThan(400)
    }
    // What is longer than a question may be is in none.
    for (const { question } of questions) expect(JSON.stringify(question).length).toBeLessThan(20_000)
  })

  test('more than two million characters are refused unread', () => {
    const { questions, problems } = readFile(format, 'x'.repeat(LONGEST_FILE + 1))
    expect(questions).toEqual([])
    expect(problems).toMatchObject([{ line: 1, says: expect.stringContaining('longer') }])
  })

  test('a character that is none is named by its line', () => {
    for (const bad of ['\0', '\ud800', '\udc00'])
      expect(readFile(format, `a\nb\n${bad}`)).toMatchObject({ questions: [], problems: [{ line: 3 }] })
  })
})

test('a document type is refused by name, wherever it stands', () => {
  const text = formats['moodle-xml'].write({ title: '', sources: [], questions: [] })
  for (const declared of ['<!DOCTYPE quiz>', '<!doctype quiz SYSTEM "x">', '<!ENTITY a "b">'])
    expect(readFile('moodle-xml', text.replace('<quiz>', `${declared}\n<quiz>`)).problems).toMatchObject([
      { line: 2, says: expect.stringContaining('DOCTYPE') },
    ])
})
