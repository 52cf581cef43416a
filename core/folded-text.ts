/** Characters that stand for a plain one in print: kinds of space, apostrophe and hyphen. Each maps to exactly one UTF-16 unit, so that offsets hold. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  // A long dash parts two thoughts; it never joins the ends of a range.
  '\u2014': ';',
  '\u2015': ';',
  '\u066a': '%',
  '\uffe0': '\u00a2',
  '\uffe1': '\u00a3',
  '\uffe5': '\u00a5',
  '\uffe6': '\u20a9',
}

const UNUSUAL =
  /[\u00a0\u00ad\u02bc\u066a\u1680\u180e\u2000-\u2015\u2018\u2019\u201c\u201d\u2028\u2029\u202f\u2032\u205f\u2060\u2212\u3000\ufeff\uff01-\uff5e\uffe0\uffe1\uffe5\uffe6]/g

function plainOf(char: string): string {
  const plain = PLAIN[char]
  if (plain !== undefined) return plain
  const unit = char.charCodeAt(0)
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0)
  return unit === 0x2028 || unit === 0x2029 ? '\n' : ' '
}

/** The text with typographic variants (curly quotes, en dashes, no-break and zero-width spaces, fullwidth digits) made plain, unit for unit: every offset into the one is an offset into the other. */
export const foldText = (text: string): string => text.replace(UNUSUAL, plainOf)
