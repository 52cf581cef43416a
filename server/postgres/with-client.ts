import pg from 'pg'

/**
 * Does `work` on one connection that is opened for it and closed again. A database that goes away makes the query under way
 * fail, and with it `work`; between queries it ends nothing.
 */
export async function withClient<T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
