import { BotError, ERROR_CODES, type ErrorCode, type OutsideSystem } from '../../src/domain/errors';
import {
  failureOf,
  pauseMs,
  PAUSE_MAX_MS,
  reactionTo,
  WAIT_JITTER_MS,
  type RetriedCall,
} from '../../src/domain/retry-table';

const error = (code: ErrorCode, from: OutsideSystem = 'graph') => new BotError(code, { from });

describe('the retry table', () => {
  test.each<[RetriedCall, ErrorCode, string]>([
    ['graphRead', 'notConnected', 'retry'],
    ['graphRead', 'timedOut', 'retry'],
    ['graphRead', 'garbage', 'retry'],
    ['graphRead', 'throttled', 'wait'],
    ['graphRead', 'conflict', 'giveUp'],
    ['graphRead', 'unavailable', 'retry'],
    ['graphRead', 'unauthorised', 'renewOnce'],
    ['graphRead', 'badRequest', 'giveUp'],
    ['graphPatch', 'notConnected', 'retry'],
    ['graphPatch', 'timedOut', 'readBack'],
    ['graphPatch', 'garbage', 'readBack'],
    ['graphPatch', 'throttled', 'wait'],
    ['graphPatch', 'conflict', 'readBack'],
    ['graphPatch', 'unavailable', 'readBack'],
    ['graphPatch', 'unauthorised', 'renewOnce'],
    ['graphPatch', 'notFound', 'giveUp'],
    ['graphComment', 'notConnected', 'retry'],
    ['graphComment', 'timedOut', 'findMarker'],
    ['graphComment', 'garbage', 'findMarker'],
    ['graphComment', 'throttled', 'wait'],
    ['graphComment', 'conflict', 'giveUp'],
    ['graphComment', 'unavailable', 'findMarker'],
    ['graphComment', 'unauthorised', 'renewOnce'],
    ['graphComment', 'forbidden', 'giveUp'],
    ['huntingQuery', 'notConnected', 'retry'],
    ['huntingQuery', 'timedOut', 'giveUp'],
    ['huntingQuery', 'garbage', 'giveUp'],
    ['huntingQuery', 'throttled', 'giveUp'],
    ['huntingQuery', 'conflict', 'giveUp'],
    ['huntingQuery', 'unavailable', 'retry'],
    ['huntingQuery', 'unauthorised', 'renewOnce'],
    ['huntingQuery', 'badRequest', 'giveUp'],
  ])('%s that ended %s: %s', (call, code, reaction) => {
    expect(reactionTo(call, error(code))).toBe(reaction);
  });

  test.each<[ErrorCode, string]>([
    ['notConnected', 'retry'],
    ['timedOut', 'retry'],
    ['throttled', 'wait'],
    ['unavailable', 'retry'],
    ['credentialRefused', 'giveUp'],
    ['unauthorised', 'giveUp'],
    ['conflict', 'giveUp'],
  ])('a token that ended %s: %s', (code, reaction) => {
    expect(reactionTo('entraToken', error(code, 'entra'))).toBe(reaction);
  });

  test('a call without a token was never sent and is not settled by reading', () => {
    for (const code of ERROR_CODES) {
      expect(reactionTo('graphPatch', error(code, 'entra'))).toBe('giveUp');
      expect(reactionTo('graphComment', error(code, 'entra'))).toBe('giveUp');
    }
  });

  test('every error belongs to a column, and what is not named there is refused', () => {
    const refused = ERROR_CODES.filter((code) => failureOf({ code }) === 'refused');
    expect(refused).toEqual([
      'forbidden',
      'notFound',
      'tooLarge',
      'badRequest',
      'credentialRefused',
      'storeBusy',
      'storeUnusable',
      'leaseLost',
    ]);
  });
});

describe('a pause', () => {
  test('doubles from its base up to a minute', () => {
    const nearlyOne = 1 - Number.EPSILON;
    expect([1, 2, 3, 6, 40].map((attempt) => pauseMs(attempt, nearlyOne, 2_000))).toEqual([
      2_000,
      4_000,
      8_000,
      PAUSE_MAX_MS,
      PAUSE_MAX_MS,
    ]);
  });

  test('may be anything below that', () => {
    expect(pauseMs(3, 0, 2_000)).toBe(0);
    expect(pauseMs(3, 0.5, 2_000)).toBe(4_000);
  });

  test('is never shorter than the service asked for', () => {
    expect(pauseMs(1, 0, 2_000, 7_000)).toBe(7_000);
    expect(pauseMs(9, 1, 2_000, 7_000)).toBe(7_000 + WAIT_JITTER_MS);
  });
});
