// What every part of the Teams room works on: the tenant, its conversations, the line to the bot and the open pages.
import type { Person, Tenant } from '../entities';
import type { Place } from './activities/activity-envelope';
import type { BotLine } from './bot-line';
import type { CardAnswers } from './client/card-answers';
import type { PageEvents } from './client/page-events';
import type { ConversationBook } from './conversation-book';
import type { RateLimits } from './connector/rate-limits';
import type { Installations } from './installations';

export interface TeamsStage {
  tenant: Tenant;
  now(): Date;
  book: ConversationBook;
  installations: Installations;
  /** Absent when the Connector is asked not to throttle. */
  limits: RateLimits | undefined;
  answers: CardAnswers;
  line: BotLine;
  events: PageEvents;
  /** `<emulator>/connector/amer/<tenant id>/`. */
  serviceUrl(): string;
}

/** Everybody Teams may have in a channel: the directory's people and other organisations'. */
export function everybody({ people, visitors = [] }: Tenant): Person[] {
  return [...people, ...visitors];
}

/** Somebody Teams knows, by object id or MRI. */
export function personBy(tenant: Tenant, id: string): Person | undefined {
  return everybody(tenant).find((person) => person.id === id || person.mri === id);
}

/** Who sees a place: the channel's own roster, or the one person of a personal chat. */
export function rosterOf(stage: Pick<TeamsStage, 'tenant' | 'book'>, place: Place): Person[] {
  if (place.kind === 'personal') {
    const person = stage.book.personOf(place.conversationId);
    return person ? [person] : [];
  }
  return everybody(stage.tenant).filter((person) => place.channel.memberIds.includes(person.id));
}
