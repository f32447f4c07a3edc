// The Teams room, wired: first the Connector's side, which the workflows need, then the turns, which need the workflows.
import type { CardPoster } from '../ports/card-poster';
import type { ChannelRoster } from '../ports/channel-roster';
import type { Clock } from '../ports/clock';
import type { ConversationBook } from '../ports/conversation-book';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import type { PersonMessenger } from '../ports/person-messenger';
import { ActivityGate } from './activity-gate';
import { CLOUD_ENDPOINTS, type Cloud } from './cloud-endpoints';
import { ConnectorCalls } from './connector-calls';
import { ConnectorClients } from './connector-clients';
import { ConnectorToken, tokenRequest, type BotRegistration } from './connector-token';
import { fetchSigningKeys } from './openid-keys';
import { isLoopbackUrl, ServiceUrlRule } from './service-url';
import { SigningKeys } from './signing-keys';
import { TeamsCardPoster } from './teams-card-poster';
import { TeamsChannelRoster } from './teams-channel-roster';
import type { RedrawAnswer } from '../workflows/answer';
import { createRedrawAnswer } from './redraw-answer';
import { TeamsPersonMessenger } from './teams-person-messenger';
import { ConversationReply } from './conversation-reply';
import { TokenGate } from './token-gate';
import { Turns, type TurnsOptions } from './turns';

export interface TeamsOptions {
  bot: BotRegistration;
  /** `disabled` asks for no token; every other check stays. */
  auth: 'required' | 'disabled';
  /** Replaces the cloud's own address of signing keys; null = the cloud's own. */
  openIdMetadataUrl: string | null;
  cloud: Cloud;
  conversationBook: Pick<ConversationBook, 'find'>;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
}

export interface TeamsConnector {
  cardPoster: CardPoster;
  channelRoster: ChannelRoster;
  redrawAnswer: RedrawAnswer;
  personMessenger: PersonMessenger;
  /** Completes the room once the workflows are there. */
  createTurns(handlers: TurnHandlers): Turns;
  /** Closes idle sockets. Safe to call twice. */
  stop(): void;
}

export type TurnHandlers = Pick<
  TurnsOptions,
  'handleClick' | 'answerCommand' | 'followInstallation' | 'sentenceReader' | 'defaultTimeZone'
>;

/** A Connector on this machine is talked to only when the keys come from this machine too, or no token is asked for. */
function serviceUrlRule(options: TeamsOptions): ServiceUrlRule {
  const { auth, openIdMetadataUrl, cloud } = options;
  const allowLoopback = auth === 'disabled' || (openIdMetadataUrl !== null && isLoopbackUrl(openIdMetadataUrl));
  return new ServiceUrlRule(CLOUD_ENDPOINTS[cloud].serviceHosts, allowLoopback);
}

function tokenGate(options: TeamsOptions): TokenGate | null {
  const { auth, bot, clock, logger, cloud, openIdMetadataUrl } = options;
  if (auth === 'disabled') return null;
  const { issuer, openIdMetadataUrl: ownUrl } = CLOUD_ENDPOINTS[cloud];
  const keys = new SigningKeys(() => fetchSigningKeys(openIdMetadataUrl ?? ownUrl), clock, logger);
  return new TokenGate({ botId: bot.id, issuer, keys, clock });
}

/** Makes no request until a card is posted or an activity arrives. */
export function createTeamsConnector(options: TeamsOptions): TeamsConnector {
  const { bot, clock, logger, metrics, conversationBook } = options;
  const serviceUrls = serviceUrlRule(options);
  const token = new ConnectorToken(tokenRequest(bot, CLOUD_ENDPOINTS[options.cloud]), clock);
  const clients = new ConnectorClients(serviceUrls, token);
  const calls = new ConnectorCalls({ clients, token, clock, metrics });
  const roster = new TeamsChannelRoster({ book: conversationBook, calls, clock, homeTenantId: bot.tenantId });
  const reply = new ConversationReply(calls, clock, logger);
  const gate = new ActivityGate({ tokenGate: tokenGate(options), homeTenantId: bot.tenantId, serviceUrls, metrics });
  return {
    cardPoster: new TeamsCardPoster(conversationBook, calls),
    channelRoster: roster,
    redrawAnswer: createRedrawAnswer(conversationBook, calls),
    personMessenger: new TeamsPersonMessenger(conversationBook, calls),
    createTurns: (handlers) => new Turns({ ...handlers, gate, clients, reply, roster, clock, logger, metrics }),
    stop: () => clients.close(),
  };
}
