import { createHash, randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { THEME_SCRIPT } from '#ui/theme/theme-script.ts'
import { pagePolicy } from './page-policy.js'

const themeHash = `'sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}'`

/**
 * Gives pages drawn on request their content security policy, with a nonce that Next puts on its inline scripts. It
 * guards what a page may run; it decides nothing about who may see what.
 */
export function proxy(request: NextRequest): NextResponse {
  // The tools of the development server need more than the policy allows.
  if (process.env.NODE_ENV === 'development') return NextResponse.next()
  const nonce = randomBytes(16).toString('base64')
  const policy = pagePolicy([`'nonce-${nonce}'`, themeHash])
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Not for data, files, what programs ask, or the quiz page, which is drawn by the build and sealed with hashes (scripts/seal-pages.mjs).
export const config = {
  matcher: [
    '/((?!api/|_next/|(?:healthz|readyz|metrics)$|quiz/[^/]+$|[^/]+\\.(?:svg|png|ico|txt|js|webmanifest)$|icons/|offline$).*)',
  ],
}
