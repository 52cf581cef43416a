import path from 'node:path'

/** Nothing but what a Next app has by itself. It is built inside the clone, whose packages it uses. */
export default { turbopack: { root: path.resolve(import.meta.dirname, process.env.BENCH_ROOT) } }
