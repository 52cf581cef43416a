import type { ChangeFinding, LevelFinding, Subject } from '../finding.ts'
import { possessive } from '../possessive.ts'
import { behind, type Figure, figureAt } from '../sentence/figures.ts'
import { lastOfName, type Marked, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'
import { ownMeasure, withThe } from '../subject.ts'
import { changeFinding } from './change-finding.ts'
import { levelFinding } from './level-finding.ts'

/** A further figure of a sentence that leaves out all but whose it is: '(Orrin's shares lost 11%,) Velt's 13%'. */
interface Item {
  readonly owner: string
  readonly figure: Figure
  readonly end: number
}

/** Behind 'Velt's' or 'those of Velt (, a bank,)' at a token: whose the figure is, and where it stands. */
function ownerAt(marked: Marked, at: number): { readonly owner: string; readonly to: number } | null {
  const isThose = /^(?:that|those)$/.test(wordAt(marked, at)) && wordAt(marked, at + 1) === 'of'
  const from = isThose ? at + 2 : at
  const name = marked.names[from]
  if (name?.sort !== 'organisation' && name?.sort !== 'place') return null
  const to = lastOfName(marked, from) + 1
  if (!isThose) return /^['’]s?$/.test(wordAt(marked, to)) ? { owner: name.canonical, to: to + 1 } : null
  const isAside = wordAt(marked, to) === ',' && /^(?:an?|the)$/.test(wordAt(marked, to + 1))
  const close = isAside ? marked.tokens.findIndex(({ text }, i) => i > to && text === ',') : -1
  return { owner: name.canonical, to: close === -1 ? to : close + 1 }
}

/** The figures of other owners that follow a first one, as long as nothing else stands between. */
function itemsBehind(marked: Marked, first: Figure): Item[] {
  const items: Item[] = []
  let end = behind(marked, first)
  for (;;) {
    const comma = wordAt(marked, end) === ',' ? end + 1 : end
    const at = wordAt(marked, comma) === 'and' ? comma + 1 : comma
    const owner = at > end ? ownerAt(marked, at) : null
    const figure = owner && figureAt(marked, owner.to)
    if (!owner || !figure || figure.range.from !== owner.to || !isLike(figure, first)) return items
    end = behind(marked, figure)
    // 'Velt's 5% stake' is no figure of that kind
    if (!/^(?:[,.;]|and|)$/.test(wordAt(marked, end))) return items
    items.push({ owner: owner.owner, figure, end })
  }
}

const isLike = ({ quantity: a }: Figure, { quantity: b }: Figure): boolean =>
  a.kind === b.kind && a.unit === b.unit && a.per === b.per && a.high === undefined

/** The same measure of another; null where the first is not told by its owner and a measure alone: 'Orrin's shares'. */
function ofAnother(scene: Scene, { owner, text, measure, isPlural }: Subject, whose: string): Subject | null {
  const own = owner === undefined ? [] : [`${possessive(owner)} ${measure}`, `${owner}'s ${measure}`]
  if (!own.includes(text) || whose === owner) return null
  return ownMeasure(whose, measure, isPlural, withThe(scene, whose))
}

const firstOf = (marked: Marked, quantity: Figure['quantity'] | undefined): Figure | null =>
  quantity === undefined ? null : figureAt(marked, marked.quantities.indexOf(quantity))

/** The changes of others that a sentence tells behind a first one without its words: 'Orrin's shares lost 11%, Velt's 13% and those of Sorn 18%'. */
export function changesOfOthers(scene: Scene, change: ChangeFinding): ChangeFinding[] {
  const { marked, clause, by, to, from, subject, verb, past, fact, when } = change
  const first = to || from ? null : firstOf(marked, by)
  const { direction, status } = fact
  if (!first || !clause || !direction) return []
  return itemsBehind(marked, first).flatMap(({ owner, figure, end }): ChangeFinding[] => {
    const whose = ofAnother(scene, subject, owner)
    const told =
      whose &&
      changeFinding({
        scene,
        marked,
        subject: whose,
        figures: { by: figure, end: behind(marked, figure) },
        direction,
        verb,
        past,
        status,
        when,
        range: { from: figure.range.from, to: end },
        limit: end,
        clause,
      })
    return told ? [{ ...told, comparison: change.comparison }] : []
  })
}

/** The levels of others that a sentence tells behind a first one: 'Orrin's revenue was $5bn, Velt's $4bn'. */
export function levelsOfOthers(scene: Scene, level: LevelFinding): LevelFinding[] {
  const { marked, quantity, subject, fact, when, clause } = level
  const first = firstOf(marked, quantity)
  if (!first) return []
  return itemsBehind(marked, first).flatMap(({ owner, figure }): LevelFinding[] => {
    const whose = ofAnother(scene, subject, owner)
    if (!whose) return []
    const { status } = fact
    const parts = { scene, marked, subject: whose, quantity: figure.quantity, status, when }
    return [levelFinding({ ...parts, ...(clause ? { clause } : {}) })]
  })
}
