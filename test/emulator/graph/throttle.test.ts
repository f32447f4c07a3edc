import { createThrottle, WINDOW_MS } from '../../../src/emulator/graph/throttle';
import { ALERT_REQUESTS_PER_MINUTE } from '../../../src/emulator/switches';
import { errorOf, startEmulator } from '../emulator-under-test';

describe('the allowance of alert operations', () => {
  it('lets so many through in a minute and says how long to wait then', () => {
    let now = 1_000_000;
    const throttle = createThrottle(
      () => new Date(now),
      () => 3,
    );
    const take = (at: number) => {
      now = 1_000_000 + at;
      return throttle.take();
    };
    expect([take(0), take(10_000), take(20_000)]).toEqual([0, 0, 0]);
    const wait = take(25_000);
    expect(wait).toBeGreaterThan(0);
    expect(take(25_000 + wait * 1000)).toBe(0);
  });

  it('counts refused tries, but shuts nobody out for good', () => {
    let now = 0;
    const throttle = createThrottle(
      () => new Date(now),
      () => 2,
    );
    for (let tries = 0; tries < 500; tries += 1) throttle.take();
    now = WINDOW_MS + 1;
    expect(throttle.take()).toBe(0);
  });

  it('is unlimited at zero', () => {
    const throttle = createThrottle(
      () => new Date(0),
      () => 0,
    );
    expect(Array.from({ length: 1000 }, () => throttle.take()).every((wait) => wait === 0)).toBe(true);
  });

  it('is on at the documented rate, for alerts and not for people', async () => {
    const under = await startEmulator();
    try {
      expect(ALERT_REQUESTS_PER_MINUTE).toBe(150);
      expect(under.emulator.world.switches.alertRequestsPerMinute).toBe(150);
      under.emulator.world.switches.alertRequestsPerMinute = 2;
      const read = () => under.graph('GET', '/security/alerts_v2?$top=1');
      await read();
      await read();
      const refused = await read();
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(errorOf(refused)).toMatchObject({ code: 'TooManyRequests', innerError: { code: '429', status: '429' } });
      expect((await under.graph('GET', '/users?$top=1')).status).toBe(200);
    } finally {
      await under.emulator.close();
    }
  });
});
