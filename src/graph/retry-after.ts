// How long Graph or Entra asks to be left alone: the Retry-After header in every form seen in the field.

export const RETRY_AFTER_MIN_MS = 1_000;
export const RETRY_AFTER_MAX_MS = 15 * 60_000;

const SECONDS = /^-?\d{1,12}(\.\d{1,9})?$/;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Milliseconds in [1 s, 15 min]. */
export function clampWait(ms: number): number {
  return Math.min(RETRY_AFTER_MAX_MS, Math.max(RETRY_AFTER_MIN_MS, Math.ceil(ms)));
}

/**
 * Milliseconds in [1 s, 15 min]; undefined when the header is missing or unreadable. Seconds may have a fraction
 * (Graph, "Throttling guidance"); zero, negative and past values mean the shortest wait.
 * `answeredAt`: the answer's own Date header, so that a wrong host clock does not stretch a date; ms since the epoch.
 */
export function parseRetryAfter(header: string | null, answeredAt: number): number | undefined {
  const text = header?.trim() ?? '';
  if (SECONDS.test(text)) return clampWait(Number(text) * 1_000);
  if (!HTTP_DATE.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : clampWait(at - answeredAt);
}
