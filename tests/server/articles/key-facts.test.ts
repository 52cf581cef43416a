import { expect, test } from 'vitest'
import { chooseKeyFacts } from '#server/articles/key-facts'
import type { StoredFact } from '#server/articles/stored'

const said = (
  family: StoredFact['fact']['family'],
  start: number,
  label: string,
  value: string,
  status: StoredFact['fact']['status'] = 'actual',
): StoredFact => ({
  fact: {
    id: `${family}-${start}`,
    family,
    subject: label,
    status,
    evidence: [{ start, end: start + 9, quote: 'some words' }],
  },
  said: { label, value },
})
const told = (facts: readonly StoredFact[]) => chooseKeyFacts(facts).map((fact) => fact.said.value)

test('what reads in a line stands in the order of the text: levels, changes and offices', () => {
  const facts = [
    said('role', 30, 'Jane Doe', 'chair, Example'),
    said('change', 10, 'Example, revenue', 'up 8% to $2bn'),
    said('level', 20, 'Example, debt', '$3bn'),
  ]
  expect(told(facts)).toEqual(['up 8% to $2bn', '$3bn', 'chair, Example'])
})

test('what is planned, worked out, said or without a figure is left to the text', () => {
  const facts = [
    said('level', 0, 'Example, spending', '$9bn', 'planned'),
    said('derived', 1, 'Example, margin', '20%'),
    said('change', 2, 'Example, cloud revenue', 'up'),
    said('event', 3, 'Jane Doe', 'gave no figure'),
    said('event', 4, 'Example', 'paid … for 3 shops'),
    said('event', 5, 'Example', 'Example bought 3 shops'),
    said('event', 6, 'Example', `bought 3 shops ${'in a long street '.repeat(9)}`),
  ]
  expect(told(facts)).toEqual([])
})

test('what happened fills up, from sentences that told nothing yet', () => {
  const facts = [
    said('event', 0, 'Example', 'bought 3 shops'),
    said('event', 10, 'Example', 'sold 5 shops and earned $2bn'),
    said('level', 10, 'Example, revenue', '$2bn'),
  ]
  expect(told(facts)).toEqual(['bought 3 shops', '$2bn'])
})

test('there are ten at most, none of them twice, and levels come before events', () => {
  const levels = Array.from({ length: 10 }, (_, i) => said('level', 100 + i, 'Example', `$${i}bn`))
  const [again = said('level', 0, '', '')] = levels
  const facts = [said('event', 0, 'Example', 'bought 3 shops'), ...levels, again]
  expect(told(facts)).toEqual(levels.map((fact) => fact.said.value))
})
