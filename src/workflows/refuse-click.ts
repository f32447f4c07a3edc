// A press that is refused: one line in the audit, one sentence to the presser.
import type { Saying } from '../domain/saying';
import { message } from './answer-card';
import type { Click, ClickAnswer } from './click';
import { auditAction, refuse, type RefuseDeps } from './refuse';

/** `alertNumber` null = the press named no known alert; then its reference stands in the audit. */
export async function refuseClick(
  deps: RefuseDeps,
  click: Click,
  alertNumber: number | null,
  reason: string,
  saying: Saying,
): Promise<ClickAnswer> {
  const { verb, presser, cardRef } = click;
  await refuse(deps, { action: auditAction(verb), actorObjectId: presser.objectId, alertNumber, cardRef, reason });
  return message(saying);
}
