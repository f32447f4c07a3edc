import fc from 'fast-check';
import { DAYS_MAX, summarize, type AnswerRow } from '../../src/domain/hunting-summary';
import { aQuestion, aRow } from '../builders/hunting';

const figures = (files: number, people: number, rows: number) => ({ files, people, rows });

describe('the figures of an answer', () => {
  test('are the totals as they were counted', () => {
    const summary = summarize(aQuestion(), [aRow('total', '', 54, 2, 61), aRow('nameless', '', 3, 0, 4)]);
    expect(summary).toMatchObject({
      total: figures(54, 2, 61),
      previous: null,
      nameless: 4,
      groups: [],
      groupsInAll: 0,
    });
  });

  test('are nothing where nothing was found, for the period before as well', () => {
    const previous = { from: '2026-02-25T10:00:00Z', to: '2026-03-04T10:00:00Z' };
    const summary = summarize(aQuestion({ previous }), []);
    expect(summary).toMatchObject({ total: figures(0, 0, 0), previous: figures(0, 0, 0), nameless: 0 });
  });
});

describe('groups', () => {
  test('are ranked by files, then by rows, then by name', () => {
    const rows = [
      aRow('group', 'd', 1, 1, 9),
      aRow('group', 'b', 2, 1, 3),
      aRow('group', 'c', 2, 1, 4),
      aRow('group', 'a', 2, 1, 3),
    ];
    const summary = summarize(aQuestion({ groupBy: 'domain' }), rows);
    expect(summary.groups.map(({ key }) => key)).toEqual(['c', 'a', 'b', 'd']);
  });

  test('are as many as asked for, and say how many there are', () => {
    const rows = [aRow('groups', '', 0, 0, 40), ...['a', 'b', 'c'].map((key) => aRow('group', key, 1, 1, 1))];
    const summary = summarize(aQuestion({ groupBy: 'account', top: 2 }), rows);
    expect([summary.groups.length, summary.groupsInAll]).toEqual([2, 40]);
  });

  test('whose value is empty in the data have no key', () => {
    const summary = summarize(aQuestion({ groupBy: 'department' }), [aRow('group', '', 1, 1, 1)]);
    expect(summary.groups).toEqual([{ key: null, figures: figures(1, 1, 1) }]);
  });

  test('of days are the days that were counted', () => {
    const rows = [aRow('day', '2026-03-05', 1, 1, 1), aRow('day', '2026-03-06', 3, 1, 3)];
    const summary = summarize(aQuestion({ groupBy: 'day' }), rows);
    expect(summary.groups.map(({ key }) => key)).toEqual(['2026-03-06', '2026-03-05']);
    expect(summary.groupsInAll).toBe(2);
  });

  test('stand in one order whatever order the rows came in', () => {
    const row = fc.record({ key: fc.string(), files: fc.nat(3), people: fc.nat(3), events: fc.nat(3) });
    const rows = fc.uniqueArray(row, { selector: ({ key }) => key });
    fc.assert(
      fc.property(rows, fc.nat(), (given, seed) => {
        const groups = given.map((one): AnswerRow => ({ part: 'group', ...one }));
        const turned = groups
          .map((_, index) => groups[(index + seed) % groups.length])
          .filter((one) => one !== undefined);
        const question = aQuestion({ groupBy: 'application' });
        expect(summarize(question, turned).groups).toEqual(summarize(question, groups).groups);
      }),
    );
  });
});

describe('days', () => {
  test('have no gaps, from the first of the window to the last', () => {
    const { days } = summarize(aQuestion(), [aRow('day', '2026-03-05', 2, 1, 3)]);
    expect(days?.map(({ day }) => day)).toEqual(
      ['04', '05', '06', '07', '08', '09', '10', '11'].map((day) => `2026-03-${day}`),
    );
    expect(days?.map(({ figures: { files } }) => files)).toEqual([0, 2, 0, 0, 0, 0, 0, 0]);
  });

  test('are those of the asker’s zone', () => {
    const window = { from: '2026-03-04T23:00:00Z', to: '2026-03-06T23:00:00Z' };
    const { days } = summarize(aQuestion({ window, timeZone: 'Europe/Berlin' }), []);
    expect(days?.map(({ day }) => day)).toEqual(['2026-03-05', '2026-03-06']);
  });

  test('are left out when they would be a single point', () => {
    const window = { from: '2026-03-04T00:00:00Z', to: '2026-03-05T00:00:00Z' };
    expect(summarize(aQuestion({ window }), [aRow('day', '2026-03-04', 1, 1, 1)]).days).toBeNull();
  });

  test('are never more than the longest window touches', () => {
    const window = { from: '2026-02-01T10:00:00Z', to: '2026-03-03T10:00:00Z' };
    expect(summarize(aQuestion({ window }), []).days).toHaveLength(DAYS_MAX);
    expect(summarize(aQuestion({ window: { ...window, to: '2026-03-05T10:00:00Z' } }), []).days).toBeNull();
  });
});
