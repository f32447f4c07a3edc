// Changes whose process died between intent and outcome. At the next start the alert is read: a change that is there is
// closed as applied, one that is not is closed as failed. It is never run again without the person: nobody is waiting.
import { z } from 'zod/v4';
import { CLASSIFICATIONS, DETERMINATIONS } from '../domain/alert';
import { isBotError } from '../domain/errors';
import { patchFor, type Change } from '../domain/triage-rules';
import type { AlertSource } from '../ports/alert-source';
import type { AuditTrail } from '../ports/audit-trail';
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
});
type IntentFacts = z.infer<typeof intentFacts>;

export interface RecoverDeps {
  clickLog: ClickLog;
  alertSource: AlertSource;
  auditTrail: AuditTrail;
  clock: Clock;
  logger: Logger;
}

/** A comment leaves no state to compare: it is closed as failed, with a reason that says so. */
async function outcomeOf(deps: RecoverDeps, facts: IntentFacts) {
  const patch = patchFor(facts.change as Change);
  if (patch === null) return { outcome: 'failed', reason: 'interruptedComment' } as const;
  const alert = await deps.alertSource.readAlert(facts.alertId);
  const done = alert !== null && showsChange(alert, patch);
  return done
    ? ({ outcome: 'applied', reason: 'foundAfterRestart' } as const)
    : ({ outcome: 'failed', reason: 'interrupted' } as const);
}

/** Null for facts of another form: one row that nobody can read must not keep the others open. */
function readFacts(facts: string): IntentFacts | null {
  try {
    return intentFacts.parse(JSON.parse(facts));
  } catch {
    return null;
  }
}

/**
 * Gives how many were closed. `left` is what `ClickLog.unfinished` gave before the first click of this process was
 * taken. A Graph that does not answer leaves them for the next start.
 */
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
      const { outcome, reason } = await outcomeOf(deps, facts);
      await deps.auditTrail.append(
        { action: verb, outcome, actorObjectId, alertNumber, cardRef: null, reason },
        deps.clock.now(),
      );
      await deps.clickLog.keep([unfinished.key], { outcome, facts: unfinished.facts });
      closed += 1;
      deps.logger.warn('a change interrupted by a stop was closed', { alertNumber, verb, outcome });
    } catch (error) {
      if (!isBotError(error)) throw error;
      deps.logger.warn('an interrupted change could not be settled yet', { code: error.code });
    }
  }
  return closed;
}
