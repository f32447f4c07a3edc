// Removes what has been kept long enough. A tombstone stays of every alert, so that none is posted anew.
export interface Retention {
  /**
   * Alerts that ended (resolved, or gone from Graph) `days` days before `now` or earlier, the oldest first and at most
   * `limit`: their words, people, owners and forms are removed, and their cards queued to be drawn as stubs, in one
   * commit. Gives how many.
   */
  reduce(days: number, limit: number, now: number): Promise<number>;
  /**
   * Persons whom no alert that is kept whole is about or names, and about whom nobody asked for `days` days: identity and
   * alias go. At most `limit`; gives how many.
   */
  forgetPeople(days: number, limit: number, now: number): Promise<number>;
  /** Takes what was removed out of the files as well, as far as the database can. Throws BotError. */
  scrub(): Promise<void>;
}
