import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** What a Dockerfile has made, without a container engine: what would be in the image, and what is run from it. */
export interface Image {
  /** A path of the image as one of this machine. */
  place(inImage: string): string
  /** Starts the image's own command as the image's own account. */
  run(environment: Environment): ChildProcess
  /** Runs its health check to the end and gives the exit code. */
  check(environment: Environment): number | null
}

type Environment = Readonly<Record<string, string>>

/** The image or a stage of it under way: the folder that stands for its `/`, and what its instructions have set. */
interface Stage {
  readonly folder: string
  readonly environment: Record<string, string>
  workdir: string
  isOthers: boolean
  command: readonly string[]
  healthcheck: readonly string[]
}

interface Work {
  /** The folder with the Dockerfile, and what is there of its .dockerignore. */
  readonly context: string
  readonly stages: ReadonlyMap<string, Stage>
}

/** Whom the image's account `node` stands for: nobody where root runs the tests. */
const OTHERS = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null
const ownerOf = ({ uid, gid } = OTHERS ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }) =>
  `${uid}:${gid}`

/**
 * Does what a Dockerfile says, step by step, on this machine: a folder in `base` stands for the root of each stage, and
 * this machine's Node and npm for those of the base image. Throws at a step that fails, and at one it does not know.
 */
export function makeImage(file: string, base: string): Image {
  const stages = new Map<string, Stage>()
  let stage: Stage | undefined
  for (const { name, words } of readInstructions(fs.readFileSync(file, 'utf8'))) {
    if (name === 'FROM') {
      stage = openStage(path.join(base, `stage-${stages.size}`))
      stages.set(/ AS (\S+)$/.exec(words)?.[1] ?? '', stage)
      continue
    }
    const follow = INSTRUCTIONS[name]
    if (!stage || !follow) throw new Error(`${name} is not an instruction that is known here.`)
    follow(stage, words, { context: path.dirname(file), stages })
  }
  if (!stage) throw new Error(`${file} makes no stage.`)
  return asImage(stage)
}

function asImage(stage: Stage): Image {
  const options = (environment: Environment) => ({
    cwd: place(stage, stage.workdir),
    env: { ...environmentOf(stage), ...environment },
    ...(stage.isOthers && OTHERS),
  })
  return {
    place: (inImage) => place(stage, inImage),
    run: (environment) =>
      spawn(...programOf(stage.command), { ...options(environment), stdio: ['ignore', 'pipe', 'pipe'] }),
    check: (environment) => spawnSync(...programOf(stage.healthcheck), options(environment)).status,
  }
}

const programOf = ([program = '', ...words]: readonly string[]): [string, string[]] => [
  program === 'node' ? process.execPath : program,
  words,
]

const openStage = (folder: string): Stage => {
  fs.mkdirSync(folder)
  fs.chmodSync(folder, 0o755)
  return { folder, environment: {}, workdir: '/', isOthers: false, command: [], healthcheck: [] }
}

const place = (stage: Stage, inImage: string): string =>
  path.join(stage.folder, path.resolve(stage.workdir, inImage))

/** Folders of the image in a text, as those of this machine. */
const placeAll = (stage: Stage, text: string): string =>
  text.replace(
    /(^|[\s=])(\/(?:app|data)\b)/g,
    (_, before, folder) => before + path.join(stage.folder, folder),
  )

const environmentOf = (stage: Stage): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  HOME: stage.folder,
  ...Object.fromEntries(
    Object.entries(stage.environment).map(([name, value]) => [name, placeAll(stage, value)]),
  ),
})

/** The instructions of a Dockerfile in their order; a comment is none, and a line that ends in `\` goes on. */
export const readInstructions = (
  text: string,
): readonly { readonly name: string; readonly words: string }[] =>
  text
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line.split(' ', 1)[0] ?? '', words: line.slice(line.indexOf(' ') + 1).trim() }))

const INSTRUCTIONS: Readonly<Record<string, (stage: Stage, words: string, work: Work) => void>> = {
  WORKDIR: (stage, words) => {
    stage.workdir = words
    fs.mkdirSync(place(stage, '.'), { recursive: true })
  },
  ENV: (stage, words) => {
    const [name = '', value = ''] = words.split('=')
    stage.environment[name] = value
  },
  COPY: (stage, words, { context, stages }) => {
    const [target = '.', ...sources] = words
      .split(' ')
      .filter((word) => !word.startsWith('--'))
      .reverse()
    const from = stages.get(/^--from=(\S+)/.exec(words)?.[1] ?? '')
    const isKept = from ? () => true : keptBy(path.join(context, '.dockerignore'))
    for (const source of sources)
      copy(from ? place(from, source) : path.join(context, source), place(stage, target), isKept)
  },
  RUN: (stage, words) => {
    const command = placeAll(stage, words).replaceAll('node:node', ownerOf())
    const { status, stderr, stdout } = spawnSync('sh', ['-c', command], {
      ...{ cwd: place(stage, '.'), env: environmentOf(stage), encoding: 'utf8' },
    })
    if (status !== 0) throw new Error(`RUN ${words} ended with ${status}:\n${stdout}${stderr}`)
  },
  USER: (stage) => {
    stage.isOthers = true
  },
  CMD: (stage, words) => {
    stage.command = JSON.parse(words)
  },
  HEALTHCHECK: (stage, words) => {
    stage.healthcheck = JSON.parse(words.slice(words.indexOf('CMD') + 3))
  },
  // Of no consequence without an engine.
  VOLUME: () => {},
  EXPOSE: () => {},
}

/** Copies a file into a folder, or what a folder holds. */
function copy(source: string, target: string, isKept: (file: string) => boolean): void {
  const isFolder = fs.statSync(source).isDirectory()
  fs.cpSync(source, isFolder ? target : path.join(target, path.basename(source)), {
    ...{ recursive: true, verbatimSymlinks: true, preserveTimestamps: true },
    filter: (file) => isKept(path.relative(isFolder ? source : path.dirname(source), file)),
  })
}

/** Whether a file gets past a .dockerignore: names of what lies at the top, and names with a star for everywhere. */
function keptBy(file: string): (name: string) => boolean {
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const ends = lines.filter((line) => line.startsWith('**/*')).map((line) => line.slice(4))
  const names = lines.filter((line) => !line.startsWith('**/*'))
  return (name) =>
    !ends.some((end) => name.endsWith(end)) &&
    !names.some((each) => name === each || name.startsWith(`${each}/`))
}
