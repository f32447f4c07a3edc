import { startGraphBench, type GraphBench } from './graph-under-test';

let bench: GraphBench;
beforeAll(async () => {
  bench = await startGraphBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

const somebody = () => {
  const person = bench.emulator.world.tenant.people.find(({ userType }) => userType !== 'Guest');
  if (person === undefined) throw new Error('the tenant has nobody');
  return person;
};
const found = async (text: string) => (await bench.open().peopleFinder.find(text)).map(({ objectId }) => objectId);

test('a person is found by UPN and by the whole display name, in any case', async () => {
  const { id, userPrincipalName, displayName } = somebody();
  expect(await found(userPrincipalName.toUpperCase())).toEqual([id]);
  expect(await found(` ${displayName.toLowerCase()} `)).toEqual([id]);
});

test('a part of a name finds nobody', async () => {
  expect(await found(somebody().displayName.slice(0, 4))).toEqual([]);
  expect(await found('nobody.here@contoso.com')).toEqual([]);
});

test('a name is a name, whatever it holds', async () => {
  expect(await found("x' or displayName ne '")).toEqual([]);
  const [request] = bench.emulator.recorder.list({ path: '/v1.0/users' });
  expect(new URLSearchParams(request?.query).get('$filter')).toBe("displayName eq 'x'' or displayName ne '''");
});

test.each(['', '  ', 'a\nb', 'x'.repeat(257)])('%j is not asked for', async (text) => {
  expect(await found(text)).toEqual([]);
  expect(bench.requests()).toEqual([]);
});
