import { checkSync } from 'recheck'
import ts from 'typescript'

/** A regex and where it stands. */
export type FoundRegex = { where: string; source: string; flags: string }

/** Every regex literal of a source text. */
export function findRegexLiterals(text: string, name: string): FoundRegex[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: FoundRegex[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
      found.push({
        where: `${name}:${line}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** Whether a source text composes regexes while it runs. */
export function composesRegexes(text: string): boolean {
  const file = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true)
  let found = false
  const visit = (node: ts.Node): void => {
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(file) === 'RegExp')
      found = true
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/**
 * Does `work` and returns the regexes that were composed meanwhile, each with the file that did it.
 */
export async function recordRegexes(work: () => Promise<unknown>): Promise<FoundRegex[]> {
  const found: FoundRegex[] = []
  const Original = globalThis.RegExp
  globalThis.RegExp = new Proxy(Original, {
    construct(target, words) {
      const made: RegExp = Reflect.construct(target, words)
      // The first frame is this proxy; the second composed the regex. A package's own are the package's affair.
      const caller = new Error().stack?.split('\n')[2] ?? ''
      const file = /[\\/]((?:core|server)[\\/][^:?)]*)/.exec(caller)?.[1]
      if (file && !caller.includes('node_modules'))
        found.push({ where: file, source: made.source, flags: made.flags })
      return made
    },
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = Original
  }
  return found
}

/** How long the proof of one regex may take, in milliseconds; what is not proved by then counts as not linear. */
const PROOF = 20_000

/** Null for a regex proved to run in linear time, else a sentence that says what is the matter. */
export function judgeRegex({ where, source, flags }: FoundRegex): string | null {
  // An attack is tried out against the clock: on a busy machine a match may be slow that is not. A regex that is slow by itself is so every time.
  let verdict = checkSync(source, flags, { timeout: PROOF })
  for (let again = 0; again < 2 && verdict.status !== 'safe'; again++)
    verdict = checkSync(source, flags, { timeout: PROOF })
  if (verdict.status === 'safe') return null
  const why = verdict.status === 'unknown' ? `not proved (${verdict.error.kind})` : verdict.complexity.summary
  return `${where}: /${source.length > 200 ? `${source.slice(0, 200)}...` : source}/${flags} is ${why}`
}
