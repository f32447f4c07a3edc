// Instants as Graph writes them: seven fraction digits, one tick being 100 nanoseconds. Plain dates hold three digits,
// so comparing and counting is done in ticks.

/** One instant in ticks of 100 ns since 1970. */
export type Ticks = bigint;

export const TICKS_PER_MS = 10_000n;

const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?(Z|[+-]\d\d:\d\d)$/;
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const FRACTION_DIGITS = 7;

/** Ticks of an ISO 8601 instant with zone, or null when the text is none. */
export function parseInstant(text: string): Ticks | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const [, minute, second = '00', fraction = '', zone = 'Z'] = match;
  const ms = Date.parse(`${minute}:${second}${zone}`);
  if (Number.isNaN(ms)) return null;
  return BigInt(ms) * TICKS_PER_MS + BigInt(fraction.padEnd(FRACTION_DIGITS, '0').slice(0, FRACTION_DIGITS));
}

/** `2026-08-14T09:30:12.4812345Z`: always seven fraction digits, as the service does for changes. */
export function formatInstant(ticks: Ticks): string {
  const perSecond = TICKS_PER_MS * 1000n;
  const rest = ((ticks % perSecond) + perSecond) % perSecond;
  const second = (ticks - rest) / perSecond;
  const whole = new Date(Number(second) * 1000).toISOString().slice(0, 19);
  return `${whole}.${rest.toString().padStart(FRACTION_DIGITS, '0')}Z`;
}

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds (`P3DT4H`), or null. */
export function parseDuration(text: string): number | null {
  const match = DURATION.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** A source of instants that never repeats or runs backwards, whatever the wall clock does. */
export interface TickClock {
  next(): string;
}

export function createTickClock(clock: () => Date): TickClock {
  let last = 0n;
  return {
    next() {
      // The sub-millisecond part comes from the fine timer, so that two changes in one millisecond look as they do live.
      const fine = (process.hrtime.bigint() / 100n) % TICKS_PER_MS;
      const now = BigInt(clock().getTime()) * TICKS_PER_MS + fine;
      last = now > last ? now : last + 1n;
      return formatInstant(last);
    },
  };
}
