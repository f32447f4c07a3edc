// Every way we know of to come in without a token of the Connector: each is answered 401 and reaches nothing.
import { createHmac, createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { START_MS } from '../builders/instants';
import { claimsFor, ISSUER, keyPair, published, signed } from '../fakes/fake-connector-keys';
import { BOT_ID, bytes, cardPress, SERVICE_URL, type Json } from '../fixtures/teams/activities';
import { TeamsRig } from './teams-rig';
import { TOKEN_MAX_CHARS } from '../../src/teams/bearer-token';

const rig = new TeamsRig();
const foreign = keyPair('foreign-1');
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
const without = (name: string): Json => Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name));
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const good = () => signed(rig.key, claims());
const part = (index: number) => good().split('.')[index] ?? '';

/** A token whose parts are given as they are, with a signature by the Connector's own key over something else. */
const assembled = (header: unknown, payload: unknown) => `${encoded(header)}.${encoded(payload)}.${part(2)}`;

function hmacWithPublicKey(): string {
  const pem = createPublicKey(rig.key.publicKey.export({ type: 'spki', format: 'pem' })).export({
    type: 'spki',
    format: 'pem',
  });
  const head = `${encoded({ alg: 'HS256', typ: 'JWT', kid: rig.key.kid })}.${encoded(claims())}`;
  return `${head}.${createHmac('sha256', pem).update(head).digest('base64url')}`;
}

const sameKey = (algorithm: jwt.Algorithm) =>
  jwt.sign(claims(), rig.key.privateKey, { algorithm, noTimestamp: true, keyid: rig.key.kid });

const forgeries: [string, () => string | undefined][] = [
  ['no header at all', () => undefined],
  ['an empty header', () => ''],
  ['an empty bearer', () => 'Bearer '],
  ['a scheme without a space', () => `Bearer${good()}`],
  ['basic authentication', () => `Basic ${Buffer.from(`${BOT_ID}:x`).toString('base64')}`],
  ['a good token under another scheme', () => `JWT ${good()}`],
  ['two tokens', () => `Bearer ${good()}, Bearer ${good()}`],
  ['a token with something behind it', () => `Bearer ${good()} x`],
  ['a token with a line break', () => `Bearer ${good()}\n`],
  ['a token too long to be one', () => `Bearer ${good()}${'A'.repeat(TOKEN_MAX_CHARS)}`],
  ['garbage', () => 'Bearer !!!.???.***'],
  ['base64 of no JSON', () => 'Bearer AAAA.AAAA.AAAA'],
  ['two parts', () => `Bearer ${part(0)}.${part(1)}`],
  ['an empty signature', () => `Bearer ${part(0)}.${part(1)}.`],
  ['a truncated signature', () => `Bearer ${good().slice(0, -40)}`],
  ['alg none', () => `Bearer ${encoded({ alg: 'none', kid: rig.key.kid })}.${encoded(claims())}.AA`],
  ['alg None with the good signature', () => `Bearer ${assembled({ alg: 'None', kid: rig.key.kid }, claims())}`],
  ['HS256 keyed with the public key', () => `Bearer ${hmacWithPublicKey()}`],
  ['RS384 by the right key', () => `Bearer ${sameKey('RS384')}`],
  ['RS512 by the right key', () => `Bearer ${sameKey('RS512')}`],
  ['PS256 by the right key', () => `Bearer ${sameKey('PS256')}`],
  ['no kid', () => `Bearer ${assembled({ alg: 'RS256' }, claims())}`],
  ['an unknown kid', () => `Bearer ${signed({ ...rig.key, kid: 'nobody' }, claims())}`],
  ['a foreign key under a known kid', () => `Bearer ${signed({ ...foreign, kid: rig.key.kid }, claims())}`],
  ['a foreign key that brings itself (jwk)', () => `Bearer ${signed(foreign, claims(), { jwk: published(foreign) })}`],
  [
    'a good token that names a key elsewhere (jku)',
    () => `Bearer ${signed(rig.key, claims(), { jku: `${rig.keys.url}/forged` })}`,
  ],
  ['a good token that carries a key (jwk)', () => `Bearer ${signed(rig.key, claims(), { jwk: published(rig.key) })}`],
  ['a good token with x5u', () => `Bearer ${signed(rig.key, claims(), { x5u: `${rig.keys.url}/forged` })}`],
  ['a good token with x5c', () => `Bearer ${signed(rig.key, claims(), { x5c: ['MIIB'] })}`],
  ['a good token with critical rules', () => `Bearer ${signed(rig.key, claims(), { crit: ['b64'] })}`],
  ['a key without the msteams endorsement', () => `Bearer ${signed(unendorsed, claims())}`],
  ['a token expired beyond the tolerance', () => `Bearer ${signed(rig.key, claims({ exp: now - 301 }))}`],
  ['a token without an end', () => `Bearer ${signed(rig.key, without('exp'))}`],
  ['a token of the future', () => `Bearer ${signed(rig.key, claims({ nbf: now + 301 }))}`],
  ['another issuer', () => `Bearer ${signed(rig.key, claims({ iss: 'https://login.example' }))}`],
  ['the issuer with a slash', () => `Bearer ${signed(rig.key, claims({ iss: `${ISSUER}/` }))}`],
  [
    'the issuer of the Bot Framework Emulator',
    () => `Bearer ${signed(rig.key, claims({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }))}`,
  ],
  ['the issuer of another cloud', () => `Bearer ${signed(rig.key, claims({ iss: 'https://api.botframework.us' }))}`],
  ['no issuer', () => `Bearer ${signed(rig.key, without('iss'))}`],
  ['another audience', () => `Bearer ${signed(rig.key, claims({ aud: '00000000-0000-0000-0000-000000000001' }))}`],
  ['an audience among several', () => `Bearer ${signed(rig.key, claims({ aud: [BOT_ID, 'other'] }))}`],
  ['the bot as appid instead of audience', () => `Bearer ${signed(rig.key, { ...without('aud'), appid: BOT_ID })}`],
  ['no serviceurl', () => `Bearer ${signed(rig.key, without('serviceurl'))}`],
  ['an empty serviceurl', () => `Bearer ${signed(rig.key, claims({ serviceurl: '' }))}`],
  [
    'a serviceurl of another conversation',
    () => `Bearer ${signed(rig.key, claims({ serviceurl: 'https://smba.trafficmanager.net/amer/' }))}`,
  ],
  ['a payload changed after signing', () => `Bearer ${part(0)}.${encoded(claims({ exp: now + 9_999 }))}.${part(2)}`],
  [
    'a header changed after signing',
    () => `Bearer ${encoded({ alg: 'RS256', kid: rig.key.kid, x: 1 })}.${part(1)}.${part(2)}`,
  ],
];

describe('a forged token', () => {
  it.each(forgeries)('is refused: %s', async (_kind, forge) => {
    const reached = rig.workflows.reached;
    const refused = rig.metrics.activitiesRefused.length;
    const keyRequests = rig.keys.requests;
    expect(await rig.turns.onActivity(forge(), bytes(activity))).toEqual({ status: 401 });
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
