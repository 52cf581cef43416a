import type { Mastery } from '#core'
import { sayShare } from '#ui/text/share.ts'
import { sayEvidence } from './evidence.ts'
import { ShareBar } from './share-bar.tsx'

interface Props {
  readonly names: readonly Mastery[]
  readonly caption: string
  readonly sayName: (name: string) => string
  /** Where there is more on a name; null where no page is about it. */
  readonly addressOf: ((name: string) => string) | null
}

/** Names with how often one was right about each, in words and as a picture. */
export function MasteryTable({ names, caption, sayName, addressOf }: Props) {
  return (
    <table className="scores mastery">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Right so far</th>
          <th scope="col">May settle at</th>
        </tr>
      </thead>
      <tbody>
        {names.map((each) => (
          <tr key={each.name}>
            <th scope="row">
              {addressOf ? <a href={addressOf(each.name)}>{sayName(each.name)}</a> : sayName(each.name)}
              <span className="evidence">{sayEvidence(each)}</span>
            </th>
            <td>
              <ShareBar share={each.right / each.asked} range={each.range} />
              <span className="evidence">
                {sayShare(each.range.low)} to {sayShare(each.range.high)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
