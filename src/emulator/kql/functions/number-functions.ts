// Functions of numbers, and the rounding down of numbers, datetimes and timespans.
import { numberOf } from '../expressions/expression';
import { FIRST_INSTANT } from '../values/instant';
import { argument, onNumbers, type ScalarFunction, type ScalarFunctions } from './scalar-function';

/** Down to a multiple of the size; days and weeks of datetimes are counted from the first day of the calendar. */
const bin: ScalarFunction = (call) => {
  const value = argument(call, 0);
  const origin = value.type === 'datetime' ? FIRST_INSTANT : 0;
  const [read, size] = [numberOf(value), numberOf(argument(call, 1))];
  return (row) => floorTo(read(row), size(row), origin);
};

const binAt: ScalarFunction = (call) => {
  const [read, size, origin] = [0, 1, 2].map((index) => numberOf(argument(call, index)));
  return (row) => {
    const from = origin?.(row) ?? null;
    return from === null ? null : floorTo(read?.(row) ?? null, size?.(row) ?? null, from);
  };
};

export function floorTo(value: number | null, size: number | null, origin: number): number | null {
  if (value === null || size === null || size <= 0) return null;
  return origin + Math.floor((value - origin) / size) * size;
}

/** Half away from zero, shifted as decimal text so that 1.005 is what it looks like. */
export function roundTo(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
  const shifted = Number(`${Math.abs(value)}e${digits}`);
  // A number that is written with an exponent already.
  const rounded = Number.isNaN(shifted)
    ? Math.round(Math.abs(value) * 10 ** digits) / 10 ** digits
    : Number(`${Math.round(shifted)}e${-digits}`);
  return Math.sign(value) * (Number.isNaN(rounded) ? Math.abs(value) : rounded);
}

export const NUMBER_FUNCTIONS: ScalarFunctions = {
  bin,
  floor: bin,
  bin_at: binAt,
  round: onNumbers((value, digits = 0) => roundTo(value, Math.trunc(digits))),
  ceiling: onNumbers((value) => Math.ceil(value)),
  abs: onNumbers((value) => Math.abs(value)),
  sign: onNumbers((value) => Math.sign(value)),
  sqrt: onNumbers((value) => (value < 0 ? null : Math.sqrt(value))),
  pow: onNumbers((base, exponent) => base ** exponent),
  exp: onNumbers((value) => Math.exp(value)),
  exp2: onNumbers((value) => 2 ** value),
  exp10: onNumbers((value) => 10 ** value),
  log: onNumbers((value) => Math.log(value)),
  log2: onNumbers((value) => Math.log2(value)),
  log10: onNumbers((value) => Math.log10(value)),
  pi: () => () => Math.PI,
  isnan: onNumbers((value) => Number.isNaN(value)),
  isinf: onNumbers((value) => value === Infinity || value === -Infinity),
  isfinite: onNumbers((value) => Number.isFinite(value)),
};
