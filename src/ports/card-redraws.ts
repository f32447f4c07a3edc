// Cards that are drawn anew though nothing changed at Graph: what may be shown of an alert did.
export interface CardRedraws {
  /** Queues one update for every card of these alerts that stands; safe to ask for twice. */
  request(alertNumbers: readonly number[]): Promise<void>;
}
