import { IRM_SOURCE } from '../../../src/emulator/alert';
import { MOST_INCIDENTS } from '../../../src/emulator/graph/incident-routes';
import { raiseAlert } from '../../../src/emulator/raise-alert';
import { errorOf, listPath, rowsOf, startEmulator, type EmulatorUnderTest } from '../emulator-under-test';

let under: EmulatorUnderTest;
beforeEach(async () => {
  under = await startEmulator();
});
afterEach(() => under.emulator.close());

const list = async (options: Record<string, string> = {}) =>
  under.graph('GET', listPath('/security/incidents', options));
const alertsOf = (row: Record<string, unknown> | undefined) => row?.['alerts'] as Record<string, unknown>[];
const world = () => under.emulator.world;
const incidentOf = (account: string) => {
  const subject = world().tenant.people.find((person) => person.accountName === account);
  return world()
    .alerts.all()
    .find((alert) => alert.evidence?.some((one) => one.userAccount?.azureAdUserId === subject?.id))?.incidentId;
};

describe('incidents', () => {
  it('are made of the alerts that name them, newest first', async () => {
    const rows = rowsOf(await list({ $expand: 'alerts' }));
    const created = rows.map((row) => String(row['createdDateTime']));
    expect(created).toEqual([...created].sort().reverse());
    const robert = rows.find((row) => row['id'] === incidentOf('robert.ellery'));
    expect(alertsOf(robert).length).toBeGreaterThan(3);
    for (const alert of alertsOf(robert)) expect(alert['incidentId']).toBe(robert?.['id']);
    const named = new Set(
      world()
        .alerts.all()
        .map((alert) => alert.incidentId),
    );
    for (const id of named) expect(rows.map((row) => row['id'])).toContain(id);
  });

  it('of Insider Risk Management sometimes hold no alerts, although alerts name them', async () => {
    const rows = rowsOf(await list({ $expand: 'alerts' }));
    const empty = rows.filter((row) => alertsOf(row).length === 0).map((row) => row['id']);
    expect(empty).toEqual(expect.arrayContaining(['41877', incidentOf('grace.price')]));
    const grace = world()
      .alerts.all()
      .filter((alert) => alert.incidentId === incidentOf('grace.price'));
    expect(grace.some((alert) => alert.serviceSource === IRM_SOURCE)).toBe(true);
  });

  it('bear names of people', async () => {
    const names = rowsOf(await list()).map((row) => String(row['displayName']));
    expect(names).toEqual(expect.arrayContaining([expect.stringContaining('Robert James Ellery')]));
    expect(names).toEqual(expect.arrayContaining([expect.stringContaining('Zoë Lindqvist')]));
  });

  it('hold alerts only when asked to, with members that this caller may see', async () => {
    expect(rowsOf(await list())[0]).not.toHaveProperty('alerts');
    const id = incidentOf('robert.ellery');
    const one = await under.graph('GET', `/security/incidents/${id}?$expand=alerts`, undefined, { prefer: '' });
    expect(one.body['@odata.context']).toMatch(/#security\/incidents\(alerts\(\)\)\/\$entity$/);
    const sources = alertsOf(one.body).map((alert) => alert['serviceSource']);
    expect(sources).toContain('unknownFutureValue');
    expect(sources).not.toContain(IRM_SOURCE);
  });

  it('tell their state by their alerts, as they are now', async () => {
    const id = incidentOf('bo.li');
    const before = await under.graph('GET', `/security/incidents/${id}`);
    expect(before.body['status']).toBe('active');
    for (const alert of world().alerts.all())
      if (alert.incidentId === id) world().alerts.change(alert.id, { status: 'resolved' });
    const after = await under.graph('GET', `/security/incidents/${id}`);
    expect(after.body['status']).toBe('resolved');
    expect(String(after.body['lastUpdateDateTime']) > String(before.body['lastUpdateDateTime'])).toBe(true);
  });

  it('appear with the first alert about somebody', async () => {
    const subject = world().tenant.people.find((person) => person.accountName === 'elif.demir') ?? null;
    const { incidentId } = raiseAlert(world(), { subject, severity: 'high' });
    const [newest] = rowsOf(await list({ $top: '1' }));
    expect(newest).toMatchObject({
      id: incidentId,
      severity: 'high',
      displayName: expect.stringContaining('Elif Demir'),
    });
  });

  it('are filtered by the documented properties and by no others', async () => {
    const resolved = rowsOf(await list({ $filter: "status eq 'resolved' and classification eq 'truePositive'" }));
    expect(resolved.map((row) => row['id'])).toEqual(['41902']);
    const redirected = rowsOf(await list({ $filter: "status eq 'redirected'" }));
    expect(redirected[0]?.['redirectIncidentId']).toMatch(/^\d+$/);
    const refused = await list({ $filter: `serviceSource eq '${IRM_SOURCE}'` });
    expect([refused.status, errorOf(refused)['code']]).toEqual([400, 'BadRequest']);
  });

  it('come in pages of fifty at most', async () => {
    expect(MOST_INCIDENTS).toBe(50);
    expect((await list({ $top: '51' })).status).toBe(400);
    const page = await list({ $top: '5', $skip: '2', $count: 'true' });
    expect(rowsOf(page)).toHaveLength(5);
    expect(page.body['@odata.count']).toBeGreaterThan(10);
    const next = new URL(String(page.body['@odata.nextLink']));
    const second = await under.graph('GET', `/security/incidents${next.search}`);
    expect(rowsOf(second)[0]?.['id']).not.toBe(rowsOf(page)[0]?.['id']);
  });

  it.each([['$orderby=status'], ['$expand=comments'], ['$select=id']])('refuse %s', async (option) => {
    expect((await under.graph('GET', `/security/incidents?${option}`)).status).toBe(400);
  });

  it('that nobody has heard of are a 404, and with their alerts a 500 in a tenant said to be too large', async () => {
    expect((await under.graph('GET', '/security/incidents/1')).status).toBe(404);
    world().switches.incidentExpandFails = true;
    expect(errorOf(await list({ $expand: 'alerts' }))).toMatchObject({ code: 'UnknownError', message: '' });
    expect((await list()).status).toBe(200);
  });

  it('may say "unknown" where nobody has judged yet', async () => {
    world().switches.unknownForNull = true;
    expect(rowsOf(await list())[0]).toMatchObject({ classification: 'unknown', determination: 'unknown' });
  });
});
