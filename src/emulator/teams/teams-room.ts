// The emulator's Teams: a Bot Connector for the bot and a client for people, over the same conversations. Wires the
// parts together; recording and faults belong to the server that mounts the room.
import type { Tenant } from '../entities';
import type { Room } from '../room';
import { BotLine } from './bot-line';
import { CardAnswers } from './client/card-answers';
import { clientRoutes, eventStream } from './client/client-routes';
import { PageEvents } from './client/page-events';
import { pageRoutes } from './client/page-files';
import { choosePersonas, subjectIds } from './client/personas';
import { messageRoutes } from './connector/message-routes';
import { openIdRoutes } from './connector/openid-routes';
import { RateLimits } from './connector/rate-limits';
import { rosterRoutes } from './connector/roster-routes';
import { SigningKey } from './connector/signing-key';
import { ConversationBook } from './conversation-book';
import { Installations } from './installations';
import { rosterOf } from './teams-stage';
import type { TeamsStage } from './teams-stage';

/** What the room needs of the world; the emulator's World has all of it. */
export interface TeamsWorld {
  tenant: Tenant;
  clock(): Date;
  /** Decides who is offered as "the alert's subject". */
  alerts?: { all(): readonly { evidence?: unknown }[] };
  /** `connectorLimits: false` takes the Connector's rate limits away; read at every request. */
  switches?: { connectorLimits: boolean };
}

export interface TeamsRoomOptions {
  /** Where activities are posted, e.g. `http://127.0.0.1:3978/api/messages`. */
  botEndpoint: string;
  /** How long the client waits for the bot; 15 s when absent. */
  botDeadlineMs?: number;
}

function createStage(world: TeamsWorld, line: BotLine, serviceUrl: () => string): TeamsStage {
  const { tenant } = world;
  const now = () => world.clock();
  const book = new ConversationBook(tenant, now);
  const limits = new RateLimits(() => now().getTime());
  return {
    tenant,
    now,
    book,
    installations: new Installations(tenant, book),
    get limits() {
      return world.switches?.connectorLimits === false ? undefined : limits;
    },
    answers: new CardAnswers(),
    line,
    events: new PageEvents((place) => rosterOf({ tenant, book }, place)),
    serviceUrl,
  };
}

/**
 * The room with the Connector under `/connector`, the client's interface under `/teams/api` and the page at `/teams`.
 * `start` must be given the emulator's own origin before an activity is sent: it becomes the service URL.
 */
export function createTeamsRoom(world: TeamsWorld, options: TeamsRoomOptions): Room {
  let base = '';
  const key = new SigningKey(() => world.clock().getTime());
  const { botEndpoint: endpoint, botDeadlineMs: deadlineMs } = options;
  const tokenFor = (serviceUrl: string) => key.tokenFor(world.tenant.bot.appId, serviceUrl);
  const line = new BotLine({ endpoint, tokenFor, ...(deadlineMs !== undefined && { deadlineMs }) });
  const stage = createStage(world, line, () => `${base}/connector/amer/${world.tenant.tenantId}/`);
  const personas = () => choosePersonas(world.tenant, subjectIds(world.alerts?.all() ?? []));
  return {
    name: 'teams',
    routes: [
      ...openIdRoutes(key, () => base),
      ...messageRoutes(stage),
      ...rosterRoutes(stage),
      ...clientRoutes(stage, personas),
      eventStream(stage),
      ...pageRoutes(),
    ],
    start: async (baseUrl) => void (base = baseUrl.replace(/\/+$/, '')),
    async stop() {
      line.stop();
      stage.events.close();
    },
  };
}
