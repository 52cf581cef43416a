import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Foot } from '#ui/frame/foot.tsx'
import { Masthead } from '#ui/frame/masthead.tsx'
import { THEME_SCRIPT } from '#ui/theme/theme-script.ts'
import '#ui/styles/index.css'

export const metadata: Metadata = {
  title: { default: 'Bellwether', template: '%s · Bellwether' },
  description: 'Business news turned into questions that can be checked.',
  applicationName: 'Bellwether',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfaf5' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
}

/** What stands around every page. It reads nothing of the request, so that the quiz page can be drawn by the build. */
export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en-GB" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, allowed by its hash; it must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the content
        </a>
        <Masthead />
        <main id="main">{children}</main>
        <Foot />
      </body>
    </html>
  )
}
