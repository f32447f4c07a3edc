import { EXIT_GOAL_MISSED, EXIT_UNMEASURED, exitCodeOf, isMet, timesWorse } from '../../src/bench/bench-row';
import { FULL, QUICK } from '../../src/bench/amounts';
import { rowWith } from './row-builder';

describe('how many times worse', () => {
  test.each([
    ['ms', 30, 20, 1.5],
    ['MB', 30, 20, 1.5],
    ['requests/s', 20, 30, 1.5],
    ['sentences/s', 20, 30, 1.5],
    ['rows/s', 20, 30, 1.5],
    ['requests/s', 30, 20, 2 / 3],
  ] as const)('%s: %d against %d is %d', (unit, figure, baseline, times) => {
    expect(timesWorse(rowWith({ unit, figure, baseline: { name: 'b', figure: baseline } }))).toBeCloseTo(times);
  });
});

describe('a goal', () => {
  const upTo = (figure: number) => ({ is: 'figureUpTo', figure }) as const;
  const from = (figure: number) => ({ is: 'figureFrom', figure }) as const;
  const times = (times: number) => ({ is: 'timesWorseUpTo', times }) as const;
  const baseline = { name: 'b', figure: 100 };

  test.each([
    ['on the figure, at its bound', { figure: 200, goal: upTo(200) }, true],
    ['on the figure, just over it', { figure: 200.1, goal: upTo(200) }, false],
    ['on the least figure, at its bound', { figure: 200, goal: from(200) }, true],
    ['on the least figure, just under it', { figure: 199.9, goal: from(200) }, false],
    ['on the times, at its bound', { figure: 125, goal: times(1.25) }, true],
    ['on the times, just over it', { figure: 125.1, goal: times(1.25) }, false],
    ['on the times where more is better, at its bound', { unit: 'requests/s', figure: 80, goal: times(1.25) }, true],
    ['on the times where more is better, just under it', { unit: 'requests/s', figure: 79, goal: times(1.25) }, false],
  ] as const)('%s', (_, given, met) => {
    expect(isMet(rowWith({ baseline, ...given }))).toBe(met);
  });

  test('that is not set is neither met nor missed', () => {
    expect(isMet(rowWith({ goal: null }))).toBeNull();
  });
});

describe('the exit code', () => {
  const met = rowWith({ figure: 1, goal: { is: 'figureUpTo', figure: 2 } });
  const missed = rowWith({ figure: 3, goal: { is: 'figureUpTo', figure: 2 } });
  const unmeasured = [{ what: 'memory', reason: 'nobody tells' }];

  test('is 0 for a missed goal, but for a strict run', () => {
    const report = { rows: [met, missed], unmeasured: [] };
    expect(exitCodeOf(report, false)).toBe(0);
    expect(exitCodeOf(report, true)).toBe(EXIT_GOAL_MISSED);
    expect(exitCodeOf({ rows: [met, rowWith({ goal: null })], unmeasured: [] }, true)).toBe(0);
  });

  test('says that a row could not be measured, strict or not', () => {
    expect(exitCodeOf({ rows: [met], unmeasured }, false)).toBe(EXIT_UNMEASURED);
    expect(exitCodeOf({ rows: [missed], unmeasured }, true)).toBe(EXIT_UNMEASURED);
  });
});

test('the quick run measures the same with less: nothing is left out, nothing is more', () => {
  for (const [name, amount] of Object.entries(QUICK)) {
    expect(amount).toBeGreaterThan(0);
    expect(amount).toBeLessThan(FULL[name as keyof typeof FULL]);
  }
});
