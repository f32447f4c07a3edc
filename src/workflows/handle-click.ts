// The walk of a press: the card is found by its opaque reference and must stand where it is pressed; then the verb
// decides. Nothing in the card confers anything: authority is asked afresh for every write.
import { isAlertVerb, isApprovalVerb, isCommandVerb, LATER_VERBS } from '../domain/verbs';
import { isBotError } from '../domain/errors';
import type { Change } from '../domain/triage-rules';
import type { AlertDetailsBook } from '../ports/alert-details-book';
import type { CardBook } from '../ports/card-book';
import type { FormKind, OpenForms } from '../ports/open-forms';
import { cardAnswer, formAnswer, message, type Pressed } from './answer-card';
import { AlertChanger, CHANGERS, laterOf, type ChangeDeps } from './change-alert';
import type { Click, ClickAnswer, HandleClick } from './click';
import { ClickOnce, type ClickOnceDeps, type Done, type EffectRecord } from './click-once';
import { sayingForFailure } from './make-change';
import { FORM_OPEN_MS } from './form-time';
import { withAside } from './note-conflict';
import { noteView } from './note-view';
import { createPressApproval } from './press-approval';
import { readChange, readClassification } from './read-change';
import { NameRevealer, type RevealDeps } from './reveal-names';
import { auditAction, sayingFor } from './refuse';
import { refuseClick } from './refuse-click';
import { refusal, userPrincipalNameOf, whoAsks } from './who-asks';

export interface ClickDeps extends ChangeDeps, ClickOnceDeps, RevealDeps {
  alertDetails: AlertDetailsBook;
  cardBook: CardBook;
  openForms: OpenForms;
  /** Presses on the cards of answers, which are found and judged otherwise. */
  pressCommand: HandleClick;
}

const CHANGING = { action: 'changeAlert', roles: CHANGERS } as const;
const REVEALING = { action: 'reveal', roles: ['investigator'] } as const;

class ClickHandler {
  private readonly once: ClickOnce;
  private readonly revealer: NameRevealer;
  private readonly pressApproval: HandleClick;

  constructor(private readonly deps: ClickDeps) {
    this.once = new ClickOnce(deps);
    this.revealer = new NameRevealer(deps);
    this.pressApproval = createPressApproval(deps);
  }

  async handle(click: Click): Promise<ClickAnswer> {
    const { verb } = click;
    if ((LATER_VERBS as readonly string[]).includes(verb)) return message({ code: 'notAvailableYet' });
    if (isCommandVerb(verb)) return this.deps.pressCommand(click);
    if (isApprovalVerb(verb)) return this.pressApproval(click);
    if (!isAlertVerb(verb)) return refuseClick(this.deps, click, null, 'verbUnknown', { code: 'verbUnknown' });
    const found = await this.findCard(click);
    if ('show' in found) return found;
    if (verb === 'alert.refresh') return this.refresh(click, found);
    const pressed: Pressed = {
      click,
      card: found,
      known: await whoAsks(this.deps, click.presser, found.alert, 'fresh'),
      kept: await this.deps.alertDetails.find(found.alert.number),
    };
    const { action, roles } = verb === 'alert.reveal' ? REVEALING : CHANGING;
    const no = refusal(pressed.known, action);
    if (no !== null) return refuseClick(this.deps, click, found.alert.number, no, sayingFor(no, roles));
    return noteView(this.deps, pressed, await this.carryOut(pressed));
  }

  private carryOut(pressed: Pressed): Promise<ClickAnswer> {
    switch (pressed.click.verb) {
      case 'alert.reveal':
        return this.revealer.reveal(pressed);
      case 'alert.resolveForm':
        return this.openResolveForm(pressed);
      default:
        return this.change(pressed);
    }
  }

  /** A ref from elsewhere, unknown or malformed gets one answer, so that none tells whether an alert exists. */
  private async findCard(click: Click): Promise<Pressed['card'] | ClickAnswer> {
    const { cardBook, clock } = this.deps;
    const invalid = (reason: string) => refuseClick(this.deps, click, null, reason, { code: 'cardNoLongerValid' });
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
    const known = await whoAsks(this.deps, click.presser, card.alert, 'cached');
    const kept = await this.deps.alertDetails.find(card.alert.number);
    const pressed: Pressed = { click, card, known, kept };
    return noteView(this.deps, pressed, await this.shown(pressed));
  }

  private async shown(pressed: Pressed): Promise<ClickAnswer> {
    const { openForms, clock } = this.deps;
    const { click, card, known } = pressed;
    if (!click.automatic) {
      await openForms.close(card.cardId, click.presser.objectId);
      await this.revealer.hide(pressed);
      return cardAnswer(pressed, card.alert, null);
    }
    const form =
      refusal(known, 'changeAlert') === null
        ? await openForms.find(card.cardId, click.presser.objectId, clock.now())
        : null;
    if (form !== null) return formAnswer(pressed, form, null);
    return (await this.revealer.shownAgain(pressed)) ?? cardAnswer(pressed, card.alert, null);
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
    const read = readChange(click, userPrincipalNameOf(known, click.presser));
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
      return refuseClick(this.deps, click, pressed.card.alert.number, 'malformed', { code: 'cardNoLongerValid' });
    }
    return this.changeOnce(pressed, read.change, click.version);
  }

  private changeOnce(pressed: Pressed, change: Change, version: string): Promise<ClickAnswer> {
    const { click, card } = pressed;
    return this.once.run(click, {
      alertNumber: card.alert.number,
      firstTime: (record) => this.makeChange(pressed, change, version, record),
      again: async () => {
        const stored = await this.deps.alertLog.findByNumber(card.alert.number);
        return cardAnswer(pressed, stored ?? card.alert, null);
      },
    });
  }

  private async makeChange(pressed: Pressed, change: Change, version: string, record: EffectRecord): Promise<Done> {
    const { click, card, known } = pressed;
    const { presser, verb, inputs } = click;
    const changer = new AlertChanger(this.deps, {
      begin: (intent, facts) => record.begin(intent, facts, null),
      end: (outcome, effect) => record.end(outcome, effect),
      made: () => this.deps.openForms.close(card.cardId, presser.objectId),
    });
    const wanted = {
      change,
      comment: inputs.comment,
      alert: card.alert,
      version,
      presser,
      known,
      verb,
      place: click.place,
    };
    const { told, conflict } = await changer.change(wanted);
    const answer =
      told.alert === null
        ? { ...message(told.saying), ...laterOf(told) }
        : cardAnswer(pressed, told.alert, told.saying);
    return { answer: withAside(answer, conflict, 'change') };
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
