// The closed list of what can go wrong. A library's error becomes one of these once, at the door of the room that
// called it, by status or code; a message text decides only where it alone tells, and never leaves that room.

export const ERROR_CODES = [
  'throttled',
  'unavailable',
  'timedOut',
  'notConnected',
  'unauthorised',
  'forbidden',
  'notFound',
  'conflict',
  'tooLarge',
  'badRequest',
  'garbage',
  'credentialRefused',
  'storeBusy',
  'storeUnusable',
  'leaseLost',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type OutsideSystem = 'graph' | 'connector' | 'entra' | 'store';

export interface BotErrorOptions {
  from: OutsideSystem;
  /** HTTP status, where there was one. */
  status?: number;
  /** The system's own code word (`BotNotInConversationRoster`), from a closed vocabulary; never free text. */
  detail?: string;
  /** How long to wait at least, already parsed and clamped. */
  retryAfterMs?: number;
  cause?: unknown;
}

/** Carries no message text of the outside system: that text may name people. */
export class BotError extends Error {
  readonly from: OutsideSystem;
  readonly status: number | undefined;
  readonly detail: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly code: ErrorCode,
    options: BotErrorOptions,
  ) {
    super(`${options.from}: ${code}${options.status === undefined ? '' : ` (${options.status})`}`);
    this.name = 'BotError';
    this.from = options.from;
    this.status = options.status;
    this.detail = options.detail;
    this.retryAfterMs = options.retryAfterMs;
    if (options.cause !== undefined) Object.defineProperty(this, 'cause', { value: options.cause, enumerable: false });
  }
}

export function isBotError(error: unknown, ...codes: ErrorCode[]): error is BotError {
  return error instanceof BotError && (codes.length === 0 || codes.includes(error.code));
}

const KIND = /^[A-Z][A-Za-z]{0,40}Error$/;
const SYSTEM_CODE = /^E[A-Z]{2,20}$/;

/** `TypeError`, or with the system's word `Error EADDRINUSE`: all that may be told of what nobody foresaw. */
export function faultKind(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const kind = fault.name === 'Error' || KIND.test(fault.name) ? fault.name : 'unknown';
  const code = 'code' in fault && typeof fault.code === 'string' && SYSTEM_CODE.test(fault.code) ? fault.code : null;
  return code === null ? kind : `${kind} ${code}`;
}
