import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findFreePort } from '#server/postgres/server'
import { root } from '../../scripts/launcher/prisma.ts'
import type { Node } from './node.ts'

/** nginx before some processes of the app. */
export interface Proxy {
  readonly url: string
  stop(): Promise<void>
}

/** What a process of the app is told when a proxy of ours stands before it. */
export const BEHIND_PROXY = { TRUST_PROXY: '1' }

/** The proxy that is handed out (deploy/nginx.conf), before these processes instead of the replicas of a name. */
const server = (port: number, nodes: readonly Node[]): string =>
  fs
    .readFileSync(path.join(root, 'deploy/nginx.conf'), 'utf8')
    .replace(
      /^upstream bellwether \{[^}]*\}/m,
      `upstream bellwether {
  ${nodes.map((node) => `server 127.0.0.1:${node.port} max_fails=1 fail_timeout=2s;`).join('\n  ')}
  keepalive 64;
}`,
    )
    .replace('listen 80;', `listen 127.0.0.1:${port};`)

const configuration = (folder: string, port: number, nodes: readonly Node[]): string => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 4096; }
http {
access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
${server(port, nodes)}
}
`

/** Starts nginx before these processes; throws one sentence where there is none. */
export async function startNginx(nodes: readonly Node[]): Promise<Proxy> {
  if (spawnSync('nginx', ['-v']).status !== 0) throw new Error('there is no nginx on the PATH')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-nginx-'))
  fs.chmodSync(folder, 0o711)
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const file = path.join(folder, 'nginx.conf')
  fs.writeFileSync(file, configuration(folder, port, nodes))
  const child = spawn('nginx', ['-c', file, '-e', path.join(folder, 'error.log')], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (let tries = 0; ; tries++) {
    const reply = await fetch(`${url}/icon.svg`).catch(() => null)
    await reply?.arrayBuffer()
    if (reply?.ok) break
    if (tries === 100)
      throw new Error(`nginx serves nothing: ${fs.readFileSync(path.join(folder, 'error.log'), 'utf8')}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
