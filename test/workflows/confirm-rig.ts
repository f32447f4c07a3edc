// Changes asked for in words about a posted alert, and people who press the buttons of the cards to confirm.
import type { Alert } from '../../src/domain/alert';
import type { ChangeSlots } from '../../src/domain/command';
import type { PersonIdentity } from '../../src/domain/person';
import type { StoredAlert } from '../../src/domain/stored-alert';
import type { AnswerDrawing, AnswerNow } from '../../src/workflows/answer';
import type { Click, ClickAnswer } from '../../src/workflows/click';
import { createHandleClick } from '../../src/workflows/handle-click';
import { createPressCommand } from '../../src/workflows/press-command';
import { proposeChange, type ProposeAsk } from '../../src/workflows/propose-change';
import { whoAsks } from '../../src/workflows/who-asks';
import { aClick, CHANNEL, placeIn, presser } from '../builders/click';
import { ANALYST, EVERYONE, SUBJECT } from '../builders/people';
import type { FakeAskedBook } from '../fakes/fake-asked-book';
import { FakePeopleFinder } from '../fakes/fake-people-finder';
import { createClickRig, type ClickRig } from './click-rig';
import { storedNow } from './workflow-rig';

/** Where the answer to the words stands. */
export const ANSWER_MESSAGE = '1763879000000';
export const ANSWER_PLACE = placeIn(CHANNEL, '1763878999000');

export type ConfirmDrawing = Extract<AnswerDrawing, { draw: 'confirm' }>;
export type SettledDrawing = Extract<AnswerDrawing, { draw: 'settled' }>;

export interface ConfirmRig extends Omit<ClickRig, 'click' | 'press'> {
  askedBook: FakeAskedBook;
  peopleFinder: FakePeopleFinder;
  /** The alert as the bot knows it now. */
  now(): Promise<StoredAlert>;
  /** What is answered to the words. */
  ask(slots: Omit<ChangeSlots, 'alert'>, overrides?: Partial<ProposeAsk>): Promise<AnswerNow>;
  /** The card that is answered to the words. */
  propose(slots: Omit<ChangeSlots, 'alert'>, overrides?: Partial<ProposeAsk>): Promise<ConfirmDrawing>;
  /** A press on the card, as its button would send it. */
  click(card: ConfirmDrawing, verb: string, overrides?: Partial<Click>): Click;
  confirm(card: ConfirmDrawing, overrides?: Partial<Click>): Promise<ClickAnswer>;
  cancel(card: ConfirmDrawing, overrides?: Partial<Click>): Promise<ClickAnswer>;
}

export async function createConfirmRig(overrides: Partial<Alert> = {}): Promise<ConfirmRig> {
  const base = await createClickRig(overrides);
  const { rig, alert } = base;
  const { askedBook } = rig;
  const peopleFinder = new FakePeopleFinder([...EVERYONE, SUBJECT]);
  const run = async (): Promise<ClickAnswer> => ({ show: 'message', saying: { code: 'notAvailableYet' } });
  const pressCommand = createPressCommand(Object.assign(rig, { peopleFinder, run }));
  const handle = createHandleClick(Object.assign(rig, { pressCommand }));
  const now = () => storedNow(rig, alert.id);

  const ask: ConfirmRig['ask'] = async (slots, more = {}) => {
    const stored = await now();
    const asker = more.asker ?? presser(ANALYST);
    const known = await whoAsks(rig, asker, stored, 'fresh');
    const whole = { slots: { alert: String(stored.number), ...slots }, alert: stored, asker, known };
    return proposeChange(Object.assign(rig, { peopleFinder }), { ...whole, place: ANSWER_PLACE, ...more });
  };
  const click: ConfirmRig['click'] = (card, verb, more = {}) =>
    aClick({
      verb,
      cardRef: card.cardRef,
      version: verb === 'command.cancel' ? null : card.view.alert.version,
      place: ANSWER_PLACE,
      cardActivityId: ANSWER_MESSAGE,
      ...more,
    });
  return {
    ...base,
    askedBook,
    peopleFinder,
    now,
    ask,
    propose: async (slots, more) => confirmIn(await ask(slots, more)),
    click,
    handle,
    confirm: (card, more) => handle(click(card, 'command.confirm', more)),
    cancel: (card, more) => handle(click(card, 'command.cancel', more)),
  };
}

export const by = (person: PersonIdentity): Pick<Click, 'presser'> => ({ presser: presser(person) });

export const choose = (classification: string | null, determination: string | null = null): Pick<Click, 'inputs'> => ({
  inputs: { classification, determination, comment: null, reason: null },
});

function confirmIn(answer: AnswerNow): ConfirmDrawing {
  if (answer.is === 'shown' && answer.drawing.draw === 'confirm') return answer.drawing;
  throw new Error(`no card to confirm: ${saidTo(answer)}`);
}

/** The code of what was said to the words, or what was drawn. */
export function saidTo(answer: AnswerNow): string {
  return answer.is === 'said' ? answer.saying.code : answer.drawing.draw;
}

/** The card that a press was answered with, to be confirmed further. */
export function nextCard(answer: ClickAnswer): ConfirmDrawing {
  if (answer.show === 'answer' && answer.drawing.draw === 'confirm') return answer.drawing;
  throw new Error('the press was not answered with a card to confirm');
}

export function settledCard(answer: ClickAnswer): SettledDrawing {
  if (answer.show === 'answer' && answer.drawing.draw === 'settled') return answer.drawing;
  throw new Error(`the press settled nothing: ${JSON.stringify(answer)}`);
}

/** `done`, `stale stale`, `refused alertGone`, the code of a message, `ask determination`. */
export function outcomeOf(answer: ClickAnswer): string {
  if (answer.show === 'message') return answer.saying.code;
  if (answer.show !== 'answer') return answer.show;
  const { drawing } = answer;
  if (drawing.draw === 'confirm') return `ask ${drawing.missing ?? '-'}`;
  if (drawing.draw !== 'settled') return drawing.draw;
  const { outcome } = drawing;
  const saying = 'saying' in outcome ? outcome.saying : null;
  return saying === null ? outcome.is : `${outcome.is} ${saying.code}`;
}
