import ts from 'typescript'

/** What would make core's answer depend on more than its arguments. */
const impure: Readonly<Record<string, (node: ts.Node, file: ts.SourceFile) => boolean>> = {
  'the clock': (node, file) =>
    isCall(node, file, /^(?:Date\.now|performance\.now|Date)$/) ||
    (ts.isNewExpression(node) && node.expression.getText(file) === 'Date' && !node.arguments?.length),
  chance: (node, file) => isCall(node, file, /^Math\.random$/) || isName(node, 'crypto'),
  'the environment': (node) => isName(node, 'process') || isName(node, 'navigator'),
  'the network': (node, file) => isCall(node, file, /^fetch$/) || isName(node, 'XMLHttpRequest'),
  'the locale of the machine': (node) =>
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    (localeArgument[node.expression.name.text] ?? 0) > node.arguments.length,
}

/** How many arguments these need before they name their locale. */
const localeArgument: Readonly<Record<string, number>> = {
  toLocaleString: 1,
  toLocaleDateString: 1,
  toLocaleTimeString: 1,
  toLocaleLowerCase: 1,
  toLocaleUpperCase: 1,
  localeCompare: 2,
}

/** Every place of a source text that reads the clock, chance, the environment or the network, as 'line: what'. */
export function findImpurities(text: string, name: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    for (const [what, isImpure] of Object.entries(impure))
      if (isImpure(node, file))
        found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: ${what}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isCall(node: ts.Node, file: ts.SourceFile, callee: RegExp): boolean {
  return ts.isCallExpression(node) && callee.test(node.expression.getText(file))
}

/** A global read by this name; a property or a key of that name is something else. */
function isName(node: ts.Node, name: string): boolean {
  if (!ts.isIdentifier(node) || node.text !== name) return false
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  return !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent)
}
