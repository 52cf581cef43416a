import type { OthersView } from '#server/attempts/view'

const WHO: Readonly<Record<OthersView['who'], (people: number) => string>> = {
  class: (people) => `Of the first ${people} in your class`,
  readers: (people) => `Of the first ${people} readers`,
}

/** How the others did: no names, and no place among them. */
export const Others = ({
  others: { who, people, lower, middle, upper },
}: {
  readonly others: OthersView
}) => (
  <p className="soft">
    {WHO[who](people)} half have up to {middle}%
    {lower < upper && `, and the middle half lie between ${lower}% and ${upper}%`}.{' '}
    <a href="/review#how">Do not show this</a>
  </p>
)
