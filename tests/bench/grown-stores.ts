import { closeStore } from '#server/db'
import { startOwnPostgres } from '../support/own-postgres.ts'
import { loadFew, multiplyArticles } from './library-stores.ts'
import { copyOf, makeReader, makeStore, multiplyAnswers, multiplyReaders } from './reader-stores.ts'
import { account, SECRET } from './stage.ts'

/** How much is stored before anything grows. */
export interface Stored {
  readonly articles: number
  readonly readers: number
}

/** What grows while all else stays as it is. */
export type Growing = 'articles' | 'learners' | 'answers'

export interface GrownStores {
  /** Makes a store that nobody has used, and one like it with ten times as much of one thing; gives their addresses, the larger first. */
  grow(what: Growing): Promise<readonly [string, string]>
  /** A reader, another at each turn, who is in all of them and has taken quizzes. */
  readerAt(turn: number): string
  close(): Promise<void>
}

const TIMES = 10
const FEW = 'bellwether_few'

/** Stores on one server: some articles and readers, each with a hundred answers, and the same with ten times as much of one thing. */
export async function makeGrownStores({ articles, readers }: Stored): Promise<GrownStores> {
  const server = await startOwnPostgres('growth-bench', account)
  try {
    Object.assign(process.env, { DATABASE_URL: server.url, BELLWETHER_SECRET: SECRET })
    await loadFew()
    const person = await makeReader(server.adminUrl(account.database))
    const storeOf = (of: { readonly articles: number; readonly readers: number }) => [
      ...multiplyArticles(of.articles),
      ...multiplyReaders(of.readers),
    ]
    const grown: Readonly<Record<Growing, readonly string[]>> = {
      articles: storeOf({ articles: TIMES * articles, readers }),
      learners: storeOf({ articles, readers: TIMES * readers }),
      answers: [...storeOf({ articles, readers }), ...multiplyAnswers(TIMES)],
    }
    await makeStore(server, FEW, storeOf({ articles, readers }))
    return {
      grow: async (what) => [
        await makeStore(server, `${FEW}_more_${what}`, grown[what]),
        await makeStore(server, `${FEW}_${what}`, [], FEW),
      ],
      readerAt: (turn) => copyOf(person, 1 + (turn % (readers - 1))),
      close: () => server.stop(),
    }
  } catch (error) {
    await closeStore()
    await server.stop()
    throw error
  }
}
