import fc from 'fast-check';
import {
  AFTER_ALERT_MS,
  BEFORE_ALERT_MS,
  DEFAULT_WINDOW_MS,
  HUNTING_REACH_MS,
  huntingWindow,
  windowAround,
} from '../../src/domain/hunting-window';
import { DAY } from '../builders/instants';
import { at } from '../builders/instants';
import { NOW } from '../builders/hunting';

const window = (from: string, to: string) => ({ from, to });

describe('the window of a question', () => {
  test('is the last seven days when none is named', () => {
    expect(huntingWindow(null, false, NOW + 750)).toEqual({
      window: window('2026-03-04T10:00:00Z', '2026-03-11T10:00:00Z'),
      previous: null,
      cut: false,
      isDefault: true,
      isComparable: true,
    });
  });

  test('is what was asked for', () => {
    const asked = window('2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z');
    expect(huntingWindow(asked, false, NOW)).toMatchObject({ window: asked, cut: false, isDefault: false });
  });

  test('is compared with the period of equal length right before', () => {
    const asked = window('2026-03-02T00:00:00Z', '2026-03-03T12:00:00Z');
    expect(huntingWindow(asked, true, NOW)?.previous).toEqual(window('2026-02-28T12:00:00Z', '2026-03-02T00:00:00Z'));
  });

  test('is cut to what the data reach, and then not compared with what they do not', () => {
    const asked = window('2025-12-11T10:00:00Z', '2026-03-11T10:00:00Z');
    expect(huntingWindow(asked, true, NOW)).toMatchObject({
      window: window('2026-02-09T10:00:00Z', '2026-03-11T10:00:00Z'),
      previous: null,
      cut: true,
      isComparable: false,
    });
  });

  test('is not compared with a period of which a part is gone, and says so', () => {
    const asked = window('2026-02-20T10:00:00Z', '2026-03-11T10:00:00Z');
    expect(huntingWindow(asked, true, NOW)).toMatchObject({ previous: null, cut: true, isComparable: false });
    expect(huntingWindow(asked, false, NOW)).toMatchObject({ window: asked, cut: false, isComparable: false });
  });

  test('ends now when it ends later', () => {
    const asked = window('2026-03-11T00:00:00Z', '2026-03-12T00:00:00Z');
    expect(huntingWindow(asked, false, NOW)?.window.to).toBe('2026-03-11T10:00:00Z');
  });

  test.each([
    ['before the data begin', window('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')],
    ['in the future', window('2026-04-01T00:00:00Z', '2026-04-02T00:00:00Z')],
    ['of no length', window('2026-03-05T00:00:00Z', '2026-03-05T00:00:00Z')],
  ])('is none when it lies %s', (_what, asked) => {
    expect(huntingWindow(asked, false, NOW)).toBeNull();
  });

  test('never exceeds thirty days, and what is compared is as long and adjoining', () => {
    const instant = fc
      .integer({ min: NOW - 90 * DAY, max: NOW + 10 * DAY })
      .map((ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`);
    fc.assert(
      fc.property(instant, instant, (from, to) => {
        const found = huntingWindow(window(from, to), true, NOW);
        if (found === null) return;
        const length = Date.parse(found.window.to) - Date.parse(found.window.from);
        expect(length).toBeGreaterThan(0);
        expect(length).toBeLessThanOrEqual(HUNTING_REACH_MS);
        if (found.previous === null) return;
        expect(found.previous.to).toBe(found.window.from);
        expect(Date.parse(found.previous.to) - Date.parse(found.previous.from)).toBe(length);
      }),
    );
  });
});

describe('the window around an alert', () => {
  test('begins three days before its first activity and ends a day after its last', () => {
    expect(windowAround(at('2026-03-05T08:00:00Z'), at('2026-03-06T09:30:00.5Z'))).toEqual(
      window('2026-03-02T08:00:00Z', '2026-03-07T09:30:01Z'),
    );
    expect([BEFORE_ALERT_MS, AFTER_ALERT_MS, DEFAULT_WINDOW_MS]).toEqual([3 * DAY, DAY, 7 * DAY]);
  });

  test('keeps its end when the activity lasted longer than the data reach', () => {
    expect(windowAround(at('2026-01-01T00:00:00Z'), at('2026-03-05T00:00:00Z')).from).toBe('2026-02-04T00:00:01Z');
  });
});
