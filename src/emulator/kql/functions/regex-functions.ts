// Functions of texts and regular expressions.
import { boundedText } from '../budget';
import { constantValue, numberOf, textOf, type Expression, type Read } from '../expressions/expression';
import type { KqlValue } from '../kql-table';
import { groupText, regexOf, type Regex } from '../regex/regex';
import type { Places } from '../regex/regex-machine';
import { isList } from '../values/dynamic';
import { argument, type Call, type ScalarFunction, type ScalarFunctions } from './scalar-function';
import { convert } from '../values/convert';

/** Compiled once where the pattern is a constant. */
export function regexIn(
  expression: Expression,
  shape: (pattern: string) => string = (pattern) => pattern,
): Read<Regex> {
  const text = textOf(expression);
  if (constantValue(expression) === undefined) return (row) => regexOf(shape(text(row)));
  const once = regexOf(shape(text([])));
  return () => once;
}

/** `extract(regex, group, text[, typeof(type)])`: the text of the group in the first match, empty (or null) for none. */
const extract: ScalarFunction = (call) => {
  const [regex, group, text] = [regexIn(argument(call, 0)), numberOf(argument(call, 1)), textOf(argument(call, 2))];
  const found: Read<string | null> = (row) => {
    const subject = text(row);
    const places = regex(row).find(subject, 0);
    return places ? groupText(subject, places, group(row) ?? 0) : null;
  };
  if (call.type === 'string') return (row) => found(row) ?? '';
  return (row) => {
    const value = found(row);
    return value === null ? null : convert(value, 'string', call.type);
  };
};

/** `extract_all(regex, [groups,] text)`: of each match its one group, or an array of its groups. */
const extractAll: ScalarFunction = (call) => {
  const regex = regexIn(argument(call, 0));
  const text = textOf(argument(call, call.args.length - 1));
  const chosen = call.args.length > 2 ? argument(call, 1) : null;
  return (row) => {
    const { groups, findAll } = regex(row);
    const subject = text(row);
    const listed = chosen?.read(row);
    const numbers = isList(listed) ? listed.filter(isNumber) : Array.from({ length: groups }, (_, at) => at + 1);
    const matches = findAll(subject);
    if (matches.length === 0) return null;
    return matches.map((places) => groupsOf(subject, places, numbers));
  };
};

function groupsOf(text: string, places: Places, numbers: readonly number[]): KqlValue {
  const texts = numbers.map((group) => groupText(text, places, group));
  return texts.length === 1 ? (texts[0] ?? '') : texts;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** `replace_regex(text, regex, rewrite)`: `\1` in the rewrite is a group, `\0` the whole match. */
const replaceRegex: ScalarFunction = (call) => {
  const [text, regex, rewrite] = [textOf(argument(call, 0)), regexIn(argument(call, 1)), textOf(argument(call, 2))];
  return (row) => {
    const subject = text(row);
    const template = rewrite(row);
    let result = '';
    let behind = 0;
    for (const places of regex(row).findAll(subject)) {
      const [start = 0, end = 0] = places;
      const filled = template.replace(/\\(\d|\\)/g, (_, what: string) =>
        what === '\\' ? what : groupText(subject, places, Number(what)),
      );
      result = boundedText(result + subject.slice(behind, start) + filled);
      behind = end;
    }
    return boundedText(result + subject.slice(behind));
  };
};

/** Cuts a match at the start, at the end or at both. */
function trimmed(atStart: boolean, atEnd: boolean): ScalarFunction {
  return (call) => {
    const pattern = argument(call, 0);
    const leading = regexIn(pattern, (inner) => `\\A(?:${inner})`);
    const trailing = regexIn(pattern, (inner) => `(?:${inner})\\z`);
    const text = textOf(argument(call, 1));
    return (row) => {
      const whole = text(row);
      const opened = atStart ? whole.slice(leading(row).find(whole, 0)?.[1] ?? 0) : whole;
      return atEnd ? opened.slice(0, trailing(row).find(opened, 0)?.[0] ?? opened.length) : opened;
    };
  };
}

/** `countof(text, sought[, "regex"])`: occurrences; those of a plain text may overlap. */
const countof: ScalarFunction = (call) => {
  const [text, kind] = [textOf(argument(call, 0)), textOf(argument(call, 2))];
  if (isRegexKind(call)) {
    const regex = regexIn(argument(call, 1));
    return (row) => regex(row).findAll(text(row)).length;
  }
  const sought = textOf(argument(call, 1));
  return (row) =>
    kind(row) === 'regex' ? regexOf(sought(row)).findAll(text(row)).length : occurrences(text(row), sought(row));
};

function isRegexKind(call: Call): boolean {
  const kind = call.args[2];
  return kind !== undefined && constantValue(kind) === 'regex';
}

function occurrences(text: string, sought: string): number {
  if (sought === '') return 0;
  let count = 0;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) count += 1;
  return count;
}

const regexQuote: ScalarFunction = (call) => {
  const text = textOf(argument(call, 0));
  return (row) => text(row).replace(/[^\w]/g, '\\$&');
};

export const REGEX_FUNCTIONS: ScalarFunctions = {
  extract,
  extract_all: extractAll,
  replace_regex: replaceRegex,
  trim: trimmed(true, true),
  trim_start: trimmed(true, false),
  trim_end: trimmed(false, true),
  countof,
  regex_quote: regexQuote,
};
