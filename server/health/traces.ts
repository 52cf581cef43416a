import { tracingChannel } from 'node:diagnostics_channel'
import { type Attributes, type Span, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node'
import { type Traced, WORK } from '../traced.ts'

/** All that a span may say. Next's own name the address that was asked for, with what somebody typed into it. */
const SAYABLE = new Set([
  ...['http.method', 'http.route', 'http.status_code', 'next.route', 'next.span_type', 'next.rsc'],
  ...['bellwether.deed', 'bellwether.outcome'],
])

/** A span as it leaves: what may be said of it, without messages and without a name that holds an address. */
export function discreet(span: ReadableSpan): ReadableSpan {
  const attributes: Attributes = Object.fromEntries(
    Object.entries(span.attributes).filter(([name]) => SAYABLE.has(name)),
  )
  return Object.create(span, {
    name: { value: nameOf(attributes) },
    attributes: { value: attributes },
    events: { value: [] },
    links: { value: [] },
    status: { value: { code: span.status.code } },
  })
}

function nameOf(attributes: Attributes): string {
  const { 'next.route': route, 'next.span_type': type, 'http.method': method } = attributes
  if (route !== undefined) return method === undefined ? `${type ?? 'page'} ${route}` : `${method} ${route}`
  return String(attributes['bellwether.deed'] ?? type ?? 'work')
}

const discreetly = (exporter: SpanExporter): SpanExporter => ({
  export: (spans, done) => exporter.export(spans.map(discreet), done),
  shutdown: () => exporter.shutdown(),
  forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
})

/**
 * Sends traces to where OTEL_EXPORTER_OTLP_ENDPOINT says, until the result is called: Next's own spans, and one for each piece
 * of work. How many, and under what name, is said by OpenTelemetry's own variables.
 */
export function startTraces(): () => Promise<void> {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME || 'bellwether' }),
    spanProcessors: [new BatchSpanProcessor(discreetly(new OTLPTraceExporter()))],
  })
  provider.register()
  const tracer = trace.getTracer('bellwether')
  const spans = new WeakMap<Traced, Span>()
  const channel = tracingChannel<unknown, Traced>(WORK)
  channel.start.subscribe((told) => {
    const { deed } = told as Traced
    spans.set(told as Traced, tracer.startSpan(deed, { attributes: { 'bellwether.deed': deed } }))
  })
  channel.asyncEnd.subscribe((told) => {
    const span = spans.get(told as Traced)
    const { outcome } = told as Traced
    if (outcome === undefined) span?.setStatus({ code: SpanStatusCode.ERROR })
    else span?.setAttribute('bellwether.outcome', outcome)
    span?.end()
  })
  process.once('SIGTERM', () => void provider.forceFlush().catch(() => {}))
  return () => provider.shutdown()
}
