/** Words of our own for documents of tests: paragraphs of about thirty. */
export const PROSE = [
  'Helvoxa agreed on Thursday to buy the pump maker Brackwell for 2.4 billion francs in cash, its largest purchase since the group was split from its parent nine years ago.',
  'The price of 61.50 francs a share is 28 per cent above the close on Wednesday. Shares in Brackwell rose by a quarter in early trading, while those of the buyer fell.',
  'Brackwell employs 6,200 people in eleven countries and had sales of 1.1 billion francs last year. The founding family, which holds a third of it, has said that it will tender.',
  'Analysts called the price full but fair. They had valued the company at 55 francs a share before the offer, which runs until the end of April and needs two thirds of the votes.',
] as const

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A page with this in its body, before the prose. */
export const pageOf = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>A page</title>${head}</head><body>${body}${PROSE.map((text) => `<p>${text}</p>`).join('')}</body></html>`
