import type { Metadata } from 'next'
import { listOpenCorrections } from '#server/corrections/find'
import { enter } from '#server/enter'
import { ORIGIN_WORDS } from '#ui/corrections/words.ts'
import { Moment } from '#ui/text/moment.tsx'

export const metadata: Metadata = { title: 'Corrections', robots: { index: false } }

/** Texts that wait beside those that stand. */
export default async function CorrectionsPage() {
  const open = await listOpenCorrections(await enter('correct-articles'))
  return (
    <div className="frame account">
      <h1>Corrections</h1>
      {open.length === 0 ? (
        <p>Nothing waits. To correct an article, open it and press ‘Correct it’.</p>
      ) : (
        <ul className="people">
          {open.map(({ id, title, origin, at }) => (
            <li key={id}>
              <a href={`/corrections/${id}`}>{title}</a>{' '}
              <span className="soft">
                {ORIGIN_WORDS[origin]}, <Moment at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
