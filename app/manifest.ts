import type { MetadataRoute } from 'next'

/** What a browser needs to install the app: its name, where it begins, and what it looks like. */
export default function manifest(): MetadataRoute.Manifest {
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: `/icons/${purpose}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return {
    id: '/',
    name: 'Bellwether',
    short_name: 'Bellwether',
    description: 'Business news turned into questions that can be checked.',
    lang: 'en-GB',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fcfaf5',
    theme_color: '#fcfaf5',
    categories: ['education', 'news'],
    icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
  }
}
