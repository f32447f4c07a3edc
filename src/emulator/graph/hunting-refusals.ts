// What the engine refuses, in the service's words, and the limits that the service puts on an answer.
import { KqlRefusal, type KqlRefusalKind } from '../kql/kql-table';
import { badRequest, GraphError } from './graph-error';

/** Most rows of an answer, most bytes of its JSON, and the longest that one query may run. */
export const MOST_ROWS = 100_000;
export const MOST_BYTES = 50 * 1024 * 1024;
export const LONGEST_QUERY_MS = 180_000;

const TOO_LARGE =
  'Query execution has exceeded the allowed result size. Optimize your query by limiting the number of results and try again';

const ADVICE: Partial<Record<KqlRefusalKind, string>> = {
  unknownTable: 'Fix semantic errors in your query.',
  unknownColumn: 'Fix semantic errors in your query.',
  semantic: 'Fix semantic errors in your query.',
  syntax: 'Fix syntax errors in your query.',
};

export const tooLarge = () => badRequest(TOO_LARGE);

/** As the gateway answers whoever waited too long; a refusal by the engine itself was never seen on the wire. */
export const ranTooLong = () => new GraphError(504, 'UnknownError', '');

/** 429: the tenant's share of processing is used up. */
export function outOfQuota(seconds: number): GraphError {
  const wait = `${Math.ceil(seconds / 60)} minutes`;
  const message = `You have exceeded processing resources allocated to this tenant. You can run queries again in ${wait}.`;
  return new GraphError(429, 'TooManyRequests', message, { 'retry-after': String(seconds) });
}

/** Gives back what is no refusal of the engine. `secondsToNext` is when the processing quota starts over. */
export function refusalOnTheWire(error: unknown, timedOut: boolean, secondsToNext: number): unknown {
  if (!(error instanceof KqlRefusal)) return error;
  if (error.kind === 'tooLarge') return tooLarge();
  if (error.kind === 'quota') return timedOut ? ranTooLong() : outOfQuota(secondsToNext);
  if (error.kind === 'unsupported') return badRequest(`Not executed by this emulator: ${error.message}`);
  return badRequest(withAdvice(error.message, ADVICE[error.kind] ?? ''));
}

function withAdvice(message: string, advice: string): string {
  if (message.includes(advice)) return message;
  return `${message.replace(/\.?$/, '.')} ${advice}`;
}
