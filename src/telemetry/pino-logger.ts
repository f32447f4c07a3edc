// Log lines as JSON on standard output. Only the fields of `LogFields` pass; anything else a caller might smuggle in is
// dropped, so that a name cannot reach a log by way of a careless object.
import { pino, type DestinationStream } from 'pino';
import type { LogFields, Logger } from '../ports/logger';

const ALLOWED: Record<keyof LogFields, true> = {
  alertNumber: true,
  channel: true,
  actor: true,
  verb: true,
  command: true,
  outcome: true,
  code: true,
  status: true,
  detail: true,
  from: true,
  count: true,
  pages: true,
  attempt: true,
  ms: true,
  epoch: true,
  seq: true,
  hash: true,
  referenceId: true,
  variable: true,
  port: true,
  state: true,
  reason: true,
  sendKind: true,
};

/** Longest text of a field: code words are short, and nothing else belongs there. */
export const LOG_TEXT_MAX = 120;

function allowed(fields: LogFields | undefined): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (!Object.hasOwn(ALLOWED, name)) continue;
    if (typeof value === 'number') kept[name] = value;
    if (typeof value === 'string') kept[name] = value.slice(0, LOG_TEXT_MAX);
  }
  return kept;
}

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  const sink = destination === undefined ? pino(options) : pino(options, destination);
  return {
    debug: (event, fields) => sink.debug(allowed(fields), event),
    info: (event, fields) => sink.info(allowed(fields), event),
    warn: (event, fields) => sink.warn(allowed(fields), event),
    error: (event, fields) => sink.error(allowed(fields), event),
  };
}
