// The card a person gets in answer to a press: as much as they may see, never more.
import type { KeptDetails } from '../domain/alert-details';
import { discloseAlert, hasDetails, neutralView, revealAlert } from '../domain/disclosure';
import type { Instant } from '../domain/instant';
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
  /** Null when nothing is kept of what the alert says. */
  kept: KeptDetails | null;
}

export function message(saying: Saying): ClickAnswer {
  return { show: 'message', saying };
}

type View = ReturnType<typeof discloseAlert>;

interface Disclosed {
  kept: KeptDetails | null;
  view: View;
}

// What is read from the store is never changed in place, so what it discloses to one kind of viewer is worked out once.
const disclosedBefore = new WeakMap<StoredAlert, Map<string, Disclosed>>();

function disclose(alert: StoredAlert, kept: KeptDetails | null, { asker }: KnownAsker): View {
  const viewer = JSON.stringify(asker);
  const views = disclosedBefore.get(alert) ?? new Map<string, Disclosed>();
  disclosedBefore.set(alert, views);
  const known = views.get(viewer);
  if (known !== undefined && known.kept === kept) return known.view;
  const view = discloseAlert(alert, asker, kept);
  views.set(viewer, { kept, view });
  return view;
}

export function cardAnswer(pressed: Pressed, alert: StoredAlert, saying: Saying | null): ClickAnswer {
  const { click, card, known, kept } = pressed;
  const disclosed = disclose(alert, kept, known);
  // Who sees no more than everybody sees what everybody sees there.
  const view = card.isNeutral && !hasDetails(disclosed) ? neutralView(alert) : disclosed;
  // Only who sees more than the posted card has a reason to ask for it again by themselves.
  const refreshFor = hasDetails(view) ? [click.presser.mri] : [];
  return { show: 'card', view, cardRef: card.cardRef, refreshFor, saying };
}

/** The card with its names, for the presser alone; null when they may not see them, or nothing is kept. */
export function namedAnswer({ click, card, known, kept }: Pressed, until: Instant): ClickAnswer | null {
  const view = revealAlert(card.alert, known.asker, kept, until);
  return view && { show: 'card', view, cardRef: card.cardRef, refreshFor: [click.presser.mri], saying: null };
}

export function formAnswer(
  { click, card, known, kept }: Pressed,
  form: FormKind,
  missing: Extract<ClickAnswer, { show: 'form' }>['missing'],
): ClickAnswer {
  const view = disclose(card.alert, kept, known);
  return { show: 'form', form, missing, typed: click.inputs.comment, view, cardRef: card.cardRef };
}
