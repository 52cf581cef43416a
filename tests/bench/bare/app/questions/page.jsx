export const dynamic = 'force-dynamic'

const questions = Array.from({ length: 10 }, (_, i) => ({
  stem: `By how much did the revenue of company ${i} rise in the final quarter of 2024?`,
  options: [5, 8, 13, 32].map((percent) => `${percent + i}%`),
}))

export default function Page() {
  return (
    <main>
      <h1>Ten questions</h1>
      <form>
        {questions.map(({ stem, options }, i) => (
          <fieldset key={stem}>
            <legend>{stem}</legend>
            {options.map((option) => (
              <label key={option}>
                <input type="radio" name={`q${i}`} value={option} /> {option}
              </label>
            ))}
          </fieldset>
        ))}
      </form>
    </main>
  )
}
