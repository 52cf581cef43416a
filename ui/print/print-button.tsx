'use client'

/** Opens the browser's own printing, by which a page also becomes a PDF. */
export const PrintButton = () => (
  <button type="button" className="button" onClick={() => window.print()}>
    Print, or save as PDF
  </button>
)
