import fs from 'node:fs'
import path from 'node:path'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import type { DocumentInput, ReadDocument } from '#server/documents/document'
import { readDocument } from '#server/documents/read-document'
import { type Printed, pdfOf } from '../support/pdf.ts'
import { bytesOf, PROSE, pageOf } from './prose.ts'

async function read(input: DocumentInput): Promise<ReadDocument> {
  const outcome = await readDocument(input)
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome.done
}
const readText = (text: string, input: Partial<DocumentInput> = {}) =>
  read({ bytes: bytesOf(text), ...input })
const whole = PROSE.join('\n\n')

describe('text', () => {
  it('has its first line as title, and the day that a line below it names', async () => {
    expect(
      await readText(`Helvoxa buys Brackwell\n\nBy Ottilie Brandt\n12 March 2026\n\n${whole}\n`),
    ).toEqual({
      title: 'Helvoxa buys Brackwell',
      date: '2026-03-12',
      body: whole,
      mayUse: true,
    })
  })

  it('is put together where its lines were broken to fit', async () => {
    const broken = PROSE.map((text) => text.replace(/(.{50}\S*) /g, '$1\r\n')).join('\r\n\r\n')
    expect((await readText(`A title\r\n\r\n${broken}`)).body).toBe(whole)
  })

  it('pasted from a page has a paragraph a line, and loses the lines of the page', async () => {
    const pasted = [
      'A title',
      'Share',
      'Save',
      PROSE[0],
      'Advertisement',
      PROSE[1],
      'Read more: The pump that never stops',
      PROSE[2],
      PROSE[3],
      'Sign up here for our newsletter',
    ].join('\n')
    expect(await readText(pasted, { type: 'text/plain' })).toMatchObject({ title: 'A title', body: whole })
  })

  it('without a title is called by how it begins', async () => {
    const { title, body } = await readText(whole)
    expect(title).toBe(PROSE[0])
    expect(body).toBe(whole)
  })

  it('may be written in UTF-16 or Windows-1252', async () => {
    const text = `Prices in café “Größe”\n\n${whole}`
    const old = Uint8Array.from(text, (char) => ({ '“': 0x93, '”': 0x94 })[char] ?? char.charCodeAt(0))
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const bytes of [old, wide]) expect((await read({ bytes })).title).toBe('Prices in café “Größe”')
  })

  it('loses what cannot be seen and what looks like a tag', async () => {
    const { title, body } = await readText(
      `A\u202e ti\u200btle\u00ad \u{e0041}<b>bold</b>\n\n<script>alert(1)</script> <scr<i>ipt> a\ud800b\u0000 a <b\n\n${whole}`,
    )
    expect(title).toBe('A title bold')
    expect(body.split('\n\n')[0]).toBe('alert(1) < script> a\ufffdb a < b')
  })
})

describe('Markdown', () => {
  const marked = `# Helvoxa buys Brackwell\n\n${PROSE[0].replace('Thursday', '**Thursday**')}\n\n## The price\n\n${PROSE[1].replace('Wednesday', '[Wednesday](https://a.example)')}\n\n- ${PROSE[2]}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n<div>a box</div>\n\n![picture](p.png)\n\n${PROSE[3]}\n`
  const body = [PROSE[0], 'The price', PROSE[1], PROSE[2], 'a box', PROSE[3]].join('\n\n')

  it('is read without its marks, tables and pictures', async () => {
    expect(await readText(marked, { name: 'article.md' })).toEqual({
      title: 'Helvoxa buys Brackwell',
      body,
      mayUse: true,
    })
  })

  it('may say more of itself in front matter', async () => {
    const front =
      '---\ntitle: "A title"\ndate: 2026-03-12\npublisher: Northwire\naddress: https://www.northwire.example/a#b\nevil: *x\n---\n'
    expect(await readText(front + marked)).toEqual({
      title: 'A title',
      date: '2026-03-12',
      publisher: 'Northwire',
      address: 'https://www.northwire.example/a',
      body: `Helvoxa buys Brackwell\n\n${body}`,
      mayUse: true,
    })
  })
})

describe('a page', () => {
  it.each([
    ['<meta name="robots" content="index, noai">', {}, false],
    ['<meta name="ROBOTS" content="noimageai,follow">', {}, false],
    ['', { 'x-robots-tag': 'noai, noimageai' }, false],
    ['<meta name="robots" content="noarchive">', { 'x-robots-tag': 'max-snippet:20' }, true],
  ])('says whether it may be used: %s %o', async (head, headers, mayUse) => {
    expect((await readText(pageOf('', head), { headers })).mayUse).toBe(mayUse)
  })

  it('stands where it says, on its own site alone', async () => {
    const head = (href: string) => `<link rel="canonical" href="${href}">`
    const address = 'https://amp.news.example/a?utm=1'
    const at = async (href: string) => (await readText(pageOf('', head(href)), { address })).address
    expect(await at('https://www.news.example/a')).toBe('https://www.news.example/a')
    expect(await at('/b')).toBe('https://amp.news.example/b')
    expect(await at('https://other.example/a')).toBe(address)
    expect(await at('javascript:alert(1)')).toBe(address)
  })
})

describe('PDF', () => {
  it('is read as a browser prints it', async () => {
    const folder = path.resolve(import.meta.dirname, '../fixtures/print')
    expect(await read({ bytes: fs.readFileSync(path.join(folder, 'printed.pdf')) })).toEqual({
      title: 'Lower rates, dearer homes: what the central bank’s cut did to the mortgage market',
      date: '2026-02-18',
      body: fs.readFileSync(path.join(folder, 'printed.txt'), 'utf8').trim(),
      mayUse: true,
    })
  })

  const set = (lines: readonly string[], x: number, top: number, step = 14): Printed[] =>
    lines.map((text, i) => ({ text, x, y: top - i * step, size: 11 }))
  const margins = (page: number): Printed[] => [
    { text: 'Letter to the shareholders of Helvoxa', x: 60, y: 810, size: 9 },
    { text: `Page ${page} of 2`, x: 280, y: 30, size: 9 },
  ]
  const first = [
    'Helvoxa agreed on Thursday to buy the pump maker Brackwell for 2.4 billion francs, its larg-',
    'est purchase since the group was split from its parent nine years ago. It is a long-',
    'term plan, and the board has been at work on it for most of the last two years, as share-',
    'holders know.',
  ]
  const second = [
    'The price of 61.50 francs a share is 28 per cent above the close on Wednesday. Shares in',
    'Brackwell rose by a quarter in early trading, while those of the buyer fell by three per cent and',
  ]
  const third = ['stayed there until the evening.']
  const fourth = [
    'We think of this as a long-term matter: water will be needed for longer than any of us are.',
  ]
  const body = [
    'Helvoxa agreed on Thursday to buy the pump maker Brackwell for 2.4 billion francs, its largest purchase since the group was split from its parent nine years ago. It is a long-term plan, and the board has been at work on it for most of the last two years, as shareholders know.',
    'What it costs',
    'The price of 61.50 francs a share is 28 per cent above the close on Wednesday. Shares in Brackwell rose by a quarter in early trading, while those of the buyer fell by three per cent and stayed there until the evening.',
    'We think of this as a long-term matter: water will be needed for longer than any of us are.',
  ].join('\n\n')

  it('has its paragraphs put together over lines and pages, without what stands in its margins', async () => {
    const pdf = pdfOf(
      [
        [
          ...margins(1),
          { text: 'Why we buy Brackwell', x: 60, y: 760, size: 22 },
          ...set(first, 60, 720),
          { text: 'What it costs', x: 60, y: 640, size: 14 },
          ...set(second, 60, 615),
        ],
        [...margins(2), ...set(third, 60, 760), ...set(fourth, 60, 730)],
      ],
      'letter_final.docx',
    )
    expect(await read({ bytes: pdf })).toEqual({ title: 'Why we buy Brackwell', body, mayUse: true })
  })

  it('is read column by column, and a first line that is set in begins a paragraph', async () => {
    const left = [
      'Helvoxa agreed on Thursday to',
      'buy the pump maker Brackwell',
      'for 2.4 billion francs in cash, its',
      'largest purchase since the group',
      'was split from its parent.',
    ]
    const right = [
      'The price of 61.50 francs a',
      'share is 28 per cent above what',
      'was paid for it on Wednesday, in',
      'a market that hardly moved.',
    ]
    const more = (lines: readonly string[], x: number, top: number) =>
      set(lines, x, top).map((line, i) => (i === 0 ? { ...line, x: x + 14 } : line))
    const columns = pdfOf([
      [
        ...[0, 1, 2].flatMap((i) => more(left, 60, 760 - i * 70)),
        ...[0, 1, 2].flatMap((i) => more(right, 320, 760 - i * 56)),
      ],
    ])
    const { body: text } = await read({ bytes: columns })
    expect(text.split('\n\n')).toEqual([...Array(3).fill(left.join(' ')), ...Array(3).fill(right.join(' '))])
  })
})

describe('a Word document', () => {
  it('is read without its tables and marks', async () => {
    const cell = new TableCell({ children: [new Paragraph('In a table')] })
    const file = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Helvoxa buys Brackwell', heading: HeadingLevel.TITLE }),
            new Paragraph('9 March 2026'),
            new Paragraph({ children: [new TextRun({ text: PROSE[0], bold: true })] }),
            new Paragraph({ text: 'The price', heading: HeadingLevel.HEADING_1 }),
            new Paragraph(PROSE[1]),
            new Table({ rows: [new TableRow({ children: [cell] })] }),
            new Paragraph({ text: PROSE[2], bullet: { level: 0 } }),
            new Paragraph(PROSE[3]),
          ],
        },
      ],
    })
    expect(await read({ bytes: await Packer.toBuffer(file), name: 'a.pdf' })).toEqual({
      title: 'Helvoxa buys Brackwell',
      date: '2026-03-09',
      body: [PROSE[0], 'The price', PROSE[1], PROSE[2], PROSE[3]].join('\n\n'),
      mayUse: true,
    })
  })
})

describe('a document that lies about its type', () => {
  it('is read as what it is', async () => {
    const pdf = pdfOf([
      PROSE.flatMap(
        (text, i) =>
          text
            .match(/.{1,90}(?: |$)/g)
            ?.map((line, k) => ({ text: line, x: 60, y: 760 - i * 60 - k * 14, size: 11 })) ?? [],
      ),
    ])
    expect((await read({ bytes: pdf, type: 'text/html', name: 'a.html' })).body).toBe(whole)
    expect(
      (await readText(pageOf('<h1>A heading</h1>'), { type: 'application/pdf', name: 'a.docx' })).body,
    ).toBe(whole)
    expect((await readText(`A title\n\n${whole}`, { type: 'text/html' })).body).toBe(whole)
  })
})
