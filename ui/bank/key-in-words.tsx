import type { VersionView } from '#server/bank/view'
import { Cross, Tick } from '#ui/frame/icons.tsx'
import { Passages } from '#ui/player/passage.tsx'

type Told = Pick<
  VersionView,
  'key' | 'accepts' | 'parts' | 'correction' | 'explanation' | 'hint' | 'passages'
>

/** The key of a question: what is right, why each part is right or wrong, and the sentence that settles it. */
export function KeyInWords({ told }: { readonly told: Told }) {
  const { key, accepts, parts, correction, explanation, hint, passages } = told
  return (
    <>
      <dl className="key-of">
        <dt>Key</dt>
        <dd>
          <b>{key}</b>
          {accepts !== '' && <span className="soft"> ({accepts})</span>}
        </dd>
        {correction !== '' && (
          <>
            <dt>As it was</dt>
            <dd>{correction}</dd>
          </>
        )}
        <dt>Why</dt>
        <dd>{explanation}</dd>
        {hint !== '' && (
          <>
            <dt>Hint</dt>
            <dd>{hint}</dd>
          </>
        )}
      </dl>
      {parts.length > 0 && (
        <ul className="key-parts">
          {parts.map(({ text, isRight, why }) => (
            <li key={`${text} ${why}`}>
              <span className="sign" data-standing={isRight ? 'right' : 'wrong'}>
                {isRight ? <Tick /> : <Cross />} {isRight ? 'Right' : 'Wrong'}
              </span>{' '}
              <b>{text}</b> <span className="soft">{why}</span>
            </li>
          ))}
        </ul>
      )}
      {passages.length > 0 ? (
        <Passages passages={passages} />
      ) : (
        <p className="notice">
          Not sourced: no sentence of an article settles this question. Check the key yourself.
        </p>
      )}
    </>
  )
}
