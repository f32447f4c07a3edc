import { BODY_BYTES } from '../../src/emulator/request-body';
import { createEmulator } from '../../src/emulator/create-emulator';
import { startEmulator, type EmulatorUnderTest } from './emulator-under-test';

let under: EmulatorUnderTest;
beforeAll(async () => {
  under = await startEmulator();
});
afterAll(() => under.emulator.close());

describe("the emulator's socket", () => {
  it('listens on loopback only', () => {
    expect(under.emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('says what is wrong with an unknown path, a wrong method and a broken path', async () => {
    expect((await under.graph('GET', '/nothing')).status).toBe(404);
    const wrong = await under.graph('DELETE', '/users');
    expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([405, expect.stringContaining('GET')]);
    expect((await under.graph('GET', '/users/%E0%A4%A')).status).toBe(400);
  });

  it('refuses a body over the cap', async () => {
    const answer = await under.graph('PATCH', '/security/alerts_v2/x', { status: 'x'.repeat(BODY_BYTES) });
    expect(answer.status).toBe(413);
  });

  it('hands broken JSON to the service, which refuses it in its own words', async () => {
    const [alert] = under.emulator.world.alerts.all();
    const response = await fetch(`${under.emulator.url}/v1.0/security/alerts_v2/${alert?.id}`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer emulator', 'content-type': 'application/json' },
      body: '{"status":',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'InvalidRequestBody' } });
  });

  it('records requests with time, status and the body of writes, but not the token', async () => {
    await under.graph('POST', '/users/nobody/checkMemberGroups', { groupIds: ['x'] });
    const last = under.emulator.recorder.list().at(-1);
    expect(last).toMatchObject({
      method: 'POST',
      path: '/v1.0/users/nobody/checkMemberGroups',
      status: 404,
      body: { groupIds: ['x'] },
    });
    expect(last?.headers['prefer']).toBe('include-unknown-enum-members');
    expect(JSON.stringify(last)).not.toContain('Bearer');
    expect(Date.parse(last?.at ?? '')).not.toBeNaN();
  });

  it('rejects a second start on its port', async () => {
    const port = Number(new URL(under.emulator.url).port);
    await expect(createEmulator({ port, botEndpoint: 'http://127.0.0.1:9/' })).rejects.toThrow('EADDRINUSE');
  });

  it('closes at once although a page listens to its events, and closes twice without harm', async () => {
    const other = await startEmulator();
    const events = await fetch(`${other.emulator.url}/portal/events`);
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    const ended = events.text().catch(() => 'cut');
    await Promise.all([other.emulator.close(), other.emulator.close()]);
    await expect(ended).resolves.toBe('cut');
    await expect(fetch(other.emulator.url)).rejects.toThrow();
  });
});
