// What one request carries through the client's middleware chain. The client's own parsing of addresses rewrites
// queries and knows https alone, so the exact address travels here.
import type { Context } from '@microsoft/microsoft-graph-client';
import type { AttemptDeadline } from './attempt-deadline';
import type { Lane, Pool } from './request-gate';

export class RequestPlan {
  constructor(
    readonly address: URL,
    readonly lane: Lane,
    readonly pool: Pool,
    /** By the clock, ms since the epoch. */
    readonly deadline: number,
    readonly attemptMs: number,
    readonly attempt: AttemptDeadline,
  ) {}
}

export function planOf(context: Context): RequestPlan {
  const plan = context.middlewareControl?.getMiddlewareOptions(RequestPlan);
  if (plan instanceof RequestPlan) return plan;
  throw new Error('A Graph request was made without a plan');
}

/** Sets headers, whatever case they were set in before. */
export function setHeaders(context: Context, headers: Readonly<Record<string, string>>): void {
  const all = new Headers(context.options?.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  context.options = { ...context.options, headers: Object.fromEntries(all.entries()) };
}
