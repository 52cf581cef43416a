import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Paper, PaperBody, PaperKey, PaperQuestion } from '#core'

/** Twentieths of a point. */
const INDENT = { left: 420 }
const GAP = '________________'
const LINE = '______________________________'
const BOX = '\u2610'
/** Characters between two marks of a scale. */
const BETWEEN = '\u2500'.repeat(12)

const line = (text: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ keepLines: true, keepNext: true, spacing: { after: 60 }, text, ...more })

type Block = Paragraph | Table
type Write = { readonly [Sort in PaperBody['sort']]: (body: Extract<PaperBody, { sort: Sort }>) => Block[] }

/** How what is filled in is written: a sort that is missing does not compile. */
const BODIES: Write = {
  boxes: ({ options }) =>
    options.map(({ letter, text }) =>
      line(`${BOX} ${letter === '' ? '' : `${letter}) `}${text}`, { indent: INDENT }),
    ),
  line: ({ unit }) => [line(`${LINE} ${unit ?? ''}`.trim(), { indent: INDENT, spacing: { before: 120 } })],
  order: ({ items }) => items.map((item) => line(`____ ${item}`, { indent: INDENT })),
  pairs: ({ lefts, rights }) => [pairs(lefts, rights)],
  scale: ({ marks, unit }) => [
    line(marks.map(() => '\u253c').join(BETWEEN), { indent: INDENT, spacing: { before: 120 } }),
    line(marks.join('     '), { indent: INDENT }),
    line(`${LINE} ${unit}`, { indent: INDENT, spacing: { before: 120 } }),
  ],
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BARE = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

function pairs(lefts: readonly string[], rights: Extract<PaperBody, { sort: 'pairs' }>['rights']): Table {
  const cell = (text: string) =>
    new TableCell({ width: { size: 50, type: WidthType.PERCENTAGE }, children: [line(text)] })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    indent: { size: INDENT.left, type: WidthType.DXA },
    borders: BARE,
    rows: lefts.map((left, i) => {
      const right = rights[i]
      return new TableRow({
        cantSplit: true,
        children: [cell(`${i + 1}. ${left} ____`), cell(right ? `${right.letter}) ${right.text}` : '')],
      })
    }),
  })
}

const bodyOf = (body: PaperBody): Block[] => BODIES[body.sort](body as never)

/** A question whose lines are kept on one page; the last of them lets go. */
const questionBlocks = ({ number, stem, task, body }: PaperQuestion): Block[] => [
  line(`${number}. ${stem.join(GAP)}`, { spacing: { before: 280, after: 60 } }),
  new Paragraph({
    keepLines: true,
    keepNext: true,
    indent: INDENT,
    children: [new TextRun({ text: task, italics: true })],
  }),
  ...bodyOf(body),
  new Paragraph({ keepLines: true, spacing: { after: 0 } }),
]

const keyBlocks = ({ number, mark, words, why, passages }: PaperKey): Paragraph[] => [
  new Paragraph({
    keepLines: true,
    keepNext: true,
    spacing: { before: 200 },
    children: [
      new TextRun({ text: `${number}. ${mark}`, bold: true }),
      ...(words === '' ? [] : [new TextRun(`  ${words}`)]),
    ],
  }),
  line(why, { indent: INDENT, keepNext: passages.length > 0 }),
  ...passages.map(({ quote, source }, i) =>
    line(`\u201c${quote}\u201d (${source})`, { indent: INDENT, keepNext: i < passages.length - 1 }),
  ),
]

const left = ({ withdrawn }: Paper): Paragraph[] => (withdrawn === 0 ? [] : [line(sayWithdrawn(withdrawn))])

const sayWithdrawn = (count: number): string =>
  count === 1
    ? 'One question of the set has been withdrawn and is not printed.'
    : `${count} questions of the set have been withdrawn and are not printed.`

/** A quiz as a .docx file; the key, where it is wanted, on a page of its own at the end. */
export async function writeDocx(paper: Paper, hasKey: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const { title, version, questions, keys } = paper
  const head = [
    new Paragraph({ text: `Version ${version}`, alignment: AlignmentType.RIGHT }),
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    new Paragraph({
      spacing: { before: 200, after: 200 },
      tabStops: [
        { type: TabStopType.LEFT, position: 5_200 },
        { type: TabStopType.LEFT, position: 7_600 },
      ],
      text: `Name ${LINE}\tDate ____________\tMark ____ of ${questions.length}`,
    }),
    ...left(paper),
  ]
  const key = [
    new Paragraph({ text: `Version ${version}`, alignment: AlignmentType.RIGHT, pageBreakBefore: true }),
    new Paragraph({ text: `Key: ${title}`, heading: HeadingLevel.HEADING_1 }),
    ...keys.flatMap(keyBlocks),
  ]
  const page = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
  const file = new Document({
    creator: 'Bellwether',
    title,
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [
      {
        footers: { default: new Footer({ children: [page] }) },
        children: [...head, ...questions.flatMap(questionBlocks), ...(hasKey ? key : [])],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
