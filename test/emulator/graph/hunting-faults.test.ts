// Faults switched on for hunting alone, as for every other route.
import { LONGEST_QUERY_MS } from '../../../src/emulator/graph/hunting-refusals';
import type { SwitchedRefusal } from '../../../src/emulator/graph/switched-refusals';
import { LONGEST_DELAY_MS, type FaultRule } from '../../../src/emulator/faults';
import { errorOf, startEmulator, type EmulatorUnderTest } from '../emulator-under-test';

const PATH = '/security/runHuntingQuery';

let under: EmulatorUnderTest;
beforeAll(async () => {
  under = await startEmulator({ events: 1_000 });
});
beforeEach(() => {
  under.emulator.faults.clear();
  under.emulator.world.switches.huntingRefusal = null;
});
afterAll(() => under.emulator.close());

const askUnder = (fault: FaultRule['fault']) => {
  under.emulator.faults.add({ method: 'POST', path: `/v1.0${PATH}`, fault });
  return under.graph('POST', PATH, { Query: 'AlertInfo | count' });
};

describe('a refusal switched on', () => {
  const refusedBy = async (huntingRefusal: SwitchedRefusal | null) => {
    const switched = await under.call('PATCH', '/_emulator/switches', { huntingRefusal });
    expect(switched.status).toBe(200);
    return under.graph('POST', PATH, { Query: 'AlertInfo | count' });
  };

  it.each<[SwitchedRefusal, number, string, RegExp]>([
    [
      'unknownTable',
      400,
      'BadRequest',
      /^'where' operator: Failed to resolve table or column expression named '\w+'\. Fix/,
    ],
    ['unknownColumn', 400, 'BadRequest', /^'extend' operator: Failed to resolve scalar expression named '\w+'\. Fix/],
    ['syntax', 400, 'BadRequest', /^A recognition error occurred\./],
    ['resultTooLarge', 400, 'BadRequest', /^Query execution has exceeded the allowed result size\. Optimize/],
    ['processingUsedUp', 429, 'TooManyRequests', /^You have exceeded processing resources .* again in 9 minutes\.$/],
    ['ranTooLong', 400, 'BadRequest', /^Query exceeded the timeout period\.$/],
    ['gatewayTimeout', 504, 'UnknownError', /^$/],
    ['tooHeavy', 400, 'BadRequest', /^Query stopped due to excessive resource consumption\.$/],
    ['serviceFault', 500, 'UnknownError', /^$/],
    ['roleMissing', 403, 'Forbidden', /^Missing application roles\. API required roles: ThreatHunting\.Read\.All/],
  ])('is worded as the service words it: %s', async (name, status, code, message) => {
    const answer = await refusedBy(name);
    const { code: word, message: words } = errorOf(answer);
    expect([answer.status, word, words]).toEqual([status, code, expect.stringMatching(message)]);
    const told = name === 'processingUsedUp' ? '540' : null;
    expect(answer.headers.get('retry-after')).toBe(told);
  });

  it('ends when it is switched off, and no other name is one', async () => {
    expect((await refusedBy('syntax')).status).toBe(400);
    expect((await refusedBy(null)).status).toBe(200);
    expect((await under.call('PATCH', '/_emulator/switches', { huntingRefusal: 'anything' })).status).toBe(400);
  });
});

describe('hunting under faults', () => {
  it('times out at the gateway after as long as the service would wait', async () => {
    expect(LONGEST_DELAY_MS).toBeGreaterThan(LONGEST_QUERY_MS);
    const answer = await askUnder({ status: 504, delayMs: 20 });
    expect([answer.status, errorOf(answer)]).toEqual([
      504,
      expect.objectContaining({ code: 'UnknownError', message: '' }),
    ]);
  });

  it.each([
    ['2.128', '2.128'],
    ['', null],
  ])('is throttled with Retry-After "%s"', async (retryAfter, header) => {
    const answer = await askUnder({ retryAfter });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, header]);
    expect(errorOf(answer)).toMatchObject({ code: 'TooManyRequests', innerError: { status: '429' } });
  });

  it('needs the token, and leaves other routes alone', async () => {
    under.emulator.faults.add({ path: `/v1.0${PATH}`, times: 0, fault: { status: 403 } });
    expect((await under.graph('POST', PATH, { Query: 'AlertInfo' })).status).toBe(403);
    expect((await under.graph('GET', '/security/incidents')).status).toBe(200);
    under.emulator.faults.clear();
    const refused = await under.graph('POST', PATH, { Query: 'AlertInfo' }, { authorization: '' });
    expect([refused.status, errorOf(refused)['code']]).toEqual([401, 'InvalidAuthenticationToken']);
  });
});
