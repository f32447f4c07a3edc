import { DEFAULT_TOP, MOST_SKIP, MOST_TOP } from '../../../src/emulator/graph/alert-list';
import { raiseAlert } from '../../../src/emulator/raise-alert';
import { errorOf, IRM_FILTER, listPath, rowsOf, startEmulator, type EmulatorUnderTest } from '../emulator-under-test';

const LIST = '/security/alerts_v2';
let under: EmulatorUnderTest;

beforeAll(async () => {
  under = await startEmulator({ switches: { alertRequestsPerMinute: 0 } });
});
afterAll(() => under.emulator.close());
afterEach(() => Object.assign(under.emulator.world.switches, { honourOrderBy: true, refuseDeepSkip: true }));

const list = (options: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  under.graph('GET', listPath(LIST, options), undefined, headers);

describe('the list of alerts', () => {
  it('is newest first by creation', async () => {
    const created = rowsOf(await list()).map((alert) => String(alert['createdDateTime']));
    expect(created.length).toBeGreaterThan(50);
    expect(created).toEqual([...created].sort().reverse());
  });

  it('is filtered, and counted as a whole when asked', async () => {
    const answer = await list({ $filter: `${IRM_FILTER} and status eq 'new'`, $top: '3', $count: 'true' });
    const all = under.emulator.world.alerts.all();
    const fitting = all.filter(
      (alert) => alert.serviceSource.endsWith('InsiderRiskManagement') && alert.status === 'new',
    );
    expect(answer.body['@odata.count']).toBe(fitting.length);
    expect(rowsOf(answer)).toHaveLength(3);
    expect(answer.body['@odata.context']).toMatch(/\/v1\.0\/\$metadata#security\/alerts_v2$/);
  });

  it('comes in pages whose links, followed to the end, give every alert once', async () => {
    const seen: unknown[] = [];
    let path: string | undefined = listPath(LIST, { $filter: IRM_FILTER, $top: '7' });
    for (let pages = 0; path !== undefined && pages < 20; pages += 1) {
      const answer = await under.graph('GET', path);
      seen.push(...rowsOf(answer).map((alert) => alert['id']));
      const link = answer.body['@odata.nextLink'] as string | undefined;
      if (link) expect(link.startsWith(`${under.emulator.url}/v1.0/`)).toBe(true);
      path = link?.slice(`${under.emulator.url}/v1.0`.length);
    }
    expect(path).toBeUndefined();
    expect(seen.length).toBeGreaterThanOrEqual(40);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('can show a row twice when one is added between two pages, as an offset does', async () => {
    const first = await list({ $top: '5' });
    raiseAlert(under.emulator.world, {});
    const link = String(first.body['@odata.nextLink']).slice(`${under.emulator.url}/v1.0`.length);
    const second = await under.graph('GET', link);
    expect(rowsOf(second)[0]?.['id']).toBe(rowsOf(first)[4]?.['id']);
  });

  it.each([
    ['$filter', "investigationState eq 'running'"],
    ['$filter', "status eq 'closed'"],
    ['$top', '-1'],
    ['$top', 'many'],
    ['$skip', String(MOST_SKIP + 1)],
    ['$skiptoken', 'forged'],
    ['$expand', 'evidence'],
    ['$search', 'x'],
    ['$orderby', 'title'],
    ['$select', 'colour'],
  ])('refuses %s=%s in the words of the service', async (option, value) => {
    const answer = await list({ [option]: value }, { 'client-request-id': 'mine' });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 'BadRequest', innerError: { 'client-request-id': 'mine' } });
    expect(answer.headers.get('client-request-id')).toBe('mine');
    expect(answer.headers.get('request-id')).toBe(
      (errorOf(answer)['innerError'] as Record<string, unknown>)['request-id'],
    );
  });

  it('orders by date where that is honoured, and refuses to where it is not', async () => {
    const ordered = rowsOf(await list({ $orderby: 'lastUpdateDateTime asc' })).map((one) =>
      String(one['lastUpdateDateTime']),
    );
    expect(ordered).toEqual([...ordered].sort());
    under.emulator.world.switches.honourOrderBy = false;
    expect((await list({ $orderby: 'lastUpdateDateTime asc' })).status).toBe(400);
  });

  it('lowers $top over the limit, gives its own page size without one, and takes a deep $skip when told to', async () => {
    for (let count = 0; count < DEFAULT_TOP; count += 1) raiseAlert(under.emulator.world, {});
    expect(rowsOf(await list())).toHaveLength(DEFAULT_TOP);
    expect((await list({ $top: String(MOST_TOP + 1) })).body['@odata.nextLink']).toBeUndefined();
    under.emulator.world.switches.refuseDeepSkip = false;
    expect((await list({ $skip: String(MOST_SKIP + 1) })).status).toBe(200);
  });

  it('picks properties by $select', async () => {
    const [first] = rowsOf(await list({ $select: 'id,status', $top: '1' }));
    expect(Object.keys(first ?? {}).sort()).toEqual(['@odata.type', 'id', 'status']);
  });
});

describe('newer members of enumerations', () => {
  it('are hidden from who did not ask for them, on the list and on the single alert', async () => {
    const hidden = rowsOf(await list({ $filter: IRM_FILTER, $top: '1' }, { prefer: '' }))[0];
    expect(hidden).toMatchObject({ serviceSource: 'unknownFutureValue', detectionSource: 'unknownFutureValue' });
    const one = await under.graph('GET', `${LIST}/${String(hidden?.['id'])}`, undefined, { prefer: 'respond-async' });
    expect(one.body['serviceSource']).toBe('unknownFutureValue');
  });

  it('are shown to who asked, and old members to everybody', async () => {
    const prefer = 'odata.maxpagesize=5, Include-Unknown-Enum-Members';
    const shown = rowsOf(await list({ $filter: IRM_FILTER, $top: '1' }, { prefer }))[0];
    expect(shown).toMatchObject({ serviceSource: 'microsoftInsiderRiskManagement' });
    const old = await list({ $filter: "serviceSource eq 'dataLossPrevention'", $top: '1' }, { prefer: '' });
    expect(rowsOf(old)[0]?.['serviceSource']).toBe('dataLossPrevention');
  });
});

describe('the token', () => {
  it.each([
    ['', 'Access token is empty.'],
    ['Bearer something-else', 'CompactToken parsing failed.'],
  ])('"%s" is refused', async (authorization, message) => {
    const answer = await list({}, { authorization });
    expect(answer.status).toBe(401);
    expect(errorOf(answer)).toMatchObject({ code: 'InvalidAuthenticationToken', message });
  });
});
