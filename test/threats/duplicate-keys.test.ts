// A key that stands twice in a body: what was compared with the token must be what is used.
import { cardPress, SERVICE_URL, type Json } from '../fixtures/teams/activities';
import { HOME_TENANT, OTHER_TENANT } from '../builders/people';
import { TeamsRig } from '../teams/teams-rig';

const EVIL = 'https://smba.trafficmanager.net/evil/';
const rig = new TeamsRig();
beforeAll(() => rig.start());
afterAll(() => rig.stop());

/** The activity as text, with one more value of the key before or after the honest one. */
function twice(activity: Json, key: string, second: unknown, where: 'before' | 'after'): Buffer {
  const text = JSON.stringify(activity);
  const extra = `${JSON.stringify(key)}:${JSON.stringify(second)}`;
  return Buffer.from(where === 'before' ? `{${extra},${text.slice(1)}` : `${text.slice(0, -1)},${extra}}`);
}

const send = (body: Buffer) => rig.turns.onActivity(rig.bearer(SERVICE_URL), body);
const pressed = () => rig.workflows.clicks.length;

describe('a key given twice', () => {
  it('counts once, as the last one: the service URL', async () => {
    const before = pressed();
    expect(await send(twice(cardPress('alert.start'), 'serviceUrl', EVIL, 'after'))).toEqual({ status: 401 });
    expect(pressed()).toBe(before);
    expect(await send(twice(cardPress('alert.start'), 'serviceUrl', EVIL, 'before'))).toMatchObject({ status: 200 });
    expect(pressed()).toBe(before + 1);
  });

  it('counts once, as the last one: the tenant', async () => {
    const foreign = { id: 'a:1', tenantId: OTHER_TENANT };
    const before = pressed();
    expect(await send(twice(cardPress('alert.start'), 'conversation', foreign, 'after'))).toEqual({ status: 403 });
    expect(pressed()).toBe(before);
    await send(twice(cardPress('alert.start'), 'conversation', foreign, 'before'));
    expect(rig.workflows.clicks.at(-1)?.presser.tenantId).toBe(HOME_TENANT);
  });
});
