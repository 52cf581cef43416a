import type { BlockKind, Question } from '#core'
import type { TextRun } from '../run-text.ts'
import { sayQuestion } from '../said.ts'
import { type Markup, markup, NOTHING } from './markup.ts'
import { type Passage, segmentsOf } from './segments.ts'

const STYLE: Markup = {
  markup: `
:root { color-scheme: light dark; --mark: #fde68a; --key: #15803d; --quiet: #64748b; --line: #cbd5e1 }
@media (prefers-color-scheme: dark) { :root { --mark: #713f12; --key: #4ade80; --quiet: #94a3b8; --line: #475569 } }
body { margin: 0; font: 16px/1.5 Georgia, serif }
nav, section > h2, .card { font-family: system-ui, sans-serif }
nav { padding: 1rem 2rem; border-bottom: 1px solid var(--line); columns: 3 }
nav a { display: block }
section { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2rem; padding: 1rem 2rem; border-bottom: 2px solid var(--line) }
section > h2 { grid-column: 1 / -1; margin: 0 }
article { position: sticky; top: 0; max-height: 100vh; overflow: auto; align-self: start }
mark { background: var(--mark); color: inherit }
mark:target, .card:target { outline: 2px solid var(--key) }
sup { font: 0.7rem system-ui, sans-serif }
.card { border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem 1rem; margin: 0 0 1rem; font-size: 0.95rem }
.card h3 { margin: 0.25rem 0; font-size: 1.05rem }
.quiet, .teaser, .furniture { color: var(--quiet); font-size: 0.85rem }
.key { color: var(--key); font-weight: 600 }
ol { margin: 0.25rem 0; padding-left: 1.5rem } p { margin: 0.4rem 0 }
@media (max-width: 60rem) { section { display: block } article { position: static; max-height: none } nav { columns: 1 } }
`,
}

const cardId = (text: number, question: number): string => `t${text}q${question}`
const passageId = (text: number, question: number): string => `t${text}p${question}`

/** One element a block of the article. */
const BLOCKS: { readonly [K in BlockKind]: (inside: readonly Markup[]) => Markup } = {
  title: (inside) => markup`<h3>${inside}</h3>`,
  heading: (inside) => markup`<h4>${inside}</h4>`,
  paragraph: (inside) => markup`<p>${inside}</p>`,
  teaser: (inside) => markup`<p class="teaser">${inside}</p>`,
  furniture: (inside) => markup`<p class="furniture">${inside}</p>`,
}

/** The article with what its questions rest on marked; the first piece of each question's evidence is where its card points. */
function articleOf({ reading, questions }: TextRun, at: number): Markup {
  const passages: Passage[] = questions.flatMap(({ evidence }, index) =>
    evidence.map(({ start, end }) => ({ start, end, question: index + 1 })),
  )
  const met = new Set<number>()
  const pieces = reading.blocks.map((block) =>
    BLOCKS[block.kind](
      segmentsOf(reading.text, block, passages).map(({ text, questions: numbers, ending }) => {
        if (numbers.length === 0) return markup`${text}`
        const fresh = numbers.filter((number) => !met.has(number))
        for (const number of fresh) met.add(number)
        const targets = fresh.map((number) => markup`<a id="${passageId(at, number)}"></a>`)
        const links = ending.map((number) => markup`<a href="#${cardId(at, number)}">${number}</a> `)
        return markup`${targets}<mark>${text}</mark>${ending.length === 0 ? NOTHING : markup`<sup>${links}</sup>`}`
      }),
    ),
  )
  return markup`<article>${pieces}</article>`
}

/** The options as the question holds them, each with its reason; else what is shown beside the stem, the key and why it is right. */
function answersOf(question: Question): Markup {
  if ('options' in question)
    return markup`<ol type="A">${question.options.map(({ text, correct, why }) =>
      correct
        ? markup`<li><span class="key">${text} ✓</span><p class="quiet">${why}</p></li>`
        : markup`<li>${text}<p class="quiet">${why}</p></li>`,
    )}</ol>`
  const { told, options, key } = sayQuestion(question, 'page')
  const shown = options.map((text) => markup`<li>${text}</li>`)
  return markup`<p class="quiet">${told}</p>${shown.length === 0 ? NOTHING : markup`<ul>${shown}</ul>`}
<p class="key">${key}</p><p>${question.explanation}</p>`
}

function cardOf(question: Question, at: number, number: number): Markup {
  const { kind, stem, explanation, evidence, hint, needsArticle } = question
  const accepts = 'accepts' in question ? question.accepts : []
  const more = [
    ...(accepts.length === 0 ? [] : [`Also accepted: ${accepts.join('; ')}`]),
    ...(hint === undefined ? [] : [`Hint: ${hint}`]),
    ...(needsArticle ? ['Only right after its own article'] : []),
    // An explanation that quotes its passage need not have it printed again.
    ...evidence.filter(({ quote }) => !explanation.includes(quote)).map(({ quote }) => `“${quote}”`),
  ]
  return markup`<div class="card" id="${cardId(at, number)}">
<span class="quiet">${kind} · <a href="#${passageId(at, number)}">passage</a></span>
<h3>${number}. ${stem}</h3>
${answersOf(question)}${more.map((line) => markup`<p class="quiet">${line}</p>`)}</div>
`
}

/** One page, complete in itself, of articles with their questions beside them: what the questions rest on marked, options with reasons, keys. All text is escaped. */
export function pageOf(runs: readonly TextRun[]): string {
  const titleOf = ({ file, reading }: TextRun): string => `${file}: ${reading.text.split('\n', 1)[0] ?? ''}`
  const links = runs.map((run, at) => markup`<a href="#t${at}">${titleOf(run)} (${run.questions.length})</a>`)
  const sections = runs.map(
    (run, at) => markup`<section id="t${at}"><h2>${titleOf(run)}</h2>
${articleOf(run, at)}
<div>${run.questions.map((question, index) => cardOf(question, at, index + 1))}</div></section>
`,
  )
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Questions beside their passages</title><style>${STYLE}</style></head>
<body><nav>${links}</nav>
${sections}</body></html>
`.markup
}
