import { errorOf, IRM_FILTER, listPath, rowsOf, startEmulator, type EmulatorUnderTest } from '../emulator-under-test';

let under: EmulatorUnderTest;
beforeAll(async () => {
  under = await startEmulator({ switches: { alertRequestsPerMinute: 0 } });
});
afterAll(() => under.emulator.close());

const graphAlert = async (id: unknown) => (await under.graph('GET', `/security/alerts_v2/${String(id)}`)).body;

describe('alerts set through the switchboard', () => {
  it('are whole and new at once in Graph, about whom they should be', async () => {
    const added = await under.call('POST', '/_emulator/alerts', { subject: 'bo.li', severity: 'high', title: 'Given' });
    expect(added.status).toBe(200);
    const served = await graphAlert(added.body['id']);
    expect(served).toMatchObject({ status: 'new', severity: 'high', title: 'Given', classification: null });
    const [user] = served['evidence'] as { userAccount: { displayName: string } }[];
    expect(user?.userAccount.displayName).toBe('Bo Li');
    const newest = await under.graph('GET', listPath('/security/alerts_v2', { $filter: IRM_FILTER, $top: '1' }));
    expect(rowsOf(newest)[0]?.['id']).toBe(added.body['id']);
  });

  it('can be of another product, or have gaps no product should have', async () => {
    const other = await under.call('POST', '/_emulator/alerts', { product: 'dlp', evidenceWords: ['file:a.pdf'] });
    expect(await graphAlert(other.body['id'])).toMatchObject({ serviceSource: 'dataLossPrevention' });
    const gap = await under.call('POST', '/_emulator/alerts', { severity: 'HIGH', without: ['evidence', 'status'] });
    const served = await graphAlert(gap.body['id']);
    expect(served['severity']).toBe('HIGH');
    expect(served).not.toHaveProperty('evidence');
    expect(served).not.toHaveProperty('status');
  });

  it('change in any property, with a later time or with the one given', async () => {
    const { id, lastUpdateDateTime } = (await under.call('POST', '/_emulator/alerts', {})).body;
    const raised = await under.call('PATCH', `/_emulator/alerts/${String(id)}`, { severity: 'high' });
    expect(String(raised.body['lastUpdateDateTime']) > String(lastUpdateDateTime)).toBe(true);
    const lagging = await under.call('PATCH', `/_emulator/alerts/${String(id)}`, {
      severity: 'low',
      lastUpdateDateTime,
    });
    expect(await graphAlert(id)).toMatchObject({ severity: 'low', lastUpdateDateTime });
    expect(lagging.status).toBe(200);
  });

  it('vanish when they are removed', async () => {
    const { id } = (await under.call('POST', '/_emulator/alerts', {})).body;
    expect((await under.call('DELETE', `/_emulator/alerts/${String(id)}`)).status).toBe(204);
    expect((await under.graph('GET', `/security/alerts_v2/${String(id)}`)).status).toBe(404);
    expect((await under.call('DELETE', `/_emulator/alerts/${String(id)}`)).status).toBe(404);
    expect((await under.call('PATCH', `/_emulator/alerts/${String(id)}`, {})).status).toBe(404);
  });

  it('are refused with a reason when they make no sense', async () => {
    const nobody = await under.call('POST', '/_emulator/alerts', { subject: 'nobody' });
    expect([nobody.status, nobody.body['error']]).toEqual([400, expect.stringContaining('nobody')]);
    const odd = await under.call('POST', '/_emulator/alerts', { evidenceWords: ['smoke:thick'] });
    expect([odd.status, odd.body['error']]).toEqual([400, expect.stringContaining('smoke:thick')]);
  });
});

describe('faults and records through the switchboard', () => {
  it('are switched on, listed with what they did, and cleared', async () => {
    const added = await under.call('POST', '/_emulator/faults', { path: '/v1.0/users', fault: { status: 503 } });
    expect(added.status).toBe(200);
    expect((await under.graph('GET', '/users')).status).toBe(503);
    expect(rowsOf(await under.call('GET', '/_emulator/faults'))[0]).toMatchObject({ taken: 1, times: 1, after: 0 });
    expect((await under.call('DELETE', '/_emulator/faults')).status).toBe(204);
    expect(rowsOf(await under.call('GET', '/_emulator/faults'))).toEqual([]);
  });

  it('refuse a fault that says nothing', async () => {
    const refused = await under.call('POST', '/_emulator/faults', { path: '/v1.0/users', fault: {} });
    expect([refused.status, refused.body['error']]).toEqual([400, expect.stringContaining('says nothing')]);
  });

  it('show requests by method, path and time, and nothing of the switchboard itself', async () => {
    const since = new Date().toISOString();
    await under.graph('GET', '/groups');
    const listed = rowsOf(
      await under.call('GET', listPath('/_emulator/requests', { method: 'GET', path: '/v1.0/*', since })),
    );
    expect(listed.map((entry) => entry['path'])).toEqual(['/v1.0/groups']);
    expect(JSON.stringify(rowsOf(await under.call('GET', '/_emulator/requests')))).not.toContain('_emulator');
    await under.call('DELETE', '/_emulator/requests');
    expect(rowsOf(await under.call('GET', '/_emulator/requests'))).toEqual([]);
  });
});

describe('switches and the live feed', () => {
  it('are shown and thrown one at a time', async () => {
    const thrown = await under.call('PATCH', '/_emulator/switches', { honourOrderBy: false });
    expect(thrown.body).toMatchObject({ honourOrderBy: false, alertRequestsPerMinute: 0 });
    const refused = await under.graph('GET', listPath('/security/alerts_v2', { $orderby: 'createdDateTime' }));
    expect(errorOf(refused)['code']).toBe('BadRequest');
    expect((await under.call('PATCH', '/_emulator/switches', { unheard: true })).status).toBe(400);
    await under.call('PATCH', '/_emulator/switches', { honourOrderBy: true });
  });

  it('start and stop on demand', async () => {
    expect((await under.call('POST', '/_emulator/live', { on: true, everyMs: 60_000 })).body).toEqual({
      on: true,
      everyMs: 60_000,
    });
    expect((await under.call('POST', '/_emulator/live', { on: false })).body).toEqual({ on: false, everyMs: null });
    expect((await under.call('POST', '/_emulator/live', { on: true, everyMs: 1 })).status).toBe(400);
    expect(under.emulator.live.everyMs()).toBeNull();
  });
});
