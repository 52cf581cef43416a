import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  archiveClass,
  changeJoining,
  createClass,
  getTaughtClass,
  listClasses,
} from '#server/classes/classes'
import { eraseMember } from '#server/classes/erase-member'
import { createSignInName, readJoinCode } from '#server/classes/handed-out'
import { joinClass, leaveClass } from '#server/classes/join'
import { addTeacher, moveMember, removeMember, restoreMember } from '#server/classes/members'
import { enrolRoster, previewRoster, readRosterLines } from '#server/classes/roster'
import { makeAccounts, reissueSlip } from '#server/classes/slips'
import { closeStore, pool } from '#server/db'
import { eraseDue } from '#server/mine/erase'
import type { Viewer } from '#server/viewer'
import { type Browser, freshMail, openBrowser, openMember, PASSWORD } from '../../support/browser.ts'
import { doneOf, openTeacher } from '../../support/school.ts'
import { HOST } from '../../support/site.ts'

const asked = new Headers({ host: HOST })

let teacher: Viewer
let learner: Browser & { readonly mail: string }
let id: string
let code: string
beforeEach(async () => {
  teacher = await (await openTeacher()).viewer()
  learner = await openMember()
  id = doneOf(await createClass(teacher, { name: 'Business 10B' })).class
  code = readJoinCode((await look())?.joining?.code ?? '')
})
afterAll(closeStore)

const look = () => getTaughtClass(teacher, id, asked)
const names = async (part: 'learners' | 'gone' | 'teachers') => (await look())?.[part].map(({ name }) => name)
const join = async (browser: Browser, typed = code) =>
  joinClass(await browser.viewer(), { code: readJoinCode(typed) }, asked)

describe('joining', () => {
  test('goes by the code, however it is typed, and once', async () => {
    expect(code).toMatch(/^[a-z2-9]{8}$/)
    const typed = ` ${code.slice(0, 4).toUpperCase()}-${code.slice(4)} `
    for (const each of [typed, code]) expect(doneOf(await join(learner, each)).name).toBe('Business 10B')
    expect((await look())?.learners).toMatchObject([{ signsInAs: learner.mail, hasSlip: false }])
    const [own] = await listClasses(await learner.viewer())
    expect(own).toMatchObject({ id, role: 'learner', learners: 1, isArchived: false })
    expect((await look())?.joining?.link).toBe(`http://${HOST}/join?code=${code}`)
  })

  test('is over with another code, with none, and when the class is put away', async () => {
    doneOf(await changeJoining(teacher, { class: id, isOpen: true }))
    expect(await join(learner)).toEqual({ refused: 'no-such-class' })
    code = readJoinCode((await look())?.joining?.code ?? '')
    doneOf(await changeJoining(teacher, { class: id, isOpen: false }))
    expect((await look())?.joining).toBeNull()
    expect(await join(learner)).toEqual({ refused: 'no-such-class' })
    doneOf(await changeJoining(teacher, { class: id, isOpen: true }))
    doneOf(await archiveClass(teacher, { class: id, isArchived: true }))
    expect(await join(learner)).toEqual({ refused: 'no-such-class' })
    expect(await changeJoining(teacher, { class: id, isOpen: true })).toEqual({ refused: 'archived' })
    doneOf(await archiveClass(teacher, { class: id, isArchived: false }))
    doneOf(await changeJoining(teacher, { class: id, isOpen: true }))
    expect((await look())?.joining).not.toBeNull()
  })

  test('makes no learner of a teacher, and takes back who has left', async () => {
    doneOf(await joinClass(teacher, { code }, asked))
    expect(await names('teachers')).toHaveLength(1)
    doneOf(await join(learner))
    doneOf(await leaveClass(await learner.viewer(), { class: id }))
    expect(await leaveClass(await learner.viewer(), { class: id })).toEqual({ refused: 'not-found' })
    expect([await names('learners'), (await names('gone'))?.length]).toEqual([[], 1])
    expect(await leaveClass(teacher, { class: id })).toEqual({ refused: 'not-found' })
    doneOf(await join(learner))
    expect([(await names('learners'))?.length, await names('gone')]).toEqual([1, []])
  })
})

describe('whoever teaches a class', () => {
  test('takes learners out, back and into another of theirs', async () => {
    doneOf(await join(learner))
    const person = (await learner.viewer()).personId ?? ''
    doneOf(await removeMember(teacher, { class: id, person }))
    expect(await removeMember(teacher, { class: id, person })).toEqual({ refused: 'not-found' })
    doneOf(await restoreMember(teacher, { class: id, person }))
    expect(await restoreMember(teacher, { class: id, person })).toEqual({ refused: 'not-found' })

    const to = doneOf(await createClass(teacher, { name: 'Business 10C' })).class
    doneOf(await moveMember(teacher, { class: id, person, to }))
    expect((await getTaughtClass(teacher, to, asked))?.learners).toHaveLength(1)
    expect([await names('learners'), (await names('gone'))?.length]).toEqual([[], 1])
    const other = await (await openTeacher()).viewer()
    const theirs = doneOf(await createClass(other, { name: 'Theirs' })).class
    expect(await moveMember(teacher, { class: to, person, to: theirs })).toEqual({ refused: 'not-found' })
    const { rows } = await pool().query('SELECT kind FROM notice WHERE person_id = $1 ORDER BY created_at', [
      person,
    ])
    expect(rows.map(({ kind }) => kind)).toContain('enrolled')
  })

  test('may be several, of whom the last stays', async () => {
    const person = teacher.personId ?? ''
    expect(await removeMember(teacher, { class: id, person })).toEqual({ refused: 'last-teacher' })
    expect(await addTeacher(teacher, { class: id, mail: learner.mail })).toEqual({ refused: 'no-teacher' })
    const colleague = await openTeacher()
    doneOf(await addTeacher(teacher, { class: id, mail: colleague.mail.toUpperCase() }))
    expect(await names('teachers')).toHaveLength(2)
    // Each takes the other off in the same moment: one of them stays.
    const theirs = await colleague.viewer()
    const outcomes = await Promise.all([
      removeMember(theirs, { class: id, person }),
      removeMember(teacher, { class: id, person: theirs.personId ?? '' }),
    ])
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1)
    const { rows } = await pool().query(
      `SELECT count(*)::int AS n FROM enrolment WHERE class_id = $1 AND role = 'teacher' AND left_at IS NULL`,
      [id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  test('is the only one for whom it is there', async () => {
    doneOf(await join(learner))
    const person = (await learner.viewer()).personId ?? ''
    const other = await (await openTeacher()).viewer()
    const own = doneOf(await createClass(other, { name: 'Another' })).class
    for (const viewer of [other, await learner.viewer()]) {
      expect(await getTaughtClass(viewer, id, asked)).toBeNull()
      const missing = { refused: 'not-found' }
      for (const of of [id, randomUUID()]) {
        expect(await removeMember(viewer, { class: of, person })).toEqual(missing)
        expect(await reissueSlip(viewer, { class: of, person })).toEqual(missing)
        expect(await moveMember(viewer, { class: of, person, to: own })).toEqual(missing)
        expect(await makeAccounts(viewer, { class: of, names: ['Mia'] })).toEqual(missing)
        expect(await previewRoster(viewer, { class: of, csv: 'Mia' })).toEqual(missing)
        expect(await archiveClass(viewer, { class: of, isArchived: true })).toEqual(missing)
      }
    }
    expect(await names('learners')).toHaveLength(1)
  })
})

describe('an account without an address', () => {
  const signIn = (name: string, password: string) => openBrowser().signIn({ mail: name, password })

  test('is made with a slip that signs in, until another slip takes its place', async () => {
    const { slips } = doneOf(
      await makeAccounts(teacher, { class: id, names: ['Zoë Müller', 'Mia B', 'Mia B'] }),
    )
    expect(slips.map(({ name }) => name)).toEqual(['Zoë Müller', 'Mia B', 'Mia B'])
    expect(new Set(slips.map(({ signInName }) => signInName)).size).toBe(3)
    const [slip] = slips
    expect(slip).toMatchObject({
      signInName: expect.stringMatching(/^zoe-\d{4}$/),
      password: expect.stringMatching(/^\w{5}-\w{5}$/),
    })
    const { signInName = '', password = '' } = slip ?? {}
    const browser = openBrowser()
    expect(await browser.signIn({ mail: signInName.toUpperCase(), password })).toBeNull()
    const viewer = await browser.viewer()
    expect(viewer).toMatchObject({ role: 'learner' })
    expect(viewer.owesAge).toBeUndefined()
    const seen = (await look())?.learners.find(({ id: person }) => person === viewer.personId)
    expect(seen).toMatchObject({ name: 'Zoë Müller', signsInAs: signInName, hasSlip: true })

    const again = doneOf(await reissueSlip(teacher, { class: id, person: viewer.personId ?? '' })).slips[0]
    expect(again).toMatchObject({ name: 'Zoë Müller', signInName })
    expect((await browser.viewer()).personId).not.toBe(viewer.personId)
    expect(await signIn(signInName, password)).not.toBeNull()
    expect(await signIn(signInName, again?.password ?? '')).toBeNull()
  })

  test('is the only one whose password a teacher hands out', async () => {
    doneOf(await join(learner))
    const person = (await learner.viewer()).personId ?? ''
    expect(await reissueSlip(teacher, { class: id, person })).toEqual({ refused: 'no-slip' })
    expect(await eraseMember(teacher, { class: id, person, isErased: true })).toEqual({ refused: 'no-slip' })
    expect(await learner.signIn({ mail: learner.mail, password: PASSWORD })).toBeNull()
    const other = await (await openTeacher()).viewer()
    expect(await reissueSlip(other, { class: id, person })).toEqual({ refused: 'not-found' })
  })

  test('has a name that a keyboard can type', () => {
    for (const [name, form] of [
      ['Zoë Müller', /^zoe-\d{4}$/],
      ['李 娜', /^learner-\d{4}$/],
      ['  Anne-Marie', /^anne-\d{4}$/],
      ['O’Brien', /^o-\d{4}$/],
    ] as const)
      expect(createSignInName(name)).toMatch(form)
  })

  test('is gone from its class once the school has it erased, and its place stays', async () => {
    const { slips } = doneOf(await makeAccounts(teacher, { class: id, names: ['Mia B'] }))
    const { signInName = '', password = '' } = slips[0] ?? {}
    const browser = openBrowser()
    await browser.signIn({ mail: signInName, password })
    const person = (await look())?.learners[0]?.id ?? ''
    const erase = (isErased: boolean, viewer = teacher) =>
      eraseMember(viewer, { class: id, person, isErased })
    expect(await erase(true, await (await openTeacher()).viewer())).toEqual({ refused: 'not-found' })
    const { eraseAt } = doneOf(await erase(true))
    expect(Date.parse(eraseAt ?? '') - Date.now()).toBeGreaterThan(6.9 * 24 * 3600 * 1000)
    expect(doneOf(await erase(true)).eraseAt).toBe(eraseAt)
    expect((await look())?.learners[0]?.eraseAt).toBe(eraseAt)
    expect((await browser.viewer()).personId).not.toBe(person)
    // Until then it can be signed in to, and kept.
    expect(await browser.signIn({ mail: signInName, password })).toBeNull()
    expect(doneOf(await erase(false)).eraseAt).toBeNull()
    doneOf(await erase(true))
    await pool().query(
      `UPDATE account SET erase_at = clock_timestamp() - interval '1 day' WHERE person_id = $1`,
      [person],
    )
    await eraseDue()
    expect([await names('learners'), await names('gone')]).toEqual([[], []])
    const { rows } = await pool().query(
      'SELECT left_at IS NOT NULL AS gone FROM enrolment WHERE person_id = $1',
      [person],
    )
    expect(rows).toEqual([{ gone: true }])
  })
})

describe('a roster', () => {
  test('is read with and without heads, by commas, semicolons and tabs', () => {
    const plain = { line: 1, name: 'Mia Berg', mail: 'mia@school.example', problem: null }
    for (const csv of [
      'Mia Berg,mia@school.example',
      '\uFEFFMia Berg;mia@school.example\r\n',
      '"Mia Berg"\tmia@school.example',
    ])
      expect(readRosterLines(csv)).toEqual([plain])
    expect(readRosterLines('E-mail;Name\n\nmia@school.example;Mia Berg')).toEqual([{ ...plain, line: 3 }])
    expect(readRosterLines('Name\nMia Berg')).toEqual([{ ...plain, line: 2, mail: null }])
  })

  test('names what is wrong by its line', () => {
    const csv = 'Mia,mia@school.example\n,\nTom,nonsense\nMia again,MIA@school.example\n=cmd()'
    expect(readRosterLines(csv).map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, 'There is no name, or it is longer than 100 letters.'],
      [3, '‘nonsense’ is no e-mail address.'],
      [4, 'The same address stands in line 1.'],
      [5, null],
    ])
    expect(readRosterLines('"Mia')).toMatchObject([{ problem: expect.stringContaining('quotation mark') }])
    const long = Array.from({ length: 501 }, (_, i) => `Learner ${i}`).join('\n')
    expect(readRosterLines(long)).toMatchObject([{ line: 501, problem: 'A roster has at most 500 lines.' }])
  })

  test('is told line by line before anything is done, and then done', async () => {
    const here = await openMember()
    doneOf(await join(here))
    const csv = `name,mail\nMia B,\nBen,${learner.mail}\nHere,${here.mail}\nNobody,${freshMail()}`
    const { lines } = doneOf(await previewRoster(teacher, { class: id, csv }))
    expect(lines.map(({ line, becomes }) => [line, becomes])).toEqual([
      [2, 'slip'],
      [3, 'enrolled'],
      [4, 'here-already'],
      [5, 'problem'],
    ])
    expect(await names('learners')).toHaveLength(1)
    const done = doneOf(await enrolRoster(teacher, { class: id, csv }))
    expect(done).toMatchObject({ enrolled: 1, slips: [{ name: 'Mia B' }] })
    expect(await names('learners')).toHaveLength(3)
    expect(doneOf(await enrolRoster(teacher, { class: id, csv: `Ben,${learner.mail}` }))).toEqual({
      enrolled: 0,
      slips: [],
    })
  })

  test('makes at most sixty accounts at once', async () => {
    const csv = Array.from({ length: 62 }, (_, i) => `Learner ${i}`).join('\n')
    const { lines } = doneOf(await previewRoster(teacher, { class: id, csv }))
    expect(lines.filter(({ becomes }) => becomes === 'slip')).toHaveLength(60)
    expect(lines.at(-1)).toMatchObject({ line: 62, becomes: 'problem' })
  })
})
