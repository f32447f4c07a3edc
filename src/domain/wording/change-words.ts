// What was done with an alert, by whom and when, and what Purview makes of a resolution.
import type { Classification } from '../alert';
import type { LastChange } from '../stored-alert';
import { purviewOutcome } from '../triage-rules';
import type { Untrusted } from '../untrusted';
import { instantWords } from './time-words';

const DONE: Record<LastChange['what'], string> = {
  start: 'Started',
  assign: 'Assigned',
  unassign: 'Unassigned',
  resolve: 'Resolved',
  reopen: 'Reopened',
  comment: 'Comment added',
  elsewhere: 'Changed in Defender',
};

/**
 * `Started by Adele Vance at 2026-11-23 06:08 UTC`. The name is outside text: `show` is the sink of the place where
 * the sentence will stand.
 */
export function changeWords(change: LastChange, show: (who: Untrusted) => string): string {
  const by = change.who === null ? '' : ` by ${show(change.who)}`;
  return `${DONE[change.what]}${by} at ${instantWords(change.at)}`;
}

/** What a person has to know before resolving: Purview draws its own conclusion from the classification. */
export function purviewSentence(classification: Classification): string {
  return `In Purview this becomes ${purviewOutcome(classification)}.`;
}
