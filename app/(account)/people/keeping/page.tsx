import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { getKeeping } from '#server/mine/keeping'
import { KeepingForm } from '#ui/account/keeping-form.tsx'
import { previewGoing, updateKeeping } from '../actions.ts'

export const metadata: Metadata = { title: 'How long things are kept', robots: { index: false } }

/** For admins: how long things are kept that would otherwise stay, and what would go. */
export default async function KeepingPage() {
  await enter('change-school')
  const keeping = await getKeeping()
  return (
    <div className="frame account">
      <header>
        <h1>How long things are kept</h1>
        <p>
          <a href="/people">People</a>
        </p>
      </header>
      <p>
        {keeping.isOn ? 'Old things go by themselves, every night.' : 'Nothing goes by itself yet.'} Answers
        stay without a name, for how many got a question right. Accounts that are to go have seven days in
        which their owners can keep them.
      </p>
      <KeepingForm keeping={keeping} preview={previewGoing} update={updateKeeping} />
    </div>
  )
}
