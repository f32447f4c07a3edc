import { raiseAlert } from '../../../src/emulator/raise-alert';
import { startEmulator, type EmulatorUnderTest } from '../emulator-under-test';

let under: EmulatorUnderTest;
let path: string;
beforeAll(async () => {
  under = await startEmulator({ switches: { alertRequestsPerMinute: 0 } });
});
afterAll(() => under.emulator.close());
beforeEach(() => {
  path = `/portal/api/alerts/${raiseAlert(under.emulator.world, {}).id}`;
});

describe("the queue's own interface", () => {
  it('lists every alert with the person it is about', async () => {
    const { body } = await under.call('GET', '/portal/api/alerts');
    const rows = Object.values(body) as { subject: string | null; title: string }[];
    expect(rows).toHaveLength(under.emulator.world.alerts.all().length);
    expect(rows.find((row) => row.title.includes('212 files'))?.subject).toBe('Robert James Ellery');
    expect(rows.filter((row) => row.subject === null).length).toBeGreaterThan(0);
  });

  it('triages as a person would, and Graph shows it', async () => {
    const change = { status: 'resolved', classification: 'truePositive', determination: 'maliciousUserActivity' };
    expect((await under.call('PATCH', path, change)).body).toMatchObject(change);
    const served = await under.graph('GET', path.replace('/portal/api/alerts/', '/security/alerts_v2/'));
    expect(served.body).toMatchObject(change);
  });

  it('refuses a determination that does not go with the classification', async () => {
    const refused = await under.call('PATCH', path, { classification: 'falsePositive', determination: 'malware' });
    expect([refused.status, refused.body['message']]).toEqual([400, expect.stringContaining('go together')]);
  });

  it('comments in the name of the person signed in', async () => {
    const commented = await under.call('POST', `${path}/comments`, {
      as: 'daniel.okafor@contoso.com',
      comment: 'Seen.',
    });
    expect(commented.body['comments']).toMatchObject([{ comment: 'Seen.', createdByDisplayName: 'Daniel Okafor' }]);
    expect((await under.call('POST', `${path}/comments`, { as: 'nobody', comment: 'Seen.' })).status).toBe(400);
    expect(
      (await under.call('POST', `${path}/comments`, { as: 'daniel.okafor@contoso.com', comment: ' ' })).status,
    ).toBe(400);
  });

  it('raises an alert about somebody of the directory', async () => {
    const subject = under.emulator.world.tenant.people.find((person) => person.accountName === 'bo.li')?.id;
    const raised = await under.call('POST', '/portal/api/alerts', {
      subject,
      policy: 'leaks',
      what: 'a test',
      severity: 'low',
    });
    expect(raised.body).toMatchObject({ title: 'Data leaks: a test', severity: 'low' });
    expect(
      (await under.call('POST', '/portal/api/alerts', { subject, policy: 'leaks', what: '', severity: 'low' })).status,
    ).toBe(400);
  });

  it('says plainly that an alert is gone', async () => {
    const gone = await under.call('GET', '/portal/api/alerts/gone');
    expect([gone.status, gone.body['message']]).toEqual([404, 'This alert is no longer in the queue.']);
  });

  it('tells an open page of each change', async () => {
    const events = await fetch(`${under.emulator.url}/portal/events`);
    const reader = events.body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value);
    await read();
    const { id } = raiseAlert(under.emulator.world, {});
    expect(await read()).toContain(`"kind":"added","id":"${id}"`);
    await reader?.cancel();
  });

  it('serves its page under a policy that runs nothing but its own files, and nothing outside its folder', async () => {
    const page = await under.call('GET', '/portal');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect((await under.call('GET', '/portal/page/portal.css')).headers.get('content-type')).toContain('text/css');
    expect((await under.call('GET', '/portal/page/..%2Fportal-room.ts')).status).toBe(404);
    expect((await under.call('GET', '/portal/page/absent.css')).status).toBe(404);
  });
});
