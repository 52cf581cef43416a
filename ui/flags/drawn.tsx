import type { DrawnLine } from '#server/flags/view'

/** What people said to a question, and how many of them flagged it. */
export const Drawn = ({ drawn }: { readonly drawn: readonly DrawnLine[] }) =>
  drawn.length === 0 ? (
    <p>Nobody has answered it yet, as far as you see.</p>
  ) : (
    <table className="scores drawn">
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col" className="figure">
            People
          </th>
          <th scope="col" className="figure">
            Flagged it
          </th>
        </tr>
      </thead>
      <tbody>
        {drawn.map(({ given, isRight, people, flagged }) => (
          <tr key={given}>
            <th scope="row">
              {given}
              {isRight && <b className="key-mark"> Right by its key</b>}
            </th>
            <td className="figure">{people}</td>
            <td className="figure">{flagged}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
