// Activities with an honest token that are none of ours: another tenant, channel or host.
import { aConversation, CHANNEL } from '../builders/click';
import { ANALYST, HOME_TENANT, OTHER_TENANT } from '../builders/people';
import { bytes, cardPress, personalMessage, SERVICE_URL, type Json } from '../fixtures/teams/activities';
import { TeamsRig } from './teams-rig';

let rig: TeamsRig;
beforeEach(() => {
  rig = new TeamsRig();
});
afterEach(() => rig.stop());

const withTenants = (inChannelData: unknown, inConversation: unknown): Json => {
  const press = cardPress('alert.start');
  const conversation = { ...(press.conversation as Json), tenantId: inConversation };
  return { ...press, conversation, channelData: { ...(press.channelData as Json), tenant: inChannelData } };
};

const foreign: [string, Json][] = [
  ['of another tenant', withTenants({ id: OTHER_TENANT }, OTHER_TENANT)],
  ['whose channel data name another tenant', withTenants({ id: OTHER_TENANT }, HOME_TENANT)],
  ['whose conversation names another tenant', withTenants({ id: HOME_TENANT }, OTHER_TENANT)],
  ['that names no tenant', withTenants(undefined, undefined)],
  ['of another channel', { ...cardPress('alert.start'), channelId: 'webchat' }],
  ['of the emulator channel', { ...cardPress('alert.start'), channelId: 'emulator' }],
  ['without a channel', { ...cardPress('alert.start'), channelId: undefined }],
  ...[
    'https://smba.trafficmanager.net.evil.example/emea/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://user:word@smba.trafficmanager.net/emea/',
    'http://smba.trafficmanager.net/emea/',
    'https://52.113.194.132/emea/',
    'https://[2603:1030::1]/emea/',
    'https://botframework.com/',
    'https://notbotframework.com/',
    'https://smba.infra.gov.teams.microsoft.us/teams/',
    'https://smba.trafficmanager.net/emea/?to=evil',
    'http://10.0.0.5:4010/connector',
    'ftp://127.0.0.1/connector',
    'smba.trafficmanager.net',
  ].map((serviceUrl): [string, Json] => [`from ${serviceUrl}`, cardPress('alert.start', {}, { serviceUrl })]),
];

describe.each(['required', 'disabled'] as const)('with authentication %s, an activity', (auth) => {
  it.each(foreign)('%s is refused and reaches nothing', async (_kind, activity) => {
    await rig.start({ auth });
    expect(await rig.send(activity)).toEqual({ status: 403 });
    expect(rig.workflows.reached).toBe(0);
    expect(rig.connector.received).toEqual([]);
    expect(rig.metrics.activitiesRefused).toHaveLength(1);
  });

  it('of the home tenant is taken, however its id is written', async () => {
    await rig.start({ auth });
    expect(await rig.send(withTenants({ id: HOME_TENANT.toUpperCase() }, undefined))).toMatchObject({ status: 200 });
    expect(await rig.send(withTenants(undefined, HOME_TENANT))).toMatchObject({ status: 200 });
  });
});

describe('without authentication', () => {
  it('no token is asked for and none is looked at', async () => {
    await rig.start({ auth: 'disabled' });
    expect(await rig.turns.onActivity(undefined, bytes(cardPress('alert.start')))).toMatchObject({ status: 200 });
    expect(await rig.turns.onActivity('Bearer junk', bytes(cardPress('alert.start')))).toMatchObject({ status: 200 });
    expect(rig.keys.requests).toBe(0);
  });
});

describe('an address on this machine', () => {
  const local = cardPress('alert.start', {}, { serviceUrl: 'http://127.0.0.1:4010/connector' });

  it('is spoken to when the signing keys come from this machine or no token is asked for', async () => {
    await rig.start();
    expect(await rig.send(local)).toMatchObject({ status: 200 });
  });

  it('is spoken to when no token is asked for', async () => {
    await rig.start({ auth: 'disabled', openIdMetadataUrl: null });
    expect(await rig.send(local)).toMatchObject({ status: 200 });
  });

  it.each([null, 'https://login.botframework.com/v1/.well-known/openidconfiguration'])(
    'is not spoken to in production (keys from %p)',
    async (openIdMetadataUrl) => {
      await rig.start({ openIdMetadataUrl });
      rig.conversations.set(CHANNEL, aConversation(CHANNEL, { serviceUrl: rig.connector.serviceUrl }));
      await expect(rig.room.channelRoster.members(CHANNEL, 0)).rejects.toMatchObject({
        code: 'forbidden',
        detail: 'ServiceUrlNotAllowed',
      });
      expect(rig.connector.received).toEqual([]);
    },
  );
});

describe('clouds', () => {
  it.each([
    ['global', 'https://smba.infra.gcc.teams.microsoft.com/teams/', 200],
    ['global', 'https://europe.botframework.com/', 200],
    ['usgov', 'https://smba.infra.gov.teams.microsoft.us/gov/', 200],
    ['usgov', SERVICE_URL, 403],
    ['usgovdod', 'https://smba.infra.dod.teams.microsoft.us/dod/', 200],
    ['usgovdod', 'https://smba.infra.gov.teams.microsoft.us/gov/', 403],
  ] as const)('%s and %s', async (cloud, serviceUrl, status) => {
    await rig.start({ auth: 'disabled', cloud });
    expect(await rig.send(cardPress('alert.start', {}, { serviceUrl }))).toMatchObject({ status });
  });
});

describe('a body', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));

  it.each([
    ['that is no JSON', Buffer.from('{"type":')],
    ['that is no UTF-8', Buffer.concat([Buffer.from('{"type":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])],
    ['that is empty', Buffer.alloc(0)],
    ['that is an array', Buffer.from('[]')],
    ['that is null', Buffer.from('null')],
    ['that nests too deep', bytes({ ...cardPress('alert.start'), value: nested(40) })],
    ['with too many keys', bytes({ ...cardPress('alert.start'), value: many(5_001) })],
    ['of brackets alone', Buffer.from('['.repeat(200_000))],
    ['without a type', bytes({ ...cardPress('alert.start'), type: undefined })],
    ['without a sender', bytes({ ...cardPress('alert.start'), from: undefined })],
    ['with a text that is no text', bytes({ ...personalMessage('help'), text: ['help'] })],
    ['with mentions that are none', bytes({ ...personalMessage('help'), entities: [null] })],
  ])('%s is answered 400', async (_kind, body) => {
    await rig.start();
    expect(await rig.turns.onActivity(rig.bearer(SERVICE_URL), body)).toEqual({ status: 400 });
    expect(rig.workflows.reached).toBe(0);
  });

  it('cannot reach a prototype, and a press that tries is no press of ours', async () => {
    await rig.start();
    const text = JSON.stringify(cardPress('alert.start')).replace(
      '"cardRef"',
      '"__proto__":{"polluted":true},"cardRef"',
    );
    expect(await rig.turns.onActivity(rig.bearer(SERVICE_URL), Buffer.from(text))).toMatchObject({ status: 200 });
    expect(rig.workflows.clicks[0]).toMatchObject({ wellFormed: false, cardRef: null });
    expect({}).not.toHaveProperty('polluted');
  });

  it('names the person by the Entra object id alone', async () => {
    await rig.start();
    const press = cardPress('alert.start');
    await rig.send({ ...press, from: { ...(press.from as Json), name: 'Administrator', role: 'admin' } });
    expect(rig.workflows.clicks[0]?.presser).toMatchObject({ objectId: ANALYST.objectId, tenantId: HOME_TENANT });
  });
});
