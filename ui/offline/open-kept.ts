/** The database of what is kept, fetched when it is first wanted: the first question comes before it. */
export const openKept = () => import('./store.ts')
