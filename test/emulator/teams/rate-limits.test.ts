// Teams' published limits, by the clock: what fits, what waits, and for how long.
import fc from 'fast-check';
import {
  OVERALL_WINDOWS,
  RateLimits,
  ROSTER_WINDOWS,
  SEND_WINDOWS,
} from '../../../src/emulator/teams/connector/rate-limits';
import type { LimitedOperation, RateWindow } from '../../../src/emulator/teams/connector/rate-limits';
import { ALERTS, GENERAL } from './sample-tenant';
import { startTeams } from './teams-under-test';

/** Requests admitted when `count` are made, one every `everyMs`. */
function admitted(operation: LimitedOperation, count: number, everyMs: number): number {
  let now = 1_000_000;
  const limits = new RateLimits(() => now);
  let passed = 0;
  for (let number = 0; number < count; number += 1) {
    if (limits.take(operation, 'one') === undefined) passed += 1;
    now += everyMs;
  }
  return passed;
}

test.each([
  ['send', 7, 100, 0],
  ['send', 8, 2000, 240],
  ['send', 60, 30_000, 400],
  ['send', 1800, 3_600_000, 500],
  ['roster', 14, 100, 0],
  ['roster', 120, 30_000, 200],
  ['roster', 3600, 3_600_000, 250],
] as const)('%s: no more than %d within %d ms', (operation, limit, withinMs, everyMs) => {
  const tried = everyMs === 0 ? 100 : Math.floor(withinMs / everyMs);
  expect(admitted(operation, tried, everyMs)).toBe(limit);
});

test('never more requests in any window than it allows, whatever the rhythm', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 300 }), (pauses) => {
      let now = 0;
      const limits = new RateLimits(() => now);
      const times: number[] = [];
      for (const pause of pauses) {
        now += pause;
        if (limits.take('send', 'one') === undefined) times.push(now);
      }
      const crowd = ({ count, seconds }: RateWindow) =>
        times.some((time) => times.filter((other) => other >= time && other < time + seconds * 1000).length > count);
      return !SEND_WINDOWS.some(crowd);
    }),
  );
});

test('conversations do not share a limit, but all together keep to the overall one', () => {
  const limits = new RateLimits(() => 0);
  const [overall] = OVERALL_WINDOWS;
  let passed = 0;
  for (let number = 0; number < 100; number += 1) if (limits.take('send', `chat ${number}`) === undefined) passed += 1;
  expect(passed).toBe(overall?.count);
});

test('the numbers are the published ones', () => {
  const pairs = (windows: readonly RateWindow[]) => windows.map(({ count, seconds }) => [count, seconds]);
  expect(pairs(SEND_WINDOWS)).toEqual([
    [7, 1],
    [8, 2],
    [60, 30],
    [1800, 3600],
  ]);
  expect(pairs(ROSTER_WINDOWS)).toEqual([
    [14, 1],
    [16, 2],
    [120, 30],
    [3600, 3600],
  ]);
});

test('the Connector answers 429 with the seconds to wait, and lets the bot on after them', async () => {
  const teams = await startTeams({ limits: true });
  const post = (channel: string) =>
    teams.connector('POST', `/v3/conversations/${encodeURIComponent(channel)}/activities`, {
      type: 'message',
      text: 'x',
    });
  for (let number = 0; number < 7; number += 1) expect((await post(ALERTS)).status).toBe(201);
  const throttled = await post(ALERTS);
  expect(throttled).toMatchObject({ status: 429, body: { error: { code: 'Throttled' } } });
  expect(throttled.headers.get('retry-after')).toBe('1');
  expect((await post(GENERAL)).status).toBe(201);
  teams.clock.time += 1000;
  expect((await post(ALERTS)).status).toBe(201);
  expect((await post(ALERTS)).headers.get('retry-after')).toBe('1');
  await teams.stop();
});
