import { mentionsOf } from '../../article/things.ts'
import { keepWith } from '../../remember.ts'
import { companyMeant } from './antecedent.ts'
import { isHyphen, type Marked, posAt, wordAt } from './marked.ts'
import type { Scene } from './scene.ts'
import { COMPANY_HEADS } from './words.ts'

const LONGEST = 5

/** 'The Russian oil giant', 'the struggling retailer': the company meant, where its trade and country are not known to be others; null where that cannot be told, undefined where the words describe no company. */
export function describedCompany(
  scene: Scene,
  marked: Marked,
  i: number,
): { readonly text: string; readonly to: number } | null | undefined {
  let head = i + 1
  while (head < i + LONGEST && !COMPANY_HEADS.has(wordAt(marked, head)) && describes(marked, head)) head++
  const noun = wordAt(marked, head)
  if (head === i + 1 || !COMPANY_HEADS.has(noun) || posAt(marked, head) !== 'NOUN') return undefined
  // 'the property business' is a part of a firm, 'the central bank' no firm
  if (noun === 'business' || (noun === 'bank' && wordAt(marked, head - 1) === 'central')) return undefined
  // 'the retail group Harrow' names it; 'the oil company of Norway' is told from others
  const isNamedBehind = marked.names[head + 1]?.sort === 'organisation'
  if (isNamedBehind || /^(?:NOUN|PROPN)$/.test(posAt(marked, head + 1))) return undefined
  if (/^(?:of|that|which|behind|in|for)$/.test(wordAt(marked, head + 1))) return undefined
  const words = marked.tokens.slice(i + 1, head).map(({ text }) => text)
  if (
    words.some((word) =>
      /(?:est|first|second|third|other|another|same|rival|only|leading|top)$|^(?:new|old|existing|former|combined|merged|future|local|would)$/i.test(
        word,
      ),
    )
  )
    return undefined
  const meant = companyMeant(scene, marked, i, noun)
  if (meant === null) return null
  // 'the High Street retailer' names none, 'the Walkman maker' one that may not be the nearest
  const hasThing = marked.names.slice(i + 1, head).some((name) => name?.sort === 'other')
  if (hasThing && meant !== scene.main) return null
  if (isSaidOfAnother(scene, words, meant)) return null
  const known = mentionsOf(scene.reading, meant)[0]
  const nations = words.flatMap((word) => scene.reading.nations.get(word) ?? [])
  return nations.some((nation) => isElsewhere(scene, meant, nation, known?.country))
    ? null
    : { text: meant, to: head + 1 }
}

/** How near a country stands to the name of what is of it. */
const NEAR_NAME = 8

/** Whether a firm is not known to be of a nation: it is of another one, the article names another beside it, or none beside what is not its main firm. */
function isElsewhere(scene: Scene, meant: string, nation: string, country: string | undefined): boolean {
  if (country !== undefined) return country !== nation
  const near = nationsBeside(scene).get(meant)
  return near === undefined ? meant !== scene.main && scene.reading.country !== nation : !near.has(nation)
}

/** The countries that stand right beside the name of a firm somewhere in the article, by that name. */
const nationsBeside = keepWith((scene: Scene): ReadonlyMap<string, ReadonlySet<string>> => {
  const beside = new Map<string, Set<string>>()
  for (const { tokens, names } of scene.marked) {
    const nations = tokens.map(({ text }, i) =>
      names[i]?.isCountry ? names[i].canonical : scene.reading.nations.get(text),
    )
    if (nations.every((nation) => nation === undefined)) continue
    for (const [i, name] of names.entries()) {
      if (name?.sort !== 'organisation') continue
      for (const nation of nations.slice(Math.max(0, i - NEAR_NAME), i + NEAR_NAME))
        if (nation !== undefined)
          beside.set(name.canonical, (beside.get(name.canonical) ?? new Set()).add(nation))
    }
  }
  return beside
})

/** Whether the article puts one of the words right before another name and never before this one: 'the oil giant' after 'oil group Orrin' is hardly Velt. */
function isSaidOfAnother(scene: Scene, words: readonly string[], meant: string): boolean {
  const trades = new Set(words.map((word) => scene.reading.nations.get(word) ?? word))
  const called = calledBy(scene)
  const named = [...trades].flatMap((word) => [...(called.get(word) ?? [])])
  return named.length > 0 && !named.includes(meant)
}

/** The bodies before whose names a word stands as a noun ('oil group Orrin'), by that word. */
const calledBy = keepWith((scene: Scene): ReadonlyMap<string, ReadonlySet<string>> => {
  const called = new Map<string, Set<string>>()
  for (const { tokens, names } of scene.marked)
    for (const [i, name] of names.entries()) {
      if (name?.sort !== 'organisation' || name === names[i - 1] || names[i - 1]) continue
      // 'India's Orrin'
      const land = /^['’]s?$/.test(tokens[i - 1]?.text ?? '') ? names[i - 2] : undefined
      if (land?.sort === 'place')
        called.set(land.canonical, (called.get(land.canonical) ?? new Set()).add(name.canonical))
      if (!COMPANY_HEADS.has(tokens[i - 1]?.lower ?? '')) continue
      const word = tokens[i - 2]
      if (word?.pos !== 'NOUN') continue
      called.set(word.text, (called.get(word.text) ?? new Set()).add(name.canonical))
    }
  return called
})

const describes = (marked: Marked, i: number): boolean =>
  /^(?:ADJ|NOUN|PROPN|VERB)$/.test(posAt(marked, i)) ||
  /^(?:place|other)$/.test(marked.names[i]?.sort ?? '') ||
  isHyphen(marked, i)
