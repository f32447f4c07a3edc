// The real program's door from outside: genuine activities are caught on their way from the emulator, and sent again
// with tokens and envelopes of the test's own making. The program asks a key server that knows both signers.
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { subscribeDemoChannel } from '../../src/emulator/demo-steps';
import { FakeConnectorKeys, ISSUER, keyPair, published, signed } from '../fakes/fake-connector-keys';
import type { Forger } from '../builders/forged-tokens';
import { eventually } from './bot-process';
import { Stage } from './stage';

export type Json = Record<string, unknown>;

export interface DoorAnswer {
  status: number;
  text: string;
}

/** No look at Graph comes between: what is recorded after the start was caused by a request. */
const NO_SECOND_LOOK_MS = '3600000';
const ANSWER_WITHIN_MS = 10_000;
const QUIET_MS = 1_000;

/** Hands everything on to the bot and keeps the newest body: a genuine activity, as the emulator wrote it. */
class Relay {
  target = '';
  newest: Json = {};
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      this.newest = JSON.parse(body.toString('utf8')) as Json;
      const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' };
      fetch(this.target, { method: 'POST', headers, body })
        .then(async (answer) => response.writeHead(answer.status).end(await answer.text()))
        .catch(() => response.destroy());
    });
  });

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/messages`;
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

export class DoorRig {
  readonly keys = new FakeConnectorKeys();
  readonly relay = new Relay();
  stage!: Stage;
  private readonly own = keyPair('test-1');
  private readonly foreign = keyPair('foreign-1');
  private readonly unendorsed = keyPair('webchat-1');
  private made = 0;

  async open(): Promise<void> {
    await Promise.all([this.keys.start(), this.relay.start()]);
    this.stage = await Stage.open({
      subscribe: false,
      env: { BOT_OPENID_METADATA_URL: this.keys.metadataUrl, POLL_INTERVAL_MS: NO_SECOND_LOOK_MS },
      emulator: { botEndpoint: this.relay.url },
    });
    const { bot, emulator } = this.stage;
    this.relay.target = `${bot.url}/api/messages`;
    const genuine = (await (await fetch(`${emulator.url}/connector/openid/keys`)).json()) as { keys: Json[] };
    this.keys.keys = [...genuine.keys, published(this.own), published(this.unendorsed, { endorsements: ['webchat'] })];
    await subscribeDemoChannel(emulator.url, emulator.world.tenant);
  }

  async close(): Promise<void> {
    await this.stage.close();
    await Promise.all([this.keys.stop(), this.relay.stop()]);
  }

  get serviceUrl(): string {
    const { emulator } = this.stage;
    return `${emulator.url}/connector/amer/${emulator.world.tenant.tenantId}/`;
  }

  /** All a forger needs but the emulator's own key; `own` signs as the Connector does. */
  forger(): Forger {
    const nowSeconds = Math.floor(Date.now() / 1000);
    const good = {
      iss: ISSUER,
      aud: this.stage.emulator.world.tenant.bot.appId,
      serviceurl: this.serviceUrl,
      nbf: nowSeconds - 60,
      exp: nowSeconds + 3_600,
    };
    return {
      botId: good.aud,
      key: this.own,
      foreign: this.foreign,
      unendorsed: this.unendorsed,
      keysUrl: this.keys.url,
      claims: (more = {}) => ({ ...good, ...more }),
      nowSeconds,
    };
  }

  /** A good header for an activity from this service URL. */
  bearer(serviceUrl: unknown = this.serviceUrl): string {
    const { key, claims } = this.forger();
    return `Bearer ${signed(key, claims({ serviceurl: String(serviceUrl) }))}`;
  }

  /** The genuine activity with an id of its own, so that it is not taken for a repeat. */
  again(activity: Json, more: Json = {}): Json {
    this.made += 1;
    return { ...activity, id: `f:door-${this.made}`, ...more };
  }

  async knock(
    authorization: string | undefined,
    body: string | Buffer,
    more: Record<string, string> = {},
  ): Promise<DoorAnswer> {
    const response = await fetch(`${this.stage.bot.url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
        ...more,
      },
      body: new Uint8Array(Buffer.from(body)),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Signed as the Connector would, for the activity's own service URL. */
  send(activity: Json): Promise<DoorAnswer> {
    return this.knock(this.bearer(activity.serviceUrl), JSON.stringify(activity));
  }

  /** Announces a body, sends its first byte and waits; resolves with what was heard when the bot hangs up. */
  dawdle(): Promise<string> {
    return new Promise((resolve) => {
      const head = [
        'POST /api/messages HTTP/1.1',
        'Host: bot',
        `Authorization: ${this.bearer()}`,
        'Content-Type: application/json',
        'Content-Length: 4000',
      ];
      const socket = connect(this.stage.bot.port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n{`));
      let heard = '';
      socket.on('data', (chunk) => (heard += chunk.toString('utf8')));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
    });
  }

  /** Requests the bot has made so far, to Graph, to the Connector and for signing keys. */
  outgoing(): { graphAndConnector: number; keys: number } {
    const made = this.stage.emulator.recorder.list().filter(({ path }) => /^\/(v1\.0|connector)\//.test(path));
    return { graphAndConnector: made.length, keys: this.keys.requests };
  }

  /** Resolves once the bot has asked nobody anything for a while. */
  async settled(): Promise<void> {
    let seen = -1;
    let since = Date.now();
    await eventually('no more requests of the bot', () => {
      const { graphAndConnector, keys } = this.outgoing();
      if (graphAndConnector + keys !== seen) since = Date.now();
      seen = graphAndConnector + keys;
      return Date.now() - since >= QUIET_MS;
    });
  }

  /** How many requests the program itself says it refused at the door. */
  async refusals(): Promise<number> {
    const metrics = await (await fetch(`${this.stage.bot.url}/metrics`)).text();
    return [...metrics.matchAll(/^irm_activities_refused_total\{[^}]*\} (\d+)$/gm)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    );
  }
}
