// What the load generator is asked and what it answers: the wire between its process and the row that starts it.
import { z } from 'zod/v4';

export const loadJob = z.object({
  url: z.string(),
  /** Null = the request carries no token. */
  authorization: z.string().nullable(),
  body: z.string(),
  /** Counted requests, after `warmUp` uncounted ones. */
  requests: z.number().int().positive(),
  warmUp: z.number().int().nonnegative(),
  /** Requests under way at a time, each on a connection that is kept. */
  abreast: z.number().int().positive(),
  /** An answer without this text is a failure. */
  mustHold: z.string(),
  withinMs: z.number().positive(),
});
export type LoadJob = z.infer<typeof loadJob>;

export const loadResult = z.object({
  medianMs: z.number(),
  perSecond: z.number(),
});
export type LoadResult = z.infer<typeof loadResult>;
