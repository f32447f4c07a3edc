// Where "form" is a mistyped "from", and where it is a form.
import { readSentence } from '../../../src/language/read-sentence';

const context = { now: new Date('2026-03-11T10:00:00Z'), timeZone: 'UTC' };
const commandOf = (text: string) => readSentence(text, context).command;

test.each([
  'alerts form policy "Data leaks"',
  'alerts form Alex Wilber',
  'uploads form alex.wilber@contoso.com',
  'alerts form yesterday',
  'downloads form the Finance department',
])('%j says "from"', (text) => {
  expect(commandOf(text)).toEqual(commandOf(text.replace('form', 'from')));
  expect(commandOf(text).command).not.toBe('unknown');
});

test.each([
  'uploads of form data',
  'downloads of the form yesterday',
  'form yesterday',
  'uploads form',
  'copied forms to USB',
])('%j names a form', (text) => {
  expect(commandOf(text)).toEqual({ command: 'unknown' });
});
