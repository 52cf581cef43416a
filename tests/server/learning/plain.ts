import { pool } from '#server/db'

/**
 * The figures of one person's scores once more, from the raw rows and by the plainest sums. Nothing here is the program's
 * own: neither its table of marks, nor its ways to count, nor its formula of a range.
 */

type Json = string | number | boolean | null | readonly Json[]

interface RawQuestion {
  readonly kind: string
  readonly stem: string
  readonly facts: readonly string[]
  readonly options?: readonly { readonly text: string; readonly correct: boolean }[]
  readonly answer: Json
  readonly accepts?: readonly string[]
  readonly tolerance?: number
}

interface RawItem {
  readonly attempt: string
  readonly set: string
  readonly mode: string
  readonly started: Date
  readonly submitted: Date | null
  readonly final: boolean
  readonly question: RawQuestion
  readonly quotes: readonly string[]
  readonly arrangement: { readonly ids: readonly string[]; readonly order: readonly number[] }
  readonly sector: string
  readonly companies: readonly string[]
  readonly concepts: readonly string[]
  readonly facts: readonly { readonly id: string; readonly family: string }[]
  readonly responses: readonly {
    readonly sequence: number
    readonly answer: Json
    readonly tried: number | null
    readonly confidence: string | null
    readonly saved: string
  }[]
}

const rawItems = async (person: string): Promise<RawItem[]> =>
  (
    await pool().query<RawItem>(
      `SELECT a.id AS attempt, a.set_id AS set, a.mode, a.started_at AS started, a.submitted_at AS submitted,
         i.final_at IS NOT NULL AS final, i.arrangement, v.body -> 'question' AS question,
         (SELECT json_agg(p ->> 'quote') FROM jsonb_array_elements(v.passages -> 'passages') p) AS quotes,
         r.sector, r.companies, r.concepts,
         (SELECT coalesce(json_agg(json_build_object('id', f.data -> 'fact' ->> 'id', 'family', f.data -> 'fact' ->> 'family')), '[]')
          FROM reading g JOIN fact_reading f ON f.reading_id = g.id
          WHERE g.revision_id = v.revision_id AND g.engine_version = v.engine_version) AS facts,
         (SELECT coalesce(json_agg(json_build_object('sequence', s.sequence, 'answer', s.answer, 'tried', s.tried,
            'confidence', s.confidence, 'saved', s.saved_at) ORDER BY s.sequence), '[]')
          FROM response s WHERE s.attempt_id = i.attempt_id AND s.position = i.position) AS responses
       FROM attempt a JOIN attempt_item i ON i.attempt_id = a.id
       JOIN question_version v ON v.id = i.version_id JOIN revision r ON r.id = v.revision_id
       WHERE a.person_id = $1 ORDER BY a.started_at, i.position`,
      [person],
    )
  ).rows

/** The text that an id of an arrangement stands for, in a list of texts from some place on. */
const textIn = ({ arrangement: { ids, order } }: RawItem, texts: readonly string[], id: Json, from = 0) =>
  texts[order[from + ids.slice(from).indexOf(String(id))] ?? -1]

const sorted = (texts: readonly string[]) => [...texts].sort()

function wholeMark(item: RawItem, given: Json): number {
  const { kind, answer, options = [], accepts = [], tolerance = 0 } = item.question
  if (given === null) return 0
  const texts = options.map(({ text }) => text)
  if (kind === 'choice') return textIn(item, texts, given) === answer ? 1 : 0
  if (kind === 'true-false') return given === answer ? 1 : 0
  if (kind === 'cloze') return [answer, ...accepts].includes(given as string) ? 1 : 0
  const off = Math.abs(Number(given) - Number(answer))
  if (kind === 'number') return off <= tolerance + 1e-9 ? 1 : 0
  if (kind === 'estimate')
    return Math.min(1, Math.max(0, 1 - (off - tolerance) / (Math.abs(Number(answer)) / 4)))
  const list = given as readonly Json[]
  if (kind === 'multiple-response') {
    const right = new Set(answer as readonly string[])
    const hits = list.filter((id) => right.has(textIn(item, texts, id) ?? '')).length
    return Math.max(0, (hits - (list.length - hits)) / right.size)
  }
  if (kind === 'ordering') {
    const wanted = answer as readonly string[]
    const places = list.map((id) => wanted.indexOf(textIn(item, sorted(wanted), id) ?? ''))
    const pairs = places.flatMap((a, i) => places.slice(i + 1).map((b) => (a < b ? 1 : -1)))
    return Math.max(0, pairs.reduce<number>((sum, each) => sum + each, 0) / pairs.length)
  }
  if (kind !== 'matching') throw new Error(`nobody has said how ${kind} is marked`)
  const wanted = answer as readonly (readonly [string, string])[]
  const [lefts, rights] = [sorted(wanted.map(([left]) => left)), sorted(wanted.map(([, right]) => right))]
  const hits = (list as readonly (readonly [string, string])[]).filter(([left, right]) => {
    const [said, meant] = [textIn(item, lefts, left), textIn(item, rights, right, lefts.length)]
    return wanted.some(([a, b]) => a === said && b === meant)
  })
  return hits.length / wanted.length
}

interface Answer {
  readonly item: RawItem
  readonly at: number
  readonly mark: number
  readonly isAnswered: boolean
  readonly isChecked: boolean
  readonly isTold: boolean
  readonly confidence: string | null
}

function answerIn(item: RawItem): Answer {
  const last = item.responses.at(-1)
  const checked = item.responses.filter(({ tried }) => tried !== null)
  const tries = checked.length + (last && last.tried === null ? 1 : 0)
  return {
    item,
    at: last ? Date.parse(last.saved) : 0,
    mark: wholeMark(item, last?.answer ?? null) / 2 ** Math.max(0, tries - 1),
    isAnswered: last !== undefined && last.answer !== null,
    isChecked: checked.length > 0,
    isTold: item.submitted !== null || (item.mode === 'practice' && item.final),
    confidence: (checked[0] ?? last)?.confidence ?? null,
  }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

/** Where the share would have to lie for what came to be just within 1.96 standard errors of it: found by halving. */
function rangeOf(right: number, asked: number) {
  const share = right / asked
  const isWithin = (p: number) => Math.abs(share - p) <= 1.959963984540054 * Math.sqrt((p * (1 - p)) / asked)
  const edge = (inside: number, outside: number): number => {
    if (isWithin(outside)) return outside
    let [a, b] = [inside, outside]
    for (let i = 0; i < 60; i++) {
      const middle = (a + b) / 2
      if (isWithin(middle)) a = middle
      else b = middle
    }
    return a
  }
  return { low: edge(share, 0), high: edge(share, 1) }
}

const DAY = 86_400_000
/** 5 January 1970 was a Monday. */
const weekNumber = (at: number) => Math.floor((at / DAY - 4) / 7)
const mondayOf = (week: number) => new Date((week * 7 + 4) * DAY).toISOString().slice(0, 10)

const TAGS = ['concept', 'sector', 'company', 'family'] as const
const tagsOf = ({ concepts, sector, companies, question, quotes, facts }: RawItem) => ({
  concept: concepts,
  sector: [sector],
  company: companies.filter((name) =>
    [question.stem, ...quotes].some((text) =>
      text.split(name).some((before, i, all) => {
        const after = all[i + 1]
        return after !== undefined && !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)
      }),
    ),
  ),
  family: [...new Set(facts.filter(({ id }) => question.facts.includes(id)).map(({ family }) => family))],
})

const PROMISES: Readonly<Record<string, number>> = { guess: 1 / 3, 'fairly-sure': 0.75, certain: 0.93 }

/** Every figure of a person's scores. */
export async function plainScores(person: string) {
  const answers = (await rawItems(person)).map(answerIn)
  const attempts = [...new Set(answers.map(({ item }) => item.attempt))].map((id) => {
    const own = answers.filter(({ item }) => item.attempt === id)
    const { submitted, started, set, mode } = own[0]?.item ?? (own[0] as never)
    return {
      id,
      set,
      mode,
      started,
      submitted,
      own,
      score: sumOf(own.filter(({ isTold }) => isTold).map(({ mark }) => mark)),
    }
  })
  const over = attempts
    .filter(({ submitted }) => submitted !== null)
    .sort((a, b) => Number(a.submitted) - Number(b.submitted))
  const counted = answers
    .filter(({ isTold, isAnswered, isChecked }) => isTold && (isAnswered || isChecked))
    .sort((a, b) => a.at - b.at)
  const weeks = counted.map(({ at }) => weekNumber(at))
  const [first = 0, last = -1] = [weeks[0], weeks.at(-1)]
  const sure = counted.filter(({ isAnswered, confidence }) => isAnswered && confidence !== null)
  return {
    totals: {
      quizzes: over.length,
      questions: sumOf(over.map(({ own }) => own.length)),
      score: sumOf(over.map(({ score }) => score)),
    },
    answers: counted.length,
    weeks: Array.from({ length: last - first + 1 }, (_, i) => {
      const marks = counted.filter(({ at }) => weekNumber(at) === first + i).map(({ mark }) => mark)
      return {
        from: mondayOf(first + i),
        answers: marks.length,
        right: marks.filter((mark) => mark === 1).length,
        mark: marks.length === 0 ? null : sumOf(marks) / marks.length,
      }
    }),
    mastery: TAGS.map((tag) => {
      const names = new Set(counted.flatMap(({ item }) => tagsOf(item)[tag]))
      return [...names].map((name) => {
        const marks = counted.filter(({ item }) => tagsOf(item)[tag].includes(name)).map(({ mark }) => mark)
        const right = marks.filter((mark) => mark === 1).length
        const asked = marks.length
        return { name, asked, right, last: marks.slice(-3).reverse(), range: rangeOf(right, asked) }
      })
    }),
    sure: Object.keys(PROMISES).map((confidence) => {
      const said = sure.filter((answer) => answer.confidence === confidence)
      return { confidence, asked: said.length, right: said.filter(({ mark }) => mark === 1).length }
    }),
    brier:
      sure.length === 0
        ? null
        : sumOf(
            sure
              .map(({ mark, confidence }) => (PROMISES[confidence ?? ''] ?? 0) - (mark === 1 ? 1 : 0))
              .map((gap) => gap * gap),
          ) / sure.length,
    sets: [...new Set(over.map(({ set }) => set))].map((set) => {
      const taken = over.filter((each) => each.set === set)
      const share = ({ score, own }: (typeof taken)[number]) => score / own.length
      const top = Math.max(...taken.map(share))
      return {
        set,
        attempts: taken.length,
        first: taken[0]?.id,
        latest: taken.at(-1)?.id,
        best: taken.find((each) => share(each) === top)?.id,
        scores: new Map(taken.map(({ id, score }) => [id, score])),
      }
    }),
    lines: attempts
      .sort((a, b) => Number(b.started) - Number(a.started))
      .map(({ id, mode, started, submitted, own, score }) => ({
        attempt: id,
        answered: own.filter(({ isAnswered, isTold }) => isAnswered || (isTold && submitted === null)).length,
        count: own.length,
        score: submitted !== null || mode === 'practice' ? score : undefined,
        seconds: submitted === null ? undefined : (Number(submitted) - Number(started)) / 1000,
        marks: own.map(({ isTold, mark }) => (isTold ? mark : null)),
      })),
  }
}
