// Changes whose process died between intent and outcome. At the next start the alert is read: a change that is there is
// closed as applied, one that is not is closed as failed, and then the person may press again: the card or the question
// is as it was. It is never run again without them: nobody is waiting.
import { z } from 'zod/v4';
import { CLASSIFICATIONS, DETERMINATIONS } from '../domain/alert';
import { isBotError } from '../domain/errors';
import { patchFor, type Change } from '../domain/triage-rules';
import type { AlertSource } from '../ports/alert-source';
import type { AuditOutcome } from '../ports/audit-trail';
import type { ChangeEnd, ChangeRecord } from '../ports/change-record';
import type { ClickLog, ClickOutcome } from '../ports/click-log';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { showsChange } from './shows-change';

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('assign'), assignee: z.string() }),
  z.object({ kind: z.literal('unassign') }),
  z.object({
    kind: z.literal('resolve'),
    classification: z.enum(CLASSIFICATIONS),
    determination: z.enum(DETERMINATIONS),
  }),
  z.object({ kind: z.literal('reopen') }),
  z.object({ kind: z.literal('comment') }),
]);

const intentFacts = z.object({
  alertId: z.string(),
  change,
  verb: z.string(),
  alertNumber: z.number(),
  actorObjectId: z.string(),
  /** The question that the click answered; none in what an earlier version wrote. */
  askedRef: z.string().nullable().default(null),
});
type IntentFacts = z.infer<typeof intentFacts>;

export interface RecoverDeps {
  alertSource: AlertSource;
  changeRecord: ChangeRecord;
  clock: Clock;
  logger: Logger;
}

interface Found {
  outcome: Extract<AuditOutcome, 'applied' | 'failed'>;
  reason: string;
  end: ChangeEnd;
}

/** A comment leaves no state to compare: whether it is there is not known, and the same click again is told so. */
async function findOutcome({ alertSource }: RecoverDeps, intent: IntentFacts, facts: string): Promise<Found> {
  const done = (outcome: string): ChangeEnd => ({ is: 'done', outcome: { outcome, facts } });
  const patch = patchFor(intent.change as Change);
  if (patch === null) return { outcome: 'failed', reason: 'interruptedComment', end: done('uncertain') };
  const alert = await alertSource.readAlert(intent.alertId);
  if (alert !== null && showsChange(alert, patch)) {
    return { outcome: 'applied', reason: 'foundAfterRestart', end: done('applied') };
  }
  return { outcome: 'failed', reason: 'interrupted', end: { is: 'undone', askedRef: intent.askedRef } };
}

/** Null for facts of another form: one row that nobody can read must not keep the others open. */
function readFacts(facts: string): IntentFacts | null {
  try {
    return intentFacts.parse(JSON.parse(facts));
  } catch {
    return null;
  }
}

/** Gives how many were closed. A Graph that does not answer leaves them for the next time. */
export async function recoverChanges(
  deps: RecoverDeps,
  left: readonly (ClickOutcome & { key: string })[],
): Promise<number> {
  let closed = 0;
  for (const unfinished of left) {
    const facts = readFacts(unfinished.facts);
    if (facts === null) {
      deps.logger.error('an interrupted change cannot be read and stays open');
      continue;
    }
    try {
      const { verb, actorObjectId, alertNumber } = facts;
      const { outcome, reason, end } = await findOutcome(deps, facts, unfinished.facts);
      const entry = { action: verb, outcome, actorObjectId, alertNumber, cardRef: null, reason };
      await deps.changeRecord.end([unfinished.key], end, entry, deps.clock.now());
      closed += 1;
      deps.logger.warn('a change interrupted by a stop was closed', { alertNumber, verb, outcome });
    } catch (error) {
      if (!isBotError(error)) throw error;
      deps.logger.warn('an interrupted change could not be settled yet', { code: error.code });
    }
  }
  return closed;
}

/**
 * What settles interrupted changes, as often as it is run. `left` is what `ClickLog.unfinished` gave before the first
 * click of this process was taken; null among replicas, where the log itself leaves out what may still be in hand.
 */
export function createRecoverChanges(
  deps: RecoverDeps & { clickLog: Pick<ClickLog, 'unfinished'> },
  left: readonly { key: string }[] | null,
): () => Promise<number> {
  const ours = left && new Set(left.map(({ key }) => key));
  return async () => {
    const open = await deps.clickLog.unfinished();
    return recoverChanges(
      deps,
      open.filter(({ key }) => ours === null || ours.has(key)),
    );
  };
}
