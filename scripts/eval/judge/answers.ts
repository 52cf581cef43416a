import { CRITERIA } from './criteria.ts'

/** What a judge said of one question. */
export interface Answer {
  readonly id: string
  /** Criteria 1 to 5. */
  readonly kept: readonly boolean[]
  readonly worth: number
  readonly note: string
}

/** All that one judge said. */
export interface Judge {
  readonly name: string
  readonly answers: ReadonlyMap<string, Answer>
}

const READ: Readonly<Record<string, boolean>> = {
  y: true,
  yes: true,
  1: true,
  n: false,
  no: false,
  0: false,
}
const WORTHS = ['0', '1', '2']

/** A line's answer; null for one that says nothing yet, a sentence for one that cannot be read. */
function readLine(line: string): Answer | null | string {
  const [id = '', ...cells] = line.split('\t').map((cell) => cell.trim())
  const said = cells.slice(0, CRITERIA.length + 1)
  if (said.every((cell) => cell === '')) return null
  const kept = said.slice(0, CRITERIA.length).map((cell) => READ[cell.toLowerCase()])
  const worth = said[CRITERIA.length] ?? ''
  const read = kept.filter((each) => each !== undefined)
  if (read.length < CRITERIA.length) return `1 to ${CRITERIA.length} are y or n`
  if (!WORTHS.includes(worth)) return 'the sixth is 0, 1 or 2'
  return {
    id,
    kept: read,
    worth: Number(worth),
    note: cells
      .slice(CRITERIA.length + 1)
      .join(' ')
      .trim(),
  }
}

/** Reads a judge's answers (TSV: id, six criteria, note; a head line is passed over), or says which line cannot be read. */
export function readAnswers(content: string, name: string): Judge | { readonly problem: string } {
  const answers = new Map<string, Answer>()
  for (const [at, line] of content.replace(/\r\n?/g, '\n').split('\n').entries()) {
    if (line.trim() === '' || /^id\t/i.test(line)) continue
    const answer = readLine(line)
    if (typeof answer === 'string') return { problem: `${name}, line ${at + 1}: ${answer}` }
    if (answer === null) continue
    if (answers.has(answer.id))
      return { problem: `${name}, line ${at + 1}: ${answer.id} was answered before` }
    answers.set(answer.id, answer)
  }
  return { name, answers }
}
