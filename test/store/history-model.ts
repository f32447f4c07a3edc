// Teams as a random history sees it: what stands in the channel, and what an outbox under test did with it.
import type { ClaimedSend } from '../../src/ports/card-outbox';
import type { PostedMessage } from '../../src/ports/card-poster';

export interface StandingMessage {
  alertNumber: number;
  ref: string;
  /** The state of the alert that it shows. */
  shows: string;
  possibleRepeat: boolean;
}

/** Messages by activity id. `deleted` ones are those a person removed. */
export class TeamsModel {
  readonly messages = new Map<string, StandingMessage>();
  readonly replies: number[] = [];
  private lastId = 0;

  post(send: ClaimedSend, ref: string, shows: string): PostedMessage {
    this.lastId += 1;
    const activityId = `m${this.lastId}`;
    const { possibleRepeat } = send;
    this.messages.set(activityId, { alertNumber: send.alertNumber ?? 0, ref, shows, possibleRepeat });
    return { conversationId: 'c', activityId };
  }

  update(posted: PostedMessage, shows: string): void {
    const message = this.messages.get(posted.activityId);
    if (message) message.shows = shows;
  }

  retract(posted: PostedMessage): void {
    this.messages.delete(posted.activityId);
  }

  /** Activity ids of the messages about an alert. */
  about(alertNumber: number): string[] {
    return [...this.messages].filter(([, message]) => message.alertNumber === alertNumber).map(([id]) => id);
  }
}
