import { afterAll, expect, test } from 'vitest'
import { closeStore } from '#server/db'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { endStreams } from '../../../server/watching/streams.ts'
import { openEvents } from '../../support/events.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, RULES_OF_TEST } from '../../support/school.ts'

afterAll(closeStore)

test('a process that is told to end lets go of its streams and their connections, and opens no other', async () => {
  const own = await openClass(0)
  const { set } = await storeQuiz()
  const assignment = doneOf(
    await createAssignment(own.teacher, { class: own.id, set, chosen: null, ...RULES_OF_TEST }),
  ).assignment
  const open = () => openEvents({ class: own.id, assignment }, own.cookie())
  const events = await open()
  await events.next(0)
  expect(events.headers.get('connection')).toBe('close')
  // Not sent: it would end the test's own process.
  expect(process.listeners('SIGTERM')).toContain(endStreams)
  endStreams()
  await events.ended()
  const refused = await open()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
})
