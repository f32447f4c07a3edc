// An investigator sees the names of an alert for a while: asked for with a reason, on record before anything is shown,
// and asked of the directory afresh each time names are shown again.
import { withConflict, type Conflict } from '../domain/conflict';
import { instantFromMs } from '../domain/instant';
import { createMasker } from '../domain/mask-text';
import { isShorterThan } from '../domain/untrusted';
import type { AuditTrail } from '../ports/audit-trail';
import type { Clock } from '../ports/clock';
import type { OpenForms } from '../ports/open-forms';
import type { RevealBook } from '../ports/reveal-book';
import { formAnswer, message, namedAnswer, type Pressed } from './answer-card';
import type { ClickAnswer } from './click';
import { FORM_OPEN_MS } from './form-time';
import { conflictOf, withAside, type ConflictDeps } from './note-conflict';
import { refusal, whoAsks, type WhoAsksDeps } from './who-asks';

/** How long names stay visible to who asked for them. */
export const REVEAL_MS = 600_000;
/** Characters of a reason, marks that nobody sees not counted. */
export const REASON_MIN = 3;

export interface RevealDeps extends WhoAsksDeps, ConflictDeps {
  revealBook: RevealBook;
  auditTrail: AuditTrail;
  openForms: OpenForms;
  clock: Clock;
}

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
    const { reason } = click.inputs;
    if (reason === null || isShorterThan(reason, REASON_MIN)) {
      await openForms.open(card.cardId, objectId, { form: 'reveal' }, clock.now() + FORM_OPEN_MS);
      return formAnswer(pressed, { form: 'reveal' }, reason === null ? null : 'reason');
    }
    const conflict = await conflictOf(this.deps, click.presser, known, card.alert.subject);
    await this.record(pressed, conflict);
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

  /** The reason may name somebody, so it is written down with the alert's people as aliases. */
  private async record({ click, card, kept }: Pressed, conflict: Conflict): Promise<void> {
    const { auditTrail, clock } = this.deps;
    const mask = createMasker(kept?.people ?? []);
    const { reason } = click.inputs;
    await auditTrail.append(
      {
        action: 'alert.reveal',
        outcome: 'applied',
        actorObjectId: click.presser.objectId,
        alertNumber: card.alert.number,
        cardRef: null,
        reason: withConflict(null, conflict),
        ...(reason === null ? {} : { statedReason: mask(reason) }),
      },
      clock.now(),
    );
  }
}
