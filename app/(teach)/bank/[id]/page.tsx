import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getBankQuestion } from '#server/bank/question'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { listSets } from '#server/sets/sets'
import { AboutQuestion } from '#ui/bank/about-question.tsx'
import { AddHere } from '#ui/bank/add-here.tsx'
import { KeyInWords } from '#ui/bank/key-in-words.tsx'
import { Tags } from '#ui/bank/tags.tsx'
import { EarlierVersions, sayWithdrawn } from '#ui/bank/version.tsx'
import { StemText } from '#ui/questions/stem-text.tsx'
import { RegradeStamp } from '#ui/regrades/stamp.tsx'
import { sayDay } from '#ui/text/dates.ts'
import { addQuestion, addTag, removeTag } from '../../sets/actions.ts'

export const metadata: Metadata = { title: 'A question of the bank', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** Who makes questions, in words. */
const SAID_PROVENANCE: Readonly<Record<string, string>> = {
  engine: 'the engine, by rules',
  person: 'a teacher, by hand',
  import: 'a teacher, by a file',
}

/** A question with its key, its source, its versions, and a teacher's own words on it. */
export default async function BankQuestionPage({ params }: Props) {
  const viewer = await enter('make-sets')
  const id = readId((await params).id)
  const [question, sets] = await Promise.all([id && getBankQuestion(viewer, id), listSets(viewer)])
  if (!question) notFound()
  const { newest, earlier, because, provenance } = question
  const targets = sets.flatMap(({ id, title, isArchived }) => (isArchived ? [] : [{ id, title }]))
  return (
    <div className="frame account">
      <header>
        <p className="label">{newest.withdrawn ? 'Question, withdrawn' : 'Question'}</p>
        <h1>
          <StemText text={newest.stem} />
        </h1>
        <AboutQuestion row={question} />
        {newest.withdrawn && <p className="notice">{sayWithdrawn(newest)}</p>}
        <p className="soft">
          Version {newest.number}, {sayDay(newest.createdAt, 'short')}, made by{' '}
          {SAID_PROVENANCE[provenance] ?? provenance}
          {because !== '' && `; ${because}`}. <a href="/bank">The bank</a>
        </p>
      </header>
      <section aria-labelledby="key">
        <h2 id="key">Key and source</h2>
        {newest.regraded && (
          <p>
            <RegradeStamp regraded={newest.regraded} /> <span className="soft">Right by now:</span>{' '}
            <b>{newest.regraded.key}</b>
          </p>
        )}
        <KeyInWords told={newest} />
      </section>
      {newest.withdrawn === null && (
        <section aria-labelledby="add">
          <h2 id="add">Put it into a set</h2>
          <AddHere targets={targets} version={newest.version} stem={newest.stem} add={addQuestion} />
        </section>
      )}
      <section aria-labelledby="words">
        <h2 id="words">Your words on it</h2>
        <p className="soft">For finding it again. Nobody else sees them.</p>
        <Tags question={question.question} initial={question.tags} add={addTag} remove={removeTag} />
      </section>
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">Earlier versions</h2>
          <EarlierVersions earlier={earlier} />
        </section>
      )}
    </div>
  )
}
