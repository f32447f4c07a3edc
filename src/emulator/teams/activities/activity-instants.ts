// How Teams writes instants on activities: UTC with up to seven fraction digits, and the client's local time with
// its offset. Choosing the instant is left to the caller.

const EXTRA_DIGITS = 4;

/** `2025-12-23T03:19:23.059` plus four digits, as recorded on messages; the digits are made from the instant. */
function sevenDigits(date: Date): string {
  const extra = String((date.getTime() * 7919) % 10 ** EXTRA_DIGITS).padStart(EXTRA_DIGITS, '0');
  return date.toISOString().replace('Z', extra);
}

/** The UTC `timestamp` of a message: seven fraction digits and `Z`. */
export function messageTimestamp(date: Date): string {
  return `${sevenDigits(date)}Z`;
}

function offsetMinutes(date: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(date);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/**
 * `localTimestamp` of the client that sent the activity, e.g. `2025-12-22T19:19:23.0597717-08:00`.
 * `timeZone` is an IANA name; an unknown one throws RangeError.
 */
export function localTimestamp(date: Date, timeZone: string): string {
  const offset = offsetMinutes(date, timeZone);
  const local = new Date(date.getTime() + offset * 60_000);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${sevenDigits(local)}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
