// Which window a look reads, and how a window that is too full is divided.
import fc from 'fast-check';
import { earlierBy, instantFromMs, instantToMs } from '../../src/domain/instant';
import type { WatchState } from '../../src/ports/alert-log';
import {
  FIRST_READ_MS,
  halve,
  OVERLAP_PAGES_TOO_MANY,
  planLook,
  RECENT_WINDOW_MS,
  SWEEP_EVERY_MS,
  SWEEP_WINDOW_MS,
  WHOLE_OVERLAP_EVERY_MS,
} from '../../src/workflows/look-plan';
import { afterStart, at, DAY, HOUR, MINUTE, START_MS } from '../builders/instants';

const RUNNING: WatchState = {
  watermark: afterStart(-10 * MINUTE),
  firstReadAt: afterStart(-2 * DAY),
  firstReadDone: true,
  sweptAt: afterStart(-HOUR),
  overlapReadAt: afterStart(-MINUTE),
  filter: 'irm',
};

function plan(state: Partial<WatchState>, context: Partial<Parameters<typeof planLook>[2]> = {}) {
  const firstReadAt = state.firstReadAt ?? afterStart(-2 * DAY);
  return planLook({ ...RUNNING, ...state }, firstReadAt, {
    now: START_MS,
    overlapMs: 2 * HOUR,
    overlapPages: 1,
    ...context,
  });
}

describe('the plan of a look', () => {
  it('reads 30 days before Graph’s own time at first, whatever our clock says', () => {
    const wrongClock = { now: START_MS + 10 * MINUTE };
    expect(plan({ firstReadDone: false, watermark: null, sweptAt: null }, wrongClock)).toEqual({
      kind: 'first',
      from: earlierBy(afterStart(-2 * DAY), FIRST_READ_MS),
      filter: 'irm',
    });
  });

  it('begins the first read anew when it was interrupted, however far its slices came', () => {
    expect(plan({ firstReadDone: false, watermark: afterStart(-DAY) }).from).toBe(
      earlierBy(afterStart(-2 * DAY), FIRST_READ_MS),
    );
  });

  it('reads from the watermark less the overlap', () => {
    expect(plan({})).toEqual({ kind: 'overlap', from: afterStart(-2 * HOUR - 10 * MINUTE), filter: 'irm' });
  });

  it('counts from Graph’s time of the first read while nothing was ever seen', () => {
    expect(plan({ watermark: null }).from).toBe(afterStart(-2 * DAY - 2 * HOUR));
  });

  it.each([
    ['after a day', afterStart(-SWEEP_EVERY_MS), 'sweep'],
    ['when there never was one', null, 'sweep'],
    ['not a moment before a day is over', afterStart(-SWEEP_EVERY_MS + 1), 'overlap'],
  ])('sweeps 30 days of every product %s', (_when, sweptAt, kind) => {
    const planned = plan({ sweptAt });
    expect(planned.kind).toBe(kind);
    if (kind === 'sweep') expect(planned).toMatchObject({ from: afterStart(-SWEEP_WINDOW_MS), filter: 'none' });
  });

  it('reads every product from then on when the source was renamed', () => {
    expect(plan({ filter: 'none' }).filter).toBe('none');
  });
});

describe('an overlap of many pages', () => {
  const busy = { overlapPages: OVERLAP_PAGES_TOO_MANY + 1 };

  it('is cut to the last five minutes between two whole reads', () => {
    expect(plan({}, busy)).toMatchObject({ kind: 'recent', from: afterStart(-10 * MINUTE - RECENT_WINDOW_MS) });
  });

  it('is read whole once ten minutes have passed', () => {
    expect(plan({ overlapReadAt: afterStart(-WHOLE_OVERLAP_EVERY_MS) }, busy).kind).toBe('overlap');
    expect(plan({ overlapReadAt: null }, busy).kind).toBe('overlap');
  });

  it('is read whole every time while it takes ten pages or fewer', () => {
    expect(plan({}, { overlapPages: OVERLAP_PAGES_TOO_MANY }).kind).toBe('overlap');
  });

  it('is never widened by the shortcut', () => {
    expect(plan({}, { ...busy, overlapMs: RECENT_WINDOW_MS }).kind).toBe('overlap');
  });
});

describe('every planned window', () => {
  const moment = fc.integer({ min: -40 * DAY, max: 0 }).map((ms) => afterStart(ms));
  const states = fc.record({
    watermark: fc.option(moment),
    firstReadAt: moment,
    firstReadDone: fc.boolean(),
    sweptAt: fc.option(moment),
    overlapReadAt: fc.option(moment),
    filter: fc.constantFrom('irm' as const, 'none' as const),
  });

  it('begins at or before the watermark, so that nothing between two looks is skipped', () => {
    fc.assert(
      fc.property(
        states,
        fc.integer({ min: 0, max: DAY }),
        fc.integer({ min: 0, max: 40 }),
        (state, overlap, pages) => {
          const planned = planLook(state, state.firstReadAt, {
            now: START_MS,
            overlapMs: overlap,
            overlapPages: pages,
          });
          const mark = state.watermark ?? state.firstReadAt;
          if (planned.kind === 'overlap' || planned.kind === 'recent') expect(planned.from <= mark).toBe(true);
        },
      ),
    );
  });
});

describe('halving a window', () => {
  it('divides it at its middle', () => {
    expect(halve(afterStart(0), afterStart(HOUR), START_MS)).toBe(afterStart(HOUR / 2));
  });

  it('takes our clock for the end of an open window', () => {
    expect(halve(afterStart(-HOUR), null, START_MS)).toBe(afterStart(-HOUR / 2));
  });

  it.each([
    ['a millisecond', afterStart(0), afterStart(1)],
    ['a fraction of one', at('2026-11-23T06:00:00.1230001Z'), at('2026-11-23T06:00:00.1239999Z')],
    ['the future alone', afterStart(HOUR), null],
  ])('gives up on %s', (_what, from, to) => {
    expect(halve(from, to, START_MS)).toBeNull();
  });

  it('loses no instant and reads none twice, however often it is repeated', () => {
    const spans = fc.tuple(fc.integer({ min: 0, max: 60 * DAY }), fc.integer({ min: 0, max: 60 * DAY }));
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 12 }), ([start, length], rounds) => {
        let slices = [{ from: afterStart(start), to: afterStart(start + length) }];
        for (let round = 0; round < rounds; round += 1) {
          slices = slices.flatMap((slice) => {
            const middle = halve(slice.from, slice.to, START_MS);
            return middle === null
              ? [slice]
              : [
                  { ...slice, to: middle },
                  { ...slice, from: middle },
                ];
          });
        }
        expect(slices[0]?.from).toBe(afterStart(start));
        expect(slices.at(-1)?.to).toBe(afterStart(start + length));
        slices.slice(1).forEach((slice, index) => expect(slice.from).toBe(slices[index]?.to));
        const narrowed = slices.every(({ from, to }) => instantToMs(from) < instantToMs(to) || length === 0);
        expect(narrowed).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('gives instants of Graph’s own form', () => {
    expect(halve(instantFromMs(0), instantFromMs(3), 0)).toBe('1970-01-01T00:00:00.0010000Z');
  });
});
