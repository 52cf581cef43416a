import { expect, type Page } from '@playwright/test'
import { held } from './device.ts'
import { oweAge, takeForWeeks } from './history.ts'
import { ADMIN, join, makeClass, makeSetFrom, signIn } from './members.ts'
import { begin, firstQuiz, goToEnd } from './reader.ts'
import { assignAndSee, openAnother, openAssign, openDesk, openOwnGrade, openRules } from './school.ts'

/** A screen of the product, and how to get to it. */
export interface Screen {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

const goTo = (address: string) => async (page: Page) => {
  await page.goto(address)
}
const toQuestion = async (page: Page) => {
  await begin(page, await firstQuiz(page))
}
const toFeedback = async (page: Page) => {
  await toQuestion(page)
  await page.getByRole('button', { name: 'Show me the answer' }).click()
  await page.locator('.feedback').waitFor()
}
const toSecondTry = async (page: Page) => {
  await begin(page, process.env.EVERY_KIND ?? '', 'Practice', 2)
  await page.getByRole('radio', { name: '8%' }).check()
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('heading', { name: 'Not right yet' }).waitFor()
}
const toEnd = async (page: Page) => {
  await begin(page, await firstQuiz(page), 'Test')
  await goToEnd(page)
  await page.getByRole('button', { name: 'Hand in' }).waitFor()
}
const toResults = async (page: Page) => {
  await toEnd(page)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.locator('.score').waitFor()
}

const toKept = async (page: Page) => {
  await toQuestion(page)
  await expect.poll(async () => (await held(page)).length).toBeGreaterThan(0)
  await page.goto('/offline')
  await page.getByRole('heading', { name: 'Quizzes under way' }).waitFor()
}
const toOfflinePanel = async (page: Page) => {
  await toQuestion(page)
  await page.getByRole('button', { name: 'Offline', exact: true }).click()
  await page.getByRole('button', { name: 'Take the answers along' }).waitFor()
}
const toWaitingHandIn = async (page: Page) => {
  await toEnd(page)
  await page.route('**/submit', (route) => route.abort())
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('heading', { name: 'Handed in on this device' }).waitFor()
}
/** Longer than a phone is wide. */
const LONG_NAME = 'Wirtschaftsinformatikgrundkurs der Jahrgangsstufe 11'

/** A page as an admin sees it. */
const asAdmin = (address: string) => async (page: Page) => {
  await signIn(page, ADMIN.mail)
  await page.goto(address)
}

const toClass = async (page: Page) => {
  await signIn(page, ADMIN.mail)
  await makeClass(page, LONG_NAME)
}

const toAssign = async (page: Page) => {
  await toClass(page)
  await openAssign(page, LONG_NAME)
  await page.getByLabel('When they see how it went').selectOption('After every answer (practice)')
  await openRules(page)
}
/** An assignment under way, on the page of its teacher or of its learner. */
const toUnderWay = (mine: 'teacher' | 'learner') => async (page: Page) => {
  const other = await openAnother(page)
  const [teacher, learner] = mine === 'teacher' ? [page, other] : [other, page]
  await assignAndSee(teacher, learner, `${LONG_NAME} ${Date.now()}`)
  await learner.getByRole('button', { name: 'Start' }).click()
  await learner.locator('.time-left').waitFor()
  if (mine === 'teacher') {
    await teacher.reload()
    await teacher.locator('.standings summary').click()
    await openRules(teacher)
  }
  await other.context().close()
}
const toGradebook = async (page: Page) => {
  const learner = await openAnother(page)
  await assignAndSee(page, learner, `${LONG_NAME} ${Date.now()}`)
  await page.goto(page.url().replace(/quizzes.*/, 'gradebook'))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await learner.context().close()
}
const openGrade = async (page: Page) => {
  await toGradebook(page)
  await openOwnGrade(page, () => page.getByRole('gridcell').nth(1).click())
}
const toCounting = async (page: Page) => {
  await toGradebook(page)
  await page.getByRole('link', { name: 'What counts, and what they see' }).click()
  await page.getByRole('button', { name: 'Add a category' }).click()
  await page.getByLabel('Name').fill(LONG_NAME)
}
const toReport = async (page: Page) => {
  await toGradebook(page)
  await page.getByRole('row').getByRole('link', { name: 'Ben Reader' }).click()
  await page.getByRole('heading', { name: 'Ben Reader' }).waitFor()
}
const toReports = async (page: Page) => {
  await toGradebook(page)
  await page.getByRole('link', { name: 'A page for each, to print' }).click()
  await page.getByRole('heading', { name: 'Ben Reader' }).waitFor()
}
const toRegrade = async (page: Page) => {
  const learner = await openAnother(page)
  await assignAndSee(page, learner, `${LONG_NAME} ${Date.now()}`)
  await page.getByRole('link', { name: 'Regrade a question' }).click()
  await page.locator('section[aria-labelledby=choose] li a').first().click()
  await page.getByRole('radio', { name: /^Correct the right answer/ }).check()
  await learner.context().close()
}
const toOwnAssignment = async (page: Page) => {
  const teacher = await openAnother(page)
  await assignAndSee(teacher, page, `${LONG_NAME} ${Date.now()}`)
  await teacher.context().close()
}
const toWithheld = async (page: Page) => {
  await toUnderWay('learner')(page)
  await goToEnd(page)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('heading', { name: 'Handed in' }).waitFor()
}

const toSet = async (page: Page) => {
  await signIn(page, ADMIN.mail)
  await makeSetFrom(page, '/articles/alibaba-ai-spending')
}
const toShared = async (page: Page) => {
  await toSet(page)
  await page.getByRole('button', { name: 'Make a link for other teachers' }).click()
  return (await page.locator('.made-link').textContent()) ?? ''
}

const toDesk = async (page: Page) => {
  await signIn(page, ADMIN.mail)
  await openDesk(page, '/articles/bank-of-japan-third-rise')
}

const toFlags = async (page: Page) => {
  await signIn(page, ADMIN.mail)
  await toQuestion(page)
  await page.getByRole('button', { name: 'Something wrong?' }).click()
  await page.getByRole('radio', { name: 'The question is unclear' }).check()
  await page.getByLabel('In your words, if you like').fill('Klausurvorbereitungswochenendaufgabe')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('dialog').getByRole('status').waitFor()
  await page.goto('/flags')
  await page.locator('.stem-link').first().waitFor()
}

/** Every screen, for tests that look at all of them. */
export const SCREENS: readonly Screen[] = [
  { name: 'front page', open: goTo('/') },
  { name: 'library', open: goTo('/library') },
  { name: 'library without a match', open: goTo('/library?sector=none') },
  { name: 'search', open: goTo('/library?q=profit+mar') },
  { name: 'company', open: goTo('/companies/Alibaba') },
  { name: 'notices', open: goTo('/notices') },
  { name: 'forgotten password', open: goTo('/forgotten') },
  { name: 'confirm an address', open: goTo('/confirm') },
  { name: 'no more letters', open: goTo('/stop-mail?token=x') },
  { name: 'today', open: goTo('/today') },
  { name: 'on this device, nothing kept', open: goTo('/offline') },
  { name: 'on this device, a quiz kept', open: toKept },
  { name: 'handed in offline', open: toWaitingHandIn },
  { name: 'offline panel', open: toOfflinePanel },
  { name: 'a day without a quiz', open: goTo('/today/2001-01-01') },
  { name: 'concept', open: goTo('/concepts/Gross_margin') },
  {
    name: 'term',
    open: async (page) => {
      await page.goto('/articles/alibaba-ai-spending')
      await page.locator('.prose .term').first().click()
      await page.locator('.term-pane:popover-open').waitFor()
    },
  },
  {
    name: 'article',
    open: async (page) => {
      await page.goto((await firstQuiz(page)).replace(/\/quiz$/, ''))
      const fold = page.getByRole('button', { name: /^Show \d+ key facts/ })
      if (await fold.isVisible()) await fold.click()
    },
  },
  { name: 'start', open: async (page) => void (await page.goto(await firstQuiz(page))) },
  { name: 'mixed start', open: goTo('/mixed') },
  { name: 'mixed start without a match', open: goTo('/mixed?concept=none') },
  { name: 'practice start', open: goTo('/practice') },
  {
    name: 'practice feedback',
    open: async (page) => {
      await page.goto('/practice')
      await page.getByRole('button', { name: 'Start' }).click()
      await page.getByRole('button', { name: 'Show me the answer' }).click()
      await page.getByRole('button', { name: 'Stop here' }).waitFor()
    },
  },
  { name: 'question', open: toQuestion },
  { name: 'feedback', open: toFeedback },
  { name: 'second try', open: toSecondTry },
  {
    name: 'hint',
    open: async (page) => {
      await toSecondTry(page)
      await page.getByRole('button', { name: 'Show a hint' }).click()
      await page.locator('.hint').waitFor()
    },
  },
  {
    name: 'source panel',
    open: async (page) => {
      await toFeedback(page)
      await page.getByRole('button', { name: 'Open in article' }).click()
      await page.locator('.side-panel mark').first().waitFor()
    },
  },
  {
    name: 'flag form',
    open: async (page) => {
      await toQuestion(page)
      await page.getByRole('button', { name: 'Something wrong?' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'key list',
    open: async (page) => {
      await toQuestion(page)
      await page.getByRole('button', { name: 'Keys' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'end of a test', open: toEnd },
  { name: 'results', open: toResults },
  {
    name: 'review',
    open: async (page) => {
      await toResults(page)
      await page.getByRole('button', { name: /^Review/ }).click()
      await page.locator('.passage').first().waitFor()
    },
  },
  {
    name: 'scores',
    open: async (page) => {
      await toResults(page)
      await page.goto('/me')
      await page.getByText('Forget my scores').click()
    },
  },
  {
    name: 'scores of some weeks',
    open: async (page) => {
      await takeForWeeks(page)
      await page.goto('/me')
      for (const fold of await page.locator('.in-figures > summary').all())
        if (await fold.isVisible()) await fold.click()
      await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
    },
  },
  {
    name: 'scores by company',
    open: async (page) => {
      await takeForWeeks(page)
      await page.goto('/me')
      await page.getByRole('tab', { name: 'Companies' }).click()
      await page.getByRole('tabpanel', { name: 'Companies' }).waitFor()
    },
  },
  { name: 'scores of a newcomer', open: goTo('/me') },
  { name: 'review of a newcomer', open: goTo('/review') },
  {
    name: 'daily review',
    open: async (page) => {
      await toResults(page)
      await page.getByRole('button', { name: 'Add all' }).click()
      await page.getByText('in your daily review.').waitFor()
      await page.goto('/review')
      await page.getByRole('heading', { name: /^Kept in mind/ }).waitFor()
    },
  },
  { name: 'sign in', open: goTo('/sign-in?error=suspended') },
  { name: 'sign up', open: goTo('/sign-up') },
  { name: 'new password', open: goTo('/new-password#a-code') },
  {
    name: 'account',
    open: async (page) => {
      await join(page)
      await page.goto('/account')
    },
  },
  {
    name: 'a secret for an app',
    open: async (page) => {
      await join(page)
      await page.goto('/account')
      const part = page.getByRole('region', { name: 'Codes from an app' })
      await part.getByLabel('Your password').fill(ADMIN.password)
      await part.getByRole('button', { name: 'Set it up' }).click()
      await part.getByRole('img').waitFor()
    },
  },
  {
    name: 'people',
    open: async (page) => {
      await signIn(page, ADMIN.mail)
      await page.goto('/people')
      await page.locator('.people summary').first().click()
      await page.getByRole('button', { name: 'Make an invitation' }).click()
      await page.locator('.made-link').waitFor()
    },
  },
  {
    name: 'audit trail',
    open: asAdmin('/people/audit'),
  },
  {
    name: 'how it runs',
    open: asAdmin('/admin'),
  },
  {
    name: 'how long things are kept',
    open: asAdmin('/people/keeping'),
  },
  { name: 'join a class as a guest', open: goTo('/join?code=abcdefgh') },
  {
    name: 'classes',
    open: async (page) => {
      await toClass(page)
      await page.goto('/classes')
    },
  },
  { name: 'assign to a class', open: toAssign },
  { name: 'assigned quiz, for its teacher', open: toUnderWay('teacher') },
  { name: 'gradebook', open: toGradebook },
  { name: 'what counts in a class', open: toCounting },
  { name: 'a learner’s page', open: toReport },
  { name: 'a page for each', open: toReports },
  { name: 'regrade a question', open: toRegrade },
  {
    name: 'grade of one’s own',
    open: openGrade,
  },
  {
    name: 'what they got wrong, too few to say',
    open: async (page) => {
      await toUnderWay('teacher')(page)
      await page.getByRole('link', { name: 'What they got wrong' }).click()
      await page.getByRole('heading', { name: 'Not enough to say yet' }).waitFor()
    },
  },
  { name: 'assigned quiz, for its learner', open: toOwnAssignment },
  { name: 'assigned quizzes', open: (page) => toOwnAssignment(page).then(() => goTo('/assignments')(page)) },
  { name: 'question with a time limit', open: toUnderWay('learner') },
  { name: 'handed in and withheld', open: toWithheld },
  {
    name: 'class',
    open: async (page) => {
      await toClass(page)
      await page.getByText('Show the picture').click()
      await page.getByLabel('Or its lines').fill('Mia Berg\nTom,nonsense')
      await page.getByRole('button', { name: 'See what would happen' }).click()
      await page.getByText('is no e-mail address').waitFor()
    },
  },
  {
    name: 'slips',
    open: async (page) => {
      await toClass(page)
      await page.getByLabel('Names, one a line').fill('Mia Berg\nTom K')
      await page.getByRole('button', { name: 'Make the accounts' }).click()
      await page.locator('.slips li').first().waitFor()
    },
  },
  { name: 'desk', open: toDesk },
  {
    name: 'desk, a question being written',
    open: async (page) => {
      await toDesk(page)
      await page.getByRole('button', { name: /^Edit/ }).click()
      await page.locator('.desk-editor .desk-verdict').waitFor()
    },
  },
  {
    name: 'bring in an article',
    open: async (page) => {
      await signIn(page, ADMIN.mail)
      await page.goto('/bring-in')
      await page.getByLabel('Or a text').fill('Too short to be one.')
      await page.getByRole('button', { name: 'Read it' }).click()
      await page.locator('.imports .problem').first().waitFor()
    },
  },
  {
    name: 'correct an article',
    open: async (page) => {
      await signIn(page, ADMIN.mail)
      await page.goto((await firstQuiz(page)).replace(/quiz$/, 'edit'))
    },
  },
  {
    name: 'corrections that wait',
    open: asAdmin('/corrections'),
  },
  {
    name: 'desks',
    open: async (page) => {
      await toDesk(page)
      await page.goto('/desks')
      await page.getByRole('heading', { name: 'Your desks' }).waitFor()
    },
  },
  {
    name: 'desk of a colleague',
    open: async (page) => {
      await toDesk(page)
      const share = page.getByRole('button', { name: 'Make a link for other teachers' })
      if (await share.isVisible()) await share.click()
      await page.goto((await page.locator('.made-link').textContent()) ?? '')
      await page.getByText('You work at this desk already.').waitFor()
    },
  },
  {
    name: 'sets',
    open: async (page) => {
      await toSet(page)
      await page.goto('/sets')
    },
  },
  { name: 'set', open: async (page) => void (await toShared(page)) },
  {
    name: 'set as a learner sees it',
    open: async (page) => {
      await toSet(page)
      await page.getByRole('link', { name: 'See it as a learner does' }).click()
      await page.locator('#stem').waitFor()
    },
  },
  {
    name: 'set on paper, with its key',
    open: async (page) => {
      await toSet(page)
      await page.getByRole('link', { name: 'Print it' }).click()
      await page.getByRole('link', { name: 'With the key on a sheet of its own' }).click()
      await page.getByRole('heading', { name: /^Key: / }).waitFor()
    },
  },
  {
    name: 'set as a file',
    open: async (page) => {
      await toSet(page)
      await page.getByRole('link', { name: 'Take it out as a file' }).click()
      await page.getByRole('region', { name: 'GIFT' }).waitFor()
    },
  },
  {
    name: 'questions that would come in',
    open: async (page) => {
      await signIn(page, ADMIN.mail)
      await page.goto('/bank/import')
      const buffer = Buffer.from(`What is ${LONG_NAME}? {=a#Right ~b#Wrong ~c#Wrong}\n\nBroken {=a ~b\n`)
      await page
        .getByLabel('A file, of 2 MB at most')
        .setInputFiles({ name: 'own.gift', mimeType: 'text/plain', buffer })
      await page.getByRole('button', { name: 'See what would come in' }).click()
      await page.getByRole('heading', { name: '1 question would come in' }).waitFor()
    },
  },
  { name: 'shared set', open: async (page) => void (await page.goto(await toShared(page))) },
  {
    name: 'set by rule',
    open: async (page) => {
      await signIn(page, ADMIN.mail)
      await page.goto('/sets/draw?count=30&kinds=8&concept=Capital+expenditure&article=alibaba-ai-spending')
      await page.getByRole('button', { name: 'Keep it as a set' }).waitFor()
    },
  },
  {
    name: 'bank',
    open: async (page) => {
      await toSet(page)
      await page.getByRole('link', { name: 'Add from the bank' }).click()
      await page.getByRole('button', { name: 'Add to the set' }).first().click()
      await page
        .locator('.questions')
        .getByText(/^In ‘|already|right after/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'bank without a match',
    open: asAdmin('/bank?q=zebra'),
  },
  {
    name: 'question of the bank',
    open: async (page) => {
      await toSet(page)
      await page.goto('/bank?kind=choice')
      await page.locator('.stem-link').first().click()
      await page.getByLabel('A word of your own').fill('Klausurvorbereitungswochenendaufgabe')
      await page.getByRole('button', { name: 'Add the word' }).click()
      await page
        .getByRole('button', { name: /^Take away/ })
        .first()
        .waitFor()
    },
  },
  { name: 'flags', open: toFlags },
  {
    name: 'flagged question',
    open: async (page) => {
      await toFlags(page)
      await page.locator('.stem-link').first().click()
      await page.getByRole('radio', { name: /^Leave it out/ }).check()
      await page.getByLabel('A word about it').fill('It is unclear.')
      await page.getByRole('button', { name: 'See what would change' }).click()
      await page.getByRole('button', { name: 'Decide it' }).waitFor()
    },
  },
  { name: 'notices with flags', open: (page) => toFlags(page).then(() => goTo('/notices')(page)) },
  {
    name: 'how old somebody is',
    open: async (page) => {
      await oweAge(await join(page))
      await page.goto('/age')
    },
  },
  { name: 'missing page', open: goTo('/nowhere/at/all') },
  {
    name: 'missing quiz',
    open: async (page) => {
      await page.goto('/quiz/00000000-0000-4000-8000-000000000000')
      await page.getByRole('heading', { name: 'No quiz here' }).waitFor()
    },
  },
]
