// Functions of datetimes: now and ago, starts and ends of periods, parts, differences, additions. UTC throughout.
import { numberOf } from '../expressions/expression';
import { semanticFault } from '../expressions/scope';
import { civil, DAY, startOfDay, withinCalendar } from '../values/instant';
import { addPeriods, periodsBetween, startOf, type Period, PERIODS } from './periods';
import {
  argument,
  constantArgument,
  onNumbers,
  type Call,
  type ScalarFunction,
  type ScalarFunctions,
} from './scalar-function';
import { DATE_PARTS, dayOfYear, isoWeek } from './date-parts';

/** The start of the period that holds the instant, some periods on. */
function startFunction(period: Period, ahead = 0): ScalarFunction {
  return onNumbers((instant, offset = 0) => {
    const start = withinCalendar(addPeriods(period, Math.trunc(offset) + ahead, startOf(period, instant)));
    if (start === null || ahead === 0) return start;
    return start - lastMoment(start);
  });
}

/** The least that can be taken off an instant of this size; never less than a tick. */
function lastMoment(instant: number): number {
  return 2 ** Math.max(-13, Math.floor(Math.log2(Math.abs(instant) || 1)) - 52);
}

function periodArgument(call: Call): Period {
  const name = String(constantArgument(call, 0)).toLowerCase();
  const period = PERIODS.find((one) => one === name);
  if (!period) throw semanticFault(`${call.name}() knows no period '${name}'.`);
  return period;
}

const datetimeAdd: ScalarFunction = (call) => {
  const period = periodArgument(call);
  const [amount, instant] = [numberOf(argument(call, 1)), numberOf(argument(call, 2))];
  return (row) => {
    const [count, from] = [amount(row), instant(row)];
    return count === null || from === null ? null : withinCalendar(addPeriods(period, Math.trunc(count), from));
  };
};

const datetimeDiff: ScalarFunction = (call) => {
  const period = periodArgument(call);
  const [first, second] = [numberOf(argument(call, 1)), numberOf(argument(call, 2))];
  return (row) => {
    const [a, b] = [first(row), second(row)];
    return a === null || b === null ? null : periodsBetween(period, b, a);
  };
};

const datetimePart: ScalarFunction = (call) => {
  const name = String(constantArgument(call, 0)).toLowerCase();
  const compute = Object.hasOwn(DATE_PARTS, name) ? DATE_PARTS[name] : undefined;
  if (!compute) throw semanticFault(`${call.name}() knows no part '${name}'.`);
  const instant = numberOf(argument(call, 1));
  return (row) => {
    const at = instant(row);
    return at === null ? null : compute(at);
  };
};

function datePart(name: string): ScalarFunction {
  return onNumbers((instant) => DATE_PARTS[name]?.(instant) ?? null);
}

/** `make_datetime(year, month, day[, hour, minute[, second]])` or of a text. */
const makeDatetime: ScalarFunction = (call) => {
  if (call.args.length < 3) throw semanticFault('make_datetime() takes a year, a month and a day.');
  return onNumbers((year, month, day, hour = 0, minute = 0, second = 0) => {
    const date = civil(year, month, day);
    const isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    return date !== null && isTime ? date + ((hour * 60 + minute) * 60 + second) * 1000 : null;
  })(call);
};

/** `make_timespan([days,] hours, minutes[, seconds])`. */
const makeTimespan: ScalarFunction = (call) => {
  const withDays = call.args.length === 4;
  return onNumbers((...parts) => {
    const [days, hours = 0, minutes = 0, seconds = 0] = withDays ? parts : [0, ...parts];
    return (((days ?? 0) * 24 + hours) * 3_600 + minutes * 60 + seconds) * 1000;
  })(call);
};

const now: ScalarFunction = (call) => {
  const offset = numberOf(argument(call, 0));
  return (row) => call.now + (offset(row) ?? 0);
};

const ago: ScalarFunction = (call) => {
  const span = numberOf(argument(call, 0));
  return (row) => {
    const back = span(row);
    return back === null ? null : withinCalendar(call.now - back);
  };
};

/** A number of units since the epoch as a datetime. */
function since(milliseconds: number): ScalarFunction {
  return onNumbers((count) => withinCalendar(count * milliseconds));
}

/** A day of the week is a timespan: days since Sunday. */
const dayofweek = onNumbers((instant) => ((((startOfDay(instant) / DAY + 4) % 7) + 7) % 7) * DAY);

export const TIME_FUNCTIONS: ScalarFunctions = {
  now,
  ago,
  datetime_add: datetimeAdd,
  datetime_diff: datetimeDiff,
  datetime_part: datetimePart,
  datepart: datetimePart,
  startofday: startFunction('day'),
  startofweek: startFunction('week'),
  startofmonth: startFunction('month'),
  startofyear: startFunction('year'),
  endofday: startFunction('day', 1),
  endofweek: startFunction('week', 1),
  endofmonth: startFunction('month', 1),
  endofyear: startFunction('year', 1),
  hourofday: datePart('hour'),
  dayofweek,
  dayofmonth: datePart('day'),
  dayofyear: onNumbers(dayOfYear),
  monthofyear: datePart('month'),
  week_of_year: onNumbers(isoWeek),
  getyear: datePart('year'),
  getmonth: datePart('month'),
  make_datetime: makeDatetime,
  make_timespan: makeTimespan,
  unixtime_seconds_todatetime: since(1_000),
  unixtime_milliseconds_todatetime: since(1),
  unixtime_microseconds_todatetime: since(1e-3),
  unixtime_nanoseconds_todatetime: since(1e-6),
};
