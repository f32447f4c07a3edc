// The door of the real program under attack: what is forged gets a status and nothing else, what is malformed gets a
// clear status, and honest people are served all the while.
import { gzipSync } from 'node:zlib';
import { forgedTokens } from '../builders/forged-tokens';
import { BODY_MAX_BYTES } from '../../src/http/request-body';
import { BODY_DEPTH_MAX, BODY_KEYS_MAX } from '../../src/teams/activity-body';
import { eventually } from './bot-process';
import { DoorRig, type DoorAnswer, type Json } from './door-rig';
import { auditedEvents, runAudit } from './run-audit';

jest.setTimeout(120_000);

const OTHER_TENANT = '99999999-0000-4000-8000-000000000099';
const NUMBERS = Array.from({ length: 20 }, (_, index) => 1000 + index);
const rig = new DoorRig();
/** A genuine press of the button that starts an alert, which nobody has pressed yet. */
let press: Json = {};
let startData: Json = {};
let before = { graphAndConnector: 0, keys: 0 };

/** Has cards posted, finds one whose alert can be started, and catches a genuine activity of an analyst on it. */
async function catchPress(): Promise<void> {
  const { stage } = rig;
  const analyst = stage.person('analyst');
  for (const number of NUMBERS) await stage.say(analyst, `show ${number}`);
  await eventually('a card that can be started', async () => {
    const found = (await stage.alertCards(analyst)).find(({ card }) => JSON.stringify(card).includes('alert.start'));
    if (found === undefined) return false;
    startData = stage.buttonData(found.card, 'alert.start');
    await stage.press(analyst, found.message.id, { verb: 'alert.refresh', data: { cardRef: startData.cardRef } });
    press = rig.relay.newest;
    return true;
  });
}

const pressing = (verb: string, data: unknown, more: Json = {}): Json =>
  rig.again(press, { value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }, ...more });
const starting = (more: Json = {}) => pressing('alert.start', startData, more);

beforeAll(async () => {
  await rig.open();
  await catchPress();
  await rig.settled();
  before = rig.outgoing();
});
afterAll(() => rig.close());

/** Every refusal is a bare status, is counted once, and makes the bot ask nobody anything. */
async function expectRefused(attempts: [string, () => Promise<DoorAnswer>][], status: number): Promise<void> {
  const refused = await rig.refusals();
  for (const [kind, attempt] of attempts) {
    expect({ kind, ...(await attempt()) }).toEqual({ kind, status, text: '' });
  }
  expect(await rig.refusals()).toBe(refused + attempts.length);
  expect(rig.outgoing()).toEqual(before);
}

describe('the door', () => {
  it('lets in what the emulator signed and what another published key signed', async () => {
    const refresh = pressing('alert.refresh', { cardRef: startData.cardRef });
    const { status, text } = await rig.send(refresh);
    expect(status).toBe(200);
    expect(text).toContain('application/vnd.microsoft.card.adaptive');
    await rig.settled();
    before = rig.outgoing();
  });

  it('refuses every forged token with 401 and an empty body, asks nobody about it and does nothing', async () => {
    const body = JSON.stringify(starting());
    const forgeries = forgedTokens(rig.forger());
    expect(forgeries.length).toBeGreaterThanOrEqual(25);
    await expectRefused(
      forgeries.map(([kind, header]) => [kind, () => rig.knock(header, body)]),
      401,
    );
  });

  it('refuses with 401 a body whose service URL is not the token’s', async () => {
    const { serviceUrl: _gone, ...nowhere } = starting();
    const bodies: [string, Json][] = [
      ['none', nowhere],
      ['no text', starting({ serviceUrl: 7 })],
      ['a Microsoft host', starting({ serviceUrl: 'https://smba.trafficmanager.net/emea/' })],
      ['another path', starting({ serviceUrl: `${rig.serviceUrl}more/` })],
    ];
    await expectRefused(
      bodies.map(([kind, body]) => [kind, () => rig.knock(rig.bearer(), JSON.stringify(body))]),
      401,
    );
  });

  it('refuses with 403 what is signed and none of ours: another tenant, channel or host', async () => {
    const { conversation, channelData } = press as { conversation: Json; channelData: Json };
    const inConversation = { conversation: { ...conversation, tenantId: OTHER_TENANT } };
    const inChannelData = { channelData: { ...channelData, tenant: { id: OTHER_TENANT } } };
    const nowhere = {
      conversation: { ...conversation, tenantId: undefined },
      channelData: { ...channelData, tenant: undefined },
    };
    const hosts = [
      'https://evil.example/',
      'https://smba.trafficmanager.net.evil.example/emea/',
      'http://smba.trafficmanager.net/emea/',
      'https://52.113.194.132/emea/',
      'https://smba.trafficmanager.net:8443/emea/',
      'http://127.0.0.1@evil.example/connector/',
    ];
    const envelopes: [string, Json][] = [
      ['another tenant', starting({ ...inConversation, ...inChannelData })],
      ['another tenant in the conversation', starting(inConversation)],
      ['another tenant in the channel data', starting(inChannelData)],
      ['no tenant', starting(nowhere)],
      ['another channel', starting({ channelId: 'webchat' })],
      ['the emulator’s channel', starting({ channelId: 'emulator' })],
      ['no channel', starting({ channelId: undefined })],
      ...hosts.map((serviceUrl): [string, Json] => [serviceUrl, starting({ serviceUrl })]),
    ];
    await expectRefused(
      envelopes.map(([kind, activity]) => [kind, () => rig.send(activity)]),
      403,
    );
  });

  it('refuses what is malformed with 400, too large with 413 and encoded with 415', async () => {
    const nested = `${'{"a":'.repeat(BODY_DEPTH_MAX + 1)}1${'}'.repeat(BODY_DEPTH_MAX + 1)}`;
    const wide = Object.fromEntries(Array.from({ length: BODY_KEYS_MAX * 2 }, (_, index) => [`k${index}`, index]));
    const good = JSON.stringify(starting());
    const malformed: [string, string | Buffer][] = [
      ['deep', JSON.stringify(starting({ value: '#' })).replace('"#"', nested)],
      ['only brackets', '['.repeat(200_000)],
      ['ten thousand keys', JSON.stringify(starting({ value: wide }))],
      ['truncated', good.slice(0, -20)],
      ['empty', ''],
      ['an array', `[${good}]`],
      ['no UTF-8', Buffer.concat([Buffer.from(good.slice(0, -1)), Buffer.from([0xff, 0x7d])])],
    ];
    await expectRefused(
      malformed.map(([kind, body]) => [kind, () => rig.knock(rig.bearer(), body)]),
      400,
    );
    const large = JSON.stringify(starting({ text: 'x'.repeat(300_000) }));
    expect(large.length).toBeGreaterThan(BODY_MAX_BYTES);
    expect(await rig.knock(rig.bearer(), large)).toEqual({ status: 413, text: '' });
    const encoded = await rig.knock(rig.bearer(), gzipSync(good), { 'content-encoding': 'gzip' });
    expect(encoded).toEqual({ status: 415, text: '' });
    expect(rig.outgoing()).toEqual(before);
  });

  it('has served nothing so far that would have changed an alert', () => {
    expect(rig.stage.requests('PATCH', /./)).toEqual([]);
  });
});

describe('card data that reach for a prototype', () => {
  const sent = (dataText: string) => {
    const text = JSON.stringify(pressing('alert.start', '#')).replace('"#"', dataText);
    return rig.knock(rig.bearer(), text);
  };

  it.each(['__proto__', 'constructor', 'prototype'])('under %s bring nothing into the press', async (key) => {
    const { status, text } = await sent(`{"${key}":${JSON.stringify(startData)}}`);
    expect(status).toBe(200);
    expect(text).toContain('no longer valid');
    const both = await sent(`{"${key}":{"polluted":true},${JSON.stringify(startData).slice(1)}`);
    expect(both.text).toContain('no longer valid');
    expect(rig.stage.requests('PATCH', /./)).toEqual([]);
  });

  it('leave nothing behind for a later press that lacks what they brought', async () => {
    await sent(`{"constructor":{"prototype":${JSON.stringify(startData)}}}`);
    await sent(`{"__proto__":${JSON.stringify({ ...startData, toJSON: 1, status: 500 })}}`);
    expect((await rig.send(pressing('alert.start', {}))).text).toContain('no longer valid');
    const ready = await fetch(`${rig.stage.bot.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(Object.keys((await ready.json()) as object)).not.toContain('cardRef');
    expect(rig.stage.requests('PATCH', /./)).toEqual([]);
  });
});

describe('honest people', () => {
  it('are served while fifty bodies dribble in, and those are cut off', async () => {
    const slow = Array.from({ length: 50 }, () => rig.dawdle());
    const answer = await rig.send(pressing('alert.refresh', { cardRef: startData.cardRef }));
    expect(answer.status).toBe(200);
    for (const heard of await Promise.all(slow)) expect(heard).toMatch(/^(HTTP\/1\.1 408 [\s\S]*)?$/);
  });

  it('can start the alert after all this, and only they stand in the audit', async () => {
    const { stage } = rig;
    const answer = await rig.send(starting());
    expect(answer.status).toBe(200);
    expect(stage.requests('PATCH', /alerts_v2/)).toHaveLength(1);
    await stage.bot.end('SIGTERM');
    const { code, output } = await runAudit(stage.bot.env, 'export');
    expect(code).toBe(0);
    const lines = auditedEvents(output);
    // The pollution attempts were signed: each is one refused press of a person we know. Nothing else left a line.
    expect(lines.filter((line) => line === 'alert.start refused')).toHaveLength(9);
    expect(new Set(lines)).toEqual(
      new Set([
        'start applied',
        'subscribeChannel applied',
        'alert.start refused',
        'alert.start intended',
        'alert.start applied',
      ]),
    );
    expect(lines.filter((line) => line === 'alert.start applied')).toHaveLength(1);
    expect(output).not.toContain(OTHER_TENANT);
  });
});
