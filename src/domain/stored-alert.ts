// An alert as the bot keeps it: what cards are drawn from. Titles, descriptions and evidence stay in Graph.
import type { Alert, AlertKey } from './alert';
import type { Instant } from './instant';
import type { PersonIdentity } from './person';
import type { RiskKind } from './risk-kind';
import type { Change } from './triage-rules';
import type { Untrusted } from './untrusted';

/** The last change the bot knows of. `who` null = made outside the bot (Graph names only the application). */
export interface LastChange {
  what: Change['kind'] | 'elsewhere';
  who: Untrusted | null;
  at: Instant;
}

/** When what an alert said was removed, since it had been resolved for so many days. */
export interface Reduced {
  readonly at: Instant;
  readonly afterDays: number;
}

export interface StoredAlert
  extends
    AlertKey,
    Pick<
      Alert,
      | 'incidentId'
      | 'status'
      | 'severity'
      | 'classification'
      | 'determination'
      | 'detectionSource'
      | 'mitreTechniques'
      | 'assignedTo'
      | 'alertWebUrl'
      | 'createdDateTime'
      | 'lastUpdateDateTime'
      | 'resolvedDateTime'
      | 'firstActivityDateTime'
      | 'lastActivityDateTime'
      | 'evidence'
      | 'commentCount'
      | 'contentHash'
    > {
  /** The bot's short number, from 1000 up, one per alert in every channel. */
  number: number;
  version: string;
  riskKind: RiskKind;
  /** `K7F2`; null when no evidence names a person. */
  alias: string | null;
  subject: PersonIdentity | null;
  lastChange: LastChange | null;
  /** Found by the first read and older than the first lookback: numbered, no card of its own until news. */
  backlog: boolean;
  /** Graph no longer knows it. */
  gone: boolean;
  /** Its retention is over: what is left is a stub. Null for every other alert. */
  reduced: Reduced | null;
  /** Until when somebody last saw names of it; null as long as that is not over, and when nobody did. */
  revealedUntil: Instant | null;
}
