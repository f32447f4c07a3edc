// How fast the bot writes to a channel.
import fc from 'fast-check';
import { laneWindows, TEAMS_APP_WINDOWS, TEAMS_LANE_WINDOWS } from '../../src/domain/lane-limits';
import { LanePacer } from '../../src/workflows/lane-pacer';
import { CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { HOUR, SECOND, START_MS } from '../builders/instants';

function sendMany(pacer: LanePacer, channel: string, count: number, now: number): void {
  for (let sent = 0; sent < count; sent += 1) pacer.recordSend(channel, now);
}

describe('a channel’s lane', () => {
  it('is free until Teams’ limit of one second is used up, and again a second later', () => {
    const pacer = new LanePacer(TEAMS_LANE_WINDOWS);
    sendMany(pacer, CHANNEL, 6, START_MS);
    expect(pacer.freeAt(CHANNEL, START_MS)).toBe(START_MS);
    pacer.recordSend(CHANNEL, START_MS);
    expect(pacer.freeAt(CHANNEL, START_MS)).toBe(START_MS + SECOND);
    expect(pacer.blocked(START_MS)).toEqual([CHANNEL]);
    expect(pacer.blocked(START_MS + SECOND)).toEqual([]);
  });

  it('does not slow another channel down', () => {
    const pacer = new LanePacer(TEAMS_LANE_WINDOWS);
    sendMany(pacer, CHANNEL, 7, START_MS);
    expect(pacer.freeAt(OTHER_CHANNEL, START_MS)).toBe(START_MS);
  });

  it('keeps the operator’s own limit of 30 seconds', () => {
    const pacer = new LanePacer(laneWindows(2));
    sendMany(pacer, CHANNEL, 2, START_MS);
    expect(pacer.freeAt(CHANNEL, START_MS)).toBe(START_MS + 30 * SECOND);
  });

  it('has no limit of ours when the operator sets none', () => {
    const pacer = new LanePacer(laneWindows(0));
    sendMany(pacer, CHANNEL, 500, START_MS);
    expect(pacer.blocked(START_MS)).toEqual([]);
  });

  it('never lets more sends into any window than Teams allows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 * SECOND }), { minLength: 1, maxLength: 150 }), (pauses) => {
        const pacer = new LanePacer(TEAMS_LANE_WINDOWS);
        const sent: number[] = [];
        let now = START_MS;
        for (const pause of pauses) {
          now = Math.max(now + pause, pacer.freeAt(CHANNEL, now + pause));
          pacer.recordSend(CHANNEL, now);
          sent.push(now);
        }
        for (const { ms, sends } of TEAMS_LANE_WINDOWS) {
          const worst = Math.max(...sent.map((end) => sent.filter((each) => each > end - ms && each <= end).length));
          expect(worst).toBeLessThanOrEqual(sends);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a wait that Teams asked for', () => {
  it('holds the channel until it is over', () => {
    const pacer = new LanePacer(TEAMS_LANE_WINDOWS);
    pacer.holdUntil(CHANNEL, START_MS + 7 * SECOND);
    expect(pacer.blocked(START_MS + 7 * SECOND - 1)).toEqual([CHANNEL]);
    expect(pacer.blocked(START_MS + 7 * SECOND)).toEqual([]);
  });

  it('is never shortened by a later, shorter one', () => {
    const pacer = new LanePacer([]);
    pacer.holdUntil(CHANNEL, START_MS + 60 * SECOND);
    pacer.holdUntil(CHANNEL, START_MS + SECOND);
    expect(pacer.freeAt(CHANNEL, START_MS)).toBe(START_MS + 60 * SECOND);
  });

  it('holds even where the operator set no limit', () => {
    const pacer = new LanePacer(laneWindows(0));
    pacer.holdUntil(CHANNEL, START_MS + SECOND);
    expect(pacer.blocked(START_MS)).toEqual([CHANNEL]);
  });

  it('ends when the channel is released', () => {
    const pacer = new LanePacer([]);
    pacer.holdUntil(CHANNEL, START_MS + HOUR);
    pacer.release(CHANNEL);
    expect(pacer.freeAt(CHANNEL, START_MS)).toBe(START_MS);
  });

  it('outlives an hour without sends', () => {
    const pacer = new LanePacer(TEAMS_LANE_WINDOWS);
    pacer.recordSend(CHANNEL, START_MS);
    pacer.holdUntil(CHANNEL, START_MS + 3 * HOUR);
    expect(pacer.blocked(START_MS + 2 * HOUR)).toEqual([CHANNEL]);
    expect(pacer.blocked(START_MS + 3 * HOUR)).toEqual([]);
  });
});

describe('all channels together', () => {
  it('keep the limit of one app in one tenant', () => {
    const pacer = new LanePacer(TEAMS_LANE_WINDOWS);
    const limit = TEAMS_APP_WINDOWS[0]?.sends ?? 0;
    for (let sent = 0; sent < limit; sent += 1) pacer.recordSend(`19:${sent}@thread.tacv2`, START_MS);
    expect(pacer.freeAt(CHANNEL, START_MS)).toBe(START_MS + SECOND);
  });
});
