import type { ArticleView } from '#server/attempts/view'

/** What search engines and readers' programs are told of an article, in the words of schema.org. */
export function StructuredData({ article }: { readonly article: ArticleView }) {
  const { title, lead, date, revisedAt, revision, companies, concepts, words } = article
  const told = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: lead,
    datePublished: date,
    ...(revision > 1 ? { dateModified: revisedAt } : {}),
    inLanguage: 'en-GB',
    wordCount: words,
    about: companies.map((name) => ({ '@type': 'Organization', name })),
    keywords: concepts.join(', '),
    license: 'https://creativecommons.org/licenses/by/4.0/',
    publisher: { '@type': 'Organization', name: 'Bellwether' },
  }
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without '<', which no page takes for markup
      dangerouslySetInnerHTML={{ __html: JSON.stringify(told).replaceAll('<', '\\u003c') }}
    />
  )
}
