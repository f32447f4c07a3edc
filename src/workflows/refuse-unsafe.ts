// Questions asked where guests and the like read along: refused with the reason, and on record.
import type { Saying } from '../domain/saying';
import type { ChannelGuard } from './channel-guard';
import type { Place, Presser } from './click';
import { refuse, type RefuseDeps } from './refuse';

export interface UnsafePlaceDeps extends RefuseDeps {
  guard: Pick<ChannelGuard, 'reasonsAgainstAnswers'>;
}

/** Null: whatever may be said here may be said. Throws BotError when nobody can say who reads here. */
export async function refusedHere(
  deps: UnsafePlaceDeps,
  place: Place,
  asked: { action: string; asker: Pick<Presser, 'objectId'>; cardRef?: string | null },
): Promise<Saying | null> {
  const reasons = await deps.guard.reasonsAgainstAnswers(place);
  if (reasons.length === 0) return null;
  const { action, asker, cardRef = null } = asked;
  // The number is left out: that it was asked about here is nobody's business who reads the audit's reason.
  await refuse(deps, { action, actorObjectId: asker.objectId, alertNumber: null, cardRef, reason: 'channelUnsafe' });
  return { code: 'channelUnsafe', refused: 'question', reasons };
}
