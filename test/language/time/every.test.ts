// Cron from the parts of "how often", in figures only.
import { cronOf, type Every } from '../../../src/language/time/every';

const nine = { hour: 9, minute: 0 };

test.each<[string, Every[], { hour: number; minute: number }[], string | null]>([
  ['daily', [{ base: 'day' }], [], '0 9 * * *'],
  ['weekly is Monday', [{ base: 'week' }], [], '0 9 * * 1'],
  ['monthly is the 1st', [{ base: 'month' }], [], '0 9 1 * *'],
  ['a named day', [{ base: 'days', weekdays: '0' }], [{ hour: 16, minute: 5 }], '5 16 * * 0'],
  ['weekly on a named day', [{ base: 'week' }, { base: 'days', weekdays: '5' }], [], '0 9 * * 5'],
  ['daily on workdays', [{ base: 'day' }, { base: 'days', weekdays: '1-5' }], [], '0 9 * * 1-5'],
  ['monthly on a day', [{ base: 'month' }, { base: 'month', dayOfMonth: 15 }], [], '0 9 15 * *'],
  ['every 3 months', [{ base: 'month', step: 3 }], [], '0 9 1 */3 *'],
  ['hourly', [{ base: 'hour' }], [], '0 * * * *'],
  ['every 2 hours', [{ base: 'hour', step: 2 }], [], '0 */2 * * *'],
  [
    'two hours of a day',
    [{ base: 'day' }],
    [
      { hour: 17, minute: 30 },
      { hour: 8, minute: 30 },
    ],
    '30 8,17 * * *',
  ],
  ['more often than hourly', [{ base: 'minute' }], [], null],
  ['a step that does not fit the day', [{ base: 'hour', step: 5 }], [], null],
  ['a step that does not fit the year', [{ base: 'month', step: 5 }], [], null],
  ['hourly at an hour', [{ base: 'hour' }], [nine], null],
  ['two times with different minutes', [{ base: 'day' }], [nine, { hour: 17, minute: 30 }], null],
  ['two bases', [{ base: 'day' }, { base: 'week' }], [], null],
  ['daily on one day', [{ base: 'day' }, { base: 'days', weekdays: '1' }], [], null],
  ['monthly on a day of the week', [{ base: 'month' }, { base: 'days', weekdays: '1' }], [], null],
  [
    'two lists of days',
    [
      { base: 'days', weekdays: '1' },
      { base: 'days', weekdays: '2' },
    ],
    [],
    null,
  ],
  ['nothing', [], [nine], null],
])('%s', (_what, parts, times, cron) => {
  expect(cronOf(parts, times)).toBe(cron);
});
