// toint(), tostring(), todatetime() and their like, and the parsing of JSON.
import type { KqlType } from '../kql-table';
import { convert } from '../values/convert';
import { intoDynamic, parseDynamic } from '../values/dynamic';
import { toText } from '../values/to-text';
import { argument, onDynamics, onText, type ScalarFunction, type ScalarFunctions } from './scalar-function';

function to(type: KqlType): ScalarFunction {
  return (call) => {
    const { type: from, read } = argument(call, 0);
    return (row) => convert(read(row), from, type);
  };
}

/** Text is read as JSON; what is dynamic already stays; a value of another type is JSON's word for it. */
const parseJson: ScalarFunction = (call) => {
  const { type, read } = argument(call, 0);
  if (type === 'dynamic') return (row) => fromHeld(read(row));
  return (row) => {
    const value = read(row);
    return typeof value === 'string' ? parseDynamic(value) : intoDynamic(value, type);
  };
};

/** A text inside a dynamic may be JSON of its own, which is read as such. */
function fromHeld(value: ReturnType<typeof parseDynamic>) {
  return typeof value === 'string' ? parseDynamic(value) : value;
}

/** `todynamic` of text is what `parse_json` makes of it. */
export const CONVERT_FUNCTIONS: ScalarFunctions = {
  tostring: to('string'),
  toint: to('int'),
  tolong: to('long'),
  toreal: to('real'),
  todouble: to('real'),
  todecimal: to('decimal'),
  tobool: to('bool'),
  toboolean: to('bool'),
  todatetime: to('datetime'),
  totimespan: to('timespan'),
  totime: to('timespan'),
  toguid: to('guid'),
  todynamic: parseJson,
  toobject: parseJson,
  parse_json: parseJson,
  parsejson: parseJson,
  dynamic_to_json: onDynamics((value) => toText(value, 'dynamic')),
  tohex: onText((text) => hexOf(text)),
};

function hexOf(text: string): string {
  const value = Number(text);
  // Negative numbers show their 64-bit complement.
  return Number.isSafeInteger(value) ? BigInt.asUintN(64, BigInt(value)).toString(16) : '';
}
