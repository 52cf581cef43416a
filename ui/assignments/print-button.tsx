'use client'

/** Prints the page. */
export const PrintButton = ({ label }: { readonly label: string }) => (
  <button type="button" className="text-button" onClick={() => print()}>
    {label}
  </button>
)
