/** How old somebody says to be: a band, for a birth date is more than anybody needs to know. */
export const AGE_BANDS = ['under-13', '13-to-15', '16-or-over'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** Whether somebody of that age may make an account by themselves; younger ones come by a class code of their teacher. */
export const mayHaveAccount = (band: AgeBand): boolean => band !== 'under-13'
