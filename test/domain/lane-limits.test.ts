import fc from 'fast-check';
import {
  laneWindows,
  nextFreeAt,
  TEAMS_APP_WINDOWS,
  TEAMS_LANE_WINDOWS,
  type RateWindow,
} from '../../src/domain/lane-limits';

/** Sends as early as allowed; `pauses` are the moments at which somebody wants to, ms after the last wish. */
function sendAll(pauses: readonly number[], windows: readonly RateWindow[]): number[] {
  const sentAt: number[] = [];
  let now = 0;
  for (const pause of pauses) {
    now = nextFreeAt(sentAt, windows, now + pause);
    sentAt.push(now);
  }
  return sentAt;
}

function mostInAnyWindow(sentAt: readonly number[], ms: number): number {
  return Math.max(
    0,
    ...sentAt.map((start) => sentAt.filter((moment) => moment >= start && moment < start + ms).length),
  );
}

const anyWindows = fc.array(
  fc.record({ ms: fc.integer({ min: 1, max: 5000 }), sends: fc.integer({ min: 1, max: 9 }) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

test('no window ever holds more sends than it allows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), anyWindows, (pauses, windows) => {
      const sentAt = sendAll(pauses, windows);
      for (const { ms, sends } of windows) expect(mostInAnyWindow(sentAt, ms)).toBeLessThanOrEqual(sends);
    }),
  );
});

test('nobody waits longer than a window forces them to', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 }), anyWindows, (pauses, windows) => {
      const sentAt = sendAll(pauses, windows);
      const now = sentAt.at(-1) ?? 0;
      const free = nextFreeAt(sentAt, windows, now);
      const tooEarly = [...sentAt, free - 1];
      const breaks = windows.some(({ ms, sends }) => mostInAnyWindow(tooEarly, ms) > sends);
      expect(free === now || breaks).toBe(true);
    }),
  );
});

test.each([...TEAMS_LANE_WINDOWS, ...TEAMS_APP_WINDOWS])('Teams’ own window of $ms ms holds $sends sends', (window) => {
  const sentAt = sendAll(Array<number>(window.sends + 1).fill(0), [window]);
  expect(sentAt.at(-2)).toBe(0);
  expect(sentAt.at(-1)).toBe(window.ms);
});

test('the figures are Teams’ published ones', () => {
  expect(TEAMS_LANE_WINDOWS.map(({ ms, sends }) => `${sends}/${ms / 1000}s`)).toEqual([
    '7/1s',
    '8/2s',
    '60/30s',
    '1800/3600s',
  ]);
  expect(TEAMS_APP_WINDOWS.map(({ ms, sends }) => `${sends}/${ms / 1000}s`)).toEqual(['50/1s']);
});

test('the operator’s own figure replaces the one of 30 s and no other', () => {
  expect(laneWindows(20)).toEqual(
    TEAMS_LANE_WINDOWS.map((each) => (each.ms === 30_000 ? { ms: 30_000, sends: 20 } : each)),
  );
});

test('no limit at all means no waiting at all', () => {
  expect(laneWindows(0)).toEqual([]);
  expect(sendAll([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], laneWindows(0))).toEqual(Array(10).fill(0));
});

test('the first send is free', () => {
  expect(nextFreeAt([], TEAMS_LANE_WINDOWS, 1234)).toBe(1234);
});
