import type { Confidence } from '#server/attempts/view'

const WORDS: Readonly<Record<Confidence, string>> = {
  guess: 'Guess',
  'fairly-sure': 'Fairly sure',
  certain: 'Certain',
}
const CONFIDENCES = Object.keys(WORDS) as Confidence[]

/** 'a guess', as it stands in a sentence about an answer. */
export const sayConfidence = (confidence: Confidence): string => WORDS[confidence].toLowerCase()

interface Props {
  readonly chosen: Confidence | undefined
  readonly onChoose: (confidence: Confidence) => void
}

/** How sure the reader is. It may be left out; it changes no mark. */
export function ConfidencePick({ chosen, onChoose }: Props) {
  return (
    <fieldset className="confidence">
      <legend>
        How sure are you? <span className="soft">Optional</span>
      </legend>
      {CONFIDENCES.map((confidence) => (
        <label key={confidence}>
          <input
            type="radio"
            name="confidence"
            value={confidence}
            checked={confidence === chosen}
            onChange={() => onChoose(confidence)}
          />
          <span>{WORDS[confidence]}</span>
        </label>
      ))}
    </fieldset>
  )
}
