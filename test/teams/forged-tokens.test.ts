// Every way we know of to come in without a token of the Connector: each is answered 401 and reaches nothing.
import { START_MS } from '../builders/instants';
import { forgedTokens } from '../builders/forged-tokens';
import { claimsFor, keyPair, published, signed } from '../fakes/fake-connector-keys';
import { BOT_ID, bytes, cardPress, SERVICE_URL, type Json } from '../fixtures/teams/activities';
import { TeamsRig } from './teams-rig';

const rig = new TeamsRig();
/** Published for another channel of the Connector. */
const unendorsed = keyPair('webchat-1');
const activity = cardPress('alert.start');
const now = START_MS / 1000;

beforeAll(async () => {
  await rig.start();
  rig.keys.keys.push(published(unendorsed, { endorsements: ['webchat'] }));
  // The keys are read once, by an honest request.
  expect(await rig.send(activity)).toMatchObject({ status: 200 });
});
afterAll(() => rig.stop());

const claims = (more: Json = {}): Json => claimsFor(BOT_ID, SERVICE_URL, more);
const good = () => signed(rig.key, claims());
const forger = {
  botId: BOT_ID,
  key: rig.key,
  foreign: keyPair('foreign-1'),
  unendorsed,
  // A table is made before the server listens; no token may make us go there anyway.
  keysUrl: 'http://127.0.0.1:9',
  claims,
  nowSeconds: now,
};
const forgeries = [
  ...forgedTokens(forger),
  // These two only a gate that is asked directly can be shown: no client sends a line break, no real clock stands still.
  ['a token with a line break', `Bearer ${good()}\n`] as const,
  ['a token one second too early', `Bearer ${signed(rig.key, claims({ nbf: now + 301 }))}`] as const,
];

describe('a forged token', () => {
  it.each(forgeries)('is refused: %s', async (_kind, header) => {
    const reached = rig.workflows.reached;
    const refused = rig.metrics.activitiesRefused.length;
    const keyRequests = rig.keys.requests;
    expect(await rig.turns.onActivity(header, bytes(activity))).toEqual({ status: 401 });
    expect(rig.workflows.reached).toBe(reached);
    expect(rig.metrics.activitiesRefused).toHaveLength(refused + 1);
    expect(rig.keys.requests).toBe(keyRequests);
    expect(rig.connector.received).toEqual([]);
  });

  it('is refused when the body names another service URL, or none', async () => {
    const { serviceUrl: _gone, ...nowhere } = activity;
    for (const body of [
      nowhere,
      { ...activity, serviceUrl: 'https://smba.trafficmanager.net/apac/' },
      { ...activity, serviceUrl: 7 },
    ]) {
      expect(await rig.turns.onActivity(`Bearer ${good()}`, bytes(body))).toEqual({ status: 401 });
    }
  });
});

describe('an honest token', () => {
  it.each([
    ['expired within the tolerance', { exp: now - 299 }],
    ['of a clock that runs ahead', { nbf: now + 299 }],
    ['for the service URL without its slash', { serviceurl: SERVICE_URL.slice(0, -1) }],
  ])('is taken: %s', async (_kind, more) => {
    expect(await rig.turns.onActivity(rig.bearer(SERVICE_URL, more), bytes(cardPress('alert.start')))).toMatchObject({
      status: 200,
    });
  });

  it('is judged before the body is looked at', async () => {
    const body = Buffer.from('{"type":');
    expect(await rig.turns.onActivity('Bearer x.y.z', body)).toEqual({ status: 401 });
    expect(await rig.turns.onActivity(rig.bearer(SERVICE_URL), body)).toEqual({ status: 400 });
  });
});
