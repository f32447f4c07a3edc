// What people asked and may go on from: the question behind an answer's buttons, a change that waits to be confirmed, an
// act that waits for a second person.
import type { ChannelKey } from '../domain/channel-routing';

export type AskedKind = 'hunting' | 'alerts' | 'incidents' | 'confirm' | 'approval';

export interface Asked {
  /** The opaque reference that the answer's buttons carry. */
  ref: string;
  kind: AskedKind;
  /** Entra object id, lower case. */
  askerObjectId: string;
  channel: ChannelKey;
  /** With `;messageid=` in a channel. */
  conversationId: string;
  /** JSON of the workflow that asked; it may name people. */
  facts: string;
  /** Milliseconds since the epoch; from then on it is unknown. */
  until: number;
}

export interface AskedBook {
  /** Under a ref that is kept already: its facts and end are replaced. */
  keep(asked: Asked, now: number): Promise<void>;
  /** Null when it was never kept, is settled or over. */
  find(ref: string, now: number): Promise<Asked | null>;
  /** The newest question of this kind that the person asked in this conversation. */
  last(kind: AskedKind, askerObjectId: string, conversationId: string, now: number): Promise<Asked | null>;
  /** True for the first caller alone: what can be done once is done by that one. */
  settle(ref: string, now: number): Promise<boolean>;
}
