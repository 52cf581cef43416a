import type { BankQuery, Measured, TagView, Use } from '#server/bank/view'
import type { Topic } from '#server/library/view'
import { SAID_LEVELS } from '#ui/article/topics.ts'
import { Field } from '#ui/form/field.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { SAID_KINDS } from '#ui/questions/said-kinds.ts'

/** How hard questions have proved, in words. */
export const SAID_MEASURED: { readonly [M in Measured]: string } = {
  easy: 'Four in five get it right, or more',
  medium: 'Half get it right, or more',
  hard: 'Fewer than half get it right',
  unknown: 'Fewer than ten answers yet',
}

/** Where questions have been asked, in words. */
export const SAID_USES: { readonly [U in Use]: string } = {
  mine: 'In a set of mine',
  asked: 'Asked in some quiz',
  never: 'In neither',
}

interface Props {
  readonly query: BankQuery
  readonly set: string | undefined
  readonly concepts: readonly Topic[]
  readonly tags: readonly TagView[]
}

const Any = () => <option value="">Any</option>

/** What the bank is searched for. It is sent as an address, so that a search can be kept. */
export function BankForm({ query, set, concepts, tags }: Props) {
  const { q, article, title, concept, kind, level, measured, used, tag } = query
  const isNamed = concept === undefined || concepts.some(({ name }) => name === concept)
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every browser that is served
    <form action="/bank#found" role="search" className="bank-form">
      {article !== undefined && <input type="hidden" name="article" value={article} />}
      {set !== undefined && <input type="hidden" name="set" value={set} />}
      <Field name="q" label="Words of the question" type="search" defaultValue={q} maxLength={200} />
      {article === undefined && (
        <Field
          name="title"
          label="Words of the article’s title"
          type="search"
          defaultValue={title}
          maxLength={200}
        />
      )}
      <SelectField name="kind" label="Kind" choices={Object.entries(SAID_KINDS)} defaultValue={kind ?? ''}>
        <Any />
      </SelectField>
      <SelectField
        name="concept"
        label="Concept"
        choices={[
          ...(isNamed ? [] : [[concept ?? '', concept ?? ''] as const]),
          ...concepts.map(({ name }) => [name, name] as const),
        ]}
        defaultValue={concept ?? ''}
      >
        <Any />
      </SelectField>
      <SelectField
        name="level"
        label="How hard it should be"
        choices={Object.entries(SAID_LEVELS)}
        defaultValue={level ?? ''}
      >
        <Any />
      </SelectField>
      <SelectField
        name="measured"
        label="How hard it has proved"
        choices={Object.entries(SAID_MEASURED)}
        defaultValue={measured ?? ''}
      >
        <Any />
      </SelectField>
      <SelectField name="used" label="Used" choices={Object.entries(SAID_USES)} defaultValue={used ?? ''}>
        <Any />
      </SelectField>
      {tags.length > 0 && (
        <SelectField
          name="tag"
          label="With a word of yours"
          choices={tags.map(({ word, questions }) => [word, `${word} (${questions})`] as const)}
          defaultValue={tag ?? ''}
        >
          <Any />
        </SelectField>
      )}
      <p>
        <button type="submit" className="button">
          Search
        </button>
      </p>
    </form>
  )
}
