// The walk of a press: the card is found by its opaque reference and must stand where it is pressed; then the verb
// decides. Nothing in the card confers anything: authority is asked afresh for every write.
import { createHash } from 'node:crypto';
import { isAlertVerb, LATER_VERBS } from '../domain/verbs';
import { isBotError } from '../domain/errors';
import { toGraphComment } from '../domain/untrusted';
import type { Change } from '../domain/triage-rules';
import type { CardBook } from '../ports/card-book';
import type { ClickLog } from '../ports/click-log';
import type { FormKind } from '../ports/open-forms';
import { cardAnswer, formAnswer, message, type Pressed } from './answer-card';
import { AlertChanger, CHANGERS, type Changed, type ChangeDeps } from './change-alert';
import type { Click, ClickAnswer, HandleClick } from './click';
import { sayingForFailure } from './make-change';
import { readChange, readClassification } from './read-change';
import { auditAction, refuse, sayingFor } from './refuse';
import { refusal, whoAsks } from './who-asks';

/** "The same click again": same person, card, verb, version and inputs within this time. */
export const SAME_CLICK_MS = 120_000;
export const FORM_OPEN_MS = 600_000;

export interface ClickDeps extends Omit<ChangeDeps, 'noteIntent'> {
  cardBook: CardBook;
  clickLog: ClickLog;
}

function clickKeys(click: Click): string[] {
  const { presser, verb, version, cardRef, inputs } = click;
  const typed = inputs.comment === null ? null : toGraphComment(inputs.comment);
  const same = [presser.objectId, cardRef, verb, version, inputs.classification, inputs.determination, typed];
  const digest = createHash('sha256').update(JSON.stringify(same)).digest('hex');
  return [`activity:${click.place.conversationId}|${click.activityId}`, `same:${digest}`];
}

class ClickHandler {
  constructor(private readonly deps: ClickDeps) {}

  async handle(click: Click): Promise<ClickAnswer> {
    const { verb } = click;
    if ((LATER_VERBS as readonly string[]).includes(verb)) return message({ code: 'notAvailableYet' });
    if (!isAlertVerb(verb)) return this.refused(click, null, 'verbUnknown', { code: 'verbUnknown' });
    const found = await this.findCard(click);
    if ('show' in found) return found;
    if (verb === 'alert.refresh') return this.refresh(click, found);
    const pressed: Pressed = {
      click,
      card: found,
      known: await whoAsks(this.deps, click.presser, found.alert, 'fresh'),
    };
    const no = refusal(pressed.known, 'changeAlert');
    if (no !== null) return this.refused(click, found.alert.number, no, sayingFor(no, CHANGERS));
    return verb === 'alert.resolveForm' ? this.openResolveForm(pressed) : this.change(pressed);
  }

  /** A ref from elsewhere, unknown or malformed gets one answer, so that none tells whether an alert exists. */
  private async findCard(click: Click): Promise<Pressed['card'] | ClickAnswer> {
    const { cardBook, clock } = this.deps;
    const invalid = (reason: string) => this.refused(click, null, reason, { code: 'cardNoLongerValid' });
    if (!click.wellFormed || click.cardRef === null) return invalid('malformed');
    const found = await cardBook.findByRef(click.cardRef);
    if (found === null) return invalid('cardUnknown');
    if (found.channel !== click.place.channel || click.cardActivityId === null) return invalid('wrongPlace');
    if (found.posted !== null && found.posted.activityId !== click.cardActivityId) return invalid('wrongMessage');
    if (found.posted === null) {
      const { conversationId } = click.place;
      await cardBook.adopt(click.cardRef, { conversationId, activityId: click.cardActivityId }, clock.now());
      this.deps.wake();
      const adopted = await cardBook.findByRef(click.cardRef);
      if (adopted === null || !adopted.isLive) return message({ code: 'repeatCard' });
      return { ...adopted, cardRef: click.cardRef };
    }
    return found.isLive ? { ...found, cardRef: click.cardRef } : message({ code: 'repeatCard' });
  }

  /** Who may not see more gets the posted card back, never an error that would confirm anything. */
  private async refresh(click: Click, card: Pressed['card']): Promise<ClickAnswer> {
    const { openForms, clock } = this.deps;
    const known = await whoAsks(this.deps, click.presser, card.alert, 'cached');
    const pressed: Pressed = { click, card, known };
    if (click.automatic && refusal(known, 'changeAlert') === null) {
      const form = await openForms.find(card.cardId, click.presser.objectId, clock.now());
      if (form !== null) return formAnswer(pressed, form, null);
    } else if (!click.automatic) {
      await openForms.close(card.cardId, click.presser.objectId);
    }
    return cardAnswer(pressed, card.alert, null);
  }

  private async openForm(pressed: Pressed, form: FormKind): Promise<void> {
    const { openForms, clock } = this.deps;
    const { card, click } = pressed;
    await openForms.open(card.cardId, click.presser.objectId, form, clock.now() + FORM_OPEN_MS);
  }

  private async openResolveForm(pressed: Pressed): Promise<ClickAnswer> {
    const form: FormKind = { form: 'resolve', classification: readClassification(pressed.click) };
    await this.openForm(pressed, form);
    return formAnswer(pressed, form, null);
  }

  private async change(pressed: Pressed): Promise<ClickAnswer> {
    const { click, known } = pressed;
    const read = readChange(click, known.person?.userPrincipalName ?? click.presser.objectId);
    if (read === null) return message({ code: 'verbUnknown' });
    if ('missing' in read) {
      const form: FormKind =
        read.missing === 'comment' ? { form: 'comment' } : { form: 'resolve', classification: read.classification };
      await this.openForm(pressed, form);
      // Comment without text is how its form is asked for; there is nothing to complain about the first time.
      const first = read.missing === 'comment' && click.inputs.comment === null;
      return formAnswer(pressed, form, first ? null : read.missing);
    }
    if (click.version === null) {
      return this.refused(click, pressed.card.alert.number, 'malformed', { code: 'cardNoLongerValid' });
    }
    return this.once(pressed, read.change);
  }

  /** The same click, or the same activity delivered again, gets the first result and writes nothing. */
  private async once(pressed: Pressed, change: Change): Promise<ClickAnswer> {
    const { clickLog, clock, alertLog } = this.deps;
    const keys = clickKeys(pressed.click);
    const earlier = await clickLog.take(keys, clock.now(), SAME_CLICK_MS);
    if (earlier !== null) {
      if (earlier.outcome === 'pending' || earlier.outcome === 'intended') return message({ code: 'changeInProgress' });
      if (earlier.outcome === 'uncertain') return message({ code: 'outcomeUncertain' });
      const stored = await alertLog.findByNumber(pressed.card.alert.number);
      return cardAnswer(pressed, stored ?? pressed.card.alert, null);
    }
    let outcome: Changed['outcome'] = 'none';
    try {
      const changer = new AlertChanger({
        ...this.deps,
        noteIntent: async (facts) => {
          await this.noteIntent(pressed, keys, facts);
          outcome = 'open';
        },
      });
      const changed = await changer.change(pressed, change);
      outcome = changed.outcome;
      return changed.answer;
    } catch (error) {
      if (outcome !== 'open') throw error;
      this.deps.logger.error('a change failed unforeseen after it was begun', { verb: pressed.click.verb });
      return message({ code: 'outcomeUncertain' });
    } finally {
      await this.settleClick(keys, outcome);
    }
  }

  private noteIntent({ click, card }: Pressed, keys: readonly string[], facts: object): Promise<void> {
    const whose = { verb: click.verb, alertNumber: card.alert.number, actorObjectId: click.presser.objectId };
    return this.deps.clickLog.keep(keys, { outcome: 'intended', facts: JSON.stringify({ ...facts, ...whose }) });
  }

  /** A click that cannot be kept stays `intended`: that must not turn a change that was made into a failure. */
  private async settleClick(keys: readonly string[], outcome: Changed['outcome']): Promise<void> {
    const { clickLog, logger } = this.deps;
    try {
      if (outcome === 'none') await clickLog.release(keys);
      else if (outcome !== 'open') await clickLog.keep(keys, { outcome, facts: '{}' });
    } catch (error) {
      if (!isBotError(error)) throw error;
      logger.error('what became of a click could not be kept', { code: error.code, outcome });
    }
  }

  private async refused(
    click: Click,
    alertNumber: number | null,
    reason: string,
    saying: Parameters<typeof message>[0],
  ): Promise<ClickAnswer> {
    await refuse(this.deps, {
      action: auditAction(click.verb),
      actorObjectId: click.presser.objectId,
      alertNumber,
      cardRef: click.cardRef,
      reason,
    });
    return message(saying);
  }
}

/** The wired handler. What fails unforeseen is logged and answered as "Graph unavailable"; nothing rejects. */
export function createHandleClick(deps: ClickDeps): HandleClick {
  const handler = new ClickHandler(deps);
  return async (click) => {
    try {
      return await handler.handle(click);
    } catch (error) {
      const known = isBotError(error);
      deps.logger.error('a click failed', { verb: auditAction(click.verb), code: known ? error.code : 'unexpected' });
      return message(known ? sayingForFailure(error) : { code: 'graphUnavailable' });
    }
  };
}
