import type { DifferenceView, VersionView } from './view.ts'

type Compared = Pick<VersionView, 'stem' | 'key' | 'parts' | 'accepts' | 'explanation' | 'passages'>

/** What of a version can differ, each as one text, in the order in which a teacher reads it. */
const TEXTS: { readonly [P in DifferenceView['part']]: (version: Compared) => string } = {
  stem: ({ stem }) => stem,
  key: ({ key, accepts }) => (accepts === '' ? key : `${key}; also ${accepts}`),
  options: ({ parts }) => parts.map(({ text }) => text).join('; '),
  explanation: ({ explanation }) => explanation,
  passage: ({ passages }) => passages.map(({ quote }) => quote).join(' … '),
}

/** What changed from one version of a question to another; nothing where both say the same. */
export const differencesOf = (before: Compared, after: Compared): DifferenceView[] =>
  (Object.keys(TEXTS) as DifferenceView['part'][]).flatMap((part) => {
    const [was, is] = [TEXTS[part](before), TEXTS[part](after)]
    return was === is ? [] : [{ part, before: was, after: is }]
  })
