// A whole stage for one suite: the emulator in this process, the bot as a child process, the app installed and the
// channel subscribed by the administrator's own message. What people do goes through the page's interface.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/create-emulator';
import { botEnvironment } from '../../src/emulator/demo-bot';
import { DEMO_CHANNEL, subscribeDemoChannel } from '../../src/emulator/demo-steps';
import type { Person, RoleName } from '../../src/emulator/entities';
import { BotProcess, eventually, freePort } from './bot-process';

export interface CardJson {
  [property: string]: unknown;
}

export interface SeenMessage {
  id: string;
  text: string;
  summary?: string;
  cards: CardJson[];
  deleted: boolean;
  edited: boolean;
  own: boolean;
  note?: { kind: string; text: string };
}

export interface SeenThread {
  id: string;
  root: SeenMessage;
  replies: SeenMessage[];
}

export interface Press {
  verb: string;
  data?: Record<string, unknown>;
  inputs?: Record<string, unknown>;
}

export interface PressAnswer {
  delivery: { status?: number };
  answer?: { kind: string; text?: string; card?: CardJson };
}

const THREADS = 500;
/** Five of these must outlast one look on a busy machine, or the bot rightly says that it is not ready. */
export const POLL_MS = 800;

export class Stage {
  private constructor(
    readonly emulator: Emulator,
    readonly bot: BotProcess,
    readonly dataDir: string,
    readonly channelId: string,
  ) {}

  /** Starts emulator and bot; subscribes the alerts channel unless told not to. */
  static async open(
    options: { env?: Record<string, string>; emulator?: Partial<EmulatorOptions>; subscribe?: boolean } = {},
  ): Promise<Stage> {
    const port = await freePort();
    const emulator = await createEmulator({
      port: 0,
      botEndpoint: `http://127.0.0.1:${port}/api/messages`,
      switches: { alertRequestsPerMinute: 0, connectorLimits: false },
      ...options.emulator,
    });
    const dataDir = mkdtempSync(path.join(tmpdir(), 'irm-acceptance-'));
    const env = {
      ...botEnvironment(emulator, port, dataDir, true),
      POLL_INTERVAL_MS: String(POLL_MS),
      CHANNEL_POSTS_PER_30S: '0',
      GRAPH_REQUESTS_PER_MINUTE: '0',
      ...options.env,
    };
    const bot = new BotProcess(env, port);
    const channel = emulator.world.tenant.team.channels.find(({ name }) => name === DEMO_CHANNEL);
    if (channel === undefined) throw new Error('the seed has no alerts channel');
    const stage = new Stage(emulator, bot, dataDir, channel.id);
    await bot.start();
    if (options.subscribe === false) return stage;
    await subscribeDemoChannel(emulator.url, emulator.world.tenant);
    await eventually('the digest of what is open', async () =>
      (await stage.threads()).some(({ root }) => root.cards.length > 0),
    );
    return stage;
  }

  async close(): Promise<void> {
    await this.bot.end('SIGTERM');

    await this.emulator.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** The nth person of a role who sits in the channel. */
  person(role: RoleName | 'none', nth = 0): Person {
    const members = this.emulator.world.tenant.team.channels.find(({ id }) => id === this.channelId)?.memberIds ?? [];
    const people = this.emulator.world.tenant.people.filter(
      (person) =>
        members.includes(person.id) &&
        person.userType === 'Member' &&
        (role === 'none' ? person.roles.length === 0 : person.roles.includes(role)),
    );
    const found = people[nth];
    if (found === undefined) throw new Error(`the channel has no person number ${nth} with the role ${role}`);
    return found;
  }

  async api<T>(method: string, route: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.emulator.url}${route}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text.slice(0, 300)}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async threads(as: Person = this.person('admin'), conversationId = this.channelId): Promise<SeenThread[]> {
    const route = `/teams/api/conversations/${encodeURIComponent(conversationId)}?as=${as.id}&limit=${THREADS}`;
    return (await this.api<{ threads: SeenThread[] }>('GET', route)).threads;
  }

  /** Alert cards of the channel with their short numbers, as one person sees them. */
  async alertCards(
    as?: Person,
  ): Promise<{ number: number; message: SeenMessage; card: CardJson; replies: SeenMessage[] }[]> {
    return (await this.threads(as)).flatMap(({ root, replies }) => {
      const number = /alert (\d+)$/i.exec(root.summary ?? '')?.[1];
      const card = root.cards[0];
      return number === undefined || card === undefined || root.deleted
        ? []
        : [{ number: Number(number), message: root, card, replies }];
    });
  }

  say(as: Person, text: string, mentionBot = true): Promise<{ id: string; threadId: string; delivery: unknown }> {
    return this.api('POST', '/teams/api/messages', { as: as.id, conversationId: this.channelId, text, mentionBot });
  }

  /** Presses a button of a card as that person sees it, with the data the button really holds unless given. */
  async press(as: Person, activityId: string, press: Press, conversationId = this.channelId): Promise<PressAnswer> {
    const action = { type: 'Action.Execute', verb: press.verb, data: press.data ?? {} };
    return this.api('POST', '/teams/api/actions', {
      as: as.id,
      conversationId,
      activityId,
      action,
      inputs: press.inputs ?? {},
    });
  }

  /** The data of the first button with the verb, found anywhere in the card. */
  buttonData(card: CardJson, verb: string, title?: RegExp): Record<string, unknown> {
    const found = findButtons(card).find(
      (button) => button.verb === verb && (title === undefined || title.test(String(button.title))),
    );
    if (found === undefined) throw new Error(`the card has no button with the verb ${verb}`);
    return found.data as Record<string, unknown>;
  }

  /** An alert about somebody who is not in the channel, unless it says otherwise. */
  raise(alert: Record<string, unknown> = {}): Promise<{ id: string }> {
    return this.api('POST', '/_emulator/alerts', { subject: this.outsider().id, ...alert });
  }

  /** Whom raised alerts are about: nobody in the channel. */
  outsider(): Person {
    const { people, team } = this.emulator.world.tenant;
    const members = team.channels.find(({ id }) => id === this.channelId)?.memberIds ?? [];
    const found = people.find(({ id, roles }) => !members.includes(id) && roles.length === 0);
    if (found === undefined) throw new Error('everybody is in the channel');
    return found;
  }

  changeElsewhere(id: string, change: Record<string, unknown>): Promise<unknown> {
    return this.api('PATCH', `/_emulator/alerts/${encodeURIComponent(id)}`, change);
  }

  alertInGraph(id: string): Record<string, unknown> {
    const found = this.emulator.world.alerts.all().find((alert) => alert.id === id);
    if (found === undefined) throw new Error('Graph has no such alert');
    return { ...found };
  }

  /** Raises an alert and waits for its card in the channel. */
  async raiseWithCard(alert: Record<string, unknown> = {}): Promise<{ id: string; number: number }> {
    const before = new Set((await this.alertCards()).map(({ number }) => number));
    const { id } = await this.raise(alert);
    let number = 0;
    await eventually('a card of the new alert', async () => {
      number = (await this.alertCards()).find((one) => !before.has(one.number))?.number ?? 0;
      return number > 0;
    });
    return { id, number };
  }

  async cardOf(number: number, as?: Person) {
    const found = (await this.alertCards(as)).find((one) => one.number === number);
    if (found === undefined) throw new Error(`no card of alert ${number}`);
    return found;
  }

  requests(method: string, pathPattern: RegExp): { method: string; path: string; status: number | null }[] {
    return this.emulator.recorder
      .list({ method, path: undefined, since: undefined })
      .filter(({ path: requested }) => pathPattern.test(requested))
      .map(({ path: requested, status }) => ({ method, path: requested, status }));
  }
}

function findButtons(node: unknown): CardJson[] {
  if (Array.isArray(node)) return node.flatMap(findButtons);
  if (typeof node !== 'object' || node === null) return [];
  const here = node as CardJson;
  const own = here.type === 'Action.Execute' ? [here] : [];
  return [...own, ...Object.entries(here).flatMap(([key, value]) => (key === 'refresh' ? [] : findButtons(value)))];
}
