// Presses on the card that asks a second person. The first Approve shows them alone what is wanted and why; the second,
// which says so by the alert's version, approves it. A request is settled once, and by nobody who may not do the act.
import { APPROVAL_VALID_MS, fourEyes } from '../domain/four-eyes';
import { instantFromMs } from '../domain/instant';
import type { ApprovalOutcome } from '../domain/disclose-approval';
import type { StoredAlert } from '../domain/stored-alert';
import type { AlertLog } from '../ports/alert-log';
import type { Asked } from '../ports/asked-book';
import { message } from './answer-card';
import {
  approvalDrawing,
  approvedIn,
  grantRefOf,
  keptPerson,
  presserOfKept,
  readRequest,
  settledApproval,
  type ApprovalGrant,
  type ApprovalRequest,
} from './approval-request';
import { eyeOf, wantedOf, type ApprovalDeps } from './clear-act';
import type { Click, ClickAnswer, HandleClick } from './click';
import { ClickOnce, type ClickOnceDeps, type Done } from './click-once';
import { invalidCard } from './find-proposal';
import { sayingFor } from './refuse';
import { refuseClick } from './refuse-click';
import { refusedHere } from './refuse-unsafe';
import { nameOf, refusal, whoAsks, type KnownAsker } from './who-asks';

export interface PressApprovalDeps extends ApprovalDeps, ClickOnceDeps {
  alertLog: Pick<AlertLog, 'find'>;
}

interface Found {
  asked: Asked;
  request: ApprovalRequest;
  alert: StoredAlert;
  known: KnownAsker;
}

const RIGHTS = {
  reveal: { action: 'reveal', roles: ['investigator'] },
  change: { action: 'changeAlert', roles: ['analyst', 'investigator'] },
} as const;

/** What the same press again is answered from. */
const KEPT = { outcome: 'settled', facts: '{}' };

function settled(alert: StoredAlert, request: ApprovalRequest, outcome: ApprovalOutcome): ClickAnswer {
  return { show: 'answer', drawing: settledApproval(alert, request, outcome), forEveryone: true };
}

class ApprovalPress {
  private readonly once: ClickOnce;

  constructor(private readonly deps: PressApprovalDeps) {
    this.once = new ClickOnce(deps);
  }

  press(click: Click): Promise<ClickAnswer> {
    return this.once.run(click, {
      alertNumber: null,
      firstTime: () => this.firstTime(click),
      again: async () => message({ code: 'approvalSettled' }),
    });
  }

  private async firstTime(click: Click): Promise<Done> {
    const found = await this.find(click);
    if ('show' in found) return { answer: found };
    // What becomes of it would stand there for everybody, with two names.
    const at = { action: click.verb, asker: click.presser, cardRef: click.cardRef };
    const unsafe = await refusedHere(this.deps, click.place, at);
    if (unsafe !== null) return { answer: message(unsafe) };
    const { alert, request, asked } = found;
    if (alert.gone || alert.version !== request.version) {
      await this.deps.askedBook.settle(asked.ref, this.deps.clock.now());
      return { answer: settled(alert, request, { is: 'stale' }), keep: KEPT };
    }
    return click.verb === 'alert.decline' ? this.decline(click, found) : this.approve(click, found);
  }

  /** One answer for whatever is not open here, so that none tells whether anything was asked. */
  private async find(click: Click): Promise<Found | ClickAnswer> {
    const { askedBook, alertLog, clock } = this.deps;
    if (!click.wellFormed || click.cardRef === null) return invalidCard(this.deps, click, 'malformed');
    const asked = await askedBook.find(click.cardRef, clock.now());
    const request = readRequest(asked);
    const alert = request && ((await alertLog.find([request.alertId])).get(request.alertId) ?? null);
    if (asked === null || request === null || alert === null) return invalidCard(this.deps, click, 'cardUnknown');
    const { channel, conversationId } = click.place;
    if (asked.channel !== channel || asked.conversationId !== conversationId || click.cardActivityId === null) {
      return invalidCard(this.deps, click, 'wrongPlace');
    }
    if (request.messageId !== null && request.messageId !== click.cardActivityId) {
      return invalidCard(this.deps, click, 'wrongMessage');
    }
    const known = await whoAsks(this.deps, click.presser, alert, 'fresh');
    const { action, roles } = RIGHTS[request.act.action];
    const no = refusal(known, action);
    if (no !== null) return refuseClick(this.deps, click, alert.number, no, sayingFor(no, roles));
    return { asked, request, alert, known };
  }

  private async decline(click: Click, { asked, request, alert, known }: Found): Promise<Done> {
    const now = this.deps.clock.now();
    if (!(await this.deps.askedBook.settle(asked.ref, now))) return { answer: message({ code: 'approvalSettled' }) };
    await this.record(click, alert);
    const who = nameOf(known, click.presser);
    return { answer: settled(alert, request, { is: 'declined', who, at: instantFromMs(now) }), keep: KEPT };
  }

  private async approve(click: Click, found: Found): Promise<Done> {
    const { asked, request, alert, known } = found;
    const { askedBook, clock } = this.deps;
    const reason = await this.objection(click, found);
    if (reason !== null) {
      const why = { code: 'mayNotApprove', reason } as const;
      return { answer: await refuseClick(this.deps, click, alert.number, reason, why) };
    }
    if (click.version === null) {
      return { answer: { show: 'answer', drawing: approvalDrawing(alert, request, asked, 'forApprover') } };
    }
    if (click.version !== request.version) return { answer: await invalidCard(this.deps, click, 'malformed') };
    const at = clock.now();
    if (!(await askedBook.settle(asked.ref, at))) return { answer: message({ code: 'approvalSettled' }) };
    // An approval that is not on record is none: a process that dies here leaves a request that has to be made again.
    await this.record(click, alert);
    const who = nameOf(known, click.presser);
    const grant: ApprovalGrant = { request, approver: keptPerson(click.presser, who), at };
    const until = at + APPROVAL_VALID_MS;
    await askedBook.keep({ ...asked, ref: grantRefOf(asked.ref), facts: JSON.stringify(grant), until }, at);
    const outcome = { is: 'approved', who, at: instantFromMs(at), until: instantFromMs(until) } as const;
    return { answer: settled(alert, request, outcome), keep: KEPT };
  }

  /** Why this person's approval would be none; both people as they are at this moment. */
  private async objection(click: Click, { request, alert, known }: Found) {
    const { fourEyes: rules, homeTenantId: tenantId, clock } = this.deps;
    const requester = presserOfKept(request.requester);
    const verdict = fourEyes({
      rules,
      wanted: wantedOf(this.deps, request.act, alert),
      requester: await eyeOf(this.deps, requester, alert, await whoAsks(this.deps, requester, alert, 'fresh')),
      approval: {
        approver: await eyeOf(this.deps, click.presser, alert, known),
        approved: { ...approvedIn(request), tenantId },
        at: clock.now(),
      },
      now: clock.now(),
    });
    if (verdict.is === 'refused') return verdict.reason;
    // Nothing has to be approved any more, since the setting or the severity changed: neither is this.
    return verdict.is === 'approved' ? null : 'otherRequest';
  }

  private async record({ verb, presser }: Click, alert: StoredAlert): Promise<void> {
    const { auditTrail, clock } = this.deps;
    const who = { actorObjectId: presser.objectId, alertNumber: alert.number, cardRef: null };
    await auditTrail.append({ action: verb, outcome: 'applied', ...who, reason: null }, clock.now());
  }
}

/** For `alert.approve` and `alert.decline`. Throws BotError when the store fails. */
export function createPressApproval(deps: PressApprovalDeps): HandleClick {
  const presses = new ApprovalPress(deps);
  return (click) => presses.press(click);
}
