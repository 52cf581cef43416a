import type { Bank, Carried } from './bank.ts'

/** What a file does not hold of a question as it is, in words a teacher understands. */
export interface Loss {
  /** 'question' is left out whole; 'words' come back otherwise; 'meaning' comes back here, but other programs make less of it; anything else is that part of it, which is left out. */
  readonly what: 'question' | 'words' | 'meaning' | 'hint' | 'reasons'
  readonly says: string
}

/** Something amiss in a file. Lines count from 1. */
export interface Problem {
  readonly line: number
  readonly says: string
}

/** A question of a file, and where it begins there. */
export interface ReadQuestion {
  readonly line: number
  readonly question: Carried
}

/** What has been read of a file: what can be used, and what is amiss. */
export interface ReadFile extends Omit<Bank, 'questions'> {
  readonly questions: readonly ReadQuestion[]
  readonly problems: readonly Problem[]
}

/** Everything the house needs to know about one format of files. formats.ts is the table. */
export interface Format {
  /** As people call it. */
  readonly title: string
  /** What it is good for, in a sentence. */
  readonly use: string
  /** What it never holds, whatever the question; '' for nothing. */
  readonly never: string
  /** With the dot. */
  readonly ending: string
  readonly mediaType: string
  /** The file. What cannot be in it is left out, and `losses` says so. */
  write(bank: Bank): string
  losses(question: Carried): readonly Loss[]
  /** Reads a file that has passed `refusalOf`: what is amiss is said and nothing thrown. */
  read(text: string): ReadFile
}

/** A file of which nothing can be used. */
export const unreadable = (line: number, says: string): ReadFile => ({
  title: '',
  sources: [],
  questions: [],
  problems: [{ line, says }],
})

/** A desk bears no more. */
const MOST_OF_ONE_FILE = 200

/** Collects what is read of a file, in its order. */
export class Findings {
  private readonly questions: ReadQuestion[] = []
  private readonly problems: Problem[] = []
  private readonly ids = new Map<string, number>()

  say(line: number, says: string): void {
    this.problems.push({ line, says })
  }

  /** Takes what `admit` gave for the question of that line. */
  take(line: number, admitted: Carried | string): void {
    if (typeof admitted === 'string') {
      this.say(line, admitted)
      return
    }
    const before = this.ids.get(admitted.id)
    if (before !== undefined) {
      this.say(line, `This is the question of line ${before} again; it is read once.`)
      return
    }
    this.ids.set(admitted.id, line)
    this.questions.push({ line, question: admitted })
  }

  done({ title, sources }: Omit<Bank, 'questions'> = { title: '', sources: [] }): ReadFile {
    const { questions, problems } = this
    if (questions.length === 0 && problems.length === 0)
      problems.push({ line: 1, says: 'There is no question in this file.' })
    return { title, sources, questions, problems: [...problems].sort((a, b) => a.line - b.line) }
  }

  /** Whether no more is taken, which is then said of that line. */
  isFull(line: number): boolean {
    if (this.questions.length < MOST_OF_ONE_FILE && this.problems.length < MOST_OF_ONE_FILE) return false
    this.say(
      line,
      `More than ${MOST_OF_ONE_FILE} questions are not taken at once. The rest is left out; bring it in by a second file.`,
    )
    return true
  }
}

/** The line of a place in a text, for places that are asked for in their order. */
export function lineCounter(text: string): (at: number) => number {
  let [line, from] = [1, 0]
  return (at) => {
    if (at < from) [line, from] = [1, 0]
    for (let next = text.indexOf('\n', from); next !== -1 && next < at; next = text.indexOf('\n', from)) {
      line++
      from = next + 1
    }
    return line
  }
}
