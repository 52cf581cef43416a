import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { deeds } from '#server/access'

/** A door of the app as its source shows it: a route handler, a server action or a page, and the deed it asks for. */
export interface DoorSeen {
  readonly file: string
  readonly name: string
  readonly deed: string
}

/** What was seen in some files: the doors that ask, and those that do not, in words. */
export interface Walk {
  readonly doors: readonly DoorSeen[]
  readonly faults: readonly string[]
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** What Next lets a route or page say about itself. */
const SETTINGS = new Set(['dynamic', 'revalidate', 'runtime', 'maxDuration', 'metadata', 'viewport'])

/** What a door goes through, and where it comes from. */
const WRAPPERS = {
  route: '#server/route',
  authRoute: '#server/accounts/auth-route',
  programRoute: '#server/program-route',
  action: '#server/action',
} as const

/** Where programs ask that look after this one, without anybody's cookie. */
const FOR_PROGRAMS = new Set(
  ['healthz', 'readyz', 'metrics'].map((name) => path.join('app', name, 'route.ts')),
)

/** Every TypeScript file under a folder. */
function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** A source file by its path from the root of the project, and its text. */
export interface SourceSeen {
  readonly file: string
  readonly text: string
}

const root = path.resolve(import.meta.dirname, '../..')

/** Every TypeScript file under these folders of the project, or of a copy of it. */
export const sourcesIn = (folders: readonly string[], base = root): SourceSeen[] =>
  folders.flatMap((folder) =>
    filesUnder(path.join(base, folder)).map((file) => ({
      file: path.relative(base, file),
      text: fs.readFileSync(file, 'utf8'),
    })),
  )

/**
 * Looks at source files for doors. A route handler must be `route({ deed: '...' ...})` from #server/route (that of
 * next-auth, at its one address, `authRoute({ deed: '...' })`, those for programs, at theirs, `programRoute({ deed: '...' ...})`), a server action `action({ deed: '...' ...})` from #server/action, and a page that imports anything from server/ must
 * `enter('...')`; the deed must stand in the table.
 */
export function walkDoors(files: readonly SourceSeen[]): Walk {
  const doors: DoorSeen[] = []
  const faults: string[] = []
  for (const { file, text } of files) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const base = path.basename(file).replace(/\.tsx?$/, '')
    const see = (wrapper: keyof typeof WRAPPERS) => {
      const imported = importedFrom(source, wrapper, WRAPPERS[wrapper])
      for (const { name, value } of exportsOf(source)) {
        if (wrapper !== 'action' && SETTINGS.has(name)) continue
        if (wrapper !== 'action' && !METHODS.has(name)) faults.push(`${file}: exports ${name}`)
        const deed = imported && value ? deedOf(value, wrapper) : null
        if (deed === null)
          faults.push(`${file}: ${name} does not go through ${wrapper}() with a deed of the table`)
        else doors.push({ file, name, deed })
      }
    }
    const isAuth = file === path.join('app', 'api', 'auth', '[...nextauth]', 'route.ts')
    const isApp = file.split(path.sep)[0] === 'app'
    const isForPrograms = FOR_PROGRAMS.has(file)
    if (isApp && base === 'route') see(isAuth ? 'authRoute' : isForPrograms ? 'programRoute' : 'route')
    if (isApp && base === 'page') seePage(source, file, doors, faults)
    if (hasDirective(source.statements)) see('action')
    if (hasInlineAction(source)) faults.push(`${file}: 'use server' inside a function`)
  }
  return { doors, faults }
}

function seePage(source: ts.SourceFile, file: string, doors: DoorSeen[], faults: string[]): void {
  const entered: string[] = []
  const isImported = importedFrom(source, 'enter', '#server/enter')
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'enter') return
    const [deed] = node.arguments
    if (isImported && deed && ts.isStringLiteral(deed) && isKnown(deed.text)) entered.push(deed.text)
    else faults.push(`${file}: enter() without a deed of the table`)
  })
  for (const deed of entered) doors.push({ file, name: 'page', deed })
  if (entered.length === 0 && readsStore(source))
    faults.push(`${file}: the page reads from the server and does not enter()`)
}

/** Whether a file imports anything but types from server/. */
const readsStore = (source: ts.SourceFile): boolean =>
  source.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword &&
      (statement.moduleSpecifier as ts.StringLiteral).text.includes('server/'),
  )

const isKnown = (deed: string): boolean => (deeds as readonly string[]).includes(deed)

/** The deed of `route({ deed: 'x' }, ...)`, or null when it is anything else. */
function deedOf(value: ts.Expression, wrapper: keyof typeof WRAPPERS): string | null {
  if (!ts.isCallExpression(value) || value.expression.getText() !== wrapper) return null
  const [door] = value.arguments
  if (!door || !ts.isObjectLiteralExpression(door)) return null
  for (const property of door.properties)
    if (ts.isPropertyAssignment(property) && property.name.getText() === 'deed')
      return ts.isStringLiteral(property.initializer) && isKnown(property.initializer.text)
        ? property.initializer.text
        : null
  return null
}

function importedFrom(source: ts.SourceFile, name: string, place: string): boolean {
  return source.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      (statement.moduleSpecifier as ts.StringLiteral).text === place &&
      statement.importClause?.namedBindings !== undefined &&
      ts.isNamedImports(statement.importClause.namedBindings) &&
      statement.importClause.namedBindings.elements.some(
        (element) => element.name.text === name && element.propertyName === undefined,
      ),
  )
}

/** Every value a file exports, with its initializer where it is a plain constant. */
function exportsOf(source: ts.SourceFile): { name: string; value: ts.Expression | null }[] {
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly)
      return [{ name: statement.exportClause?.getText() ?? '*', value: null }]
    if (ts.isExportAssignment(statement)) return [{ name: 'default', value: statement.expression }]
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name, initializer }) => ({
        name: name.getText(),
        value: initializer ?? null,
      }))
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return [{ name: statement.name?.text ?? 'default', value: null }]
    return []
  })
}

const hasDirective = (statements: readonly ts.Statement[]): boolean =>
  statements.some(
    (statement) =>
      ts.isExpressionStatement(statement) &&
      ts.isStringLiteral(statement.expression) &&
      statement.expression.text === 'use server',
  )

function hasInlineAction(source: ts.SourceFile): boolean {
  let found = false
  visit(source, (node) => {
    if (ts.isBlock(node) && hasDirective([...node.statements])) found = true
  })
  return found
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  node.forEachChild((child) => visit(child, look))
}
