const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
] as const

const CHARSET = /charset\s*=\s*["']?([\w.:-]+)/i
const XML = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/i
/** How far into a page it may say how it is written. */
const HEAD = 2048

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
    return (decoder(said) ?? new TextDecoder('windows-1252')).decode(bytes)
  }
}
