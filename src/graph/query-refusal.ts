// Why a hunting query was refused. Graph gives every reason the same code word and tells them apart in its message alone,
// most of them documented for other surfaces than Graph: the message is matched here, loosely, and goes no further.
import { z } from 'zod/v4';
import { BotError, type ErrorCode } from '../domain/errors';
import type { QueryFault } from '../domain/query-fault';
import { clampWait } from './retry-after';

type Reason = QueryFault | 'resultTooLarge' | 'processingUsedUp' | 'ranTooLong';

const MESSAGE_MAX = 4_000;

// In this order: a name that could not be resolved may be any word. The codes are Kusto's own.
const SPELLED: readonly (readonly [Reason, RegExp])[] = [
  ['unknownTable', /failed to resolve (?:the )?table/i],
  ['unknownColumn', /failed to resolve/i],
  ['syntax', /recognition error|syntax error|\bSYN\d{4}\b/i],
  [
    'resultTooLarge',
    /result.{0,40}\b(?:size|set)\b.{0,60}(?:exceed|too large)|exceed.{0,60}\bresult\b.{0,20}(?:size|set)/i,
  ],
  ['resultTooLarge', /E_QUERY_RESULT_SET_TOO_LARGE/],
  ['processingUsedUp', /processing resources allocated|exceed.{0,60}\b(?:cpu|processing|quota)\b/i],
  ['ranTooLong', /exceed.{0,40}\btime-?out|timed out/i],
  ['tooHeavy', /excessive resource|runaway|lacks memory|E_RUNAWAY_QUERY|E_LOW_MEMORY_CONDITION/i],
];

const CODES: Record<Reason, ErrorCode> = {
  unknownTable: 'badRequest',
  unknownColumn: 'badRequest',
  syntax: 'badRequest',
  tooHeavy: 'badRequest',
  resultTooLarge: 'tooLarge',
  processingUsedUp: 'throttled',
  ranTooLong: 'timedOut',
};

const envelope = z.object({ error: z.object({ message: z.string() }) });

/** Names of tables, columns and operators stand in quotes, and may be any word themselves. */
function messageOf(body: unknown): string {
  const message = envelope.safeParse(body).data?.error.message ?? '';
  return message.slice(0, MESSAGE_MAX).replace(/'[^']*'|"[^"]*"/g, "''");
}

const UNIT_MS: Record<string, number> = { second: 1_000, minute: 60_000, hour: 3_600_000 };
const IN_UNITS = /\bagain in (?:about )?(\d{1,4})(?:\.\d+)? (second|minute|hour)/i;
const ON_A_CLOCK = /\bagain in (\d{1,2}):(\d{2}):(\d{2})/i;

/** `You can run queries again in 9 minutes.` */
function waitIn(message: string): number | undefined {
  const [, amount, unit] = IN_UNITS.exec(message) ?? [];
  if (amount !== undefined && unit !== undefined) return clampWait(Number(amount) * (UNIT_MS[unit.toLowerCase()] ?? 0));
  const [, hours, minutes, seconds] = ON_A_CLOCK.exec(message) ?? [];
  if (hours === undefined) return undefined;
  return clampWait(((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000);
}

/** The error by what its message says; `error` as it is when the words are unknown, or when who asks is refused. */
export function queryRefusal(error: BotError, body: unknown): BotError {
  if (error.code === 'unauthorised' || error.code === 'forbidden') return error;
  const message = messageOf(body);
  const reason = SPELLED.find(([, words]) => words.test(message))?.[0];
  if (reason === undefined) return error;
  const { status, retryAfterMs = reason === 'processingUsedUp' ? waitIn(message) : undefined } = error;
  return new BotError(CODES[reason], {
    from: 'graph',
    detail: reason,
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
