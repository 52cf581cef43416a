const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
] as const

const CHARSET = /charset\s*=\s*["']?([\w.:-]+)/i
const XML = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/i
/** How far into a page it may say how it is written. */
const HEAD = 2048

/** What Windows-1252 has where Latin-1 has nothing; Node takes the one for the other. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const decodeBy = (decoder: TextDecoder, bytes: Uint8Array): string => {
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80] ?? char)
}

const decoder = (label: string | undefined): TextDecoder | null => {
  try {
    return label === undefined ? null : new TextDecoder(label)
  } catch {
    return null
  }
}

/** Bytes as text: by their byte-order mark, by what `type` says, by what the page says of itself, as UTF-8 where they are, else as Windows-1252. */
export function decode(bytes: Uint8Array, type = ''): string {
  const mark = MARKS.find(({ bytes: opening }) => opening.every((byte, i) => bytes[i] === byte))
  if (mark) return new TextDecoder(mark.label).decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const said =
    CHARSET.exec(type)?.[1] ??
    XML.exec(head)?.[1] ??
    (head.includes('<') ? CHARSET.exec(head)?.[1] : undefined)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeBy(decoder(said) ?? new TextDecoder('windows-1252'), bytes)
  }
}
