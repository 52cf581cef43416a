// `npm run generate`: makes the Prisma client afresh from prisma/schema.prisma.
import { generateClient } from './launcher/prisma.ts'

try {
  await generateClient({ force: true })
  console.log('The Prisma client stands in prisma/generated.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
