import type { ReactNode } from 'react'
import type { PaperBody } from '#core'

/** A line to write on. */
const Blank = ({ isShort = false }: { readonly isShort?: boolean }) => (
  <span className="paper-blank" data-short={isShort || undefined} aria-hidden="true" />
)

/** In the units of the drawing. */
const SCALE = { width: 400, height: 24, end: 4 }

function ScaleLine({ marks }: { readonly marks: readonly string[] }) {
  const { width, height, end } = SCALE
  const placeOf = (i: number) => end + ((width - 2 * end) * i) / (marks.length - 1)
  return (
    <>
      <svg className="paper-scale" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <line x1={end} x2={width - end} y1={height / 2} y2={height / 2} />
        {marks.map((mark, i) => (
          <line key={mark} x1={placeOf(i)} x2={placeOf(i)} y1="4" y2={height - 4} />
        ))}
      </svg>
      <p className="paper-marks">
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </p>
    </>
  )
}

type Draw = { readonly [Sort in PaperBody['sort']]: (body: Extract<PaperBody, { sort: Sort }>) => ReactNode }

/** How what is filled in is drawn: a sort that is missing does not compile. */
const BODIES: Draw = {
  boxes: ({ options }) => (
    <ul className="paper-boxes">
      {options.map(({ letter, text }) => (
        <li key={text}>
          <span className="paper-box" aria-hidden="true" /> {letter !== '' && `${letter}) `}
          {text}
        </li>
      ))}
    </ul>
  ),
  line: ({ unit }) => (
    <p className="paper-line">
      <Blank /> {unit}
    </p>
  ),
  order: ({ items }) => (
    <ul className="paper-boxes">
      {items.map((item) => (
        <li key={item}>
          <Blank isShort /> {item}
        </li>
      ))}
    </ul>
  ),
  pairs: ({ lefts, rights }) => (
    <div className="paper-pairs">
      <ol>
        {lefts.map((left, i) => (
          <li key={left}>
            {i + 1}. {left} <Blank isShort />
          </li>
        ))}
      </ol>
      <ol>
        {rights.map(({ letter, text }) => (
          <li key={letter}>
            {letter}) {text}
          </li>
        ))}
      </ol>
    </div>
  ),
  scale: ({ marks, unit }) => (
    <>
      <ScaleLine marks={marks} />
      <p className="paper-line">
        <Blank /> {unit}
      </p>
    </>
  ),
}

/** What is ticked or written under a question. */
export const Body = ({ body }: { readonly body: PaperBody }) => BODIES[body.sort](body as never)
