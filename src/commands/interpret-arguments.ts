// The command line of `interpret`: a moment, a zone, and a sentence or a stream of them.

export const USAGE = 'usage: npm run interpret -- [--now ISO] [--tz IANA] "text" | --lines';

export interface InterpretArguments {
  now: Date;
  timeZone: string;
  /** Null = sentences come on standard input, one JSON object a line. */
  text: string | null;
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Throws RangeError for anything that is no instant in ISO form. */
export function readInstant(value: string): Date {
  const instant = new Date(ISO.test(value) ? value : NaN);
  if (Number.isNaN(instant.getTime()))
    throw new RangeError(`--now ${value} is no instant, such as 2026-03-11T10:00:00Z`);
  return instant;
}

/** Throws RangeError for a zone that the platform does not know. */
export function readTimeZone(value: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value;
  } catch {
    throw new RangeError(`--tz ${value} is no IANA time zone, such as Europe/Berlin`);
  }
}

function valueOf(args: readonly string[], at: number): string {
  const value = args[at + 1];
  if (value === undefined) throw new RangeError(`${args[at]} needs a value\n${USAGE}`);
  return value;
}

/** Everything behind a `--` is text, and so is all that is no option. Throws RangeError with what is wrong. */
export function readArguments(args: readonly string[]): InterpretArguments {
  let [now, timeZone, lines] = [new Date(), 'UTC', false];
  const text: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      text.push(...args.slice(at + 1));
      break;
    }
    if (arg === '--now') now = readInstant(valueOf(args, at++));
    else if (arg === '--tz') timeZone = readTimeZone(valueOf(args, at++));
    else if (arg === '--lines') lines = true;
    else if (/^--\w/.test(arg)) throw new RangeError(`there is no ${arg}\n${USAGE}`);
    else text.push(arg);
  }
  if (lines && text.length > 0) throw new RangeError(`--lines takes no text\n${USAGE}`);
  return { now, timeZone, text: lines ? null : text.join(' ') };
}
