import fc from 'fast-check';
import { BotError, type ErrorCode } from '../../src/domain/errors';
import { failureOfError } from '../../src/domain/hunting-failure';
import { PACE_WINDOW_MS, paceRefusal, type HuntStart } from '../../src/domain/hunting-pace';

const PACE = { perMinute: 15, perPersonPerMinute: 3 };
const starts = (...of: [person: string, at: number][]): HuntStart[] => of.map(([person, at]) => ({ person, at }));

describe('the pace of hunting', () => {
  test('lets a person ask three times a minute and says when to ask again', () => {
    const three = starts(['a', 0], ['a', 10_000], ['a', 20_000]);
    expect(paceRefusal(three.slice(1), PACE, 'a', 30_000)).toBeNull();
    expect(paceRefusal(three, PACE, 'a', 30_000)).toEqual({ code: 'askedTooOften', retryAfterSeconds: 30 });
    expect(paceRefusal(three, PACE, 'b', 30_000)).toBeNull();
    expect(paceRefusal(three, PACE, 'a', PACE_WINDOW_MS)).toBeNull();
  });

  test('lets the whole bot ask fifteen times a minute', () => {
    const fifteen = Array.from({ length: 15 }, (_, index) => ({ person: `p${index}`, at: index * 1_000 }));
    expect(paceRefusal(fifteen, PACE, 'a', 20_500)).toEqual({ code: 'botQuotaUsed', retryAfterSeconds: 40 });
    expect(paceRefusal(fifteen.slice(1), PACE, 'a', 20_500)).toBeNull();
  });

  test('has no limit where the limit is nought', () => {
    const many = Array.from({ length: 100 }, () => ({ person: 'a', at: 0 }));
    expect(paceRefusal(many, { perMinute: 0, perPersonPerMinute: 0 }, 'a', 1)).toBeNull();
  });

  test('never starts more in any minute than it may', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(20_000)), { maxLength: 60 }), (asked) => {
        const begun: HuntStart[] = [];
        let now = 0;
        for (const [person, pause] of asked) {
          now += pause;
          if (paceRefusal(begun, { perMinute: 5, perPersonPerMinute: 2 }, person, now) === null)
            begun.push({ person, at: now });
        }
        for (const { at, person } of begun) {
          const within = begun.filter((one) => one.at > at - PACE_WINDOW_MS && one.at <= at);
          expect(within.length).toBeLessThanOrEqual(5);
          expect(within.filter((one) => one.person === person).length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});

describe('what failed, in codes', () => {
  const failure = (code: ErrorCode, more: { status?: number; retryAfterMs?: number } = {}) =>
    failureOfError(new BotError(code, { from: 'graph', ...more }), 'ThreatHunting.Read.All');

  test.each([
    ['timedOut', { code: 'timedOut' }],
    ['tooLarge', { code: 'tooLarge' }],
    ['forbidden', { code: 'notPermitted', permission: 'ThreatHunting.Read.All' }],
    ['badRequest', { code: 'queryRefused' }],
    ['garbage', { code: 'unavailable' }],
    ['notConnected', { code: 'unavailable' }],
    ['unauthorised', { code: 'unavailable' }],
    ['credentialRefused', { code: 'unavailable' }],
  ] as const)('%s', (code, told) => expect(failure(code)).toEqual(told));

  test('of a used up quota says whose it is and for how long', () => {
    expect(failure('throttled', { status: 429, retryAfterMs: 2_128 })).toEqual({
      code: 'tenantQuotaUsed',
      retryAfterSeconds: 3,
    });
    expect(failure('throttled', { status: 429 })).toEqual({ code: 'tenantQuotaUsed', retryAfterSeconds: 60 });
    expect(failure('throttled', { retryAfterMs: 10 })).toEqual({ code: 'botQuotaUsed', retryAfterSeconds: 1 });
  });

  test('is nothing for an error of ours', () => {
    expect(failureOfError(new TypeError('x'), 'User.Read.All')).toBeNull();
  });
});
