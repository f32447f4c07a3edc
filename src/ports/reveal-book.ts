// Who sees the names of an alert, and until when; and that they were seen, once it is over.
export interface RevealBook {
  /** Durable on return. One that is open stays as it is: gives until when names are shown (ms). */
  begin(alertNumber: number, objectId: string, until: number, now: number): Promise<number>;
  /** Until when the person sees names (ms); null when they do not. */
  openUntil(alertNumber: number, objectId: string, now: number): Promise<number | null>;
  /** The person has seen enough. */
  end(alertNumber: number, objectId: string, now: number): Promise<void>;
  /** Reveals that are over: each alert is marked as revealed and its cards queued to say so, once. Gives their number. */
  settle(now: number): Promise<number>;
}
