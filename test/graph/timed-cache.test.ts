import { TimedCache } from '../../src/graph/timed-cache';
import { createSkippingClock } from './skipping-clock';

function open(maxEntries = 10) {
  const clock = createSkippingClock();
  const cache = new TimedCache<string>(maxEntries, (value) => (value === 'short' ? 10_000 : 60_000), clock);
  const asked: string[] = [];
  const ask = (key: string, value = key) =>
    cache.get(key, async () => {
      asked.push(key);
      return value;
    });
  return { clock, cache, asked, ask };
}

describe('a cache', () => {
  test('asks once for a while', async () => {
    const { ask, asked, clock } = open();
    await ask('a');
    clock.skip(59_000);
    await ask('a');
    expect(asked).toEqual(['a']);
    clock.skip(1_001);
    await ask('a');
    expect(asked).toEqual(['a', 'a']);
  });

  test('may keep some answers shorter than others', async () => {
    const { ask, asked, clock } = open();
    await ask('a', 'short');
    clock.skip(10_001);
    await ask('a');
    expect(asked).toHaveLength(2);
  });

  test('asks once for everybody who asks at a time', async () => {
    const { ask, asked } = open();
    await Promise.all([ask('a'), ask('a'), ask('b')]);
    expect(asked).toEqual(['a', 'b']);
  });

  test('remembers no failure', async () => {
    const { cache, ask } = open();
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(ask('a')).resolves.toBe('a');
  });

  test('keeps no more than its limit, the newest ones', async () => {
    const { ask, asked } = open(2);
    for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) await ask(key);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
