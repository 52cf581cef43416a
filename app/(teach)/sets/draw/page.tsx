import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listClasses } from '#server/classes/classes'
import { enter } from '#server/enter'
import { getCard } from '#server/library/card'
import { listLibrary } from '#server/library/list'
import { listTopics } from '#server/library/topics'
import { drawByRule, MOST_DRAWN, readRule } from '#server/sets/rule'
import { Drawn } from '#ui/sets/drawn.tsx'
import { RuleForm } from '#ui/sets/rule-form.tsx'
import { createSet } from '../actions.ts'

export const metadata: Metadata = { title: 'Draw a set', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Topics to choose from. */
const TOPICS = 100

/** A set by rule: the rule on one form, what it draws below, to be kept or drawn again. */
export default async function DrawPage({ searchParams }: Props) {
  const viewer = await enter('make-sets')
  const asked = await searchParams
  const rule = readRule(asked, randomUUID())
  const [drawn, newest, concepts, sectors, classes, chosen] = await Promise.all([
    asked.count === undefined ? undefined : drawByRule(viewer, rule),
    listLibrary(viewer, {}),
    listTopics(viewer, 'concept', TOPICS),
    listTopics(viewer, 'sector', TOPICS),
    listClasses(viewer),
    Promise.all(rule.articles.map((slug) => getCard(viewer, slug))),
  ])
  if (drawn === null) notFound()
  const cards = [...chosen.filter((card) => card !== null), ...newest.articles]
  const articles = [...new Map(cards.map(({ slug, title }) => [slug, { slug, title }])).values()]
  return (
    <div className="frame account">
      <header>
        <h1>Draw a set by rule</h1>
        <p>
          <a href="/sets">Your sets</a> · <a href="/bank">The bank</a>
        </p>
      </header>
      <RuleForm
        rule={rule}
        most={MOST_DRAWN}
        articles={articles}
        concepts={concepts}
        sectors={sectors}
        classes={classes.filter(({ role, isArchived }) => role === 'teacher' && !isArchived)}
      />
      {drawn && (
        <section aria-labelledby="drawn">
          <h2 id="drawn">What was drawn</h2>
          <Drawn rule={rule} rows={drawn} another={randomUUID()} create={createSet} />
        </section>
      )}
    </div>
  )
}
