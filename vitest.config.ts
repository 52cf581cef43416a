import { defineConfig } from 'vitest/config'

/**
 * `house`: rules of the house. `core`: what needs nothing but itself. `server`: what needs a database. The limits of time are for
 * what hangs: a busy machine takes many times what an idle one does, and what has to be fast is measured by its own test.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'house', include: ['tests/house.test.ts'], testTimeout: 600_000 } },
      {
        test: {
          name: 'core',
          // These files leave nothing behind, and the language model is slow to load: they share their processes.
          isolate: false,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/house.test.ts', 'tests/server/**', 'tests/e2e/**'],
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts'],
          setupFiles: ['tests/support/fresh-database.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
