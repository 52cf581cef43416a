import { createRandom } from '#core'

const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ro su ta ve wi zo bran cor del fen gar hol kel mor'.split(' ')
const GIVEN = ['Jane', 'Peter', 'Maria', 'Tom', 'Aiko', 'Luis', 'Nina']
const MEASURES = ['revenue', 'net profit', 'operating profit', 'cloud revenue', 'export sales']
const QUARTERS = ['first', 'second', 'third', 'fourth']

/** News of at least `size` characters in which every paragraph names other companies, people and figures: the same for the same seed. */
export function makeNews(size: number, seed: string): string {
  const random = createRandom(seed)
  const one = <T>(list: readonly T[]): T => list[random.integer(list.length)] as T
  const coin = (): string => {
    const word = one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES)
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const money = () => `$${(1 + random.integer(9000)) / 10}bn`
  const percent = () => `${(1 + random.integer(600)) / 10}%`
  const paragraphs: string[] = []
  let length = 0
  while (length < size) {
    const firm = `${coin()} ${one(['Corp', 'Holdings', 'Foods', 'Motors'])}`
    const rival = `${coin()} ${one(['Bank', 'Airlines', 'Systems'])}`
    const person = `${one(GIVEN)} ${coin()}`
    const year = 2010 + random.integer(15)
    const paragraph = [
      `${firm}’s ${one(MEASURES)} rose ${percent()} to ${money()} in the ${one(QUARTERS)} quarter of ${year}.`,
      `In ${year} its ${one(MEASURES)} fell to ${money()} from ${money()} the previous year.`,
      `${person}, chief executive of ${firm}, said the company would open ${3 + random.integer(90)} stores in ${coin()} by ${year + 1}.`,
      'He added that demand had been weaker than expected.',
      `${firm} agreed to buy ${rival} for ${money()} in March ${year}.`,
      `The deal, which analysts at ${rival} had expected, is worth more than ${money()}.`,
      `Shares in ${firm} fell ${percent()} on Thursday, and about ${(2 + random.integer(90)) * 100} workers lost their jobs.`,
    ].join(' ')
    paragraphs.push(paragraph)
    length += paragraph.length + 2
  }
  return paragraphs.join('\n\n')
}
