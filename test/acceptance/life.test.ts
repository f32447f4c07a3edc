// The life of the real process: refusing to start, saying that it is ready, stopping, and being killed at any moment.
import { statSync } from 'node:fs';
import { BotProcess, eventually, freePort } from './bot-process';
import { runAudit } from './run-audit';
import { Stage } from './stage';

jest.setTimeout(120_000);

describe('configuration', () => {
  it('every fault is named at once and the process ends with 78', async () => {
    const bot = new BotProcess(
      {
        BOT_AUTH: 'disabled',
        BOT_TENANT_ID: 'not-a-guid',
        POLL_INTERVAL_MS: 'soon',
        ROLE_ADMIN_GROUPS: 'Domain Admins',
        GRAPH_BASE_URL: 'http://graph.example/v1.0',
        DATABASE_URL: 'postgres://127.0.0.1/x',
      },
      await freePort(),
    );
    bot.launch();
    expect(await bot.exitCode()).toBe(78);
    for (const name of ['BOT_TENANT_ID', 'POLL_INTERVAL_MS', 'ROLE_ADMIN_GROUPS', 'GRAPH_BASE_URL', 'STORE_KEY']) {
      expect(bot.written).toContain(name);
    }
  });

  it('a blank BOT_ID is refused, since every request would be let in', async () => {
    const bot = new BotProcess(
      { BOT_TENANT_ID: '6b1e6e3c-0000-4000-8000-000000000001', BOT_ID: ' ' },
      await freePort(),
    );
    bot.launch();
    expect(await bot.exitCode()).toBe(78);
    expect(bot.written).toContain('BOT_ID');
  });
});

describe('a running bot', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open({ env: { RESEND_AFTER_MS: '3000' } });
  });
  afterAll(() => stage.close());

  it('gives figures to loopback alone, and none to a request that came through a proxy', async () => {
    const ready = (await (await fetch(`${stage.bot.url}/readyz`)).json()) as Record<string, unknown>;
    expect(Object.keys(ready).sort()).toEqual(
      expect.arrayContaining(['lastPollAgeMs', 'oldestUnsentAgeMs', 'outboxDepth']),
    );
    const metrics = await (await fetch(`${stage.bot.url}/metrics`)).text();
    for (const name of [
      'irm_alerts_seen_total',
      'irm_cards_posted_total',
      'irm_cards_updated_total',
      'irm_alert_to_card_seconds',
      'irm_graph_requests_total',
      'irm_connector_requests_total',
      'irm_outbox_depth',
      'irm_last_poll_age_seconds',
      'irm_card_actions_total',
      'irm_hunting_queries_total',
    ]) {
      expect(metrics).toContain(name);
    }
    const proxied = { headers: { 'x-forwarded-for': '203.0.113.9' } };
    expect((await fetch(`${stage.bot.url}/metrics`, proxied)).status).toBe(404);
    expect(await (await fetch(`${stage.bot.url}/readyz`, proxied)).text()).not.toContain('outboxDepth');
    expect((await fetch(`${stage.bot.url}/healthz`, proxied)).status).toBe(200);
  });

  it('keeps its store for itself', () => {
    expect(statSync(stage.dataDir).mode & 0o077).toBe(0);
  });

  it('a second process on the same store is refused', async () => {
    const second = new BotProcess(stage.bot.env, await freePort());
    second.launch();
    expect(await second.exitCode()).not.toBe(0);
  });

  it('ends with 0 within ten seconds of SIGTERM, and short numbers go on where they stopped', async () => {
    const before = await stage.raiseWithCard();
    const began = Date.now();
    expect(await stage.bot.end('SIGTERM')).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    await stage.bot.start();
    const after = await stage.raiseWithCard();
    expect(after.number).toBe(before.number + 1);
  });

  it('killed again and again while alerts arrive, it loses none', async () => {
    const had = new Set((await stage.alertCards()).map(({ number }) => number)).size;
    for (let round = 0; round < 6; round += 1) {
      for (let index = 0; index < 5; index += 1) await stage.raise({ severity: 'high' });
      await new Promise((resolve) => setTimeout(resolve, 150 + round * 130));
      await stage.bot.end('SIGKILL');
      await stage.bot.start();
    }
    const count = async () => new Set((await stage.alertCards()).map(({ number }) => number)).size;
    await eventually('thirty more cards', async () => (await count()) >= had + 30, 60_000);
    expect(await count()).toBe(had + 30);
    // Each kill can leave at most one send of this one lane in the open.
    expect((await stage.alertCards()).length).toBeLessThanOrEqual(had + 30 + 6);
  });
});

describe('the audit of a stopped bot', () => {
  it('holds two lines for a change and one for a refusal, and verifies', async () => {
    const stage = await Stage.open();
    try {
      const { number } = await stage.raiseWithCard();
      const analyst = stage.person('analyst');
      const { message, card } = await stage.cardOf(number, analyst);
      const press = { verb: 'alert.start', data: stage.buttonData(card, 'alert.start') };
      await stage.press(stage.person('none'), message.id, press);
      await stage.press(analyst, message.id, press);
      await stage.bot.end('SIGTERM');
      const exported = await runAudit(stage.bot.env, 'export');
      expect(exported.code).toBe(0);
      const lines = exported.output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(
        expect.arrayContaining([
          'start applied',
          'subscribeChannel applied',
          'alert.start refused',
          'alert.start intended',
          'alert.start applied',
        ]),
      );
      expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
      expect(exported.output).not.toContain(analyst.displayName);
      expect(exported.output).not.toContain(analyst.id);
      expect((await runAudit(stage.bot.env, 'verify')).code).toBe(0);
    } finally {
      await stage.close();
    }
  });
});
