// An investigator sees the names of an alert for a while: asked for with a reason, on record before anything is shown,
// and asked of the directory afresh each time names are shown again.
import { withConflict, type Conflict } from '../domain/conflict';
import { instantFromMs } from '../domain/instant';
import { createMasker } from '../domain/mask-text';
import { isShorterThan, type Untrusted } from '../domain/untrusted';
import type { AuditTrail } from '../ports/audit-trail';
import type { Clock } from '../ports/clock';
import type { OpenForms } from '../ports/open-forms';
import type { RevealBook } from '../ports/reveal-book';
import { formAnswer, message, namedAnswer, type Pressed } from './answer-card';
import { reasonOf } from './approval-request';
import { askSecondPerson, clearanceFor, spend, type ApprovalDeps, type Clearance } from './clear-act';
import type { ClickAnswer } from './click';
import { FORM_OPEN_MS } from './form-time';
import { conflictOf, withAside } from './note-conflict';
import { refusal, whoAsks } from './who-asks';

/** How long names stay visible to who asked for them. */
export const REVEAL_MS = 600_000;
/** Characters of a reason, marks that nobody sees not counted. */
export const REASON_MIN = 3;

export interface RevealDeps extends ApprovalDeps {
  revealBook: RevealBook;
  auditTrail: AuditTrail;
  openForms: OpenForms;
  clock: Clock;
}

type Approved = Extract<Clearance, { is: 'approved' }>;

export class NameRevealer {
  constructor(private readonly deps: RevealDeps) {}

  /** The presser may; throws BotError when the audit or the store fails, and then nothing is shown. */
  async reveal(pressed: Pressed): Promise<ClickAnswer> {
    const { click, card, known, kept } = pressed;
    const { clock, revealBook, openForms } = this.deps;
    const { number } = card.alert;
    const { objectId } = click.presser;
    if (kept === null) return message({ code: 'detailsNotKept' });
    const open = await revealBook.openUntil(number, objectId, clock.now());
    if (open !== null) return this.show(pressed, open);
    const ask = { act: { action: 'reveal' as const }, alert: card.alert, presser: click.presser, known };
    const cleared = await clearanceFor(this.deps, ask);
    // Why was said when it was asked for, and is what was approved.
    if (cleared.is === 'approved') return this.afterApproval(pressed, cleared);
    const { reason } = click.inputs;
    if (reason === null || isShorterThan(reason, REASON_MIN)) {
      await openForms.open(card.cardId, objectId, { form: 'reveal' }, clock.now() + FORM_OPEN_MS);
      return formAnswer(pressed, { form: 'reveal' }, reason === null ? null : 'reason');
    }
    // It may name somebody, so it is kept and written down with the alert's people as aliases.
    const masked = createMasker(kept.people)(reason);
    if (cleared.is === 'needed') return this.askSecond(pressed, masked);
    return this.begin(pressed, masked);
  }

  private async askSecond({ click, card, known }: Pressed, reason: Untrusted): Promise<ClickAnswer> {
    const { presser, place, verb } = click;
    const ask = { act: { action: 'reveal' as const }, alert: card.alert, presser, known };
    const { saying, later } = await askSecondPerson(this.deps, { ...ask, place, verb, reason });
    await this.deps.openForms.close(card.cardId, presser.objectId);
    return { ...message(saying), ...(later === undefined ? {} : { later }) };
  }

  private async afterApproval(pressed: Pressed, { ref, request }: Approved): Promise<ClickAnswer> {
    if (!(await spend(this.deps, ref))) return message({ code: 'changeInProgress' });
    return this.begin(pressed, reasonOf(request));
  }

  /** On record first: what cannot be written down is not shown. */
  private async begin(pressed: Pressed, reason: Untrusted | null): Promise<ClickAnswer> {
    const { click, card, known } = pressed;
    const { clock, revealBook, openForms } = this.deps;
    const { number } = card.alert;
    const { objectId } = click.presser;
    const conflict = await conflictOf(this.deps, click.presser, known, card.alert.subject);
    await this.record(pressed, conflict, reason);
    const until = await revealBook.begin(number, objectId, clock.now() + REVEAL_MS, clock.now());
    await openForms.close(card.cardId, objectId);
    return withAside(this.show(pressed, until), conflict, 'change');
  }

  /** What a client that asks by itself gets while names are shown to its person; null when they are not. */
  async shownAgain(pressed: Pressed): Promise<ClickAnswer | null> {
    const { click, card } = pressed;
    if (refusal(pressed.known, 'reveal') !== null) return null;
    const { clock, revealBook } = this.deps;
    const until = await revealBook.openUntil(card.alert.number, click.presser.objectId, clock.now());
    if (until === null) return null;
    const known = await whoAsks(this.deps, click.presser, card.alert, 'fresh');
    return refusal(known, 'reveal') === null ? namedAnswer({ ...pressed, known }, instantFromMs(until)) : null;
  }

  async hide({ click, card }: Pressed): Promise<void> {
    const { clock, revealBook } = this.deps;
    const { number } = card.alert;
    const { objectId } = click.presser;
    const open = await revealBook.openUntil(number, objectId, clock.now());
    if (open !== null) await revealBook.end(number, objectId, clock.now());
  }

  private show(pressed: Pressed, until: number): ClickAnswer {
    return namedAnswer(pressed, instantFromMs(until)) ?? message({ code: 'detailsNotKept' });
  }

  private async record({ click, card }: Pressed, conflict: Conflict, reason: Untrusted | null): Promise<void> {
    const { auditTrail, clock } = this.deps;
    await auditTrail.append(
      {
        action: 'alert.reveal',
        outcome: 'applied',
        actorObjectId: click.presser.objectId,
        alertNumber: card.alert.number,
        cardRef: null,
        reason: withConflict(null, conflict),
        ...(reason === null ? {} : { statedReason: reason }),
      },
      clock.now(),
    );
  }
}
