import { splitAtReport } from '#core/learner'

/** A text in which what is asked stands out from where and when it was reported. */
export function Reported({ text }: { readonly text: string }) {
  const [before, report, behind] = splitAtReport(text)
  if (report === '') return text
  return (
    <>
      {before}
      <span className="report">{report}</span>
      {behind}
    </>
  )
}
