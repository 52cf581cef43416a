import { KeyList } from '#ui/frame/key-list.tsx'

const KEYS = [
  ['1 to 6', 'choose that option, or go to that part'],
  ['Enter', 'check, and go on'],
  ['H', 'show the hint, between two tries'],
  ['S', 'read the article'],
  ['F', 'say that something is wrong'],
  ['?', 'this list'],
] as const

interface Props {
  /** Whether the article may be opened beside the question; in a test it may not. */
  readonly hasSource: boolean
  /** Whether a question may have several tries. */
  readonly hasHint: boolean
  readonly isOn: boolean
  readonly onTurn: (isOn: boolean) => void
  readonly onClose: () => void
}

/** What the keys do on a question's page. */
export const QuestionKeys = ({ hasSource, hasHint, ...list }: Props) => (
  <KeyList keys={KEYS.filter(([key]) => (hasSource || key !== 'S') && (hasHint || key !== 'H'))} {...list} />
)
