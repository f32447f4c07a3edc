// Switchable faults for every route of every room: what goes wrong, where, and how often. What a fault then does to
// a request is fault-effects.ts.
import * as z from 'zod/v4';
import { pathMatches } from './path-pattern';

/** The longest a fault may hold a request; nothing waits for ever. */
export const LONGEST_DELAY_MS = 300_000;

const headers = z.record(z.string(), z.string());

export const faultSchema = z
  .strictObject({
    /** Answered instead of handling. */
    status: z.number().int().min(100).max(599),
    headers,
    body: z.unknown(),
    /** 429 with this Retry-After, taken as it stands; the empty string leaves the header out. */
    retryAfter: z.string(),
    /** Waits before anything else; nothing is handled when the caller has gone meanwhile. */
    delayMs: z.number().int().min(0).max(LONGEST_DELAY_MS),
    /** Handled; the answer breaks off after so many bytes of body. */
    cutBody: z.number().int().min(0),
    /** The connection is reset before anything is handled. */
    reset: z.literal(true),
    /** Handled, takes effect, and then the answer is lost or replaced. */
    handleThen: z.union([z.literal('reset'), z.literal('timeout'), z.strictObject({ status: z.number().int() })]),
    /** The page's nextLink points to itself, to another host, or to the address given. */
    nextLink: z.union([z.literal('loop'), z.literal('otherHost'), z.url()]),
    /** Handled; the answer keeps its status and headers and is no JSON. */
    garbage: z.enum(['html', 'empty', 'truncatedJson']),
  })
  .partial()
  .refine((fault) => Object.keys(fault).some((key) => key !== 'headers' && key !== 'body'), {
    message: 'says nothing: give status, retryAfter, delayMs, cutBody, reset, handleThen, nextLink or garbage',
  });

export type Fault = z.infer<typeof faultSchema>;

export const faultRuleSchema = z.strictObject({
  method: z.string().min(1).default('*'),
  /** Path without query, as it came (percent-encoded); `*` stands for any run of characters. */
  path: z.string().regex(/^[/*]/, 'begins with neither / nor *'),
  /** How many requests it befalls; 0 = until cleared. */
  times: z.number().int().min(0).default(1),
  /** How many requests it lets pass first. */
  after: z.number().int().min(0).default(0),
  fault: faultSchema,
});

export type FaultRule = z.input<typeof faultRuleSchema>;
export type ListedFault = z.output<typeof faultRuleSchema> & { id: number; seen: number; taken: number };

export class FaultTable {
  private rules: ListedFault[] = [];
  private lastId = 0;

  /** Switches a fault on. Throws a ZodError that names what is wrong with it. */
  add(rule: FaultRule): ListedFault {
    const listed = { ...faultRuleSchema.parse(rule), id: ++this.lastId, seen: 0, taken: 0 };
    this.rules.push(listed);
    return listed;
  }

  list(): ListedFault[] {
    return this.rules.map((rule) => ({ ...rule }));
  }

  clear(): void {
    this.rules = [];
  }

  /** The fault that befalls this request, if any; counts it as taken. Earlier rules win. */
  take(method: string, path: string): Fault | null {
    for (const rule of this.rules) {
      if (rule.method !== '*' && rule.method.toUpperCase() !== method) continue;
      if (!pathMatches(rule.path, path) || spent(rule)) continue;
      rule.seen += 1;
      if (rule.seen <= rule.after) continue;
      rule.taken += 1;
      return rule.fault;
    }
    return null;
  }
}

function spent(rule: ListedFault): boolean {
  return rule.times > 0 && rule.taken >= rule.times;
}
