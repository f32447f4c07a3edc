// Rows of a hunting answer out of JSON. The order of columns, the case of their names and the form of numbers vary; a
// row of another form fails the answer, since figures with a row missing would be wrong figures.
import { BotError } from '../domain/errors';
import { ANSWER_PARTS, type AnswerRow } from '../domain/hunting-summary';
import { garbageAnswer } from './graph-errors';
import { asObject, memberOf, type WireObject } from './wire-values';

/** Every part of the longest answer: two months of days and the most groups there are, with room to spare. */
export const ANSWER_ROWS_MAX = 500;
const KEY_MAX = 2_000;
const DIGITS = /^\d{1,15}$/;

/** Names in lower case; annotations that stand beside long numbers are left out. */
function folded(row: WireObject): Map<string, unknown> {
  const own = Object.entries(row).filter(([name]) => !name.includes('@'));
  return new Map(own.map(([name, value]) => [name.toLowerCase(), value]));
}

function countOf(value: unknown): number {
  const count = typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) throw garbageAnswer();
  return count;
}

function keyOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') throw garbageAnswer();
  return value.trim() === '' ? '' : value.slice(0, KEY_MAX);
}

function rowOf(wire: unknown): AnswerRow {
  const row = asObject(wire);
  if (row === null) throw garbageAnswer();
  const cell = folded(row);
  const part = memberOf(ANSWER_PARTS, cell.get('part'));
  if (part === null) throw garbageAnswer();
  const [files, people, events] = ['files', 'people', 'events'].map((name) => countOf(cell.get(name)));
  return { part, key: keyOf(cell.get('key')), files: files ?? 0, people: people ?? 0, events: events ?? 0 };
}

/** `results` of `huntingQueryResults` as they are. Throws BotError `garbage`. */
export function resultsOf(body: unknown): readonly unknown[] {
  const results = asObject(body)?.['results'];
  if (!Array.isArray(results)) throw garbageAnswer();
  return results;
}

/** Throws BotError: `garbage` for another form, `tooLarge` for more rows than any answer has. */
export function answerRows(body: unknown): AnswerRow[] {
  const results = resultsOf(body);
  if (results.length > ANSWER_ROWS_MAX) throw new BotError('tooLarge', { from: 'graph' });
  return results.map(rowOf);
}
