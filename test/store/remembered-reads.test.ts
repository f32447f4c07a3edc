// Remembered reads: nothing is asked twice while nothing was written, and nothing outlives what this process writes.
import { Database } from '../../src/store/database';
import { openEmbeddedDriver } from '../../src/store/embedded-driver';
import type { SqlDriver } from '../../src/store/sql-driver';
import { REMEMBERED_READS_MAX, RememberedReads, SHARED_READ_MAX_AGE_MS } from '../../src/store/remembered-reads';

let driver: SqlDriver;
let now = 0;
let asked = 0;
beforeEach(() => {
  driver = openEmbeddedDriver(':memory:', false, () => {});
  [now, asked] = [0, 0];
});
afterEach(() => driver.close());

const ask = async () => (asked += 1);

function remembering(embedded = true) {
  const database = new Database({ ...driver, embedded });
  return { database, reads: new RememberedReads<number>(database, () => now) };
}

it('the same question is asked once, however many ask at a time', async () => {
  const { reads } = remembering();
  expect(await Promise.all([reads.get('a', ask), reads.get('a', ask)])).toEqual([1, 1]);
  now += 3_600_000;
  expect(await reads.get('a', ask)).toBe(1);
  expect(await reads.get('b', ask)).toBe(2);
});

it.each(['change', 'write'] as const)('a %s makes every answer old, also one that fails', async (way) => {
  const { database, reads } = remembering();
  await reads.get('a', ask);
  await database[way](async () => undefined);
  expect(await reads.get('a', ask)).toBe(2);
  const refused = database[way](async () => Promise.reject(new Error('refused')));
  await expect(refused).rejects.toThrow('refused');
  expect(await reads.get('a', ask)).toBe(3);
});

it('an answer that was under way during a write is not given to those who ask after it', async () => {
  const { database, reads } = remembering();
  let answer: (value: number) => void = () => {};
  const early = reads.get('a', () => new Promise((resolve) => (answer = resolve)));
  await database.change(async () => undefined);
  answer(7);
  expect(await early).toBe(7);
  expect(await reads.get('a', ask)).toBe(1);
});

it('a failed read is asked again', async () => {
  const { reads } = remembering();
  await expect(reads.get('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await reads.get('a', ask)).toBe(1);
});

it('where other processes write, an answer lives for a second', async () => {
  const { reads } = remembering(false);
  await reads.get('a', ask);
  now += SHARED_READ_MAX_AGE_MS - 1;
  expect(await reads.get('a', ask)).toBe(1);
  now += 1;
  expect(await reads.get('a', ask)).toBe(2);
});

it('the oldest answer makes room', async () => {
  const { reads } = remembering();
  for (let key = 0; key <= REMEMBERED_READS_MAX; key += 1) await reads.get(`k${key}`, ask);
  const before = asked;
  await reads.get('k1', ask);
  expect(asked).toBe(before);
  await reads.get('k0', ask);
  expect(asked).toBe(before + 1);
});
