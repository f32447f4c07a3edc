import fc from 'fast-check';
import {
  BACKOFF_BASE_MS,
  BACKOFF_MAX_MS,
  backoffMs,
  CARD_TIERS,
  CONFLICT_RETRIES,
  MAX_SEND_ATTEMPTS,
  nextTier,
  verdictFor,
  type SendKind,
  type SendVerdict,
} from '../../src/domain/delivery';
import { BotError, type ErrorCode } from '../../src/domain/errors';

const error = (code: ErrorCode, more: { detail?: string; retryAfterMs?: number } = {}) =>
  new BotError(code, { from: 'connector', ...more });

const NEW_MESSAGES: SendKind[] = ['post', 'reply', 'digest'];
const SAME_AGAIN: SendKind[] = ['update', 'retract'];

/** One row a cell: what happened, to which sends, and what becomes of them at the first attempt. */
const CELLS: [string, BotError, readonly SendKind[], SendVerdict['is']][] = [
  ['the connection never came about', error('notConnected'), NEW_MESSAGES, 'retry'],
  ['the connection never came about', error('notConnected'), SAME_AGAIN, 'retry'],
  ['the answer was lost', error('timedOut'), NEW_MESSAGES, 'unknown'],
  ['the answer was lost', error('timedOut'), SAME_AGAIN, 'retry'],
  ['the answer could not be read', error('garbage'), NEW_MESSAGES, 'unknown'],
  ['the answer could not be read', error('garbage'), SAME_AGAIN, 'retry'],
  ['429', error('throttled', { retryAfterMs: 7000 }), NEW_MESSAGES, 'retry'],
  ['429', error('throttled', { retryAfterMs: 7000 }), SAME_AGAIN, 'retry'],
  ['412', error('conflict'), NEW_MESSAGES, 'retry'],
  ['412', error('conflict'), SAME_AGAIN, 'retry'],
  ['5xx', error('unavailable'), NEW_MESSAGES, 'unknown'],
  ['5xx', error('unavailable'), SAME_AGAIN, 'retry'],
  ['401', error('unauthorised'), NEW_MESSAGES, 'retry'],
  ['401', error('unauthorised'), SAME_AGAIN, 'retry'],
  ['no token', error('credentialRefused'), NEW_MESSAGES, 'retry'],
  ['no token', error('credentialRefused'), SAME_AGAIN, 'retry'],
  ['403', error('forbidden', { detail: 'BotNotInConversationRoster' }), NEW_MESSAGES, 'suspendChannel'],
  ['403', error('forbidden', { detail: 'BotDisabledByAdmin' }), SAME_AGAIN, 'suspendChannel'],
  [
    '404, the conversation is gone',
    error('notFound', { detail: 'ConversationNotFound' }),
    NEW_MESSAGES,
    'suspendChannel',
  ],
  [
    '404, the conversation is gone',
    error('notFound', { detail: 'ConversationNotFound' }),
    SAME_AGAIN,
    'suspendChannel',
  ],
  ['404, the message is gone', error('notFound', { detail: 'ActivityNotFoundInConversation' }), SAME_AGAIN, 'gone'],
  ['404 without a word', error('notFound'), SAME_AGAIN, 'gone'],
  ['404 without a word', error('notFound'), NEW_MESSAGES, 'suspendChannel'],
  ['413', error('tooLarge'), NEW_MESSAGES, 'smaller'],
  ['413', error('tooLarge'), SAME_AGAIN, 'smaller'],
  ['400', error('badRequest'), NEW_MESSAGES, 'smaller'],
  ['400', error('badRequest'), SAME_AGAIN, 'smaller'],
];

test.each(CELLS)('%s: %s for %j is %s', (_what, failure, kinds, verdict) => {
  expect(kinds.map((kind) => verdictFor(kind, failure, 1, 0, 0.5).is)).toEqual(kinds.map(() => verdict));
});

test('a second conflict of a new message leaves it unknown; an update goes on trying', () => {
  expect(NEW_MESSAGES.map((kind) => verdictFor(kind, error('conflict'), 2, CONFLICT_RETRIES, 0).is)).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ]);
  expect(SAME_AGAIN.map((kind) => verdictFor(kind, error('conflict'), 2, CONFLICT_RETRIES, 0).is)).toEqual([
    'retry',
    'retry',
  ]);
});

test.each(['unavailable', 'timedOut', 'garbage', 'conflict', 'storeBusy'] as const)(
  'an update that meets %s again and again ends as dead at attempt MAX_SEND_ATTEMPTS',
  (code) => {
    expect(verdictFor('update', error(code), MAX_SEND_ATTEMPTS - 1, 0, 0).is).toBe('retry');
    expect(verdictFor('update', error(code), MAX_SEND_ATTEMPTS, 0, 0)).toEqual({ is: 'dead' });
  },
);

test.each(['throttled', 'notConnected', 'unauthorised', 'credentialRefused'] as const)(
  'a send that certainly did not arrive (%s) is never given up',
  (code) => {
    expect(verdictFor('post', error(code), MAX_SEND_ATTEMPTS * 10, 0, 0).is).toBe('retry');
  },
);

test('no new message whose answer was lost is ever repeated by a verdict', () => {
  const lost = fc.constantFrom<ErrorCode>('timedOut', 'unavailable', 'garbage');
  const attempt = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(fc.constantFrom(...NEW_MESSAGES), lost, attempt, fc.nat(5), (kind, code, tries, conflicts) => {
      expect(verdictFor(kind, error(code), tries, conflicts, 0.5)).toEqual({ is: 'unknown' });
    }),
  );
});

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a wait the service asked for is never shortened and hardly lengthened', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fraction,
      fc.integer({ min: 0, max: 900_000 }),
      (attempt, chance, asked) => {
        const wait = backoffMs(attempt, chance, asked);
        expect(wait).toBeGreaterThanOrEqual(asked);
        expect(wait).toBeLessThanOrEqual(asked + 250);
      },
    ),
  );
});

test('without a wish of the service the wait doubles up to BACKOFF_MAX_MS, half of it by chance', () => {
  expect([1, 2, 3, 4, 5, 6, 99].map((attempt) => backoffMs(attempt, 0))).toEqual(
    [2, 4, 8, 16, 30, 30, 30].map((times) => times * (BACKOFF_BASE_MS / 2)),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fraction, (attempt, chance) => {
      expect(backoffMs(attempt, chance)).toBeLessThanOrEqual(BACKOFF_MAX_MS);
      expect(backoffMs(attempt, chance)).toBeGreaterThanOrEqual(BACKOFF_BASE_MS);
    }),
  );
});

test('cards step down from full to compact to text, and then there is nothing smaller', () => {
  expect(CARD_TIERS.map(nextTier)).toEqual(['compact', 'text', null]);
});
