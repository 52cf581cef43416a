import path from 'node:path'

/** Nothing but what a Next app has by itself. It uses the packages of the clone it stands in. */
export default { turbopack: { root: path.resolve(import.meta.dirname, '../../..') } }
