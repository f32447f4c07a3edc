// Days as people in a zone have them: which day an instant falls on, and how far the zone is from UTC meanwhile.

const DAY_MS = 86_400_000;

/** The zone's distance from UTC until a moment. */
export interface OffsetSpan {
  /** Milliseconds since the epoch at which the next offset begins; null = to the end. */
  readonly until: number | null;
  readonly minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** Minutes east of UTC. Throws RangeError for a zone nobody knows. */
export function offsetMinutes(timeZone: string, ms: number): number {
  const part = new Map(
    formatOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return Math.round((local - Math.floor(ms / 1_000) * 1_000) / 60_000);
}

/** `2026-03-04`. */
export function localDayOf(ms: number, timeZone: string): string {
  return new Date(ms + offsetMinutes(timeZone, ms) * 60_000).toISOString().slice(0, 10);
}

/** The first whole second in `(low, high]` that has another offset than `low`. */
function changeBetween(timeZone: string, low: number, high: number): number {
  const before = offsetMinutes(timeZone, low);
  let [still, changed] = [Math.floor(low / 1_000), Math.ceil(high / 1_000)];
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2);
    if (offsetMinutes(timeZone, middle * 1_000) === before) still = middle;
    else changed = middle;
  }
  return changed * 1_000;
}

/** Every offset that the zone has in `[from, to)`, in order; no zone changes twice within one day. */
export function offsetSpans(timeZone: string, from: number, to: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let current = offsetMinutes(timeZone, from);
  for (let at = from; at < to; at += DAY_MS) {
    const next = Math.min(at + DAY_MS, to);
    if (offsetMinutes(timeZone, next) === current) continue;
    const until = changeBetween(timeZone, at, next);
    if (until >= to) break;
    spans.push({ until, minutes: current });
    current = offsetMinutes(timeZone, next);
  }
  return [...spans, { until: null, minutes: current }];
}

/** Every local day that `[from, to)` touches, in order, without gaps. */
export function localDaysBetween(from: number, to: number, timeZone: string): string[] {
  if (to <= from) return [];
  const last = localDayOf(to - 1, timeZone);
  const days: string[] = [];
  for (let day = localDayOf(from, timeZone); day <= last; day = dayAfter(day)) days.push(day);
  return days;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
