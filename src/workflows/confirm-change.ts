// A change asked for in words, confirmed or dropped by whoever asked. What is open is settled together with the intent,
// before Graph is written to, by one press alone: a change is carried out once at most, and never after it was cancelled.
import { z } from 'zod/v4';
import { instantFromMs, parseInstant, type Instant } from '../domain/instant';
import type { Saying, SayingCode } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import type { Change } from '../domain/triage-rules';
import type { AuditEntry } from '../ports/audit-trail';
import type { ClickOutcome } from '../ports/click-log';
import { message } from './answer-card';
import { AlertChanger, laterOf, staleSaying, type ChangeDeps, type Changed } from './change-alert';
import { commentOf, confirmDrawing, PROPOSAL, settledDrawing, type ChangeProposal } from './change-proposal';
import type { Click, ClickAnswer } from './click';
import { ClickOnce, type ClickOnceDeps, type Done, type EffectRecord } from './click-once';
import { authorityOf, findProposal, invalidCard, type OpenProposal } from './find-proposal';
import { withAside } from './note-conflict';
import { readConfirm, type ReadConfirm } from './read-confirm';
import { nameOf } from './who-asks';

export type ConfirmDeps = ChangeDeps & ClickOnceDeps;

/** After these the change cannot be carried out any more, however often it is tried. */
const FINAL: readonly SayingCode[] = ['stale', 'alertGone', 'changeNotLegal', 'notInsiderRisk'];

/** What the same press again is answered from. It was the same person's, whose name comes with the press. */
const SETTLED = z.object({
  proposal: PROPOSAL,
  at: z.string(),
  conversationId: z.string(),
  /** The change was made and its comment was not added. */
  uncommented: z.boolean().default(false),
});

const COMMENT_FAILED: Saying = { code: 'changedButCommentFailed' };

function factsOf(click: Click, proposal: ChangeProposal, at: string): z.infer<typeof SETTLED> {
  const { conversationId } = click.place;
  return { proposal: { ...proposal, comment: null, asker: null }, at, conversationId, uncommented: false };
}

/** The word stands first in a reason, before a note of a conflict. */
const isCommentFailed = ({ reason }: AuditEntry) => reason?.startsWith('commentFailed') ?? false;

function readSettled(facts: string): z.infer<typeof SETTLED> | null {
  return SETTLED.safeParse(JSON.parse(facts)).data ?? null;
}

function settled(...what: Parameters<typeof settledDrawing>): ClickAnswer {
  return { show: 'answer', drawing: settledDrawing(...what), forEveryone: true };
}

function notCarriedOut(alert: StoredAlert, proposal: ChangeProposal, saying: Saying): ClickAnswer {
  return settled(alert, proposal, { is: saying.code === 'stale' ? 'stale' : 'refused', saying });
}

class ChangeConfirmer {
  private readonly once: ClickOnce;

  constructor(private readonly deps: ConfirmDeps) {
    this.once = new ClickOnce(deps);
  }

  async confirm(click: Click): Promise<ClickAnswer> {
    const found = await findProposal(this.deps, click);
    if (found === null) return this.closed(click);
    if ('show' in found) return found;
    if (click.version !== found.proposal.version) return invalidCard(this.deps, click, 'malformed');
    const read = readConfirm(found.proposal, click.inputs);
    if ('missing' in read) return this.askOn(click, found, read);
    return this.once.run(click, {
      alertNumber: found.alert.number,
      firstTime: (record) => this.carryOut(click, found, read.change, record),
      again: (earlier) => this.again(click, earlier),
    });
  }

  async cancel(click: Click): Promise<ClickAnswer> {
    const found = await findProposal(this.deps, click);
    if (found === null) return this.closed(click);
    if ('show' in found) return found;
    return this.once.run(click, {
      alertNumber: found.alert.number,
      firstTime: () => this.drop(click, found),
      again: (earlier) => this.again(click, earlier),
    });
  }

  /** Nothing is open under the reference: never asked, over, or settled, by this very press a moment ago perhaps. */
  private closed(click: Click): Promise<ClickAnswer> {
    return this.once.run(click, {
      alertNumber: null,
      firstTime: async () => ({ answer: await invalidCard(this.deps, click, 'cardUnknown') }),
      again: (earlier) => this.again(click, earlier),
    });
  }

  private async again(click: Click, { outcome, facts }: ClickOutcome): Promise<ClickAnswer> {
    const first = readSettled(facts);
    const at = parseInstant(first?.at);
    if (first === null || at === null) return message({ code: 'outcomeUncertain' });
    const { proposal, conversationId } = first;
    if (conversationId !== click.place.conversationId) return invalidCard(this.deps, click, 'wrongPlace');
    const alert = (await this.deps.alertLog.find([proposal.alertId])).get(proposal.alertId);
    if (alert === undefined) return invalidCard(this.deps, click, 'cardUnknown');
    const authority = await authorityOf(this.deps, click, alert);
    if ('show' in authority) return authority;
    // Closed as failed by the start of an earlier version after the process had died.
    if (outcome !== 'applied' && outcome !== 'cancelled') return message({ code: 'cardNoLongerValid' });
    const who = nameOf(authority.known, click.presser);
    const saying = first.uncommented ? COMMENT_FAILED : null;
    return settled(
      alert,
      proposal,
      outcome === 'applied' ? { is: 'done', who, at, saying } : { is: outcome, who, at },
      who,
    );
  }

  /** The same card with its next question, unless the alert has moved on and the answer would be in vain. */
  private async askOn(
    click: Click,
    { asked, proposal, alert }: OpenProposal,
    { missing, chosen }: Extract<ReadConfirm, { missing: unknown }>,
  ): Promise<ClickAnswer> {
    const { askedBook, clock } = this.deps;
    if (alert.gone || alert.version !== proposal.version) {
      await askedBook.settle(asked.ref, clock.now());
      return notCarriedOut(alert, proposal, alert.gone ? { code: 'alertGone' } : staleSaying(alert, false));
    }
    const next = { ...proposal, chosen: chosen ?? proposal.chosen, messageId: click.cardActivityId };
    await askedBook.keep({ ...asked, facts: JSON.stringify(next) }, clock.now());
    return { show: 'answer', drawing: confirmDrawing(alert, next, asked, missing) };
  }

  private async carryOut(click: Click, found: OpenProposal, change: Change, record: EffectRecord): Promise<Done> {
    const { clock } = this.deps;
    const { asked, alert, known } = found;
    const proposal = change.kind === 'resolve' ? { ...found.proposal, change } : found.proposal;
    const { presser, verb } = click;
    const at = instantFromMs(clock.now());
    const facts = factsOf(click, proposal, at);
    let begun = false;
    const changer = new AlertChanger(this.deps, {
      begin: async (intent, what) => (begun = await record.begin(intent, { ...what, ...facts }, asked.ref)),
      end: (outcome, effect) => record.end(outcome, effect, { uncommented: isCommentFailed(outcome) }),
      made: async () => undefined,
    });
    const { version } = proposal;
    const wanted = { change, comment: commentOf(proposal), alert, version, presser, known, verb, place: click.place };
    const changed = await changer.change(wanted);
    const answer = await this.tell(click, { ...found, proposal }, changed, { begun, at });
    return { answer: withAside(answer, changed.conflict, 'change') };
  }

  private async tell(
    click: Click,
    { asked, proposal, alert: before, known }: OpenProposal,
    { told, outcome }: Changed,
    { begun, at }: { begun: boolean; at: Instant },
  ): Promise<ClickAnswer> {
    const { alert, saying } = told;
    if (outcome === 'applied' && alert !== null) {
      const failed = saying?.code === COMMENT_FAILED.code ? saying : null;
      return settled(alert, proposal, { is: 'done', who: nameOf(known, click.presser), at, saying: failed });
    }
    const why: Saying = saying ?? { code: 'outcomeUncertain' };
    const isUnmade = outcome === 'none' || (outcome === 'uncertain' && alert !== null);
    // What was begun cannot be begun again; what can still succeed stays open.
    const isOver = begun || FINAL.includes(why.code);
    if (!isUnmade || !isOver) return { ...message(why), ...laterOf(told) };
    if (!begun) await this.deps.askedBook.settle(asked.ref, this.deps.clock.now());
    return notCarriedOut(alert ?? before, proposal, why);
  }

  private async drop(click: Click, { asked, proposal, alert, known }: OpenProposal): Promise<Done> {
    const now = this.deps.clock.now();
    if (!(await this.deps.askedBook.settle(asked.ref, now))) {
      return { answer: message({ code: 'changeInProgress' }) };
    }
    const at = instantFromMs(now);
    const answer = settled(alert, proposal, { is: 'cancelled', who: nameOf(known, click.presser), at });
    return { answer, keep: { outcome: 'cancelled', facts: JSON.stringify(factsOf(click, proposal, at)) } };
  }
}

/** A press on Confirm: the outcome, or the card with its next question. Throws BotError when the store fails. */
export function confirmChange(deps: ConfirmDeps, click: Click): Promise<ClickAnswer> {
  return new ChangeConfirmer(deps).confirm(click);
}

/** A press on Cancel: the change is dropped. Throws BotError when the store fails. */
export function cancelChange(deps: ConfirmDeps, click: Click): Promise<ClickAnswer> {
  return new ChangeConfirmer(deps).cancel(click);
}
