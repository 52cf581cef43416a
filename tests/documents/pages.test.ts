import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#server/documents/read-document'

const folder = path.resolve(import.meta.dirname, '../fixtures/pages')
const names = fs.readdirSync(folder).flatMap((file) => (file.endsWith('.html') ? [file.slice(0, -5)] : []))

/** What should be read: the title, a line of what the page says of itself, the paragraphs. */
function expected(name: string) {
  const [title, about, ...paragraphs] = fs
    .readFileSync(path.join(folder, `${name}.txt`), 'utf8')
    .trim()
    .split('\n\n')
  const [date, publisher, address] = about?.split(' | ') ?? []
  return { about: { title, date, publisher, address, mayUse: true }, paragraphs }
}

describe('a page of a news site', () => {
  it('has ten examples', () => expect(names).toHaveLength(10))

  it.each(names)('is read paragraph for paragraph, and nothing else of it: %s', async (name) => {
    const bytes = fs.readFileSync(path.join(folder, `${name}.html`))
    const read = await readDocument({ bytes, type: 'text/html; charset=utf-8' })
    if ('refused' in read) throw new Error(read.refused)
    const { body, ...about } = read.done
    const { about: wanted, paragraphs } = expected(name)
    expect(body.split('\n\n')).toEqual(paragraphs)
    expect(about).toEqual(wanted)
  })
})
