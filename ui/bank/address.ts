import type { BankQuery } from '#server/bank/view'

/** The address of the bank for what is asked; `set` is the one that questions are put into. */
export function bankAddress(query: BankQuery & { readonly set?: string | undefined }): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, value)
  const written = asked.toString()
  return written === '' ? '/bank' : `/bank?${written}`
}
