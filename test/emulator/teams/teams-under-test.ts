// The Teams room on a socket of its own, with a fake bot at the other end and a clock that tests move.
import { FaultTable } from '../../../src/emulator/faults';
import { Recorder } from '../../../src/emulator/recorder';
import { startServer } from '../../../src/emulator/server';
import { createTeamsRoom } from '../../../src/emulator/teams/teams-room';
import { FakeBot } from './fake-bot';
import type { Json } from './fake-bot';
import { ALERTS, PEOPLE, sampleTenant } from './sample-tenant';

export interface Answered {
  status: number;
  headers: Headers;
  // Every test looks into another shape; each names the one it expects.
  body: Json;
}

export interface StartOptions {
  /** The app is installed in the team unless false. */
  installed?: boolean;
  /** Rate limits are off unless true. */
  limits?: boolean;
  botDeadlineMs?: number;
  /** Where the clock stands, in milliseconds. */
  time?: number;
}

export async function startTeams(options: StartOptions = {}) {
  const tenant = sampleTenant();
  const bot = new FakeBot();
  const botEndpoint = await bot.start();
  const clock = { time: options.time ?? Date.parse('2026-03-04T09:15:30.123Z') };
  const now = () => new Date(clock.time);
  const switches = { connectorLimits: options.limits ?? false };
  const deadline = options.botDeadlineMs === undefined ? {} : { botDeadlineMs: options.botDeadlineMs };
  const room = createTeamsRoom({ tenant, clock: now, switches }, { botEndpoint, ...deadline });
  const parts = { rooms: [room], faults: new FaultTable(), recorder: new Recorder(), clock: now };
  const server = await startServer(parts, 0);
  await room.start?.(server.url);

  async function call(method: string, path: string, body?: unknown, token = 'Bearer emulator'): Promise<Answered> {
    const headers = { 'content-type': 'application/json', ...(token !== '' && { authorization: token }) };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${server.url}${path}`, { method, headers, ...sent });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  }
  const client = (path: string, body: unknown) => call('POST', `/teams/api/${path}`, body);
  if (options.installed ?? true) {
    await client('install', { as: PEOPLE.ada, scope: 'team', channelId: ALERTS });
    bot.arrivals.length = 0;
  }
  return {
    tenant,
    bot,
    clock,
    url: server.url,
    serviceUrl: `${server.url}/connector/amer/${tenant.tenantId}/`,
    connector: (method: string, tail: string, body?: unknown, token?: string) =>
      call(method, `/connector${tail}`, body, token),
    client,
    read: (path: string) => call('GET', `/teams/api/${path}`),
    /** Posts a card to the alerts channel and returns its activity id. */
    async postCard(card: Json, summary?: string): Promise<string> {
      const activity = { type: 'message', summary, attachments: [adaptive(card)] };
      const posted = await call('POST', '/connector/v3/conversations', {
        channelData: { channel: { id: ALERTS } },
        activity,
      });
      return String(posted.body['activityId']);
    },
    async stop() {
      await room.stop?.();
      await server.close();
      await bot.stop();
    },
  };
}

export type TeamsUnderTest = Awaited<ReturnType<typeof startTeams>>;

export function adaptive(content: Json) {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

export function textCard(text: string, more: Json = {}): Json {
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], ...more };
}
