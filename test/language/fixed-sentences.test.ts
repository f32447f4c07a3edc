// The sentences the bot understands, and that everything else is `unknown`.
import fc from 'fast-check';
import type { Command } from '../../src/domain/command';
import { FixedSentenceReader, readFixedSentence, SENTENCE_MAX } from '../../src/language/fixed-sentences';

const UNKNOWN: Command = { command: 'unknown' };
const show = (alert: string): Command => ({ command: 'showAlert', alert });
const subscribe = (...severity: ('high' | 'medium' | 'low' | 'informational')[]): Command =>
  severity.length === 0 ? { command: 'subscribeChannel' } : { command: 'subscribeChannel', severity };

describe('a sentence of the list', () => {
  it.each<[string, Command]>([
    ['help', { command: 'help' }],
    ['Help!', { command: 'help' }],
    ['hello', { command: 'help' }],
    ['What can you do for me?', { command: 'help' }],
    ['what can I do here', { command: 'help' }],
    ['who am I?', { command: 'whoAmI' }],
    ['what may I do', { command: 'whoAmI' }],
    ['list subscriptions', { command: 'listSubscriptions' }],
    ['unsubscribe', { command: 'unsubscribeChannel' }],
    ['stop sending alerts to this channel.', { command: 'unsubscribeChannel' }],
    ['subscribe this channel', subscribe()],
    ['send all alerts to this channel', subscribe()],
    ['send high alerts to this channel', subscribe('high')],
    ['send critical alerts here', subscribe('high')],
    ['send high and medium alerts to this channel', subscribe('high', 'medium')],
    ['post low, high or medium alerts here', subscribe('high', 'medium', 'low')],
    ['post medium and above alerts here', subscribe('high', 'medium')],
    ['send at least low alerts to this channel', subscribe('high', 'medium', 'low')],
    ['send high severity alerts to this channel', subscribe('high')],
    ['send info alerts to this channel', subscribe('informational')],
    ['show 1042', show('1042')],
    ['show alert 1042', show('1042')],
    ['open me alert #1042', show('1042')],
    ['1042', show('1042')],
    ['#1042', show('1042')],
    ['alert 1042', show('1042')],
  ])('%j is understood', (text, command) => {
    expect(readFixedSentence(text)).toEqual(command);
  });

  it.each([
    ['  SHOW   ALERT\t1042 ', show('1042')],
    ['could you please show 1042 please?', show('1042')],
    ['Would you subscribe this channel', subscribe()],
    ['show\u00a01042', show('1042')],
  ])('%j is understood in spite of case, blanks and politeness', (text, command) => {
    expect(readFixedSentence(text)).toEqual(command);
  });

  it('is read the same through the promise that the workflows know', async () => {
    await expect(new FixedSentenceReader().read('show 1042')).resolves.toEqual(show('1042'));
  });
});

describe('a sentence that is not on the list', () => {
  it.each([
    '',
    '   ',
    'resolve 1042',
    'resolve #1042 as a false positive, not malicious',
    'close everything from Alex',
    'do not subscribe this channel',
    "don't show 1042",
    'subscribe this channel if it is private',
    'unsubscribe every channel but this one',
    'send high alerts to that channel',
    'send urgent alerts to this channel',
    'send high and urgent alerts to this channel',
    'send at least urgent alerts here',
    'send severity alerts here',
    'show 1042 and 1043',
    'show 1042; resolve 1042',
    'show -1',
    'show 1e3',
    'show 1234567890',
    '10 42',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
  ])('%j is unknown', (text) => {
    expect(readFixedSentence(text)).toEqual(UNKNOWN);
  });
});

describe('whatever is typed', () => {
  const words = fc.constantFrom(
    'resolve',
    'dismiss',
    'close',
    'assign',
    'start',
    'reopen',
    'comment',
    'mark',
    'confirm',
    'show',
    'alert',
    '1042',
    '#1042',
    'as',
    'false',
    'positive',
    'high',
    'alerts',
    'send',
    'to',
    'this',
    'channel',
    'subscribe',
    'please',
    'to me',
    'not',
    'malicious',
    'benign',
    ':',
    '"',
    'every',
    'and',
    'medium',
    'above',
  );
  const sentences = fc.array(words, { maxLength: 9 }).map((parts) => parts.join(' '));

  it('never becomes a change of an alert', () => {
    fc.assert(
      fc.property(fc.oneof(sentences, fc.string({ unit: 'grapheme' })), (text) => {
        expect(readFixedSentence(text).command).not.toBe('changeAlert');
      }),
      { numRuns: 500 },
    );
  });

  it('never becomes more than the text says: a severity or a number of an answer stands in it', () => {
    fc.assert(
      fc.property(sentences, (text) => {
        const command = readFixedSentence(text);
        if (command.command === 'showAlert') expect(text).toContain(command.alert);
        if (command.command === 'subscribeChannel' && command.severity) expect(text).toMatch(/high|medium|low/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile text', () => {
  const LONG = 100_000;

  it.each([
    ['letters', 'a'.repeat(LONG)],
    ['exclamation marks', `${'!'.repeat(LONG)}x`],
    ['blanks', `show${' '.repeat(LONG)}1042`],
    ['politeness', 'please '.repeat(LONG / 7)],
    ['severities', `send ${'high and '.repeat(LONG / 9)}alerts here`],
    ['figures', `show ${'1'.repeat(LONG)}`],
    ['torn surrogates', '\ud83d'.repeat(LONG)],
  ])('of 100 KB of %s is unknown', (_what, text) => {
    expect(readFixedSentence(text)).toEqual(UNKNOWN);
  });

  it('one character over the limit is unknown, though its command comes first', () => {
    const padded = (length: number) => 'show 1042'.padEnd(length, ' ');
    expect(readFixedSentence(padded(SENTENCE_MAX))).toEqual(show('1042'));
    expect(readFixedSentence(padded(SENTENCE_MAX + 1))).toEqual(UNKNOWN);
  });

  it.each([
    ['exclamation marks', `${'!'.repeat(SENTENCE_MAX - 1)}x`],
    ['politeness', 'please '.repeat(SENTENCE_MAX / 7)],
    ['joints', `send ${'and '.repeat(14)} alerts here`],
  ])('of the longest legal length of %s is unknown', (_what, text) => {
    expect(text.length).toBeLessThanOrEqual(SENTENCE_MAX);
    expect(readFixedSentence(text)).toEqual(UNKNOWN);
  });
});
