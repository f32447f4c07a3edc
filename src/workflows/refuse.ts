// A refusal is said to the person alone and leaves one line in the audit. Nothing else happens.
import { ALERT_VERBS, APPROVAL_VERBS, COMMAND_VERBS, LATER_VERBS } from '../domain/verbs';
import type { Refusal, Role } from '../domain/analyst';
import type { Saying } from '../domain/saying';
import type { AuditTrail } from '../ports/audit-trail';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';

export interface RefuseDeps {
  auditTrail: AuditTrail;
  clock: Clock;
  logger: Logger;
}

export interface Refused {
  /** A verb or a command name. */
  action: string;
  actorObjectId: string;
  alertNumber: number | null;
  cardRef: string | null;
  reason: string;
}

/** An action nobody defined is audited as `unknownVerb`: the text itself came from outside. */
export function auditAction(verb: string): string {
  const known: readonly string[] = [...ALERT_VERBS, ...APPROVAL_VERBS, ...COMMAND_VERBS, ...LATER_VERBS];
  return known.includes(verb) ? verb : 'unknownVerb';
}

export function sayingFor(refusal: Refusal, needs: readonly Role[]): Saying {
  return refusal === 'noRole' ? { code: 'noRole', needs } : { code: refusal };
}

/** For a question, which changes nothing: whoever has no role and the person it is about are told the same. */
export function sayingForQuestion(refusal: Refusal): Saying {
  return refusal === 'noRole' || refusal === 'isSubject' ? { code: 'mayNotAsk' } : { code: refusal };
}

/** The refusal stands even when it cannot be written down; that is logged for a human. */
export async function refuse(deps: RefuseDeps, refused: Refused): Promise<void> {
  const { action, actorObjectId, alertNumber, cardRef, reason } = refused;
  const known = alertNumber === null ? cardRef : null;
  try {
    await deps.auditTrail.append(
      { action, outcome: 'refused', actorObjectId, alertNumber, cardRef: known, reason },
      deps.clock.now(),
    );
  } catch {
    deps.logger.error('a refusal could not be written to the audit', { verb: action, reason });
  }
}
