// Incoming activities, from the bytes of a request to its answer: the gate, then one turn of the bot.
import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import type { SentenceReader } from '../ports/sentence-reader';
import type { AnswerCommand, FollowInstallation } from '../workflows/ask';
import type { HandleClick } from '../workflows/click';
import type { ActivityGate } from './activity-gate';
import { createBot } from './bot';
import { CARD_ACTION, CardPress } from './card-press';
import { CommandPlanner, type ReadSentence } from './command-planner';
import type { ConnectorClients } from './connector-clients';
import { conversationOf, placeOf, presserOf } from './conversation-from-activity';
import { installationEvent } from './installation-event';
import type { TeamsChannelRoster } from './teams-channel-roster';
import type { ConversationReply } from './conversation-reply';
import { arrivalOf, TurnAdapter, type Arrival } from './turn-adapter';
import { WorkInHand } from './work-in-hand';

/** A message is acknowledged after this time though its answer still comes; Teams would send it again. */
export const TURN_ANSWER_MS = 8_000;
export const TURNS_IN_HAND_MAX = 200;
export const STOP_GRACE_MS = 5_000;

export interface TurnsOptions {
  gate: ActivityGate;
  clients: ConnectorClients;
  reply: ConversationReply;
  roster: TeamsChannelRoster;
  sentenceReader: SentenceReader;
  defaultTimeZone: string;
  handleClick: HandleClick;
  answerCommand: AnswerCommand;
  followInstallation: FollowInstallation;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
}

export interface ActivityAnswer {
  status: number;
  body?: unknown;
}

export class Turns {
  private readonly adapter: TurnAdapter;
  private readonly work: WorkInHand;
  private readonly bot: ReturnType<typeof createBot>;
  private readonly press: CardPress;

  constructor(private readonly options: TurnsOptions) {
    const { clients, logger, clock, sentenceReader, defaultTimeZone } = options;
    this.adapter = new TurnAdapter(clients, logger);
    this.work = new WorkInHand(clock, TURNS_IN_HAND_MAX);
    this.press = new CardPress({ ...options, work: this.work });
    this.bot = createBot({
      planner: new CommandPlanner(sentenceReader, clock, defaultTimeZone),
      followInstallation: (context) => this.followInstallation(context),
      answerCommand: (context, sentence) => this.answerCommand(context, sentence),
      planFailed: (error) =>
        logger.error('A message was not answered', { detail: error instanceof Error ? error.name : 'unknown' }),
    });
  }

  /** One request: 401 or 403 when it is refused, 503 when too much is in hand. Never rejects for what a handler does. */
  async onActivity(authorization: string | undefined, rawBody: Buffer): Promise<ActivityAnswer> {
    const receivedAt = this.options.clock.now();
    const admission = await this.options.gate.admit(authorization, rawBody);
    if (admission.is === 'refused') return { status: admission.status };
    if (this.work.isFull()) {
      this.options.metrics.activityRefused('busy');
      return { status: 503 };
    }
    return this.takeTurn({ activity: admission.activity, receivedAt });
  }

  /** Waits for the work in hand, at most `STOP_GRACE_MS`. */
  async stop(): Promise<void> {
    await this.work.settled(STOP_GRACE_MS);
  }

  private async takeTurn(arrival: Arrival): Promise<ActivityAnswer> {
    const { type, name } = arrival.activity;
    if (type === 'invoke' && name === CARD_ACTION) return this.press.answer(arrival);
    const turn = this.work.track(this.adapter.runTurn(arrival, async (context) => void (await this.bot.run(context))));
    if (type === 'invoke') {
      const response = await turn;
      return { status: response?.status ?? 501, body: response?.body };
    }
    // Nobody waits for the outcome of what goes on after the acknowledgement; the adapter has logged it.
    const ended = await this.work.within(turn, TURN_ANSWER_MS);
    return { status: ended === null ? 202 : 200 };
  }

  private async followInstallation(context: TurnContext): Promise<void> {
    const { activity } = arrivalOf(context);
    const event = installationEvent(activity);
    if (event === null) return;
    this.options.roster.forgetAll();
    const welcome = await this.options.followInstallation(event);
    if (welcome !== null) await this.options.reply.say(activity, welcome);
  }

  private async answerCommand(context: TurnContext, sentence: ReadSentence): Promise<void> {
    const { activity } = arrivalOf(context);
    const { answerCommand, reply } = this.options;
    const asker = presserOf(activity);
    if (asker === null) return reply.say(activity, { code: 'lookupFailed' });
    const { reading, examples, timeZone } = sentence;
    const { command, ...rest } = reading;
    const where = { place: placeOf(activity), conversation: conversationOf(activity) };
    const activityId = activity.id ?? randomUUID();
    const answer = await answerCommand({ command, reading: rest, examples, timeZone, asker, ...where, activityId });
    if (answer === null) return;
    const given = this.work.track(reply.give(activity, answer));
    // What comes later is nobody's turn: Teams would take a message that is not acknowledged for lost.
    if (answer.is !== 'later') await given;
  }
}
