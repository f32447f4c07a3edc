// The change that a press on a card to confirm is about. It must be open, pressed where it was asked for and by whoever
// asked, who must still be allowed to change the alert.
import type { StoredAlert } from '../domain/stored-alert';
import type { AlertLog } from '../ports/alert-log';
import type { Asked, AskedBook } from '../ports/asked-book';
import { CHANGERS } from './change-alert';
import { readProposal, type ChangeProposal } from './change-proposal';
import type { Click, ClickAnswer } from './click';
import { sayingFor, type RefuseDeps } from './refuse';
import { refuseClick } from './refuse-click';
import { refusal, whoAsks, type KnownAsker, type WhoAsksDeps } from './who-asks';

export interface FindProposalDeps extends RefuseDeps, WhoAsksDeps {
  askedBook: Pick<AskedBook, 'find'>;
  alertLog: Pick<AlertLog, 'find'>;
}

export interface OpenProposal {
  asked: Asked;
  proposal: ChangeProposal;
  alert: StoredAlert;
  known: KnownAsker;
}

/** One answer, so that none tells whether anything was asked under the reference. */
export function invalidCard(
  deps: RefuseDeps,
  click: Click,
  reason: 'malformed' | 'cardUnknown' | 'wrongPlace' | 'wrongMessage',
): Promise<ClickAnswer> {
  return refuseClick(deps, click, null, reason, { code: 'cardNoLongerValid' });
}

/** The presser's authority as it is now, or the refusal. */
export async function authorityOf(
  deps: RefuseDeps & WhoAsksDeps,
  click: Click,
  alert: StoredAlert,
): Promise<{ known: KnownAsker } | ClickAnswer> {
  const known = await whoAsks(deps, click.presser, alert, 'fresh');
  const no = refusal(known, 'changeAlert');
  return no === null ? { known } : refuseClick(deps, click, alert.number, no, sayingFor(no, CHANGERS));
}

function misplaced(click: Click, asked: Asked, proposal: ChangeProposal): 'wrongPlace' | 'wrongMessage' | null {
  const { channel, conversationId } = click.place;
  if (asked.channel !== channel || asked.conversationId !== conversationId) return 'wrongPlace';
  if (click.cardActivityId === null) return 'wrongPlace';
  const { messageId } = proposal;
  return messageId === null || messageId === click.cardActivityId ? null : 'wrongMessage';
}

/** Null when nothing is open under the reference; otherwise the change, or the refusal of the press. */
export async function findProposal(deps: FindProposalDeps, click: Click): Promise<OpenProposal | ClickAnswer | null> {
  if (!click.wellFormed || click.cardRef === null) return invalidCard(deps, click, 'malformed');
  const asked = await deps.askedBook.find(click.cardRef, deps.clock.now());
  const proposal = asked && readProposal(asked);
  const alert = proposal && ((await deps.alertLog.find([proposal.alertId])).get(proposal.alertId) ?? null);
  if (asked === null || proposal === null || alert === null) return null;
  const wrong = misplaced(click, asked, proposal);
  if (wrong !== null) return invalidCard(deps, click, wrong);
  if (asked.askerObjectId !== click.presser.objectId) {
    return refuseClick(deps, click, alert.number, 'notAsker', { code: 'notAsker' });
  }
  const authority = await authorityOf(deps, click, alert);
  return 'show' in authority ? authority : { asked, proposal, alert, known: authority.known };
}
