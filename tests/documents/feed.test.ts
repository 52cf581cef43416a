import { describe, expect, it } from 'vitest'
import { readFeed } from '#server/documents/feed'
import { bytesOf } from './prose.ts'

const AT = 'https://news.example/feeds/business'
const feed = (written: string, type = 'application/xml') => readFeed(bytesOf(written), type, AT)
const rss = (items: string, before = '') =>
  `<?xml version="1.0"?>${before}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Northwire &amp; Sons</title><link>https://news.example/</link>${items}</channel></rss>`
const item = (more: string) => `<item><title>Helvoxa buys Brackwell</title>${more}</item>`

const read = {
  title: 'Northwire & Sons',
  items: [
    {
      guid: 'tag:1',
      address: 'https://news.example/a',
      title: 'Helvoxa buys Brackwell',
      published: '2026-03-12T09:41:00.000Z',
    },
  ],
}

describe('a feed', () => {
  it.each([
    [
      'RSS',
      rss(
        item(
          '<link>/a</link><guid isPermaLink="false">tag:1</guid><pubDate>Thu, 12 Mar 2026 10:41:00 +0100</pubDate>',
        ),
      ),
    ],
    [
      'RSS with the dates of Dublin Core',
      rss(
        item(
          '<link> https://news.example/a </link><guid>tag:1</guid><dc:date>2026-03-12T09:41:00Z</dc:date>',
        ),
      ),
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Northwire &amp;amp; Sons</title><id>f</id><entry><id>tag:1</id><title type="html">Helvoxa &lt;b&gt;buys&lt;/b&gt; Brackwell</title><link rel="self" href="/self"/><link href="/a"/><updated>2026-03-13T00:00:00Z</updated><published>2026-03-12T10:41:00+01:00</published></entry></feed>'.replace(
        '&amp;amp;',
        '&amp;',
      ),
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Northwire & Sons',
        items: [
          { id: 'tag:1', url: '/a', title: 'Helvoxa buys Brackwell', date_published: '2026-03-12T09:41:00Z' },
        ],
      }),
    ],
  ])('is read: %s', async (_name, written) => {
    expect(await feed(written)).toEqual({ done: read })
  })

  it('knows an article that has no mark of its own by its address', async () => {
    expect(await feed(rss(item('<link>https://news.example/a</link>')))).toMatchObject({
      done: { items: [{ guid: 'https://news.example/a' }] },
    })
  })

  it('gives a hundred articles at most, and none that leads nowhere', async () => {
    const many = await feed(rss(Array.from({ length: 150 }, (_, i) => item(`<link>/${i}</link>`)).join('')))
    expect('done' in many && many.done.items).toHaveLength(100)
    expect(await feed(rss(item('<link>javascript:alert(1)</link>') + item('')))).toMatchObject({
      done: { items: [] },
    })
  })

  it('has plain text for titles', async () => {
    const evil = '&lt;script&gt;alert(1)&lt;/script&gt;\u202e A &amp;lt;img src=x&amp;gt; title'
    const outcome = await feed(rss(`<item><title>${evil}</title><link>/a</link></item>`))
    expect(outcome).toMatchObject({
      done: { items: [{ title: expect.not.stringMatching(/<[a-z/]|\u202e/i) }] },
    })
  })

  it.each([
    ['of over 2 MB', rss(`<!--${' '.repeat(2_000_000)}-->`), 'too-large'],
    [
      'with entities',
      rss(item('<link>/&b;</link>'), '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'),
      'broken',
    ],
    ['nested 100,000 deep', rss('<item>'.repeat(100_000)), 'broken'],
    [
      'of brackets',
      `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(500_000)}`,
      'wrong-type',
    ],
    ['that is a page', '<!doctype html><html><body>Hello</body></html>', 'wrong-type'],
    ['that is nothing', '', 'wrong-type'],
  ])('is refused: %s', async (_name, written, refused) => {
    expect(await feed(written)).toEqual({ refused })
  })
})
