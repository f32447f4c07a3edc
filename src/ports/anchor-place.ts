// A place out of the database's reach where the audit's newest row is kept, so that rows that are gone can be missed.

export interface AnchorPlace {
  /** For the log. */
  readonly name: 'file' | 'channel';
  /** On a stop too: near enough that nobody waits for it long. */
  readonly isNear: boolean;
  /** Throws BotError when it could not be kept. */
  keep(head: { seq: number; hash: string }, now: number): Promise<void>;
}
