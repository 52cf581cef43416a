import { type Askable, anotherWay, chanceOf, grouped, type Reason } from '#core'
import { getVersions } from '../questions/versions.ts'
import { sampleVersions } from '../quizzes/sample.ts'
import { getToday, listWays } from '../reviews/queue.ts'
import { settleReviews } from '../reviews/settle.ts'
import { type Asked, getKept, getPlaces, listAnswered, listSameFacts } from './asked.ts'
import { knownFrom, weakConcepts } from './known.ts'
import { rateAnswers } from './rate.ts'
import { getDifficulties } from './ratings.ts'
import type { PracticeBody, WhyView } from './view.ts'

/** A question that could be asked next, and why. */
export interface Candidate extends Askable {
  readonly why: WhyView
}

/** So many facts are looked at for a reason; more would be chosen from no better. */
export const MOST = 20
/** How much of the bank is looked at for what is new, and of each weak concept. */
const NEW = { articles: 16, questions: 48 }
const OF_CONCEPT = { articles: 6, questions: 12 }

/** A version with the reason it is there for. */
export interface Found {
  readonly version: string
  readonly reason: Reason
  readonly why: WhyView
}

/** What a choice depends on. */
export interface Situation {
  readonly personId: string | null
  readonly practice: PracticeBody
  /** The versions asked in this practice so far. */
  readonly session: readonly string[]
  /** By it the bank is sampled and ways are told apart. */
  readonly seed: string
}

/**
 * Everything that could be asked next: facts that are due or were missed, each in another way than last, and questions
 * about facts never asked, of weak concepts and of all. Nothing that needs its article, no fact that this practice has
 * asked about, and nothing settled by a sentence it has shown. It follows from final answers alone.
 */
export const listCandidates = async (situation: Situation): Promise<Candidate[]> =>
  describe(await findCandidates(situation))

/** The same, as far as why each could be asked: what counting them needs. */
export async function findCandidates(situation: Situation): Promise<Found[]> {
  const { personId, session, practice } = situation
  if (personId !== null) {
    await settleReviews(personId)
    await rateAnswers(personId)
  }
  const asked = personId === null ? [] : await listAnswered(personId)
  const [known, fresh] = await Promise.all([
    personId === null ? [] : findKnown({ ...situation, personId }, asked),
    findFresh(situation, asked),
  ])
  const found = unique([...known, ...fresh])
  const [places, spent] = await Promise.all([
    getPlaces([...session, ...found.map(({ version }) => version)], practice),
    listSameFacts(session),
  ])
  const out = new Set(spent)
  const shown = new Set(session.flatMap((version) => places.get(version)?.sentence ?? []))
  return found.filter(({ version }) => {
    const place = places.get(version)
    return place?.fits && !out.has(version) && !(place.sentence && shown.has(place.sentence))
  })
}

/** The first of each version: what is due is not weak or new as well. */
const unique = (found: readonly Found[]): Found[] => [
  ...new Map([...found].reverse().map((each) => [each.version, each])).values(),
]

/** Facts that were asked before and are to be asked again. */
async function findKnown(
  { personId, session, seed }: Situation & { readonly personId: string },
  asked: readonly Asked[],
): Promise<Found[]> {
  const { now, queue } = await getToday(personId)
  const known = knownFrom(asked, now)
  const [missed, longAgo] = [known.missed.slice(0, MOST), known.longAgo.slice(0, 2 * MOST)]
  const kept = await getKept(
    personId,
    [...missed, ...longAgo].map(({ fact }) => fact),
  )
  const reasons = new Map<string, Pick<Found, 'reason' | 'why'>>()
  for (const { fact, at } of longAgo.filter((each) => !kept.has(each.fact)).slice(0, MOST))
    reasons.set(fact, { reason: 'due', why: { sort: 'long-ago', at: at.toISOString() } })
  for (const { fact, at } of missed.filter((each) => !kept.get(each.fact)))
    reasons.set(fact, { reason: 'weak', why: { sort: 'missed', at: at.toISOString() } })
  for (const { fact } of queue.today.slice(0, MOST))
    reasons.set(fact, { reason: 'due', why: { sort: 'due' } })
  const used = new Set(session)
  const ways = grouped(await listWays([...reasons.keys()]), ({ fact }) => fact)
  const before = grouped(asked, ({ fact }) => fact)
  return [...reasons].flatMap(([fact, because]) => {
    const open = (ways.get(fact) ?? []).filter(({ version }) => !used.has(version))
    const way = anotherWay(open, before.get(fact) ?? [], { seed: `${seed} ${fact}` })
    return way ? [{ version: way.version, ...because }] : []
  })
}

/** Questions about facts that were never asked. */
async function findFresh(
  { practice: { sector, concept }, session, seed }: Situation,
  asked: readonly Asked[],
): Promise<Found[]> {
  const seen = [...new Set([...session, ...asked.map(({ version }) => version)])]
  const except = seen.length === 0 ? [] : await listSameFacts(seen)
  const sectors = sector === undefined ? {} : { sectors: [sector] }
  const weak = concept === undefined ? weakConcepts(asked) : []
  const [all, ...ofWeak] = await Promise.all([
    sampleVersions({ ...sectors, ...(concept === undefined ? {} : { concepts: [concept] }) }, seed, {
      ...NEW,
      except,
    }),
    ...weak.map((subject) =>
      sampleVersions({ ...sectors, concepts: [subject] }, seed, { ...OF_CONCEPT, except }),
    ),
  ])
  return [
    ...ofWeak.flatMap((versions, i) =>
      versions.map((version): Found => {
        const subject = weak[i] ?? ''
        return { version, reason: 'weak', why: { sort: 'weak-subject', subject } }
      }),
    ),
    ...all.map((version): Found => ({ version, reason: 'new', why: { sort: 'new' } })),
  ]
}

/** What is known of each: its kind, how hard it is, and what luck gives. */
async function describe(found: readonly Found[]): Promise<Candidate[]> {
  const ids = found.map(({ version }) => version)
  const [versions, difficulties] = await Promise.all([getVersions(ids), getDifficulties(ids)])
  return found.flatMap(({ reason, why }, i) => {
    const version = versions[i]
    const difficulty = version && difficulties.get(version.id)
    if (!version || !difficulty) return []
    const { id, question } = version
    return [{ id, kind: question.kind, reason, why, difficulty, chance: chanceOf(question) }]
  })
}
