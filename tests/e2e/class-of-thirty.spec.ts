import fs from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { createRandom } from '#core'
import { closeStore } from '#server/db'
import { reference } from '../core/statistics/support/reference.ts'
import { moveBackMinutes } from '../support/past.ts'
import { ADMIN, fillSignUp, freshMail, join, makeClass, signIn } from './members.ts'
import { expect, test } from './reader.ts'
import { localIn, openAnother, openRules } from './school.ts'
import { ASKED, matrixOf, openScripted, type Plan, planOf, type Scripted, scoreOf } from './thirty.ts'

const random = createRandom('a class of thirty')
const STEMS = ASKED.map(({ stem }) => stem)
/** Who is called what, and what each puts down; who knows more stands further down. */
const CLASS = Array.from({ length: 30 }, (_, i) => ({
  name: `Learner ${String(i + 1).padStart(2, '0')}`,
  plan: planOf(i / 29, random),
}))
/** Three whom their teacher's rules treat otherwise: more time, late in the grace, and two attempts. */
const [SLOW, LATE, TWICE] = [27, 28, 29] as const
const SECOND_TRY: Plan = ASKED.map(({ ways }, place) => (place === 0 ? (ways[1] ?? null) : (ways[0] ?? null)))
const LATE_LOSES = 0.1
const MINUTES_AGO = 40

/** What counts for somebody in the end, reckoned from what they put down. */
function gradeOf(place: number, credited: readonly string[] = []): number {
  const score = scoreOf(CLASS[place]?.plan ?? [], credited)
  if (place === LATE) return score * (1 - LATE_LOSES)
  return place === TWICE ? Math.max(score, scoreOf(SECOND_TRY, credited)) : score
}
const whole = (score: number): string => `${Math.round(score * 100)}%`
const tenth = (score: number): number => Math.round(score * 1_000) / 10
const figure = (value: number | null | undefined): string =>
  (value ?? Number.NaN).toFixed(2).replace('-', '−')

/** A teacher in a browser of their own, whom the admin of the page has invited. */
async function openInvited(admin: Page): Promise<Page> {
  const link = await invite(admin)
  const page = await openAnother(admin)
  await page.goto(link)
  await fillSignUp(page, freshMail())
  await page.waitForURL('**/me')
  return page
}

/** Has the admin of the page invite a teacher; gives the link. */
async function invite(admin: Page): Promise<string> {
  await admin.goto('/people')
  await admin.getByRole('button', { name: 'Make an invitation' }).click()
  return (await admin.locator('.made-link').textContent()) ?? ''
}

/** Sign-in names and passwords, as the slips tell them, in the order of the class. */
async function makeSlips(teacher: Page): Promise<readonly (readonly [name: string, password: string])[]> {
  await teacher.getByLabel('Names, one a line').fill(CLASS.map(({ name }) => name).join('\n'))
  await teacher.getByRole('button', { name: 'Make the accounts' }).click()
  await expect(teacher.locator('.slips li')).toHaveCount(CLASS.length)
  const slips = await teacher
    .locator('.slips li')
    .evaluateAll((all) =>
      all.map((slip) => [
        slip.querySelector('b')?.textContent ?? '',
        ...[...slip.querySelectorAll('code')].map((code) => code.textContent),
      ]),
    )
  return CLASS.map(({ name }) => {
    const [, signInName = '', password = ''] = slips.find(([whose]) => whose === name) ?? []
    return [signInName, password]
  })
}

/** Six at a time. */
async function forEach<Row>(
  rows: readonly Row[],
  work: (row: Row, place: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += 6)
    await Promise.all(rows.slice(from, from + 6).map((row, i) => work(row, from + i)))
}

/** The texts of a table's cells, a row each, without what is said small in them. */
const cellsOf = (table: Locator): Promise<string[][]> =>
  table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement
        for (const small of copy.querySelectorAll('small, .evidence, .key-mark, svg')) small.remove()
        return copy.textContent.trim()
      }),
    ),
  )

/** What stands in a list of terms, by term. */
const termsOf = async (list: Locator): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await list
      .locator('> div')
      .evaluateAll((rows) =>
        rows.map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]),
      ),
  )

/** Compares the page of what they got wrong with the statistics by the textbook. */
async function checkAnalysis(page: Page): Promise<void> {
  // Of each the first attempt counts.
  const told = reference(
    matrixOf(CLASS.map(({ plan }) => plan)),
    ASKED.map(({ options }) => options.length),
  )
  const ofAll = await termsOf(page.locator('section[aria-labelledby=whole] dl'))
  expect(ofAll).toMatchObject({
    'Handed in': '30 people',
    'On average': whole(told.mean.value ?? 0),
    'In the middle': whole(told.median.value ?? 0),
    'How well it ranks': figure(told.alpha.value),
  })
  const questions = page.locator('ol.analysed > li')
  await expect(questions).toHaveCount(ASKED.length)
  for (const [place, { stem, options }] of ASKED.entries()) {
    const question = questions.nth(place)
    const item = told.items[place]
    await expect(question.locator('summary')).toContainText(stem.split('_____').at(-1)?.trim() ?? '')
    expect(await termsOf(question.locator('dl'))).toMatchObject({
      'Mean mark': whole(item?.facility.value ?? 0),
      'Best third less weakest': figure(item?.upperLower.value),
      'Goes with the rest': figure(item?.correlation.value),
      'Left blank': `${item?.blanks.people} of 30`,
    })
    if (options.length > 0)
      expect(await cellsOf(question.locator('table'))).toEqual(
        options.map((option, at) => {
          const drawn = item?.options[at]
          return [option, `${drawn?.chosen.people} of 30`, whole(drawn?.upper ?? 0), whole(drawn?.lower ?? 0)]
        }),
      )
  }
}

/** Compares the gradebook, whichever way it is asked for, with the grades reckoned here. */
async function checkGradebook(teacher: Page, gradebook: string, credited: readonly string[]): Promise<void> {
  const grades = CLASS.map(({ name }, place) => ({ name, grade: gradeOf(place, credited) }))
  await teacher.goto(gradebook)
  expect(await cellsOf(teacher.locator('.gradebook'))).toEqual(
    grades.map(({ name, grade }) => [name, whole(grade), whole(grade)]),
  )
  await teacher.goto(`${gradebook}?sort=total&down=1`)
  expect((await cellsOf(teacher.locator('.gradebook'))).map(([, total]) => total)).toEqual(
    grades
      .map(({ grade }) => grade)
      .sort((a, b) => b - a)
      .map(whole),
  )
  const file = teacher.waitForEvent('download')
  await teacher.getByRole('link', { name: 'all of it as text (CSV)' }).click()
  const [, ...rows]: string[][] = parse(fs.readFileSync(await (await file).path()), { bom: true })
  expect(rows.map(([name, grade, total]) => [name, Number(grade), Number(total)])).toEqual(
    grades.map(({ name, grade }) => [name, tenth(grade), tenth(grade)]),
  )
}

test('a class of thirty takes a quiz, and every figure told of it is the one reckoned from what they put down', async ({
  page: admin,
}) => {
  test.setTimeout(420_000)
  await signIn(admin, ADMIN.mail)
  const teacher = await openInvited(admin)
  const name = `Thirty ${Date.now()}`
  teacher.setDefaultTimeout(20_000)
  const home = await makeClass(teacher, name)
  const slips = await makeSlips(teacher)

  const [, article = ''] = /^\/articles\/(.+)\/quiz$/.exec(process.env.EVERY_KIND ?? '') ?? []
  await teacher.goto(`/assign?article=${article}`)
  await teacher.getByLabel('Class', { exact: true }).selectOption({ label: name })
  await teacher
    .getByLabel('When they see how it went')
    .selectOption('When it has closed for everybody (test)')
  await teacher.getByLabel('Closes', { exact: true }).fill(localIn(60))
  await openRules(teacher)
  for (const [label, value] of [
    ['Time limit in minutes', 45],
    ['Minutes of grace', 10],
    ['Late work loses, per day, in per cent', LATE_LOSES * 100],
    ['Attempts', 2],
  ] as const)
    await teacher.getByLabel(label, { exact: true }).fill(String(value))
  await teacher.getByRole('button', { name: 'Assign', exact: true }).click()
  await teacher.getByRole('heading', { name: '0 of 30 handed in' }).waitFor()
  const quiz = teacher.url()
  const assignment = new URL(quiz).pathname.split('/').at(-1) ?? ''
  const standingOf = (place: number) =>
    teacher.locator('.standings li').filter({ hasText: CLASS[place]?.name ?? '' })
  const slow = standingOf(SLOW)
  await slow.locator('summary').click()
  await slow.getByLabel('Time limit times').fill('1.5')
  await slow.getByRole('button', { name: 'Lay down' }).click()
  await expect(slow).toContainText('own terms')

  // All take it in time but two, who have still something to do when it closes.
  const people: Scripted[] = []
  const attempts: string[] = []
  const finish = new Map<number, () => Promise<void>>()
  await forEach(slips, async ([signInName, password], place) => {
    const somebody = await openScripted(signInName, password)
    people[place] = somebody
    const { plan } = CLASS[place] ?? { plan: [] }
    const taken = await somebody.start(assignment)
    attempts.push(taken.id)
    const isStillAtIt = place === SLOW || place === LATE
    await taken.answer(plan, isStillAtIt ? STEMS.slice(0, 5) : STEMS)
    if (isStillAtIt)
      finish.set(place, async () => {
        await taken.answer(plan, STEMS.slice(5))
        await taken.handIn()
      })
    else await taken.handIn()
    if (place !== TWICE) return
    const again = await somebody.start(assignment)
    attempts.push(again.id)
    await again.answer(SECOND_TRY, STEMS)
    await again.handIn()
  })
  for (const attempt of attempts) await moveBackMinutes(attempt, MINUTES_AGO)
  await closeStore()
  await teacher.goto(quiz)
  await expect(teacher.getByRole('heading', { name: '28 of 30 handed in, 2 under way' })).toBeVisible()
  await teacher.getByLabel('Closes', { exact: true }).fill(localIn(-2))
  await teacher.getByRole('button', { name: 'Change it' }).click()
  await expect(standingOf(LATE)).toContainText('time over')
  await expect(standingOf(SLOW)).toContainText('min left')
  for (const end of finish.values()) await end()
  expect(await people[0]?.refusedToStart(assignment)).toBe('closed')

  await teacher.goto(quiz)
  await expect(teacher.getByRole('heading', { name: '30 of 30 handed in' })).toBeVisible()
  await expect(standingOf(LATE)).toContainText('1 day late')
  await expect(teacher.locator('.standings li').filter({ hasText: 'late' })).toHaveCount(1)
  await expect(teacher.locator('.standings li').filter({ hasText: '2 attempts' })).toHaveCount(1)
  const gradebook = `${home}/gradebook`
  await checkGradebook(teacher, gradebook, [])
  await teacher.goto(`${quiz}/analysis`)
  await checkAnalysis(teacher)

  // A learner sees nothing of it yet: one with more time could still be at it.
  const [signInName, password] = slips[4] ?? ['', '']
  const ben = await openAnother(admin)
  await signIn(ben, signInName, password)
  const own = `/assignments/${assignment}`
  await ben.goto(own)
  await expect(ben.locator('.promise')).toContainText('Handed in')
  expect(await ben.content()).not.toMatch(/\d%|WHY-|EXPLANATION|CORRECTION|ACCEPTED/)

  // The question that most got wrong is credited to everybody.
  const credited = [STEMS[0] ?? '']
  const changes = CLASS.map(
    ({ name: who }, place) => [who, gradeOf(place), gradeOf(place, credited)] as const,
  )
    .filter(([, before, after]) => before !== after)
    .map(([who, before, after]) => [who, `${tenth(before)}%`, `${tenth(after)}%`])
  expect(changes.length).toBeGreaterThan(5)
  await teacher.locator('ol.analysed > li summary').first().click()
  await teacher.getByRole('link', { name: 'Regrade question 1' }).click()
  await teacher.getByRole('radio', { name: /^Full marks for everybody/ }).check()
  await teacher.getByLabel('Why').fill('The article had two figures.')
  await teacher.getByRole('button', { name: 'See what would change' }).click()
  const preview = teacher.getByRole('region', { name: 'What would change' })
  await preview.getByRole('link', { name: 'Sort by name' }).click()
  await expect(preview).toContainText(`${changes.length} scores change. By name.`)
  expect(await cellsOf(preview.locator('table'))).toEqual(changes)
  await checkGradebook(await teacher.context().newPage(), gradebook, [])
  await preview.getByRole('button', { name: 'Regrade it' }).click()
  await expect(teacher.getByRole('region', { name: 'What was regraded' })).toContainText(
    `${changes.length} scores changed.`,
  )
  await checkGradebook(teacher, gradebook, credited)
  // What a question asks is one thing, what it counts another: the analysis is of the marks.
  await teacher.goto(`${quiz}/analysis`)
  await expect(teacher.locator('ol.analysed > li')).toHaveCount(ASKED.length)

  // Told, the learner has the score that the gradebook has, and reads why.
  await teacher.goto(`${gradebook}/counting`)
  await teacher.getByRole('button', { name: /^Release answers too/ }).click()
  await expect(teacher.getByText('They see how it went, with the answers.')).toBeVisible()
  await ben.goto(own)
  await expect(ben.locator('.promise')).toContainText(`Handed in, ${whole(gradeOf(4, credited))}`)
  await ben.getByRole('region', { name: 'What you have done' }).getByRole('link').first().click()
  await expect(ben.locator('.rows')).toContainText('The article had two figures.')

  // Nobody else sees any of it.
  const other = await openInvited(admin)
  await makeClass(other, `${name} other`)
  const stranger = await openAnother(admin)
  await join(stranger)
  const guest = await openAnother(admin)
  for (const path of [home, quiz, `${quiz}/analysis`, `${quiz}/regrade`, gradebook].map(
    (url) => new URL(url).pathname,
  )) {
    for (const somebody of [guest, stranger, ben, other, admin]) {
      const reply = await somebody.goto(path)
      expect([path, reply?.status()]).toEqual([path, 404])
    }
  }
  for (const somebody of people) await somebody.close()
  for (const page of [teacher, ben, other, stranger, guest]) await page.context().close()
})
