import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

export async function POST(request) {
  const { attempt, position, answer } = await request.json()
  await pool.query('INSERT INTO bare_save (attempt, position, answer) VALUES ($1, $2, $3)', [
    attempt,
    position,
    JSON.stringify(answer),
  ])
  return Response.json({ saved: true })
}
