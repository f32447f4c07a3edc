// Hunts that are under way: so that one whose process dies stands on record all the same, and whoever asked is told.
import type { ChannelKey } from '../domain/channel-routing';
import type { Window } from '../domain/command';
import type { AuditEntry } from './audit-trail';

export interface BegunHunt {
  /** Opaque; made by whoever begins it. */
  id: string;
  /** What the audit calls it. */
  action: string;
  /** Entra object id, lower case. */
  askerObjectId: string;
  alertNumber: number | null;
  channel: ChannelKey;
  /** Where it was asked; with `;messageid=` in a channel. */
  conversationId: string;
}

/** A query that was about to be sent, as the audit's line about it has it. */
export interface SentQuery {
  queryHash: string;
  window: Window;
}

export interface LeftHunt extends BegunHunt {
  /** A query that has no line in the audit. */
  unrecorded: SentQuery | null;
  /** The message that says that the search runs; null when none is known. */
  messageId: string | null;
  told: boolean;
}

/** All are durable on return, and throw BotError `storeBusy` or `storeUnusable`. */
export interface HuntLog {
  /** Before anything is asked for it. */
  begin(hunt: BegunHunt, now: number): Promise<void>;
  /** Before a query is sent; after a message says that the search runs. Of a hunt that is forgotten: nothing. */
  note(id: string, what: { sent: SentQuery } | { messageId: string }): Promise<void>;
  /** The audit's line about the hunt, together with the note that it is there. A hunt that has one gets no second. */
  record(id: string, line: AuditEntry, now: number): Promise<void>;
  /** Whoever asked has their answer. The hunt is forgotten once it is told, and recorded where a query was sent. */
  told(id: string): Promise<void>;
  /** Hunts whose process is dead, each given to one caller; given again only to another process. */
  left(now: number): Promise<readonly LeftHunt[]>;
}
