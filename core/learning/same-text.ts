const ARTICLES = new Set(['a', 'an', 'the'])

/** Lower case, without accents, punctuation and articles; the point inside a number and a minus before one survive. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, 's')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/(?<![\p{L}\p{N}])[-−–](?=\d)/gu, ' minus ')
    .replace(/&/g, ' and ')
    .replace(/%/g, ' percent ')
    .replace(/\bper cent\b/g, 'percent')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/[^\p{L}\p{N}\p{Sc}.]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word, _, words) => words.length === 1 || !ARTICLES.has(word))
    .join(' ')
}

/** Whether a typed answer is one of the accepted texts, whatever its case, accents, punctuation, spacing and articles. */
export function sameText(given: string, accepted: readonly string[]): boolean {
  const plain = plainText(given).replaceAll(' ', '')
  return plain !== '' && accepted.some((text) => plainText(text).replaceAll(' ', '') === plain)
}
