// Functions of texts. A text is never null: what has no text is empty.
import { boundedText } from '../budget';
import { numberOf, textOf } from '../expressions/expression';
import type { KqlValue } from '../kql-table';
import { fromJson, isList } from '../values/dynamic';
import { toText } from '../values/to-text';
import { argument, onText, onTexts, type ScalarFunction, type ScalarFunctions } from './scalar-function';

/** From `start` (from the end when negative), `length` characters or all. */
const substring: ScalarFunction = (call) => {
  const [text, start, length] = [textOf(argument(call, 0)), numberOf(argument(call, 1)), numberOf(argument(call, 2))];
  return (row) => {
    const from = start(row) ?? 0;
    const whole = text(row);
    const begin = from < 0 ? Math.max(0, whole.length + from) : from;
    const size = length(row);
    return size === null ? whole.slice(begin) : whole.slice(begin, begin + Math.max(0, size));
  };
};

/** Place of the nth occurrence between `start` and `start + length`, -1 for none. */
const indexof: ScalarFunction = (call) => {
  const [text, sought] = [textOf(argument(call, 0)), textOf(argument(call, 1))];
  const [start, length, occurrence] = [2, 3, 4].map((index) => numberOf(argument(call, index)));
  return (row) => {
    const whole = text(row);
    const given = start?.(row) ?? 0;
    const from = given < 0 ? Math.max(0, whole.length + given) : given;
    const reach = length?.(row) ?? -1;
    const within = reach < 0 ? whole : whole.slice(0, from + reach);
    let left = occurrence?.(row) ?? 1;
    let at = within.indexOf(sought(row), from);
    while (at >= 0 && left > 1) {
      at = within.indexOf(sought(row), at + 1);
      left -= 1;
    }
    return at;
  };
};

/** All parts, or as an array the one part that is asked for. */
const split: ScalarFunction = (call) => {
  const [text, delimiter, index] = [textOf(argument(call, 0)), textOf(argument(call, 1)), numberOf(argument(call, 2))];
  return (row) => {
    const cut = delimiter(row);
    const parts = cut === '' ? [text(row)] : text(row).split(cut);
    const wanted = index(row);
    if (wanted === null) return parts;
    const one = parts[wanted];
    return one === undefined ? [] : [one];
  };
};

const strcatArray: ScalarFunction = (call) => {
  const [array, delimiter] = [argument(call, 0), textOf(argument(call, 1))];
  return (row) => {
    const value = array.read(row);
    return isList(value)
      ? boundedText(value.map((each) => toText(fromJson(each), 'dynamic')).join(delimiter(row)))
      : '';
  };
};

const replaceString: ScalarFunction = onTexts(([text = '', sought = '', by = '']) =>
  sought === '' ? text : boundedText(text.replaceAll(sought, () => by)),
);

/** Most repetitions of strrep(), by the language's own rule. */
export const STRREP_TIMES = 1_024;

const strrep: ScalarFunction = (call) => {
  const [text, times, delimiter] = [textOf(argument(call, 0)), numberOf(argument(call, 1)), textOf(argument(call, 2))];
  return (row) => {
    const count = Math.min(STRREP_TIMES, Math.max(0, times(row) ?? 0));
    return boundedText(new Array<string>(Math.trunc(count)).fill(text(row)).join(delimiter(row)));
  };
};

function compareTexts([a = '', b = '']: readonly string[]): KqlValue {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export const TEXT_FUNCTIONS: ScalarFunctions = {
  strcat: onTexts((texts) => boundedText(texts.join(''))),
  strcat_delim: onTexts(([delimiter = '', ...texts]) => boundedText(texts.join(delimiter))),
  strcat_array: strcatArray,
  array_strcat: strcatArray,
  tolower: onText((text) => text.toLowerCase()),
  toupper: onText((text) => text.toUpperCase()),
  strlen: onText((text) => [...text].length),
  string_size: onText((text) => Buffer.byteLength(text)),
  reverse: onText((text) => [...text].reverse().join('')),
  strcmp: onTexts(compareTexts),
  strrep,
  substring,
  indexof,
  split,
  replace_string: replaceString,
};
