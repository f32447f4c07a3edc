// Whether an act may be done now as far as the four-eyes rule goes, asked just before it; and the request to a second
// person where it may not yet. Who else may and may not act is decided where it always is.
import type { ActAsked } from '../domain/disclose-approval';
import {
  APPROVAL_VALID_MS,
  fourEyes,
  needsFourEyes,
  type ActOnAlert,
  type Eye,
  type FourEyesRule,
} from '../domain/four-eyes';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import { toSealedColumn, type Untrusted } from '../domain/untrusted';
import type { AskedBook } from '../ports/asked-book';
import type { ClickLog } from '../ports/click-log';
import type { ExpiryBook } from '../ports/expiry-book';
import { shown, type Answer } from './answer';
import {
  approvalDrawing,
  approvedIn,
  grantRefOf,
  keptPerson,
  pointerRefOf,
  presserOfKept,
  readGrant,
  readPointer,
  readRequest,
  type ApprovalRequest,
  type WantedAct,
} from './approval-request';
import type { ChannelAudience } from './channel-audience';
import type { Place, Presser } from './click';
import { conflictOf, type ConflictDeps } from './note-conflict';
import { refusedHere, type UnsafePlaceDeps } from './refuse-unsafe';
import { identityOf, nameOf, userPrincipalNameOf, whoAsks, type KnownAsker, type WhoAsksDeps } from './who-asks';

/** How long a request stands; from the approval on, `APPROVAL_VALID_MS` runs anew. */
export const APPROVAL_OPEN_MS = 900_000;
/** Two presses at one moment make one request. */
const ASKING_MS = 10_000;

export interface ApprovalDeps extends WhoAsksDeps, ConflictDeps, UnsafePlaceDeps {
  /** Empty = the rule is off. */
  fourEyes: readonly FourEyesRule[];
  askedBook: Pick<AskedBook, 'find' | 'keep' | 'settle'>;
  expiryBook: Pick<ExpiryBook, 'stands'>;
  audience: Pick<ChannelAudience, 'members' | 'holdsSubject'>;
  clickLog: ClickLog;
  newCardRef(): string;
}

export interface ActAsk {
  act: ActAsked;
  /** As it is now. */
  alert: StoredAlert;
  presser: Presser;
  /** Whose roles were asked afresh. */
  known: KnownAsker;
}

export type Clearance =
  | { is: 'notNeeded' }
  | { is: 'needed' }
  /** `ref` is spent before the act. `approvedBy`: UPN. `request` is what was approved. */
  | { is: 'approved'; ref: string; approvedBy: string; request: ApprovalRequest };

/** Nothing is done; `later` is given in the conversation. */
export interface Held {
  saying: Saying;
  later?: Answer;
}

export function wantedOf(deps: Pick<ApprovalDeps, 'homeTenantId'>, act: ActAsked, alert: StoredAlert): ActOnAlert {
  const { id: alertId, version, severity } = alert;
  return { act, tenantId: deps.homeTenantId, alertId, version, severity };
}

/** The person with everything the rule asks about, as it is at this moment. */
export async function eyeOf(deps: ApprovalDeps, presser: Presser, alert: StoredAlert, known: KnownAsker): Promise<Eye> {
  const conflict = await conflictOf(deps, presser, known, alert.subject);
  return { person: identityOf(presser, known.person), asker: known.asker, conflict };
}

function whichAct({ act, alert, presser }: ActAsk): WantedAct {
  return { act, alertId: alert.id, version: alert.version, requesterObjectId: presser.objectId };
}

async function newestRequest({ askedBook, clock }: ApprovalDeps, ask: ActAsk): Promise<string | null> {
  return readPointer(await askedBook.find(pointerRefOf(whichAct(ask)), clock.now()))?.cardRef ?? null;
}

/** Throws BotError when the store does not answer. Both people are looked up afresh. */
export async function clearanceFor(deps: ApprovalDeps, ask: ActAsk): Promise<Clearance> {
  const { act, alert, presser, known } = ask;
  const wanted = wantedOf(deps, act, alert);
  if (!needsFourEyes(deps.fourEyes, wanted)) return { is: 'notNeeded' };
  const cardRef = await newestRequest(deps, ask);
  const asked = cardRef === null ? null : await deps.askedBook.find(grantRefOf(cardRef), deps.clock.now());
  const grant = readGrant(asked);
  if (asked === null || grant === null) return { is: 'needed' };
  const second = presserOfKept(grant.approver);
  const knownSecond = await whoAsks(deps, second, alert, 'fresh');
  const verdict = fourEyes({
    rules: deps.fourEyes,
    wanted,
    requester: await eyeOf(deps, presser, alert, known),
    approval: {
      approver: await eyeOf(deps, second, alert, knownSecond),
      approved: { ...approvedIn(grant.request), tenantId: deps.homeTenantId },
      at: grant.at,
    },
    now: deps.clock.now(),
  });
  if (verdict.is !== 'approved') return { is: 'needed' };
  const approvedBy = userPrincipalNameOf(knownSecond, second);
  return { is: 'approved', ref: asked.ref, approvedBy, request: grant.request };
}

/** An approval carries one act: false when it was spent before. Durable on return. */
export function spend({ askedBook, clock }: ApprovalDeps, ref: string): Promise<boolean> {
  return askedBook.settle(ref, clock.now());
}

/** In a chat nobody else could press, and the person concerned does not read that they are looked at. */
async function maySomebodyElseSee({ audience }: ApprovalDeps, place: Place, alert: StoredAlert): Promise<boolean> {
  if (place.kind !== 'channel') return false;
  return !audience.holdsSubject(await audience.members(place.channel), alert.subject);
}

function posting(deps: ApprovalDeps, alert: StoredAlert, request: ApprovalRequest, asked: KeptRequest): Answer {
  return {
    ...shown(approvalDrawing(alert, request, asked, 'forEverybody')),
    standsIn: async (messageId) => {
      const { askedBook, expiryBook, clock } = deps;
      await askedBook.keep({ ...asked, facts: JSON.stringify({ ...request, messageId }) }, clock.now());
      await expiryBook.stands(asked.ref, messageId);
    },
  };
}

type KeptRequest = Parameters<AskedBook['keep']>[0];

/** Asks a second person, once: the request is durable before its card is posted. */
export async function askSecondPerson(
  deps: ApprovalDeps,
  ask: ActAsk & { place: Place; verb: string; reason: Untrusted | null },
): Promise<Held> {
  const { clickLog, clock } = deps;
  const unsafe = await refusedHere(deps, ask.place, { action: ask.verb, asker: ask.presser });
  if (unsafe !== null) return { saying: unsafe };
  if (!(await maySomebodyElseSee(deps, ask.place, ask.alert))) return { saying: { code: 'approvalElsewhere' } };
  const keys = [`approvalAsked:${pointerRefOf(whichAct(ask))}`];
  if ((await clickLog.take(keys, clock.now(), ASKING_MS)) !== null) return { saying: { code: 'approvalPending' } };
  try {
    return (await pending(deps, ask)) ?? (await begin(deps, ask));
  } finally {
    await clickLog.release(keys);
  }
}

/** The request that is open for the act; its card is posted again where nobody knows that it stands. */
async function pending(deps: ApprovalDeps, ask: ActAsk): Promise<Held | null> {
  const cardRef = await newestRequest(deps, ask);
  const asked = cardRef === null ? null : await deps.askedBook.find(cardRef, deps.clock.now());
  const request = readRequest(asked);
  if (asked === null || request === null) return null;
  const saying = { code: 'approvalPending' } as const;
  return request.messageId === null ? { saying, later: posting(deps, ask.alert, request, asked) } : { saying };
}

async function begin(deps: ApprovalDeps, ask: ActAsk & { place: Place; reason: Untrusted | null }): Promise<Held> {
  const { askedBook, clock } = deps;
  const { act, alert, presser, known, place, reason } = ask;
  const now = clock.now();
  const request: ApprovalRequest = {
    alertId: alert.id,
    alertNumber: alert.number,
    version: alert.version,
    act,
    requester: keptPerson(presser, nameOf(known, presser)),
    reason: reason && toSealedColumn(reason),
    messageId: null,
  };
  const { channel, conversationId } = place;
  const where = { kind: 'approval' as const, askerObjectId: presser.objectId, channel, conversationId };
  const asked = { ...where, ref: deps.newCardRef(), facts: JSON.stringify(request), until: now + APPROVAL_OPEN_MS };
  await askedBook.keep(asked, now);
  const pointer = { ref: pointerRefOf(whichAct(ask)), facts: JSON.stringify({ cardRef: asked.ref }) };
  // The approval may come at the last moment, and is found by this.
  await askedBook.keep({ ...where, ...pointer, until: asked.until + APPROVAL_VALID_MS }, now);
  return { saying: { code: 'approvalAsked' }, later: posting(deps, alert, request, asked) };
}
