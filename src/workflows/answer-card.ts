// The card a person gets in answer to a press: as much as they may see, never more.
import { discloseAlert, isMasked, neutralView } from '../domain/disclosure';
import type { Saying } from '../domain/saying';
import type { StoredAlert } from '../domain/stored-alert';
import type { CardByRef } from '../ports/card-book';
import type { FormKind } from '../ports/open-forms';
import type { Click, ClickAnswer } from './click';
import type { KnownAsker } from './who-asks';

/** Everything a step of a click needs to know about it. */
export interface Pressed {
  click: Click;
  card: CardByRef & { cardRef: string };
  known: KnownAsker;
}

export function message(saying: Saying): ClickAnswer {
  return { show: 'message', saying };
}

type View = ReturnType<typeof discloseAlert>;

// A stored alert is never changed in place, so what it discloses to one kind of viewer is worked out once.
const disclosedBefore = new WeakMap<StoredAlert, Map<string, View>>();

function disclose(alert: StoredAlert, { asker }: KnownAsker): View {
  const viewer = JSON.stringify(asker);
  const views = disclosedBefore.get(alert) ?? new Map<string, View>();
  disclosedBefore.set(alert, views);
  const view = views.get(viewer) ?? discloseAlert(alert, asker);
  views.set(viewer, view);
  return view;
}

export function cardAnswer({ click, card, known }: Pressed, alert: StoredAlert, saying: Saying | null): ClickAnswer {
  const disclosed = disclose(alert, known);
  // Who sees no more than everybody sees what everybody sees there.
  const view = card.isNeutral && !isMasked(disclosed) ? neutralView(alert) : disclosed;
  // Only who sees more than the posted card has a reason to ask for it again by themselves.
  const refreshFor = isMasked(view) ? [click.presser.mri] : [];
  return { show: 'card', view, cardRef: card.cardRef, refreshFor, saying };
}

export function formAnswer(
  { click, card, known }: Pressed,
  form: FormKind,
  missing: Extract<ClickAnswer, { show: 'form' }>['missing'],
): ClickAnswer {
  const view = discloseAlert(card.alert, known.asker);
  return { show: 'form', form, missing, typed: click.inputs.comment, view, cardRef: card.cardRef };
}
