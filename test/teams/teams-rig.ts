// The whole Teams room between a signing Connector and recorded workflows, for tests of what comes in.
import { FakeClock } from '../fakes/fake-clock';
import { FakeConnector } from '../fakes/fake-connector';
import { claimsFor, FakeConnectorKeys, keyPair, published, signed, type KeyPair } from '../fakes/fake-connector-keys';
import { FakeLogger } from '../fakes/fake-logger';
import { FakeMetrics } from '../fakes/fake-metrics';
import { BOT_ID, bytes, type Json } from '../fixtures/teams/activities';
import { HOME_TENANT } from '../builders/people';
import type { Command } from '../../src/domain/command';
import type { Saying } from '../../src/domain/saying';
import type { Conversation } from '../../src/ports/conversation-book';
import type { ReadingContext } from '../../src/ports/sentence-reader';
import { createTeamsConnector, type TeamsConnector, type TeamsOptions } from '../../src/teams/teams-room';
import type { Turns } from '../../src/teams/turns';
import { said, type Answer } from '../../src/workflows/answer';
import type { Ask, InstallationEvent } from '../../src/workflows/ask';
import type { Click, ClickAnswer } from '../../src/workflows/click';

// Making a key takes a tenth of a second; one serves a whole file.
const CONNECTOR_KEY = keyPair('connector-1');

/** Workflows that note what they are asked and answer as told. */
export class RecordedWorkflows {
  readonly clicks: Click[] = [];
  readonly asks: Ask[] = [];
  readonly events: InstallationEvent[] = [];
  readonly read: { text: string; context: ReadingContext }[] = [];
  command: Command = { command: 'whoAmI' };
  clickAnswer: (click: Click) => Promise<ClickAnswer> = async () => ({
    show: 'message',
    saying: { code: 'noRole', needs: ['analyst'] },
  });
  commandAnswer: (ask: Ask) => Promise<Answer | null> = async () => said({ code: 'help', place: 'channel' });
  welcome: Saying | null = null;

  /** How often anything behind the gate was reached. */
  get reached(): number {
    return this.clicks.length + this.asks.length + this.events.length + this.read.length;
  }
}

export class TeamsRig {
  readonly clock = new FakeClock('stands');
  readonly logger = new FakeLogger();
  readonly metrics = new FakeMetrics();
  readonly keys = new FakeConnectorKeys();
  readonly connector = new FakeConnector();
  readonly workflows = new RecordedWorkflows();
  readonly conversations = new Map<string, Conversation>();
  readonly key: KeyPair = CONNECTOR_KEY;
  room!: TeamsConnector;
  turns!: Turns;

  async start(options: Partial<TeamsOptions> = {}): Promise<this> {
    await Promise.all([this.keys.start(), this.connector.start()]);
    this.keys.keys = [published(this.key)];
    const { clock, logger, metrics, workflows } = this;
    this.room = createTeamsConnector({
      bot: { id: BOT_ID, type: 'SingleTenant', tenantId: HOME_TENANT, password: null },
      auth: 'required',
      openIdMetadataUrl: this.keys.metadataUrl,
      cloud: 'global',
      conversationBook: { find: async (channel) => this.conversations.get(channel) ?? null },
      clock,
      logger,
      metrics,
      ...options,
    });
    this.turns = this.room.createTurns({
      sentenceReader: {
        read: async (text, context) => {
          workflows.read.push({ text, context });
          return { command: workflows.command, refinement: null };
        },
      },
      defaultTimeZone: 'UTC',
      handleClick: (click) => {
        workflows.clicks.push(click);
        return workflows.clickAnswer(click);
      },
      answerCommand: (ask) => {
        workflows.asks.push(ask);
        return workflows.commandAnswer(ask);
      },
      followInstallation: async (event) => {
        workflows.events.push(event);
        return workflows.welcome;
      },
    });
    return this;
  }

  async stop(): Promise<void> {
    this.room.stop();
    await Promise.all([this.keys.stop(), this.connector.stop()]);
  }

  /** A valid Authorization header for an activity from this service URL. */
  bearer(serviceUrl: unknown, more: Json = {}): string {
    return `Bearer ${signed(this.key, claimsFor(BOT_ID, String(serviceUrl), more))}`;
  }

  /** As the Connector sends it: signed for the activity's own service URL. */
  send(activity: Json) {
    return this.turns.onActivity(this.bearer(activity.serviceUrl), bytes(activity));
  }
}
