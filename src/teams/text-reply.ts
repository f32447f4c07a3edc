// Says something in the conversation where it was asked: in a thread of a channel the reply stands in that thread.
import type { Activity } from 'botbuilder';
import { isBotError } from '../domain/errors';
import { say } from '../domain/wording/saying-words';
import type { Saying } from '../domain/saying';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { ConnectorCalls } from './connector-calls';
import type { InboundActivity } from './inbound-activity';

export const REPLY_ATTEMPTS = 3;
export const REPLY_WAIT_MAX_MS = 5_000;
const REPLY_WAIT_MS = 500;

export class TextReply {
  constructor(
    private readonly calls: ConnectorCalls,
    private readonly clock: Pick<Clock, 'sleep'>,
    private readonly logger: Logger,
  ) {}

  /** Tries again only when nothing was posted for certain. Never rejects: there is nobody left to tell. */
  async say(activity: InboundActivity, saying: Saying): Promise<void> {
    const reply = { type: 'message', textFormat: 'markdown', text: say(saying) } as Partial<Activity> as Activity;
    const { serviceUrl, conversation } = activity;
    for (let attempt = 1; attempt <= REPLY_ATTEMPTS; attempt += 1) {
      try {
        await this.calls.call(serviceUrl, (client, options) =>
          client.conversations.sendToConversation(conversation.id, reply, options),
        );
        return;
      } catch (error) {
        const wait = attempt < REPLY_ATTEMPTS ? this.waitAfter(error) : null;
        if (wait === null) return this.giveUp(error, attempt);
        await this.clock.sleep(wait);
      }
    }
  }

  private waitAfter(error: unknown): number | null {
    if (!isBotError(error, 'throttled', 'conflict', 'notConnected', 'unauthorised')) return null;
    const wait = error.retryAfterMs ?? REPLY_WAIT_MS;
    return wait <= REPLY_WAIT_MAX_MS ? wait : null;
  }

  private giveUp(error: unknown, attempt: number): void {
    this.logger.warn('A reply could not be sent', { code: isBotError(error) ? error.code : 'unexpected', attempt });
  }
}
