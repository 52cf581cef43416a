import { encode } from 'uqr'

/** A text as a QR code: one text a row, '1' for each dark square, with the light edge that cameras need. */
export const drawQr = (text: string): string[] =>
  encode(text, { border: 4 }).data.map((row) => row.map((isDark) => (isDark ? '1' : '0')).join(''))
