// @ts-check
import { COMMON_HEADERS, PROGRAM_HEADERS, pagePolicy } from './page-policy.js'

const isDevelopment = process.env.NODE_ENV === 'development'
const NO_STORE = { key: 'Cache-Control', value: 'private, no-store' }

/** @type {import('next').NextConfig} */
const config = {
  // The tests build beside a running app.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // For an image: a server of its own, without Next's command line (scripts/build.mjs).
  ...(process.env.BELLWETHER_STANDALONE === '1' ? { output: 'standalone' } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // One copy of each in a process, and read from where they are.
  serverExternalPackages: [
    'pino',
    'prom-client',
    '@opentelemetry/api',
    '@opentelemetry/sdk-trace-node',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
  ],
  // `npm run check` reads the types, of the tests too; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  rewrites: async () => ({
    // The worker stands among the files of the build (scripts/build-worker.mjs); it speaks for the whole site from here.
    beforeFiles: [{ source: '/worker.js', destination: '/_next/static/worker.js' }],
    // One address for an attempt, one page drawn at build time for all of them: the browser fetches what is personal.
    afterFiles: [{ source: '/quiz/:attempt', destination: '/quiz' }],
    fallback: [],
  }),
  redirects: async () => [{ source: '/quiz', destination: '/', permanent: false }],
  headers: async () => [
    // Replies of the API carry headers of their own (server/route.ts), so that a save does not pay for these rules.
    {
      source: '/((?!api/|_next/static/|(?:healthz|readyz|metrics)$).*)',
      headers: [
        ...COMMON_HEADERS,
        // Strict until proxy.ts (with a nonce) or seal-pages (with hashes) knows the page's own inline scripts: a page
        // that both forgot stays still rather than open. The development server needs more than any of this allows.
        ...(isDevelopment ? [] : [{ key: 'Content-Security-Policy', value: pagePolicy() }]),
      ],
    },
    { source: '/_next/static/:path*', headers: PROGRAM_HEADERS },
    // Only where a proxy in front says it speaks TLS; browsers ignore it on plain http.
    {
      source: '/((?!api/).*)',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }],
    },
    ...[
      '/me',
      '/review',
      '/account',
      '/admin',
      '/people/:path*',
      '/sign-in',
      '/sign-up',
      '/new-password',
      '/age',
      '/notices',
      '/practice',
    ].map((source) => ({
      source,
      headers: [NO_STORE],
    })),
    // Asked for by every page; it changes with a release at most.
    { source: '/icon.svg', headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }] },
    // Asked for at every visit: an update must not wait.
    { source: '/worker.js', headers: [{ key: 'Cache-Control', value: 'no-cache' }] },
    // The same bytes for everyone, and new ones after an update.
    { source: '/quiz/:attempt', headers: [{ key: 'Cache-Control', value: 'private, no-cache' }] },
  ],
}

export default config
