// Where reading stops: each limit is met, and missed by one.
import type { Command } from '../../src/domain/command';
import { readSentence } from '../../src/language/read-sentence';
import { VALUE_WITHIN } from '../../src/language/slots/alternatives';
import { REACH } from '../../src/language/slots/grouping';
import { VALUE_MAX_PIECES } from '../../src/language/slots/named-value';
import { NOUN_WITHIN, TOP_MAX_DIGITS } from '../../src/language/slots/order';
import { NAME_MAX_PIECES, QUEUE_WITHIN } from '../../src/language/slots/people';
import { ID_MIN_LENGTH, NUMBER_MAX_DIGITS } from '../../src/language/slots/reference';
import { COUNT_MAX_DIGITS } from '../../src/language/time/time-tokens';

const UNKNOWN: Command = { command: 'unknown' };
const read = (text: string) => readSentence(text, { now: new Date('2026-03-11T10:00:00Z'), timeZone: 'UTC' }).command;
const times = (count: number, part: string) => Array.from({ length: count }, () => part).join(' ');

test('an alert’s number', () => {
  const longest = '1'.repeat(NUMBER_MAX_DIGITS);
  expect(read(`show ${longest}`)).toEqual({ command: 'showAlert', alert: longest });
  expect(read(`show ${longest}1`)).toEqual(UNKNOWN);
});

test('an id that stands for itself', () => {
  const shortest = `a${'1'.repeat(ID_MIN_LENGTH - 1)}`;
  expect(read(`show ${shortest}`)).toEqual({ command: 'showAlert', alert: shortest });
  expect(read(`show ${shortest.slice(1, -1)}a`)).toEqual(UNKNOWN);
  expect(read(`show alert ${shortest.slice(1, -1)}a`)).toMatchObject({ command: 'showAlert' });
});

test('the pieces of a name', () => {
  const longest = times(NAME_MAX_PIECES, 'Xxy');
  expect(read(`alerts for ${longest}`)).toEqual({ command: 'listAlerts', account: longest });
  expect(read(`alerts for ${longest} Xxy`)).toEqual(UNKNOWN);
});

test('the pieces of a value', () => {
  const longest = times(VALUE_MAX_PIECES, 'Xxy');
  expect(read(`alerts from policy ${longest}`)).toEqual({ command: 'listAlerts', policy: longest });
  expect(read(`alerts from policy ${longest} Xxy`)).toEqual(UNKNOWN);
});

test('the words between a name and its queue', () => {
  const between = (words: number) => read(`Megan’s ${times(words, 'only')} queue`);
  expect(between(QUEUE_WITHIN - 2)).toMatchObject({ assignee: 'Megan' });
  expect(between(QUEUE_WITHIN - 1)).not.toHaveProperty('assignee');
});

test('the words between a number and its alerts', () => {
  const between = (words: number) => read(`5 ${times(words, 'only')} alerts`);
  expect(between(NOUN_WITHIN - 1)).toMatchObject({ command: 'listAlerts', top: 5 });
  expect(between(NOUN_WITHIN)).toEqual(UNKNOWN);
});

test('the words between "by" and its noun', () => {
  const between = (words: number) => read(`uploads by ${times(words, 'most')} department`);
  expect(between(REACH - 1)).toMatchObject({ groupBy: 'department' });
  expect(between(REACH)).toEqual(UNKNOWN);
});

test('the words between a value and its "or"', () => {
  const between = (words: number) => read(`high ${times(words, 'level')} or medium alerts`);
  expect(between(VALUE_WITHIN - 1)).toEqual({ command: 'listAlerts', severity: ['high', 'medium'] });
  expect(between(VALUE_WITHIN)).toEqual(UNKNOWN);
});

test('how many of a list, and of a span', () => {
  expect(read(`top ${'9'.repeat(TOP_MAX_DIGITS)} alerts`)).toMatchObject({ top: 9_999 });
  expect(read(`top ${'9'.repeat(TOP_MAX_DIGITS + 1)} alerts`)).toEqual(UNKNOWN);
  expect(read(`top ${'9'.repeat(TOP_MAX_DIGITS)} users by uploads`)).toMatchObject({ top: 9_999 });
  expect(read(`top ${'9'.repeat(TOP_MAX_DIGITS + 1)} users by uploads`)).toEqual(UNKNOWN);
  expect(read(`alerts last ${'1'.repeat(COUNT_MAX_DIGITS)} minutes`)).toHaveProperty('window');
  expect(read(`alerts last ${'1'.repeat(COUNT_MAX_DIGITS + 1)} minutes`)).toEqual(UNKNOWN);
});
