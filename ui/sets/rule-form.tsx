import type { ClassView } from '#server/classes/view'
import type { ArticleLink, Topic } from '#server/library/view'
import type { RuleView } from '#server/sets/view'
import { Field } from '#ui/form/field.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { sayNumberFirst } from '#ui/text/counts.ts'

interface Props {
  readonly rule: RuleView
  readonly most: number
  /** What can be chosen from; those of the rule are among them. */
  readonly articles: readonly ArticleLink[]
  readonly concepts: readonly Topic[]
  readonly sectors: readonly Topic[]
  /** Those the viewer teaches. */
  readonly classes: readonly ClassView[]
}

const KINDS = [2, 3, 4, 5, 6, 7, 8] as const

/** The name itself, where the list does not have it. */
const named = (topics: readonly Topic[], chosen: string | undefined) =>
  [...new Set([...(chosen === undefined ? [] : [chosen]), ...topics.map(({ name }) => name)])].map(
    (name) => [name, name] as const,
  )

/** By what rule questions are drawn. It is sent as an address: what is drawn can be drawn again. */
export function RuleForm({ rule, most, articles, concepts, sectors, classes }: Props) {
  const { count, concept, sector, kinds, unseenBy, isRising, seed } = rule
  return (
    <form action="/sets/draw#drawn" className="bank-form">
      <input type="hidden" name="seed" value={seed} />
      <Field
        name="count"
        label="How many questions"
        type="number"
        min={1}
        max={most}
        defaultValue={count}
        required
      />
      <SelectField
        name="concept"
        label="On a concept"
        choices={named(concepts, concept)}
        defaultValue={concept ?? ''}
      >
        <option value="">Any</option>
      </SelectField>
      <SelectField
        name="sector"
        label="From a sector"
        choices={named(sectors, sector)}
        defaultValue={sector ?? ''}
      >
        <option value="">Any</option>
      </SelectField>
      <SelectField
        name="kinds"
        label="Of several kinds"
        choices={KINDS.map((each) => [each, `${sayNumberFirst(each)} or more`] as const)}
        defaultValue={kinds}
      >
        <option value="1">However it falls</option>
      </SelectField>
      {classes.length > 0 && (
        <SelectField
          name="unseenBy"
          label="New to a class"
          choices={classes.map(({ id, name }) => [id, name] as const)}
          defaultValue={unseenBy ?? ''}
        >
          <option value="">Seen or not</option>
        </SelectField>
      )}
      <SelectField
        name="order"
        label="Order"
        choices={[['mixed', 'Mixed']]}
        defaultValue={isRising ? '' : 'mixed'}
      >
        <option value="">From easy to hard</option>
      </SelectField>
      <details className="from-articles">
        <summary>
          From certain articles only
          {rule.articles.length > 0 && ` (${rule.articles.length} chosen)`}
        </summary>
        <fieldset>
          <legend className="unseen">From these articles only</legend>
          {articles.map(({ slug, title }) => (
            <label key={slug}>
              <input
                type="checkbox"
                name="article"
                value={slug}
                defaultChecked={rule.articles.includes(slug)}
              />{' '}
              {title}
            </label>
          ))}
        </fieldset>
        <p className="soft">The newest are listed; the page of any other leads here.</p>
      </details>
      <p>
        <button type="submit" className="button">
          Draw
        </button>
      </p>
    </form>
  )
}
