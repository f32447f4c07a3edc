// A change asked for in words becomes a card to confirm. Nothing here writes to Graph: that is for whoever asked to do,
// by pressing the card's button. Whether they may change the alert, and whether it may be spoken of here, was decided
// before.
import type { ChangeSlots } from '../domain/command';
import { channelView } from '../domain/disclosure';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import { isKindLegal, isLegalPair, patchFor } from '../domain/triage-rules';
import { isBlank, toSealedColumn, Untrusted } from '../domain/untrusted';
import type { AskedBook } from '../ports/asked-book';
import type { Clock } from '../ports/clock';
import type { ExpiryBook } from '../ports/expiry-book';
import { said, shown, type AnswerNow } from './answer';
import { changeOf, confirmDrawing, type ChangeProposal, type ProposedChange } from './change-proposal';
import type { Aside, Place, Presser } from './click';
import { findAssignee, type AssigneeDeps } from './find-assignee';
import { asideFor, conflictOf, type ConflictDeps } from './note-conflict';
import { showsChange } from './shows-change';
import { nameOf, type KnownAsker } from './who-asks';

/** From the question on; after that the card is no longer valid. */
export const CONFIRM_OPEN_MS = 600_000;

export interface ProposeDeps extends AssigneeDeps, ConflictDeps {
  askedBook: Pick<AskedBook, 'keep'>;
  expiryBook: Pick<ExpiryBook, 'stands'>;
  clock: Clock;
  newCardRef(): string;
}

export interface ProposeAsk {
  slots: ChangeSlots;
  alert: StoredAlert;
  /** Whose roles were asked afresh: `known`. */
  asker: Presser;
  known: KnownAsker;
  place: Place;
}

/** A determination whose classification is yet to be chosen is chosen after it: one card never asks for both. */
function resolution({ classification, determination }: ChangeSlots): ProposedChange {
  const kind = 'resolve';
  if (classification === undefined) return { kind, classification: null, determination: null };
  const isLegal = determination !== undefined && isLegalPair(classification, determination);
  return { kind, classification, determination: isLegal ? determination : null };
}

async function changeMeant(deps: ProposeDeps, ask: ProposeAsk): Promise<ProposedChange | { saying: Saying }> {
  const { slots } = ask;
  switch (slots.change) {
    case 'resolve':
      return resolution(slots);
    case 'assign': {
      const found = await findAssignee(deps, { ...ask, assignee: slots.assignee });
      if ('saying' in found) return found;
      return { kind: 'assign', assignee: found.userPrincipalName, isAsker: found.isAsker };
    }
    case 'comment':
      return commentIn(slots) === null ? { saying: { code: 'commentMissing' } } : { kind: 'comment' };
    default:
      return { kind: slots.change };
  }
}

function commentIn({ comment }: ChangeSlots): Untrusted | null {
  const typed = comment === undefined ? null : Untrusted.of(comment);
  return isBlank(typed) ? null : typed;
}

/** Why the alert, as the bot knows it, needs or allows no such change; null when it does. */
function objection(alert: StoredAlert, change: ProposedChange): Saying | null {
  const { status, owner, gone, number, reduced } = channelView(alert);
  if (gone) return { code: 'alertGone' };
  if (reduced !== null) return { code: 'alertReduced', number, ...reduced };
  const complete = changeOf(change);
  const patch = complete && patchFor(complete);
  if (patch !== null && showsChange(alert, patch)) return { code: 'alreadySo', status, owner };
  return isKindLegal(change.kind, status) ? null : { code: 'changeNotLegal', status };
}

/** In a channel the card is everybody's: there the warning comes with the press that confirms. */
async function asideIn(deps: ProposeDeps, { place, asker, known, alert }: ProposeAsk): Promise<Aside | null> {
  if (place.kind === 'channel') return null;
  return asideFor(await conflictOf(deps, asker, known, alert.subject), 'proposal');
}

const plain = (text: Untrusted | null) => text && toSealedColumn(text);

/** The card to confirm, or why there is none. Throws BotError when the directory or the store does not answer. */
export async function proposeChange(deps: ProposeDeps, ask: ProposeAsk): Promise<AnswerNow> {
  const { slots, alert, asker, known, place } = ask;
  const change = await changeMeant(deps, ask);
  if ('saying' in change) return said(change.saying);
  const no = objection(alert, change);
  if (no !== null) return said(no);
  const proposal: ChangeProposal = {
    alertId: alert.id,
    alertNumber: alert.number,
    version: alert.version,
    change,
    comment: plain(commentIn(slots)),
    asker: plain(nameOf(known, asker)),
    chosen: null,
    messageId: null,
  };
  const now = deps.clock.now();
  const asked = { ref: deps.newCardRef(), until: now + CONFIRM_OPEN_MS };
  const { channel, conversationId } = place;
  const facts = JSON.stringify(proposal);
  const whose = { askerObjectId: asker.objectId, channel, conversationId };
  await deps.askedBook.keep({ ...asked, kind: 'confirm', ...whose, facts }, now);
  const aside = await asideIn(deps, ask);
  const drawing = { ...confirmDrawing(alert, proposal, asked, null), ...(aside === null ? {} : { aside }) };
  const standsIn = (messageId: string) => deps.expiryBook.stands(asked.ref, messageId);
  return { ...shown(drawing), standsIn };
}
