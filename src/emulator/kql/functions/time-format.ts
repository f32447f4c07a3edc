// format_datetime() and format_timespan(): a pattern of letters in runs and a few delimiters.
import { constantValue, numberOf, textOf } from '../expressions/expression';
import { semanticFault } from '../expressions/scope';
import { timespanParts } from '../values/timespan';
import { argument, type ScalarFunction, type ScalarFunctions } from './scalar-function';

type Letters = Readonly<Record<string, (value: number, width: number) => string>>;

const RUN = /([a-zA-Z])\1*|[\s/\-:,._[\]]|./g;
const DELIMITER = /^[\s/\-:,._[\]]$/;

const padded = (value: number, width: number) => String(value).padStart(width, '0');

/** Seven digits of the second; `F` leaves out closing zeros. */
function fraction(ticks: number, width: number, trimmed: boolean): string {
  const digits = padded(ticks, 7).slice(0, width);
  return trimmed ? digits.replace(/0+$/, '') : digits;
}

const ticksOf = (instant: number) => Math.min(9_999_999, Math.round((((instant % 1_000) + 1_000) % 1_000) * 10_000));

const DATETIME: Letters = {
  d: (at, width) => padded(new Date(at).getUTCDate(), width),
  M: (at, width) => padded(new Date(at).getUTCMonth() + 1, width),
  y: (at, width) => (width > 2 ? padded(yearOf(at), 4) : padded(yearOf(at) % 100, width)),
  H: (at, width) => padded(new Date(at).getUTCHours(), width),
  h: (at, width) => padded(new Date(at).getUTCHours() % 12 || 12, width),
  m: (at, width) => padded(new Date(at).getUTCMinutes(), width),
  s: (at, width) => padded(new Date(at).getUTCSeconds(), width),
  f: (at, width) => fraction(ticksOf(at), width, false),
  F: (at, width) => fraction(ticksOf(at), width, true),
  t: (at) => (new Date(at).getUTCHours() < 12 ? 'AM' : 'PM'),
};

const TIMESPAN: Letters = {
  d: (span, width) => padded(timespanParts(span).days, width),
  H: (span, width) => padded(timespanParts(span).hours, width),
  h: (span, width) => padded(timespanParts(span).hours, width),
  m: (span, width) => padded(timespanParts(span).minutes, width),
  s: (span, width) => padded(timespanParts(span).seconds, width),
  f: (span, width) => fraction(timespanParts(span).ticks, width, false),
  F: (span, width) => fraction(timespanParts(span).ticks, width, true),
};

function yearOf(instant: number): number {
  return new Date(instant).getUTCFullYear();
}

/** Throws KqlRefusal for a pattern with something else in it. */
function formatterOf(pattern: string, letters: Letters): (value: number) => string {
  const pieces = [...pattern.matchAll(RUN)].map(([run, letter]) => {
    if (DELIMITER.test(run)) return () => run;
    const write = letter !== undefined && Object.hasOwn(letters, letter) ? letters[letter] : undefined;
    if (!write) throw semanticFault(`The format '${pattern}' cannot be read.`);
    return (value: number) => write(value, run.length);
  });
  return (value) => pieces.map((write) => write(value)).join('');
}

function formatFunction(letters: Letters): ScalarFunction {
  return (call) => {
    const [value, pattern] = [numberOf(argument(call, 0)), textOf(argument(call, 1))];
    const once = constantValue(argument(call, 1)) === undefined ? null : formatterOf(pattern([]), letters);
    return (row) => {
      const given = value(row);
      return given === null ? '' : (once ?? formatterOf(pattern(row), letters))(given);
    };
  };
}

export const TIME_FORMAT_FUNCTIONS: ScalarFunctions = {
  format_datetime: formatFunction(DATETIME),
  format_timespan: formatFunction(TIMESPAN),
};
