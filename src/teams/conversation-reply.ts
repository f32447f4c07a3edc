// Answers in the conversation where something was asked: in a thread of a channel they stand in that thread.
import { isBotError } from '../domain/errors';
import type { Saying } from '../domain/saying';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { said, shown, type Answer, type AnswerDrawing, type AnswerNow } from '../workflows/answer';
import { answerMessage } from './answer-message';
import type { CallOptions, ConnectorCalls } from './connector-calls';
import type { InboundActivity } from './inbound-activity';

export const REPLY_ATTEMPTS = 3;
export const REPLY_WAIT_MAX_MS = 5_000;
const REPLY_WAIT_MS = 500;

type Client = Parameters<Parameters<ConnectorCalls['call']>[1]>[0];
type Sending = (client: Client, options: CallOptions) => Promise<{ id?: string } | void>;

export class ConversationReply {
  constructor(
    private readonly calls: ConnectorCalls,
    private readonly clock: Pick<Clock, 'sleep'>,
    private readonly logger: Logger,
  ) {}

  /** Never rejects: there is nobody left to tell. */
  async say(activity: InboundActivity, saying: Saying): Promise<void> {
    await this.send(activity, said(saying));
  }

  /** An answer that comes later takes the place of what is shown meanwhile. Never rejects. */
  async give(activity: InboundActivity, answer: Answer): Promise<void> {
    if (answer.is !== 'later') return void (await this.send(activity, answer));
    const { meanwhile, then, way } = answer;
    const sent = meanwhile === null ? null : await this.send(activity, shown(meanwhile));
    if (sent !== null) await way.announced(sent);
    const settled = await then;
    const replaced = sent !== null && (await this.update(activity, sent, settled));
    if (replaced) await this.note(settled, sent);
    else await this.send(activity, settled);
    await way.told();
  }

  /** Redraws a message of the bot in the activity's conversation for everybody there. */
  async redraw(activity: InboundActivity, messageId: string, drawing: AnswerDrawing): Promise<void> {
    await this.update(activity, messageId, shown(drawing));
  }

  /** Tries again only when nothing was posted for certain. Gives the message's id, null when none is known. */
  private async send({ serviceUrl, conversation }: InboundActivity, answer: AnswerNow): Promise<string | null> {
    const message = answerMessage(answer);
    const sent = await this.attempt(serviceUrl, isNotPosted, (client, options) =>
      client.conversations.sendToConversation(conversation.id, message, options),
    );
    const messageId = sent === null || typeof sent.id !== 'string' || sent.id === '' ? null : sent.id;
    if (messageId !== null) await this.note(answer, messageId);
    return messageId;
  }

  /** The message stands, whether or not that could be written down. */
  private async note(answer: AnswerNow, messageId: string): Promise<void> {
    if (answer.is !== 'shown' || answer.standsIn === undefined) return;
    try {
      await answer.standsIn(messageId);
    } catch (error) {
      this.logger.warn('Where an answer stands could not be kept', {
        code: isBotError(error) ? error.code : 'unexpected',
      });
    }
  }

  /** The same update twice is the same message: whatever may pass is tried again. */
  private async update(
    { serviceUrl, conversation }: InboundActivity,
    messageId: string,
    answer: AnswerNow,
  ): Promise<boolean> {
    const message = { ...answerMessage(answer), id: messageId };
    const updated = await this.attempt(serviceUrl, mayPass, async (client, options) => {
      await client.conversations.updateActivity(conversation.id, messageId, message, options);
      return { id: messageId };
    });
    return updated !== null;
  }

  private async attempt(
    serviceUrl: string,
    isWorthAnother: (error: unknown) => boolean,
    sending: Sending,
  ): Promise<{ id?: string } | null> {
    for (let attempt = 1; attempt <= REPLY_ATTEMPTS; attempt += 1) {
      try {
        return (await this.calls.call(serviceUrl, sending)) ?? {};
      } catch (error) {
        const wait = attempt < REPLY_ATTEMPTS && isWorthAnother(error) ? waitAfter(error) : null;
        if (wait === null) return this.giveUp(error, attempt);
        await this.clock.sleep(wait);
      }
    }
    return null;
  }

  private giveUp(error: unknown, attempt: number): null {
    this.logger.warn('A reply could not be sent', { code: isBotError(error) ? error.code : 'unexpected', attempt });
    return null;
  }
}

const isNotPosted = (error: unknown) => isBotError(error, 'throttled', 'conflict', 'notConnected', 'unauthorised');
const mayPass = (error: unknown) => isNotPosted(error) || isBotError(error, 'timedOut', 'unavailable');

function waitAfter(error: unknown): number | null {
  const wait = (isBotError(error) ? error.retryAfterMs : undefined) ?? REPLY_WAIT_MS;
  return wait <= REPLY_WAIT_MAX_MS ? wait : null;
}
