// The real program as a process of its own, with the environment an operator would give it, against the emulator.
import { ChildProgram } from './child-program';
import type { EmulatorProcess } from './emulator-process';
import { waitUntil } from './wait-until';

const READY_POLL_MS = 10;
const ASK_WITHIN_MS = 2_000;

export interface BotOptions {
  emulator: EmulatorProcess;
  port: number;
  dataDir: string;
  pollIntervalMs: number;
}

export class BotProcess {
  private constructor(
    private readonly program: ChildProgram,
    private readonly url: string,
  ) {}

  /** Returns at once; `ready` says when it serves. */
  static start({ emulator, port, dataDir, pollIntervalMs }: BotOptions): BotProcess {
    const { tenant, url, botId } = emulator;
    const env = {
      HOST: '127.0.0.1',
      PORT: String(port),
      BOT_ID: botId,
      BOT_TYPE: 'SingleTenant',
      BOT_TENANT_ID: tenant.tenantId,
      BOT_OPENID_METADATA_URL: openIdUrl(emulator),
      GRAPH_BASE_URL: `${url}/v1.0`,
      DATA_DIR: dataDir,
      POLL_INTERVAL_MS: String(pollIntervalMs),
      ROLE_ANALYST_GROUPS: tenant.groups.analyst,
      ROLE_INVESTIGATOR_GROUPS: tenant.groups.investigator,
      ROLE_ADMIN_GROUPS: tenant.groups.admin,
      ROLE_AUDITOR_GROUPS: tenant.groups.auditor,
      CHANNEL_POSTS_PER_30S: '0',
      GRAPH_REQUESTS_PER_MINUTE: '0',
      HUNTING_QUERIES_PER_MINUTE: '0',
      HUNTING_QUERIES_PER_PERSON_PER_MINUTE: '0',
      STORM_THRESHOLD: '0',
      LOG_LEVEL: 'error',
    };
    return new BotProcess(ChildProgram.start({ entry: 'main', env }), `http://127.0.0.1:${port}`);
  }

  get pid(): number {
    return this.program.pid;
  }

  /** Resolves when `/readyz` answers 200. */
  async ready(): Promise<void> {
    const isReady = async () => {
      this.program.assertRunning();
      return (await this.ask('/readyz')).status === 200;
    };
    await waitUntil('the bot is ready', isReady, { everyMs: READY_POLL_MS });
  }

  /** Cards posted since the start, as the bot itself counts them. */
  async cardsPosted(): Promise<number> {
    const text = await (await this.ask('/metrics')).text();
    return Number(/^irm_cards_posted_total (\d+)$/m.exec(text)?.[1] ?? 0);
  }

  end(): Promise<void> {
    return this.program.end();
  }

  private ask(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { signal: AbortSignal.timeout(ASK_WITHIN_MS) });
  }
}

/** Where the keys lie that the emulator signs its activities with. */
export function openIdUrl(emulator: Pick<EmulatorProcess, 'url'>): string {
  return `${emulator.url}/connector/openid/.well-known/openidconfiguration`;
}
