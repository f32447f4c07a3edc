// Who reports to whom, as Graph tells it: pages, memory, and what a directory does that cannot say.
import type { PersonIdentity } from '../../src/domain/person';
import { MAX_REPORT_PAGES, REPORTS_FAILED_MS, REPORTS_MS } from '../../src/graph/graph-org-chart';
import { CIRCUIT_FAILURES } from '../../src/graph/graph-circuits';
import { startGraphBench, type GraphBench } from './graph-under-test';

const REPORTS = '/users/*/directReports';
const NOBODY: PersonIdentity = {
  objectId: null,
  userPrincipalName: null,
  sid: null,
  displayName: null,
  accountName: null,
};

let bench: GraphBench;
beforeAll(async () => {
  bench = await startGraphBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

function person(account: string) {
  const found = bench.emulator.world.tenant.people.find(({ accountName }) => accountName === account);
  if (found === undefined) throw new Error(`the sample tenant has no ${account}`);
  return { ...NOBODY, objectId: found.id, userPrincipalName: found.userPrincipalName, sid: found.sid };
}

const idsOf = (people: readonly PersonIdentity[] | null) => people?.map(({ objectId }) => objectId).sort() ?? null;

describe('the people who report to somebody', () => {
  const team = () => ['daniel.okafor', 'hiroshi.tanabe'].map((name) => person(name).objectId).sort();

  test('are found by object id, and by UPN where no id is known', async () => {
    const { orgChart } = bench.open();
    const { objectId, userPrincipalName } = person('marta.kowalczyk');
    expect(idsOf(await orgChart.reportsOf({ ...NOBODY, objectId }))).toEqual(team());
    expect(idsOf(await orgChart.reportsOf({ ...NOBODY, userPrincipalName }))).toEqual(team());
  });

  test('are known by every identifier that an alert may name them by', async () => {
    const [report] = (await bench.open().orgChart.reportsOf(person('marta.kowalczyk'))) ?? [];
    expect(report?.userPrincipalName).toContain('@contoso.com');
    expect(report?.sid).toMatch(/^S-1-5-21-/);
  });

  test('are nobody for who leads nobody, and for who is not in the directory', async () => {
    const { orgChart } = bench.open();
    expect(await orgChart.reportsOf(person('bo.li'))).toEqual([]);
    expect(await orgChart.reportsOf({ ...NOBODY, userPrincipalName: 'left.long.ago@contoso.com' })).toEqual([]);
  });

  test.each([
    ['nothing', {}],
    ['an on-premises SID alone', { sid: 'S-1-5-21-1-2-3-4' }],
    ['an address that is none', { userPrincipalName: '../groups' }],
  ])('cannot be asked for with %s', async (_what, known) => {
    expect(await bench.open().orgChart.reportsOf({ ...NOBODY, ...known })).toBeNull();
    expect(bench.requests()).toEqual([]);
  });

  test('are read page by page', async () => {
    const { objectId } = person('helen.ashworth');
    const second = { value: [{ '@odata.type': '#microsoft.graph.user', id: person('bo.li').objectId }] };
    const first = {
      value: [{ '@odata.type': '#microsoft.graph.orgContact', id: 'a contact' }],
      '@odata.nextLink': `${bench.emulator.url}/v1.0/users/${objectId}/directReports?$skiptoken=two`,
    };
    bench.fault({ path: REPORTS, fault: { status: 200, body: first } });
    bench.fault({ path: REPORTS, fault: { status: 200, body: second } });
    expect(idsOf(await bench.open().orgChart.reportsOf(person('helen.ashworth')))).toEqual([person('bo.li').objectId]);
    expect(bench.requests(REPORTS)).toHaveLength(2);
  });

  test('are no answer when their pages do not end, or are none', async () => {
    const { objectId } = person('helen.ashworth');
    const again = `${bench.emulator.url}/v1.0/users/${objectId}/directReports?$skiptoken=again`;
    const body = { value: [], '@odata.nextLink': again };
    bench.fault({ path: REPORTS, fault: { status: 200, body }, times: 0 });
    await expect(bench.open().orgChart.reportsOf(person('helen.ashworth'))).rejects.toMatchObject({ code: 'tooLarge' });
    expect(bench.requests(REPORTS)).toHaveLength(MAX_REPORT_PAGES);
    bench.reset();
    bench.fault({ path: REPORTS, fault: { status: 200, body: { odd: true } } });
    await expect(bench.open().orgChart.reportsOf(person('bo.li'))).rejects.toMatchObject({ code: 'garbage' });
  });
});

describe('the memory of it', () => {
  test('lasts a quarter of an hour, and many who ask together ask once', async () => {
    const { orgChart, clock } = bench.open();
    const marta = person('marta.kowalczyk');
    await Promise.all(Array.from({ length: 50 }, () => orgChart.reportsOf(marta)));
    clock.skip(REPORTS_MS - 1_000);
    await orgChart.reportsOf(marta);
    expect(bench.requests(REPORTS)).toHaveLength(1);
    clock.skip(1_001);
    await orgChart.reportsOf(marta);
    expect(bench.requests(REPORTS)).toHaveLength(2);
  });

  test.each([403, 500])('keeps a failure (%d) for half a minute, so that nobody waits for it twice', async (status) => {
    bench.fault({ path: REPORTS, fault: { status }, times: 1 });
    const { orgChart, clock } = bench.open();
    const bo = person('bo.li');
    await expect(orgChart.reportsOf(bo)).rejects.toMatchObject({ status });
    await expect(orgChart.reportsOf(bo)).rejects.toMatchObject({ status });
    expect(bench.requests(REPORTS)).toHaveLength(1);
    clock.skip(REPORTS_FAILED_MS);
    await expect(orgChart.reportsOf(bo)).resolves.toEqual([]);
  });
});

test('silence about reports keeps nobody from asking for roles', async () => {
  bench.fault({ path: REPORTS, fault: { status: 503 }, times: 0 });
  const { orgChart, analystDirectory } = bench.open();
  const people = bench.emulator.world.tenant.people.slice(0, CIRCUIT_FAILURES + 1);
  for (const { id } of people) {
    await expect(orgChart.reportsOf({ ...NOBODY, objectId: id })).rejects.toMatchObject({ from: 'graph' });
  }
  expect(bench.requests(REPORTS)).toHaveLength(CIRCUIT_FAILURES);
  const { objectId } = person('aisha.rahman');
  await expect(analystDirectory.lookUp(objectId, 'fresh')).resolves.toMatchObject({ roles: ['analyst'] });
});
