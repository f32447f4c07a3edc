// A posted card and people who press its buttons.
import type { Alert } from '../../src/domain/alert';
import { BotError } from '../../src/domain/errors';
import type { PersonIdentity } from '../../src/domain/person';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { Untrusted } from '../../src/domain/untrusted';
import type { Click, ClickAnswer, HandleClick } from '../../src/workflows/click';
import { createHandleClick } from '../../src/workflows/handle-click';
import { anAlert } from '../builders/alert';
import { aClick, CHANNEL, NO_INPUTS, placeIn, presser } from '../builders/click';
import { ANALYST } from '../builders/people';
import type { FakeClock } from '../fakes/fake-clock';
import { createRig, RESEND_AFTER_MS, see, sendAllDue, storedNow, subscribe, type WorkflowRig } from './workflow-rig';

export interface ClickRig {
  rig: WorkflowRig;
  /** The alert as it stood when its card was posted. */
  alert: Alert;
  stored: StoredAlert;
  /** A press on the posted card, with its present version and everything else as the card would send it. */
  click(person: PersonIdentity, verb: string, overrides?: Partial<Click>): Click;
  press(person: PersonIdentity, verb: string, overrides?: Partial<Click>): Promise<ClickAnswer>;
  handle(click: Click): Promise<ClickAnswer>;
  /** The audit as `action outcome reason`, in order. */
  audit(): string[];
  /** Edits and comments that reached Graph. */
  writes(): number;
}

/** Presses on the cards of alerts alone: those on the cards of answers have a rig of their own. */
function handlerOf(rig: WorkflowRig) {
  const pressCommand: HandleClick = async (click) => {
    throw new Error(`${click.verb} is no press on the card of an alert`);
  };
  return createHandleClick(Object.assign(rig, { pressCommand }));
}

export async function createClickRig(overrides: Partial<Alert> = {}, clock?: FakeClock): Promise<ClickRig> {
  const rig = createRig(clock);
  await subscribe(rig);
  const alert = anAlert(overrides);
  const stored = await see(rig, alert);
  await sendAllDue(rig);
  rig.wakes = 0;
  const posted = rig.cardPoster.written[0];
  const cardRef = posted?.drawing?.kind === 'alert' ? posted.drawing.cardRef : null;
  const handle = handlerOf(rig);
  const messageId = posted?.where.activityId ?? '';
  const click: ClickRig['click'] = (person, verb, more = {}) =>
    aClick({
      verb,
      cardRef,
      version: stored.version,
      presser: presser(person),
      place: placeIn(CHANNEL, messageId),
      cardActivityId: messageId,
      ...more,
    });
  return {
    rig,
    alert,
    stored,
    click,
    handle,
    press: (person, verb, more) => handle(click(person, verb, more)),
    audit: () =>
      rig.auditTrail.entries.map(({ action, outcome, reason }) => [action, outcome, reason ?? '-'].join(' ')),
    writes: () => rig.alertEditor.edits.length + rig.alertEditor.comments.length,
  };
}

export const RESOLUTION: Click['inputs'] = {
  classification: 'truePositive',
  determination: 'maliciousUserActivity',
  comment: null,
  reason: null,
};

export const comment = (text: string): Pick<Click, 'inputs'> => ({
  inputs: { ...NO_INPUTS, comment: Untrusted.of(text) },
});

/** Inputs that make each changing verb complete. */
export const COMPLETE: Record<string, Partial<Click>> = {
  'alert.start': {},
  'alert.assignToMe': {},
  'alert.resolve': { inputs: RESOLUTION },
  'alert.reopen': {},
  'alert.comment': comment('Spoke with the manager.'),
};

export const CHANGING_VERBS = Object.keys(COMPLETE);

/** What the answer says: the code of its saying, or what it shows. */
export function said(answer: ClickAnswer): string {
  if (answer.show === 'form') return `form ${answer.form.form}`;
  if (answer.show === 'answer') return `answer ${answer.drawing.draw}`;
  return answer.saying?.code ?? answer.show;
}

/** Whoever starts the alert in Teams, so that it is `inProgress`. */
export async function startBy(rig: ClickRig, person: PersonIdentity = ANALYST): Promise<StoredAlert> {
  await rig.press(person, 'alert.start');
  return storedNow(rig.rig, rig.alert.id);
}

/** A card that Teams took while the bot never learnt it; `resent` = a second one was posted since, and is the live one. */
export async function adoptable({ resent = false } = {}) {
  const rig = createRig();
  await subscribe(rig);
  const stored = await see(rig, anAlert());
  rig.cardPoster.loseNextAnswer(new BotError('timedOut', { from: 'connector' }));
  await sendAllDue(rig);
  const posted = rig.cardPoster.written[0];
  if (posted?.drawing?.kind !== 'alert') throw new Error('no card was posted');
  if (resent) {
    rig.clock.jumpTo(rig.clock.now() + RESEND_AFTER_MS);
    await rig.cardOutbox.recover(rig.clock.now(), false);
    await sendAllDue(rig);
  }
  const { where } = posted;
  const { cardRef } = posted.drawing;
  const handle = handlerOf(rig);
  const card = { cardRef, version: stored.version, cardActivityId: where.activityId };
  const place = placeIn(CHANNEL, where.activityId);
  const press = (person: PersonIdentity, verb: string, overrides: Partial<Click> = {}) =>
    handle(aClick({ verb, ...card, presser: presser(person), place, ...overrides }));
  const writes = () => rig.alertEditor.edits.length + rig.alertEditor.comments.length;
  return { rig, cardRef, where, press, writes };
}
