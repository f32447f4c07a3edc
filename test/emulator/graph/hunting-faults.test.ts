// Faults switched on for hunting alone, as for every other route.
import { LONGEST_QUERY_MS } from '../../../src/emulator/graph/hunting-refusals';
import { LONGEST_DELAY_MS, type FaultRule } from '../../../src/emulator/faults';
import { errorOf, startEmulator, type EmulatorUnderTest } from '../emulator-under-test';

const PATH = '/security/runHuntingQuery';

let under: EmulatorUnderTest;
beforeEach(async () => {
  under = await startEmulator({ events: 1_000 });
});
afterEach(() => under.emulator.close());

const askUnder = (fault: FaultRule['fault']) => {
  under.emulator.faults.add({ method: 'POST', path: `/v1.0${PATH}`, fault });
  return under.graph('POST', PATH, { Query: 'AlertInfo | count' });
};

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
