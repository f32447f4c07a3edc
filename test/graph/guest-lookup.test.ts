// Whom the directory calls guests: asked many at a time, seldom, and of a bounded number of people.
import { GUEST_KNOWN_MS, GUESTS_ASKED_MAX, IDS_PER_QUESTION } from '../../src/graph/guest-lookup';
import { startGraphBench, type GraphBench } from './graph-under-test';

let bench: GraphBench;
beforeAll(async () => {
  bench = await startGraphBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

const people = () => bench.emulator.world.tenant.people;
const guests = () => people().filter(({ userType }) => userType === 'Guest');
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const stranger = (index: number) => `0000${String(index).padStart(4, '0')}-0000-4000-8000-000000000000`;
const asked = () => bench.requests('/users').length;

test('are exactly those whom the sample tenant has as guests', async () => {
  expect(guests().length).toBeGreaterThan(0);
  const found = await bench.open().analystDirectory.guestsAmong(idsOf(people()));
  expect([...found].sort()).toEqual(idsOf(guests()).sort());
  expect(asked()).toBe(Math.ceil(people().length / IDS_PER_QUESTION));
});

test('are remembered for a day, and so is who is none', async () => {
  const { analystDirectory, clock } = bench.open();
  const ids = idsOf(people()).slice(0, IDS_PER_QUESTION);
  const first = await analystDirectory.guestsAmong(ids);
  expect(await analystDirectory.guestsAmong(ids)).toEqual(first);
  expect(asked()).toBe(1);
  clock.skip(GUEST_KNOWN_MS);
  await analystDirectory.guestsAmong(ids);
  expect(asked()).toBe(2);
});

test('are not looked for among nobody, nor among what is no id', async () => {
  const { analystDirectory } = bench.open();
  expect(await analystDirectory.guestsAmong([])).toEqual(new Set());
  expect(await analystDirectory.guestsAmong(["x') or userType eq 'Guest"])).toEqual(new Set());
  expect(asked()).toBe(0);
});

test('of a very long roster are looked for among the first people', async () => {
  const strangers = Array.from({ length: GUESTS_ASKED_MAX }, (_, index) => stranger(index));
  const found = await bench.open().analystDirectory.guestsAmong([...strangers, ...idsOf(guests())]);
  expect(found).toEqual(new Set());
  expect(asked()).toBe(GUESTS_ASKED_MAX / IDS_PER_QUESTION);
});

test.each([
  ['a refusal', { status: 403 }, 'forbidden'],
  ['nonsense', { garbage: 'html' }, 'garbage'],
] as const)('are not known after %s, and asked for again', async (_what, fault, code) => {
  const { analystDirectory } = bench.open();
  bench.fault({ path: '/users', method: 'GET', fault, times: 0 });
  const ids = idsOf(guests());
  await expect(analystDirectory.guestsAmong(ids)).rejects.toMatchObject({ code });
  bench.reset();
  expect((await analystDirectory.guestsAmong(ids)).size).toBe(ids.length);
});
