import type { ICruiseResult, IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser'
import { cruise } from 'dependency-cruiser'
import { houses } from './files.ts'

const doors = '^core/(?:index|learner|marker|numbers)\\.ts$'
/** The shapes that leave the server for the browser. */
const views = '^server/.*view\\.ts$'
const rule = (name: string, from: IRegularForbiddenRuleType['from'], to: IRegularForbiddenRuleType['to']) =>
  ({ name, severity: 'error', from, to }) satisfies IRegularForbiddenRuleType

/** Who may not import what. Every rule has a violation planted in tests/house.test.ts. */
export const importRules: readonly IForbiddenRuleType[] = [
  rule('nothing imports app', { pathNot: '^app/' }, { path: '^app/' }),
  rule('nothing imports scripts', { pathNot: '^(?:scripts|tests)/' }, { path: '^scripts/' }),
  rule('nothing imports tests', { pathNot: '^tests/' }, { path: '^tests/' }),
  rule('core stands alone', { path: '^core/' }, { path: '^(?:app|server|ui|scripts|prisma)/' }),
  rule('core knows no machine', { path: '^core/' }, { dependencyTypes: ['core'] }),
  rule(
    'core knows no framework',
    { path: '^core/' },
    { path: 'node_modules/(?:next|react|react-dom|pg|@prisma)/' },
  ),
  rule('server draws nothing', { path: '^server/' }, { path: '^ui/' }),
  rule('ui asks no server', { path: '^ui/' }, { path: '^(?:server|prisma)/', pathNot: views }),
  rule(
    'ui knows of views their shape alone',
    { path: '^ui/' },
    { path: views, dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'ui takes from core what a learner may see, and types',
    { path: '^ui/' },
    { path: '^core/', pathNot: '^core/(?:learner|marker|numbers)\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'only what an offline pack is marked with knows a key in the browser',
    { path: '^ui/', pathNot: '^ui/offline/mark\\.ts$' },
    { path: '^core/marker\\.ts$' },
  ),
  // Evaluations measure parts of core by themselves, as its tests do.
  rule(
    'core is entered by its doors',
    { pathNot: '^(?:core|scripts/eval)/' },
    { path: '^core/', pathNot: doors },
  ),
  {
    name: 'a browser is sent no model of language or memory',
    severity: 'error',
    from: { path: '^core/(?:learner|marker|numbers)\\.ts$' },
    to: { path: 'node_modules/(?:wink-|ts-fsrs)', reachable: true },
  },
  rule(
    'only the server side touches Prisma',
    { pathNot: '^(?:server|prisma|scripts|tests)/' },
    { path: '(?:^prisma/generated/|node_modules/@?prisma/)' },
  ),
  rule('everything imported exists', {}, { couldNotResolve: true }),
  // On a fresh clone the launcher is what has it generated.
  {
    name: 'the launcher starts without what it has generated',
    severity: 'error',
    from: { path: '^scripts/launcher/' },
    to: { path: '^prisma/generated/', reachable: true },
  },
  // What Prisma generates is its own affair.
  rule('no circles', { pathNot: '^prisma/generated/' }, { circular: true }),
]

/** A rule that was broken, and by which import. */
export type Breach = { rule: string; from: string; to: string }

/** Reads all imports of the houses under `base`, types included: which files were seen, and which rules are broken. */
export async function inspectImports(base: string, folders: readonly string[] = houses) {
  const { output } = await cruise(
    [...folders],
    {
      baseDir: base,
      validate: true,
      ruleSet: { forbidden: [...importRules] },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
    },
    {
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.css', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  )
  const { modules, summary } = output as ICruiseResult
  const breaches = summary.violations.map(
    (found): Breach => ({
      rule: found.rule.name,
      from: found.from,
      to: found.to,
    }),
  )
  return { seen: modules.map((module) => module.source).sort(), breaches }
}
