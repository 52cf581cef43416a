import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { ItemView } from '#server/attempts/view'
import { QUESTIONS } from '../support/quiz.ts'
import { WCAG } from './accessibility.ts'
import {
  answerByKeyboard,
  begin,
  expect,
  fetchAttempt,
  learnAnswers,
  ownQuizzes,
  settle,
  tabTo,
  test,
  verdict,
} from './reader.ts'

const quiz = process.env.EVERY_KIND ?? ''
const COUNT = QUESTIONS.length
const place = (page: Page) => page.locator('.place')
const go = (page: Page, position: number) =>
  page
    .getByRole('navigation', { name: 'Questions' })
    .getByRole('button')
    .nth(position - 1)
    .click()
const positionOf = (kind: string) => QUESTIONS.findIndex((question) => question.kind === kind) + 1

/** Turns a right answer on the screen into one that is partly right, by keyboard; and what is then said of it. */
const PARTLY: Readonly<Record<number, { spoil: (page: Page) => Promise<void>; says: RegExp }>> = {
  [positionOf('ordering')]: {
    async spoil(page) {
      await page.locator('#stem').focus()
      await page.keyboard.press('1')
      await page.keyboard.press('ArrowDown')
      await expect(page.locator('.order-text').first()).toHaveText('Toasters')
    },
    says: /^Partly right: two of four in place$/,
  },
  [positionOf('matching')]: {
    async spoil(page) {
      await tabTo(page, page.getByRole('combobox', { name: 'Ana Lima' }))
      await page.keyboard.press('Home')
      await expect(page.getByText('Two of three matched')).toBeVisible()
    },
    says: /^Partly right: two of three pairs right$/,
  },
  [positionOf('estimate')]: {
    async spoil(page) {
      await page.locator('#stem').focus()
      await page.keyboard.press('1')
      await expect(page.getByRole('slider')).toBeFocused()
      for (let steps = 0; steps < 18; steps++) await page.keyboard.press('ArrowRight')
      await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', '730 thousand kettles')
    },
    says: /^Partly right: off by 14%, close enough for 0\.7$/,
  },
}

/** The texts of an order as the server has it; null where it has none. */
function orderSaved({ shown, answer }: Pick<ItemView, 'shown' | 'answer'>): (string | undefined)[] | null {
  if (shown.kind !== 'ordering' || !Array.isArray(answer)) return null
  return answer.map((id) => shown.items.find((item) => item.id === id)?.text)
}

test('a quiz of every kind with the keyboard alone: left half-way, resumed, graded in parts, reviewed', async ({
  browser,
  context,
  page,
}) => {
  test.slow()
  const answers = await learnAnswers(page, quiz)
  await page.goto(quiz)
  await tabTo(page, page.getByRole('button', { name: 'Start' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/quiz\/[^/]+/)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''

  const answer = async (reader: Page, position: number) => {
    await expect(place(reader)).toHaveText(`${position} of ${COUNT}`)
    const isWrong = position === positionOf('cloze')
    await answerByKeyboard(reader, answers, !isWrong)
    const partly = PARTLY[position]
    await partly?.spoil(reader)
    await tabTo(reader, reader.getByRole('button', { name: 'Check' }))
    await reader.keyboard.press('Enter')
    await expect(verdict(reader)).toBeFocused()
    await expect(verdict(reader)).toHaveText(partly?.says ?? (isWrong ? /^Not quite: / : /^Correct$/))
    if (position < COUNT) await reader.keyboard.press('Enter')
  }

  const half = positionOf('ordering')
  for (let position = 1; position < half; position++) await answer(page, position)
  // An order that is put down and not checked is there again after coming back.
  await answerByKeyboard(page, answers, true)
  const put = ['Kettles', 'Toasters', 'Irons', 'Fans']
  await expect
    .poll(async () => (await fetchAttempt(page, id)).items.slice(half - 1, half).map(orderSaved))
    .toEqual([put])
  const state = await context.storageState()
  await context.close()

  const returned = await browser.newContext({ storageState: state, locale: 'en-GB' })
  const later = await returned.newPage()
  await later.goto(new URL(`/quiz/${id}`, process.env.BASE_URL).href)
  await expect(later.locator('.order-text')).toHaveText(put)
  for (let position = half; position <= COUNT; position++) await answer(later, position)

  await tabTo(later, later.getByRole('button', { name: 'See your results' }))
  await later.keyboard.press('Enter')
  // 1 for each of four, 0 for the gap; 2/3 of the order, 2/3 of the pairs, 0.6875 for the estimate.
  await expect(later.getByRole('heading', { level: 1 })).toHaveText(`6.02 of ${COUNT}`)
  await expect(later.getByText('4 questions right, 3 partly, 1 to look at again.')).toBeVisible()
  await expect(later.getByRole('listitem').filter({ hasText: 'Partly right: ' })).toHaveCount(3)
  await tabTo(later, later.getByRole('button', { name: 'Review 4 questions' }))
  await later.keyboard.press('Enter')
  for (let step = 1; step <= 4; step++) {
    await expect(later.getByText(`Review: ${step} of 4`)).toBeVisible()
    await expect(verdict(later)).toHaveText(/^(Partly right|Not quite)/)
    await tabTo(later, later.getByRole('button', { name: /^(Next|Back to the results)$/ }))
    await later.keyboard.press('Enter')
  }
  await later.goto(new URL('/me', process.env.BASE_URL).href)
  await expect(ownQuizzes(later).filter({ hasText: `6.02 of ${COUNT}` })).toBeVisible()
  await returned.close()
})

/** Drags with a finger, as the browser tells a page of one; the system may break it off. */
async function dragByFinger(
  page: Page,
  from: Locator,
  to: Locator,
  end: 'touchEnd' | 'touchCancel' = 'touchEnd',
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const middle = async (target: Locator) => {
    const box = await target.boundingBox()
    if (!box) throw new Error('nothing to drag')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  await from.scrollIntoViewIfNeeded()
  const [start, goal] = [await middle(from), await middle(to)]
  const touch = (type: 'touchStart' | 'touchMove' | typeof end, y?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x: start.x, y }],
    })
  await touch('touchStart', start.y)
  for (let step = 1; step <= 8; step++)
    await touch('touchMove', start.y + ((goal.y + 4 - start.y) * step) / 8)
  // Lifted at rest: the browser takes a tap right after a fling for the hand that stops it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
  await touch(end)
}

test.describe('by touch at 360 pixels', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })

  /** An answer by taps; the order by dragging one item from the first place to the last. */
  const TOUCHES: Readonly<Record<number, (page: Page) => Promise<void>>> = {
    [positionOf('choice')]: (page) => page.getByText('12%', { exact: true }).tap(),
    [positionOf('true-false')]: (page) => page.getByText('False', { exact: true }).tap(),
    [positionOf('number')]: (page) => page.getByRole('textbox').fill('45'),
    [positionOf('cloze')]: (page) => page.getByRole('textbox').fill('jane doe'),
    async [positionOf('multiple-response')](page) {
      await page.getByText('Norway', { exact: true }).tap()
      await page.getByText('Chile', { exact: true }).tap()
    },
    async [positionOf('ordering')](page) {
      const rows = page.locator('.order-text')
      await expect(rows).toHaveCount(4)
      const [first = '', ...others] = await rows.allInnerTexts()
      const grips = page.locator('.grip')
      await dragByFinger(page, grips.first(), grips.last(), 'touchCancel')
      await expect(rows).toHaveText([first, ...others])
      await dragByFinger(page, grips.first(), grips.last())
      await expect(rows).toHaveText([...others, first])
      await page.getByRole('button', { name: `Move up: ${first}` }).tap()
      await expect(rows.nth(others.length - 1)).toHaveText(first)
      // A finger on the words of a row scrolls the page and moves nothing.
      await dragByFinger(page, rows.first(), rows.last())
      await expect(rows.nth(others.length - 1)).toHaveText(first)
    },
    async [positionOf('matching')](page) {
      await page.getByRole('combobox', { name: 'Jane Doe' }).selectOption('Chair')
      await page.getByRole('combobox', { name: 'Tom Roe' }).selectOption('Finance chief')
      const taken = page.getByRole('combobox', { name: 'Ana Lima' }).locator('option:disabled')
      await expect(taken).toHaveCount(2)
      expect((await taken.allTextContents()).sort()).toEqual([
        'Chair (with Jane Doe)',
        'Finance chief (with Tom Roe)',
      ])
      await page.getByRole('combobox', { name: 'Ana Lima' }).selectOption('Head of exports')
    },
    async [positionOf('estimate')](page) {
      const slider = page.getByRole('slider')
      await expect(slider).toHaveAttribute('aria-valuetext', 'Not placed yet')
      // The very middle, where the slider stands already: it is an answer once it is touched.
      await slider.tap()
      await expect(slider).toHaveAttribute('aria-valuetext', '600 thousand kettles')
    },
  }

  test('a quiz of every kind is taken, and every target is large enough for a finger', async ({ page }) => {
    test.slow()
    await begin(page, quiz)
    for (let position = 1; position <= COUNT; position++) {
      await expect(place(page)).toHaveText(`${position} of ${COUNT}`)
      await TOUCHES[position]?.(page)
      const small = await page
        .locator('.order-moves button, .option, .pair select, .slider, .as-it-is')
        .evaluateAll((all) =>
          all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
        )
      expect(small).toEqual([])
      await page.getByRole('button', { name: 'Check' }).tap()
      await expect(verdict(page)).toHaveText(position === positionOf('ordering') ? /./ : /^Correct/)
      await page.getByRole('button', { name: /^(Next question|See your results)$/ }).tap()
    }
    await expect(page.locator('.score')).toBeVisible()
    await expect(page.locator('.rows li')).toHaveCount(COUNT)
  })
})

test('rows of an order are dragged by mouse', async ({ page }) => {
  await begin(page, quiz)
  await go(page, positionOf('ordering'))
  const rows = page.locator('.order-text')
  // The control is fetched when it is met.
  await expect(rows).toHaveCount(4)
  const [first = '', second = '', ...others] = await rows.allInnerTexts()
  await page.locator('.grip').nth(1).hover()
  await page.mouse.down()
  await page.locator('.grip').first().hover()
  await page.mouse.up()
  await expect(rows).toHaveText([second, first, ...others])
  await expect(page.getByRole('status').filter({ hasText: `${second}: now 1 of 4` })).toBeAttached()
  await expect(page.getByRole('checkbox', { name: 'This is my order' })).toBeChecked()
})

for (const [index, { kind, stem }] of QUESTIONS.entries()) {
  test(`${kind}: axe finds nothing and nothing scrolls sideways, before the answer and after it, in light and dark`, async ({
    page,
  }) => {
    const answers = await learnAnswers(page, quiz)
    await begin(page, quiz)
    await go(page, index + 1)
    await expect(page.locator('#stem')).toBeVisible()
    expect(stem).toBeTruthy()
    const look = async (when: string) => {
      for (const width of [360, 640, 1280]) {
        await page.setViewportSize({ width, height: 740 })
        const widest = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(widest, `${when} at ${width} pixels`).toBeLessThanOrEqual(width)
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
        const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
        expect(said, `${when} in ${colorScheme}`).toEqual([])
      }
    }
    await look('before')
    await answerByKeyboard(page, answers, false)
    await look('answered')
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(verdict(page)).toBeVisible()
    await look('after')
  })
}

test('answers of every kind given offline are kept and arrive, though some controls come on demand', async ({
  context,
  page,
}) => {
  test.slow()
  const answers = await learnAnswers(page, quiz)
  const id = await begin(page, quiz)
  await settle(page)
  await context.setOffline(true)
  for (let position = 1; position <= COUNT; position++) {
    await go(page, position)
    await answerByKeyboard(page, answers, true)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByText(/You are offline\. This answer is kept/)).toBeVisible()
  }
  await expect(page.getByText(`Offline: ${COUNT} answers waiting`)).toBeVisible()
  await context.setOffline(false)
  await expect
    .poll(async () => (await fetchAttempt(page, id)).items.map(({ feedback }) => feedback?.mark))
    .toEqual(QUESTIONS.map(() => 1))
})

test('what is unfinished is not checked by a slip: too few options, an order nobody touched', async ({
  page,
}) => {
  await begin(page, quiz)
  await go(page, positionOf('multiple-response'))
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.locator('.problem')).toHaveText('Choose two; one is chosen.')
  await page.getByRole('checkbox').nth(1).check()
  await expect(page.locator('.problem')).toHaveCount(0)
  await go(page, positionOf('ordering'))
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.locator('.problem')).toBeVisible()
  await page.getByRole('checkbox', { name: 'This is my order' }).check()
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(verdict(page)).toBeVisible()
})
