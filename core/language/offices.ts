import { grouped } from '../grouped.ts'
import type { Lexicon, Office } from '../lexicon.ts'
import { keepWith } from '../remember.ts'

/** The offices of a lexicon by their group, each once. */
const groupsOf = keepWith(({ offices }: Lexicon) => grouped(new Set(offices.values()), ({ group }) => group))

/** How a title is put: 'CEO', 'chief executive officer', 'chief executive'. */
const formOf = (title: string): 'short' | 'officer' | 'plain' =>
  /^[A-Z]{2,4}$/.test(title) ? 'short' : / officer$/.test(title) ? 'officer' : 'plain'

/** An office in the form of another title, where it has that form. */
const inForm = ({ titles, name }: Office, form: ReturnType<typeof formOf>): string =>
  (form === 'plain' ? undefined : titles.find((title) => formOf(title) === form)) ?? name

/** Whether one person often holds both, so that neither is a wrong answer beside the other; false too where the lists know either not. */
export function areSeparate({ offices }: Lexicon, one: string, other: string): boolean {
  const [ours, theirs] = [offices.get(one.toLowerCase()), offices.get(other.toLowerCase())]
  return (
    ours !== undefined &&
    theirs !== undefined &&
    ours !== theirs &&
    !ours.together.has(theirs.name) &&
    !theirs.together.has(ours.name)
  )
}

/** More than any question needs. */
const MOST_BESIDE = 6

/** Titles of like rank that a holder of this one does not hold besides, nor two of them one person, in its form; the most met first. None where the lists do not know it, or know that many hold several. */
export function officesBeside(lexicon: Lexicon, title: string): string[] {
  const office = lexicon.offices.get(title.toLowerCase())
  // Which of the quoted is an economist and which a strategist is not worth asking.
  if (!office?.isFullTime || office.group === 'analysis') return []
  const beside: Office[] = []
  for (const other of groupsOf(lexicon).get(office.group) ?? []) {
    if (beside.length === MOST_BESIDE) break
    if ([office, ...beside].every(({ name }) => areSeparate(lexicon, name, other.name))) beside.push(other)
  }
  const form = formOf(title)
  return beside.map((other) => inForm(other, form))
}
