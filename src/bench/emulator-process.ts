// The emulator as a process of its own, spoken to over HTTP like any stranger would: its tenant, its people, its alerts.
import { z } from 'zod/v4';
import { ChildProgram } from './child-program';
import { freePort } from './free-port';

const CALL_DEADLINE_MS = 20_000;
/** Alerts raised at a time; more would only queue in the emulator. */
const RAISED_ABREAST = 8;
export const ALERTS_CHANNEL = 'Insider risk alerts';
const NO_LIMITS = { connectorLimits: false, huntingRequestsPerMinute: 0, huntingCpuMs: 0 };

const tenantLine = z.looseObject({
  tenantId: z.string(),
  groups: z.looseObject({
    analyst: z.string(),
    investigator: z.string(),
    admin: z.string(),
    auditor: z.string(),
  }),
  people: z.array(z.looseObject({ id: z.string(), roles: z.array(z.string()) })),
});
const pageState = z.looseObject({
  bot: z.looseObject({ id: z.string() }),
  conversations: z.array(z.looseObject({ id: z.string(), name: z.string(), memberIds: z.array(z.string()) })),
});
const raised = z.looseObject({ id: z.string() });

export type Tenant = z.infer<typeof tenantLine>;

export interface AlertsChannel {
  id: string;
  memberIds: readonly string[];
}

export interface EmulatorOptions {
  /** Rows of the hunting tables' month; the emulator's own number when absent. */
  events?: number | undefined;
  /** The tenant; the sample tenant when absent. */
  seedFile?: string | undefined;
}

export class EmulatorProcess {
  private constructor(
    private readonly program: ChildProgram,
    readonly url: string,
    readonly tenant: Tenant,
    /** The bot's app id. */
    readonly botId: string,
    readonly channel: AlertsChannel,
  ) {}

  /**
   * Limits of Graph and of the Connector are off: what is measured is the product, not a stand-in's patience.
   */
  static async start(botEndpoint: string, { events, seedFile }: EmulatorOptions = {}): Promise<EmulatorProcess> {
    const port = await freePort();
    const env = {
      EMULATOR_PORT: String(port),
      EMULATOR_ALERT_REQUESTS_PER_MINUTE: '0',
      BOT_ENDPOINT: botEndpoint,
      ...(events !== undefined && { EMULATOR_EVENTS: String(events) }),
      ...(seedFile !== undefined && { EMULATOR_SEED: seedFile }),
    };
    const program = ChildProgram.start({ entry: 'emulator/main', env });
    try {
      const tenant = tenantLine.parse(await program.firstLine());
      const url = `http://127.0.0.1:${port}`;
      await callJson(url, 'PATCH', '/_emulator/switches', NO_LIMITS);
      const state = pageState.parse(await callJson(url, 'GET', `/teams/api/state?as=${personWith(tenant, 'admin')}`));
      const channel = state.conversations.find(({ name }) => name === ALERTS_CHANNEL);
      if (channel === undefined) throw new Error(`the sample tenant has no channel "${ALERTS_CHANNEL}"`);
      return new EmulatorProcess(program, url, tenant, state.bot.id.replace(/^28:/, ''), channel);
    } catch (error) {
      await program.end();
      throw error;
    }
  }

  /** Throws when the answer is no 2xx. */
  call(method: string, route: string, body?: unknown): Promise<unknown> {
    return callJson(this.url, method, route, body);
  }

  /** Object id of a member of the alerts channel with this role. */
  member(role: string): string {
    return personWith(this.tenant, role, this.channel.memberIds);
  }

  /** Raises alerts about somebody outside the channel, so that their cards may stand there. Gives their ids. */
  async raise(count: number): Promise<string[]> {
    const ids: string[] = [];
    const subject = this.outsider();
    const worker = async () => {
      for (let left = takeOne(); left; left = takeOne()) {
        ids.push(raised.parse(await this.call('POST', '/_emulator/alerts', { subject })).id);
      }
    };
    let waiting = count;
    const takeOne = () => waiting-- > 0;
    await Promise.all(Array.from({ length: Math.min(count, RAISED_ABREAST) }, worker));
    return ids;
  }

  end(): Promise<void> {
    return this.program.end();
  }

  private outsider(): string {
    const members = this.channel.memberIds;
    const found = this.tenant.people.find(({ id, roles }) => roles.length === 0 && !members.includes(id));
    if (found === undefined) throw new Error('everybody is in the alerts channel');
    return found.id;
  }
}

function personWith(tenant: Tenant, role: string, among?: readonly string[]): string {
  const found = tenant.people.find(({ id, roles }) => roles.includes(role) && (among?.includes(id) ?? true));
  if (found === undefined) throw new Error(`the sample tenant has nobody with the role ${role}`);
  return found.id;
}

async function callJson(url: string, method: string, route: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}${route}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: 'Bearer emulator' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(CALL_DEADLINE_MS),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${new URL(route, url).pathname} was answered with ${response.status}`);
  return text === '' ? undefined : JSON.parse(text);
}
