import { isValidElement, type ReactElement } from 'react'
import { sourcesIn } from './doors.ts'

/** Names of the components that are drawn in the browser: all they are given leaves the server. */
const inBrowser = new Set(
  sourcesIn(['ui', 'app'])
    .filter(({ text }) => /^['"]use client['"]/.test(text))
    .flatMap(({ text }) => [...text.matchAll(/export (?:default )?(?:function|const) ([A-Z]\w*)/g)])
    .map(([, name = '']) => name),
)

type Props = Readonly<Record<string, unknown>>

/**
 * Everything of a page that would leave the server, as text: what is written, the attributes, and whatever a component
 * in the browser is given. What only components on the server are given stays there. Elements that cannot be drawn outside
 * a renderer count as drawn in the browser, so that rather too much is looked at than too little.
 */
export async function sentOf(node: unknown): Promise<string> {
  if (node instanceof Promise) return sentOf(await node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'function') return `<function ${node.name}>`
  if (typeof node !== 'object') return JSON.stringify(node) ?? String(node)
  if (node instanceof Date) return node.toISOString()
  if (isValidElement(node)) return sentOfElement(node as ReactElement<Props>)
  if (Symbol.iterator in node) {
    const parts: string[] = []
    for (const each of node as Iterable<unknown>) parts.push(await sentOf(each))
    return `[${parts.join(', ')}]`
  }
  return sentOfProps(node as Props)
}

async function sentOfProps(props: Props): Promise<string> {
  const parts: string[] = []
  for (const [name, value] of Object.entries(props)) parts.push(`${name}=${await sentOf(value)}`)
  return `{${parts.join(' ')}}`
}

async function sentOfElement({ type, props, key }: ReactElement<Props>): Promise<string> {
  if (typeof type === 'string') return `<${type} ${key ?? ''} ${await sentOfProps(props)}>\n`
  const name = typeof type === 'function' ? type.name : 'special'
  if (typeof type === 'function' && !inBrowser.has(name)) {
    const drawn = drawOnServer(type as (props: Props) => unknown, props)
    if (drawn) return sentOf(await drawn.node)
  }
  return `<${name} ${key ?? ''} ${await sentOfProps(props)}>\n`
}

function drawOnServer(draw: (props: Props) => unknown, props: Props): { node: unknown } | null {
  try {
    return { node: draw(props) }
  } catch (error) {
    // Outside a renderer there are no hooks.
    if (error instanceof TypeError && /reading 'use[A-Z]?\w*'/.test(error.message)) return null
    throw error
  }
}
