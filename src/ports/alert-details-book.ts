// What alerts say in words, as long as it may be kept. It is written with the alert itself, by `AlertLog.commit`.
import type { KeptDetails } from '../domain/alert-details';

export interface AlertDetailsBook {
  /** Null when nothing is kept of the alert: retention or an erasure removed it, or it was seen before there were details. */
  find(alertNumber: number): Promise<KeptDetails | null>;
}
