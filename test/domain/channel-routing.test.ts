import fc from 'fast-check';
import { SEVERITIES, type Severity } from '../../src/domain/alert';
import { channelsFor, type Subscription } from '../../src/domain/channel-routing';
import { Untrusted } from '../../src/domain/untrusted';

const subscription = (
  channel: string,
  severity: readonly Severity[] = [],
  policy: string | null = null,
): Subscription => ({
  channel,
  severity,
  policy,
});
const titled = (title: string | null) => (title === null ? null : Untrusted.of(title));

test('a subscription without a filter gets every alert', () => {
  for (const severity of [...SEVERITIES, null]) {
    expect(channelsFor({ severity, title: null }, [subscription('all')])).toEqual(['all']);
  }
});

test('a severity filter passes exactly its severities, and one that is not given as if it were high', () => {
  const filters = [subscription('high', ['high']), subscription('low', ['low', 'informational'])];
  const reached = [...SEVERITIES, null].map((severity) => channelsFor({ severity, title: null }, filters));
  expect(reached).toEqual([['high'], [], ['low'], ['low'], ['high']]);
});

test.each([
  ['Data leaks in finance', 'data leaks', true],
  ['DATA LEAKS', 'Data Leaks', true],
  ['Departing users', 'leak', false],
  [null, 'leak', false],
])('title %s against policy %s: %s', (title, policy, expected) => {
  const channels = channelsFor({ severity: 'high', title: titled(title) }, [subscription('x', [], policy)]);
  expect(channels.length === 1).toBe(expected);
});

test('both filters have to pass', () => {
  const both = [subscription('x', ['high'], 'leak')];
  expect(channelsFor({ severity: 'low', title: titled('leak') }, both)).toEqual([]);
  expect(channelsFor({ severity: 'high', title: titled('theft') }, both)).toEqual([]);
  expect(channelsFor({ severity: 'high', title: titled('leak') }, both)).toEqual(['x']);
});

test('each subscription is decided for itself, in order', () => {
  const severities = fc.uniqueArray(fc.constantFrom(...SEVERITIES));
  const lists = fc.array(severities, { maxLength: 8 });
  fc.assert(
    fc.property(lists, fc.constantFrom(...SEVERITIES, null), (filters, severity) => {
      const all = filters.map((filter, index) => subscription(String(index), filter));
      const alone = all.flatMap((one) => channelsFor({ severity, title: null }, [one]));
      expect(channelsFor({ severity, title: null }, all)).toEqual(alone);
    }),
  );
});
